// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/credentialoperations.h"

#include "shared/protocol/admin/credentials.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using credentials::Origin;

QString sourceOf(Origin origin)
{
    switch (origin) {
    case Origin::Dashboard:
        return u"dashboard-variables"_s;
    case Origin::Logs:
        return u"logs-variables"_s;
    case Origin::Stored:
        return u"stored"_s;
    case Origin::Generated:
        break;
    }
    return u"generated"_s;
}

bool isManaged(Origin origin)
{
    return origin == Origin::Dashboard || origin == Origin::Logs;
}

} // namespace

CredentialOperations::CredentialOperations(
    OperationTable &table, const credentials::Gate &gate, Change change)
    : m_gate(gate),
      m_change(std::move(change))
{
    table.bind("getCredentials", [this](const Call &, const Done &done) {
        done(taggedAnswer(present()));
    });
    table.bind("setCredentials", [this](const Call &call, const Done &done) { set(call, done); });
}

QJsonObject CredentialOperations::present() const
{
    return protocol::FieldWriter::objectOf(wire::CredentialsState {
        m_gate.user(),
        sourceOf(m_gate.origin()),
        isManaged(m_gate.origin()),
        static_cast<qint64>(m_gate.generation())});
}

void CredentialOperations::set(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<wire::NewCredentials>(call, done);
    if (!wanted)
        return;
    if (isManaged(m_gate.origin()))
        return done(problemAnswer(
            409,
            u"managed-by-environment"_s,
            u"The credentials are managed by the settings"_s,
            u"Change %1, or take them away"_s.arg(credentials::originText(m_gate.origin()))));
    if (const auto fault = preconditionFault(call, present()))
        return done(*fault);
    const credentials::Pair pair {wanted->user, wanted->password.toUtf8()};
    if (const auto faults = credentials::storingFaults(pair); !faults.isEmpty()) {
        QList<wire::FieldFault> fields;
        for (const auto &[field, detail] : faults)
            fields.append({field, detail});
        return done(fieldProblem(fields));
    }
    if (std::exchange(m_isChanging, true))
        return done(changingAnswer());
    m_change(pair, call.caller, [home = QPointer(this), done](const Status &changed) {
        if (!home)
            return;
        home->m_isChanging = false;
        done(changed ? taggedAnswer(home->present()) : problemAnswer(changed.error()));
    });
}

} // namespace ct::server::admin
