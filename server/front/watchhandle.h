// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace ct::server::front {

class Worker;

/// The way to a watcher's WebSocket. What is for one that has gone is dropped. Good until the front
/// ends. Thread: any.
struct WatchHandle {
    Worker *worker = nullptr;
    /// What the application has called it.
    QByteArray ticket;

    /// Text messages, to be followed by more once ApplicationDoor::watchReady() was told.
    void send(const QList<QByteArray> &messages) const;
    void close(quint16 code, const QByteArray &reason) const;
};

} // namespace ct::server::front
