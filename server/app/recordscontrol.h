// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/app/administration.h"
#include "server/application/controlroutes.h"
#include "server/store/store.h"

namespace ct::server::app {

/// What whoever runs the server can ask and tell it of what it keeps: the audit, the dashboard's
/// credentials. Knows nothing of who may ask. Thread: main.
class RecordsControl final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    RecordsControl(store::Store &store, Administration &administration);

    /// To be served somewhere; they are good as long as this is.
    QList<application::ControlCommand> commands();

private:
    using Request = application::ControlRequest;
    using Answer = application::ControlCommand::Answer;

    void showAudit(const Request &request, const Answer &answer);
    void verifyAudit(const Request &request, const Answer &answer);
    void setCredentials(const Request &request, const Answer &answer);

    store::Store &m_store;
    Administration &m_administration;
};

} // namespace ct::server::app
