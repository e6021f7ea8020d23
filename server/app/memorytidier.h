// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <cstddef>

namespace ct::server::app {

/// Gives memory back to the system that a rush of clients has left free within the heap, where it
/// would stay as long as anything lies above it. Thread: main.
class MemoryTidier final : public QObject
{
    Q_OBJECT

public:
    MemoryTidier();

private:
    void tidy();

    QTimer m_timer;
    /// What the heap had free after the last time.
    std::size_t m_freeBefore = 0;
};

} // namespace ct::server::app
