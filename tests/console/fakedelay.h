// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/delay.h"

#include <QList>

#include <algorithm>

namespace ct::test {

/// Delays that end when the test says so.
class FakeDelays
{
public:
    console::api::DelayMaker maker()
    {
        return [this] {
            return std::make_unique<One>(*this);
        };
    }
    /// How long what has been started last is to take; nothing: none waits.
    std::optional<std::chrono::milliseconds> waiting() const
    {
        if (m_waiting.isEmpty())
            return std::nullopt;
        return m_waiting.constLast()->m_after;
    }
    void endLast()
    {
        One *last = m_waiting.takeLast();
        const auto due = std::exchange(last->m_due, {});
        due();
    }

private:
    class One final : public console::api::Delay
    {
    public:
        explicit One(FakeDelays &all) : m_all(all) { }
        ~One() override { m_all.m_waiting.removeAll(this); }
        One(const One &) = delete;
        One &operator=(const One &) = delete;

        void start(std::chrono::milliseconds after, std::function<void()> due) override
        {
            stop();
            m_after = after;
            m_due = std::move(due);
            m_all.m_waiting.append(this);
        }
        void stop() override { m_all.m_waiting.removeAll(this); }

        FakeDelays &m_all;
        std::chrono::milliseconds m_after {0};
        std::function<void()> m_due;
    };

    QList<One *> m_waiting;
};

} // namespace ct::test
