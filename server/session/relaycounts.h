// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace ct::server::session {

/// What one worker has relayed since its start: plain numbers, which cost a message nothing, read
/// by posting to the worker. Thread: its worker's.
struct RelayCounts {
    /// From participants, those that were not relayed included.
    quint64 messagesReceived = 0;
    quint64 bytesReceived = 0;
    /// To participants, once for each receiver.
    quint64 messagesSent = 0;
    quint64 bytesSent = 0;
    /// Neither of the protocol nor for anybody: malformed, oversized, unencrypted, over the rate.
    quint64 messagesDropped = 0;

    RelayCounts &operator+=(const RelayCounts &other)
    {
        messagesReceived += other.messagesReceived;
        bytesReceived += other.bytesReceived;
        messagesSent += other.messagesSent;
        bytesSent += other.bytesSent;
        messagesDropped += other.messagesDropped;
        return *this;
    }
};

} // namespace ct::server::session
