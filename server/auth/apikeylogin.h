// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/authconfig.h"
#include "server/auth/loginmethod.h"

#include <QList>

#include <optional>

namespace ct::server::auth {

/// The keys that count, as tokens and seats are told apart by them.
QList<QByteArray> apiKeyDigests(const AuthConfig &config);

/// Takes those who know one of the configured keys, for use without a person. Who uses a key
/// is that key's one user, under the key's name or one of their choice.
class ApiKeyLogin final : public LoginMethod
{
public:
    explicit ApiKeyLogin(const QList<NamedApiKey> &keys);

    QString name() const override;
    QString routeName() const override;
    protocol::AuthProvider description() const override;
    QString account(const QJsonObject &form) const override;
    void authenticate(
        const QJsonObject &form, const LoginContext &context, const Finished &finished) override;

private:
    struct Key {
        QString name;
        /// SHA-256 of the key: of one length for all, so that no length shows in time.
        QByteArray digest;
    };

    /// Takes the same time whichever it is, and when it is none.
    std::optional<Key> find(const QByteArray &key) const;

    QList<Key> m_keys;
};

} // namespace ct::server::auth
