// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoadministration.h"
#include "console/demo/demoguards.h"
#include "console/demo/demolive.h"
#include "console/demo/demopackages.h"
#include "console/demo/demorecords.h"
#include "console/demo/demoserver.h"

#include <QObject>
#include <QTimer>

namespace ct::console::demo {

/// A server that is not there, with sessions that come and go while it lives: for whoever wants to
/// try the program. Nothing of it is kept. Thread: main.
class DemoWorld : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    DemoWorld(const Clock &clock, RandomSource &random);

    /// `path` is below protocol::admin::base.
    DemoAnswer answer(
        protocol::admin::Verb verb, const QByteArray &path, const DemoCall &call) const
    {
        return m_table.answer(verb, path, call);
    }
    /// Some seconds later; called by itself as well.
    void step();

private:
    DemoTable m_table;
    DemoSessions m_sessions;
    DemoAudit m_audit;
    DemoLive m_live;
    DemoAdministration m_administration;
    DemoRecords m_records;
    DemoPackages m_packages;
    DemoGuards m_guards;
    DemoServer m_server;
    QTimer m_timer;
};

} // namespace ct::console::demo
