// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"
#include "shared/protocol/admin/events.h"

#include <QObject>

namespace ct::console::api {

/// Where it is told what happens on a server, whichever way it is learnt. Thread: main.
class EventSource : public QObject
{
    Q_OBJECT

public:
    /// Begins with a snapshot, unless nothing is missing since stop().
    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void happened(const ct::protocol::admin::Event &event);
    /// Nothing comes for now; the source goes on trying, unless the server has no such thing.
    void failed(const ct::console::api::Failure &failure);
};

} // namespace ct::console::api
