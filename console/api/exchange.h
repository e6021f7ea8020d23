// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/certificatetrust.h"
#include "console/api/request.h"
#include "shared/protocol/admin/operations.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <chrono>

namespace ct::console::api {

/// Headers that say who asks, and what else each request is told.
struct Identity {
    QByteArray cookie;
    QByteArray csrfToken;
    QByteArray bearer;
    /// Nobody is there, so that what is sent is no use of the sign-in.
    bool isUnattended = false;
};

/// One request on its way: sent once or, after a sign-in, anew. It keeps the limits of length and
/// time, and looks at the server's certificate before anything is sent. Owner: its AdminClient,
/// until finished() or doubted(). Thread: main.
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(Request request, const protocol::admin::Operation &operation, QObject *parent);
    ~Exchange() override;

    const protocol::admin::Operation &operation() const { return m_operation; }
    /// Until it has given up.
    bool waitsForSignIn() const { return m_request.waitsForSignIn; }
    void send(
        QNetworkAccessManager &network,
        const QUrl &server,
        const Identity &identity,
        const CertificateTrust &trust);
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// finished() is never emitted then; the exchange deletes itself.
    void cancel();
    bool isOver() const { return m_isOver; }
    /// Fails with SignInNeeded, whatever it waits for.
    void giveUp();
    /// What a sign-in's answer wants to be sent as `Cookie`.
    QByteArray cookie() const { return m_cookie; }

Q_SIGNALS:
    void finished(const ct::console::api::Outcome<ct::console::api::RawAnswer> &outcome);
    /// The connection was not made; finished() follows.
    void doubted(const ct::console::api::Certificate &certificate);

private:
    QNetworkRequest requestTo(const QUrl &server, const Identity &identity) const;
    QNetworkReply *start(QNetworkAccessManager &network, const QNetworkRequest &request);
    void judge(const QList<QSslError> &errors, const CertificateTrust &trust);
    void take();
    void finish();
    void fail(const Failure &failure);
    void drop();

    Request m_request;
    protocol::admin::Operation m_operation;
    std::chrono::milliseconds m_patience = std::chrono::seconds(30);
    QPointer<QNetworkReply> m_reply;
    bool m_isOver = false;
    std::optional<Certificate> m_doubt;
    QByteArray m_body;
    QByteArray m_cookie;
};

} // namespace ct::console::api
