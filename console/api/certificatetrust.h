// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/certificate.h"

#include <QList>
#include <QSet>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

#include <optional>

namespace ct::console::api {

/// Which certificates of one server are good beside those that an authority vouches for: one that
/// is remembered, and those of "once". While one is remembered, any other is in doubt, whoever
/// vouches for it. Thread: main.
class CertificateTrust
{
public:
    /// `remembered` may be empty.
    CertificateTrust(QUrl server, QByteArray remembered)
        : m_server(std::move(server)),
          m_remembered(std::move(remembered))
    { }

    /// What each connection has to be made with. While a certificate is remembered no authority
    /// counts, so that Qt finds errors in every certificate and asks before it sends anything.
    QSslConfiguration configuration() const;
    /// What should be looked at; nothing when the connection may be made. `errors` are what Qt
    /// says of it.
    std::optional<Certificate> doubt(
        const QSslConfiguration &connection, const QList<QSslError> &errors) const;
    void trustOnce(const QByteArray &sha256) { m_once.insert(sha256); }
    void remember(const QByteArray &sha256) { m_remembered = sha256; }
    const QByteArray &remembered() const { return m_remembered; }

private:
    QUrl m_server;
    QByteArray m_remembered;
    QSet<QByteArray> m_once;
};

} // namespace ct::console::api
