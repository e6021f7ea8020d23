// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/dashboarddoor.h"

#include "server/application/answers.h"
#include "server/application/callinfo.h"
#include "server/http/backendfields.h"
#include "server/http/cookies.h"
#include "shared/protocol/paths.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using ct::server::credentials::Verdict;

namespace ct::server::application {

namespace {

const QByteArray challenge = R"(Basic realm="CodeTogether edge", charset="UTF-8")"_ba;
constexpr quint16 httpsDefault = 443;

bool isBrowser(const compat::Call &call)
{
    return call.header("accept").contains("text/html");
}

/// The Host field without its port, if it is one that may stand in a Location.
QString hostOf(const compat::Call &call)
{
    static const QRegularExpression form(uR"(\A([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d+)?\z)"_s);
    const auto match = form.match(QString::fromLatin1(call.header("host")));
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

DashboardDoor::DashboardDoor(
    credentials::Gate &gate, credentials::PageSessions &sessions, SecureAddress address)
    : m_gate(gate),
      m_sessions(sessions),
      m_address(std::move(address))
{ }

QByteArray DashboardDoor::sessionCookie(const compat::Call &call)
{
    return http::cookieValue(call.header("cookie"), credentials::cookies::session);
}

void DashboardDoor::redirect(
    const QString &path, const compat::Call &call, compat::Reply &reply) const
{
    QString base = m_address.serverUrl();
    if (!base.startsWith("https://"_L1)) {
        const quint16 port = m_address.httpsPort();
        const QString host = hostOf(call);
        const QString suffix = port == httpsDefault ? QString() : u':' + QString::number(port);
        base = port == 0 || host.isEmpty() ? QString() : u"https://"_s + host + suffix;
    }
    if (base.isEmpty())
        return answerText(reply, 403, "This page is for encrypted connections only");
    reply.send(303, {{"Location", (base + path).toUtf8()}, {"Cache-Control", "no-store"}}, {});
}

compat::Handler DashboardDoor::secured(const QString &path, compat::Handler handle)
{
    return [this, path, handle = std::move(handle)](
               const compat::Call &call, const compat::ReplyPtr &reply) {
        if (!isSecure(call))
            return redirect(path, call, *reply);
        handle(call, reply);
    };
}

compat::Handler DashboardDoor::guarded(
    const QString &path, const QByteArray &toLogin, Handler handle)
{
    return secured(
        path,
        [this, toLogin, handle = std::move(handle)](
            const compat::Call &call, const compat::ReplyPtr &reply) {
            const QByteArray cookie = sessionCookie(call);
            const bool isUnattended = call.header(protocol::headers::unattended) == "1";
            const auto user = isUnattended ? m_sessions.userOf(cookie) : m_sessions.visit(cookie);
            if (user)
                return handle({*user, cookie}, call, reply);
            const QByteArray authorization = call.header("authorization");
            if (!authorization.isEmpty())
                return checkBasic(authorization, call, reply, handle);
            if (!isBrowser(call))
                return turnAway({}, *reply);
            reply->send(303, {{"Location", toLogin}, {"Cache-Control", "no-store"}}, {});
        });
}

void DashboardDoor::checkBasic(
    const QByteArray &authorization,
    const compat::Call &call,
    const compat::ReplyPtr &reply,
    const Handler &handle)
{
    static const QByteArray scheme = "basic "_ba;
    const bool isBasic = authorization.left(scheme.size()).toLower() == scheme;
    const auto decoded = QByteArray::fromBase64Encoding(
        authorization.sliced(isBasic ? scheme.size() : 0).trimmed(),
        QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (!isBasic || colon < 0)
        return turnAway({}, *reply);
    const QString user = QString::fromUtf8(decoded.decoded.first(colon));
    m_gate.check(
        user,
        decoded.decoded.sliced(colon + 1),
        call.header(http::backend::clientKey),
        [user, call, reply, handle](const Verdict &verdict) {
            if (verdict.kind != Verdict::Kind::Accepted)
                return turnAway(verdict, *reply);
            handle({user, {}}, call, reply);
        });
}

void DashboardDoor::turnAway(const Verdict &verdict, compat::Reply &reply)
{
    if (verdict.kind == Verdict::Kind::Refused)
        return answerText(
            reply, 401, "User and password are needed", {{"WWW-Authenticate", challenge}});
    answerText(
        reply,
        429,
        "Too many tries, come back later",
        {{"Retry-After", QByteArray::number(static_cast<qint64>(verdict.wait.count()))}});
}

} // namespace ct::server::application
