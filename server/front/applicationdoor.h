// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/watchhandle.h"

namespace ct::server::front {

/// The application's only entrance: it takes one end of a socket pair that the front has made, so
/// that no byte of another program ever reaches its HTTP server. Thread: any.
class ApplicationDoor
{
public:
    ApplicationDoor() = default;
    virtual ~ApplicationDoor() = default;
    ApplicationDoor(const ApplicationDoor &) = delete;
    ApplicationDoor &operator=(const ApplicationDoor &) = delete;

    /// Takes over the descriptor.
    virtual void admit(int descriptor) = 0;
    /// The answer that carried this receipt has been written to its client, or could not be; what
    /// of a file is only its head (HEAD) or a part (Range) counts as not written.
    virtual void delivered(const QByteArray &receipt, bool written) = 0;

    // An application that lets no watchers in (http::backend::watch) hears nothing of any.
    /// The watcher's WebSocket is open.
    virtual void watchOpened(const WatchHandle &) { }
    /// It has taken in nearly all that it was sent: more may follow.
    virtual void watchReady(const QByteArray &) { }
    /// It is gone.
    virtual void watchEnded(const QByteArray &) { }
};

} // namespace ct::server::front
