// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/memorybudget.h"

#include <utility>

namespace ct::server::session {

/// The memory of a message that several outboxes hold together, in the budget for as long as one of
/// them holds it. Copies count their holders without atomics. Thread: its worker's, which the
/// budget's share outlives it on.
class SharedCharge
{
public:
    /// Nothing is charged.
    SharedCharge() = default;
    SharedCharge(BudgetShare &budget, qint64 bytes) : m_sum(new Sum {budget, bytes, 1})
    {
        budget.add(bytes);
    }
    // Counted, so sharing the pointer is what a copy is for.
    // cppcheck-suppress copyCtorPointerCopying
    SharedCharge(const SharedCharge &other) : m_sum(other.m_sum)
    {
        if (m_sum)
            ++m_sum->holders;
    }
    SharedCharge(SharedCharge &&other) noexcept : m_sum(std::exchange(other.m_sum, nullptr)) { }
    SharedCharge &operator=(SharedCharge other) noexcept
    {
        std::swap(m_sum, other.m_sum);
        return *this;
    }
    ~SharedCharge()
    {
        if (!m_sum || --m_sum->holders > 0)
            return;
        m_sum->budget.add(-m_sum->bytes);
        delete m_sum;
    }

    qint64 bytes() const { return m_sum ? m_sum->bytes : 0; }

private:
    struct Sum {
        BudgetShare &budget;
        qint64 bytes = 0;
        int holders = 0;
    };

    Sum *m_sum = nullptr;
};

} // namespace ct::server::session
