// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/recordscommands.h"

#include "server/config/sysexits.h"
#include "server/config/values.h"
#include "server/controltool/credentialsfile.h"
#include "server/controltool/passwordprompt.h"
#include "server/controltool/texts.h"
#include "server/credentials/credentialsconfig.h"
#include "server/credentials/selection.h"
#include "shared/protocol/admin/credentials.h"
#include "shared/protocol/audit.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace exitcode = config::exitcode;
namespace admin = protocol::admin;

QString purgedText(const protocol::PurgedAudit &purged)
{
    return u"it begins behind entry %1; %2 older ones were purged, the last on %3"_s.arg(
        QString::number(purged.upTo), QString::number(purged.entries), timeText(purged.at));
}

QString auditText(const protocol::AuditPage &page)
{
    QString text;
    for (const protocol::AuditItem &item : page.entries) {
        QStringList columns {
            QString::number(item.entry), timeText(item.at), item.kind, item.actor, item.address};
        columns << item.subject << item.detail;
        text += lineOf(columns);
    }
    if (page.purged && !page.next)
        text += u"The audit does not go back further: "_s + purgedText(*page.purged) + u'\n';
    return text;
}

QString verdictText(const protocol::AuditVerdict &verdict)
{
    const QString beginning = verdict.purged ? u"; "_s + purgedText(*verdict.purged) : QString();
    if (verdict.sound)
        return u"The audit is sound: %1, each fits the one before%2\n"_s.arg(
            countText(verdict.checked, u"entry"_s, u"entries"_s), beginning);
    return u"The audit is NOT sound: %1 (%2 before that fit%3)\n"_s.arg(
        verdict.fault, countText(verdict.checked, u"entry"_s, u"entries"_s), beginning);
}

/// Milliseconds since 1970, of a day, a time, or how long ago that was.
std::optional<qint64> timeOf(const QString &text)
{
    if (const auto ago = config::duration(text))
        return QDateTime::currentMSecsSinceEpoch() - ago->count();
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    // Without a zone of its own it is meant as the entries' times are shown.
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    return time.toMSecsSinceEpoch();
}

Result<QUrlQuery> auditQuery(const QHash<QString, QString> &values)
{
    QUrlQuery query;
    for (const QString &name : {u"kind"_s, u"actor"_s, u"subject"_s, u"limit"_s}) {
        if (values.contains(name))
            query.addQueryItem(
                name, QString::fromLatin1(QUrl::toPercentEncoding(values.value(name))));
    }
    for (const QString &name : {u"since"_s, u"until"_s}) {
        if (!values.contains(name))
            continue;
        const auto time = timeOf(values.value(name));
        if (!time)
            return Error {
                ErrorCode::InvalidInput,
                u"--%1 is a time like 2026-01-31T12:00 (UTC) or how long ago, like 2h"_s.arg(name)};
        query.addQueryItem(name, QString::number(*time));
    }
    return query;
}

Outcome showAudit(const Call &call)
{
    const auto query = auditQuery(call.options.values);
    if (!query)
        return fail(exitcode::usage, query.error().message);
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask({"listAudit", {}, *query});
    return answer ? shown(call, *answer, auditText) : failed(answer.error());
}

Outcome verifyAudit(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto answer = client->ask({"verifyAudit"});
    if (!answer)
        return failed(answer.error());
    Outcome outcome = shown(call, *answer, verdictText);
    const auto verdict = protocol::fromJson<protocol::AuditVerdict>(*answer);
    if (verdict && !verdict->sound)
        outcome.exitCode = exitcode::dataError;
    return outcome;
}

Outcome store(const Call &call, const ControlClient &client, const credentials::Pair &pair)
{
    const admin::NewCredentials wanted {pair.user, QString::fromUtf8(pair.password)};
    const auto answer
        = client.ask({"setCredentials", {}, {}, protocol::FieldWriter::objectOf(wanted)});
    if (!answer)
        return failed(answer.error());
    return shown(call, *answer, u"Dashboard and logs open for %1 from now on.\n"_s.arg(pair.user));
}

QString userOf(const Call &call)
{
    return call.options.values.value(u"user"_s, credentials::defaultUser);
}

Outcome setCredentials(const Call &call)
{
    const auto client = clientOf(call);
    if (!client)
        return failed(client.error());
    const auto password = askForPassword();
    if (!password)
        return fail(exitcode::usage, password.error().message);
    const credentials::Pair pair {userOf(call), *password};
    if (const QString fault = credentials::storingFault(pair); !fault.isEmpty())
        return fail(exitcode::usage, fault);
    return store(call, *client, pair);
}

/// A new password for whoever has lost theirs, with the server or without it.
Outcome resetCredentials(const Call &call)
{
    const auto folder = stateFolder(call.options, call.environment);
    if (!folder)
        return failed(folder.error());
    SystemRandom random;
    const credentials::Pair pair {userOf(call), randomId(random)};
    if (const QString fault = credentials::storingFault(pair); !fault.isEmpty())
        return fail(exitcode::usage, fault);
    const auto client = ControlClient::find(*folder);
    Outcome outcome;
    if (client) {
        outcome = store(call, *client, pair);
    } else if (client.error().code == ErrorCode::NotFound) {
        const Status kept = storeWithoutServer(*folder, pair);
        const admin::CredentialsState stored {pair.user, u"stored"_s};
        outcome = kept
            ? shown(
                call,
                protocol::FieldWriter::objectOf(stored),
                u"Stored for %1: good from the next start on, unless CT_DASHBOARD_* or CT_LOGS_* is set.\n"_s
                    .arg(pair.user))
            : failed(kept.error());
    } else {
        return failed(client.error());
    }
    // On standard error where the other is for a program.
    if (outcome.exitCode == 0) {
        QString &place = call.options.isJson ? outcome.complaint : outcome.output;
        place
            += u"user:     %1\npassword: %2\n"_s.arg(pair.user, QString::fromLatin1(pair.password));
    }
    return outcome;
}

} // namespace

QList<Command> recordsCommands()
{
    return {
        {u"audit show"_s,
         u"the newest entries (--kind, --actor, --subject, --since, --until, --limit)"_s,
         showAudit,
         {},
         {},
         {u"kind"_s, u"actor"_s, u"subject"_s, u"since"_s, u"until"_s, u"limit"_s}},
        {u"audit verify"_s, u"checks that no entry was changed or removed"_s, verifyAudit},
        {u"credentials set"_s,
         u"stores the dashboard's user (--user) and a password from standard input"_s,
         setCredentials,
         {},
         {},
         {u"user"_s}},
        {u"credentials reset"_s,
         u"the same with a new password, which it prints; also without a server"_s,
         resetCredentials,
         {},
         {},
         {u"user"_s}},
    };
}

} // namespace ct::server::controltool
