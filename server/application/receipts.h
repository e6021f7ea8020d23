// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>

namespace ct::server::application {

/// Answers whose delivery somebody waits to hear of. The front reports each one, and as written
/// only what has gone out whole. Thread:
/// application.
class Receipts
{
public:
    using Delivered = std::function<void(bool written)>;

    /// The receipt that the answer has to carry.
    QByteArray expect(const Delivered &delivered)
    {
        QByteArray id = QByteArray::number(m_next++);
        m_expected.insert(id, delivered);
        return id;
    }
    void report(const QByteArray &id, bool written)
    {
        if (const Delivered delivered = m_expected.take(id))
            delivered(written);
    }

private:
    quint64 m_next = 1;
    QHash<QByteArray, Delivered> m_expected;
};

} // namespace ct::server::application
