// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/recordscontrol.h"

#include "server/admin/auditquery.h"
#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

namespace paths = protocol::paths;
using application::ControlCommand;
using compat::Method;

} // namespace

RecordsControl::RecordsControl(store::Store &store, Administration &administration)
    : m_store(store),
      m_administration(administration)
{ }

QList<ControlCommand> RecordsControl::commands()
{
    using application::controlCommand;
    return {
        controlCommand(Method::Get, paths::controlAudit, this, &RecordsControl::showAudit),
        controlCommand(Method::Get, paths::controlAuditVerify, this, &RecordsControl::verifyAudit),
        controlCommand(
            Method::Post, paths::controlCredentials, this, &RecordsControl::setCredentials)};
}

void RecordsControl::showAudit(const Request &request, const Answer &answer)
{
    const auto filter = admin::auditFilterOf(request.query);
    if (!filter)
        return answer(filter.error());
    admin::askAudit(m_store, this, *filter, [answer](const Result<protocol::AuditPage> &page) {
        if (!page)
            return answer(page.error());
        answer(toJson(*page));
    });
}

void RecordsControl::verifyAudit(const Request & /*request*/, const Answer &answer)
{
    admin::verifyAudit(m_store, this, [answer](const Result<protocol::AuditVerdict> &verdict) {
        if (!verdict)
            return answer(verdict.error());
        answer(toJson(*verdict));
    });
}

void RecordsControl::setCredentials(const Request &request, const Answer &answer)
{
    const auto change = protocol::fromJson<protocol::CredentialsChange>(request.body);
    if (!change)
        return answer(change.error());
    m_administration.setCredentials(
        {change->user, change->password.toUtf8()},
        {request.actor},
        [answer, user = change->user](const Result<credentials::Origin> &origin) {
            if (!origin)
                return answer(origin.error());
            answer(toJson(protocol::CredentialsAnswer {
                user, credentials::originText(*origin), *origin == credentials::Origin::Stored}));
        });
}

} // namespace ct::server::app
