// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/compat/httpserver.h"
#include "server/credentials/gate.h"
#include "server/credentials/pagecookies.h"
#include "server/credentials/pagesessions.h"

#include <QUrl>

namespace ct::server::application {

/// Where a page's encrypted address is found.
struct SecureAddress {
    /// CT_SERVER_URL as it is in force; may be empty or unencrypted.
    std::function<QString()> serverUrl;
    /// 0: no TLS here.
    std::function<quint16()> httpsPort;
};

/// Whoever may see the dashboard and the logs.
struct Visitor {
    QString user;
    /// The cookie that they are logged in by; empty with Basic authentication.
    QByteArray pageSession;
};

/// Lets in whoever brings a page session's cookie or the right pair by Basic authentication, and
/// tells everybody else where to log in. In the clear it speaks with this machine only, or by a
/// trusted proxy's word that the client's own connection is secure; others are sent to the
/// encrypted address before they type anything. Thread: application.
class DashboardDoor
{
public:
    using Handler
        = std::function<void(const Visitor &, const compat::Call &, const compat::ReplyPtr &)>;

    /// All of them outlive the door.
    DashboardDoor(
        credentials::Gate &gate, credentials::PageSessions &sessions, SecureAddress address);

    /// `path` is where the route lies, for the redirection. `toLogin` leads from there to the
    /// form.
    compat::Handler guarded(const QString &path, const QByteArray &toLogin, Handler handle);
    /// For what needs no login: only the rule of encryption.
    compat::Handler secured(const QString &path, compat::Handler handle);

    credentials::Gate &gate() { return m_gate; }
    credentials::PageSessions &sessions() { return m_sessions; }

    static QByteArray sessionCookie(const compat::Call &call);
    /// Answers anything but Accepted.
    static void turnAway(const credentials::Verdict &verdict, compat::Reply &reply);

private:
    void redirect(const QString &path, const compat::Call &call, compat::Reply &reply) const;
    void checkBasic(
        const QByteArray &authorization,
        const compat::Call &call,
        const compat::ReplyPtr &reply,
        const Handler &handle);

    credentials::Gate &m_gate;
    credentials::PageSessions &m_sessions;
    SecureAddress m_address;
};

} // namespace ct::server::application
