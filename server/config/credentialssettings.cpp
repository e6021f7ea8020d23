// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using credentials::Pair;

std::optional<QString> userName(const QString &text)
{
    return credentials::mayBeUser(text) ? std::optional(text) : std::nullopt;
}

std::optional<QByteArray> password(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return credentials::mayBePassword(bytes) ? std::optional(bytes) : std::nullopt;
}

QString secretText(const QByteArray &value)
{
    return value.isEmpty() ? QString() : u"set"_s;
}

QString userText(const QString &value)
{
    return value;
}

QList<Setting> pairSettings(
    const QString &prefix, const QString &purpose, Pair credentials::CredentialsConfig::*pair)
{
    Setting user = special(
        {prefix + u"_USER"_s, u"User of "_s + purpose, u"up to 200 letters without a colon"_s},
        [pair](auto &config) -> auto & { return (config.credentials.*pair).user; },
        userName,
        userText);
    Setting secret = special(
        {prefix + u"_PASSWORD"_s, u"Password of "_s + purpose, u"1 to 1024 bytes"_s},
        [pair](auto &config) -> auto & { return (config.credentials.*pair).password; },
        password,
        secretText);
    secret.isSecret = true;
    return {user, secret};
}

} // namespace

QList<Setting> credentialsSettings()
{
    return reloadable(
        pairSettings(
            u"CT_DASHBOARD"_s,
            u"the dashboard and the logs"_s,
            &credentials::CredentialsConfig::dashboard)
        + pairSettings(
            u"CT_LOGS"_s,
            u"the same, where CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD are not set"_s,
            &credentials::CredentialsConfig::logs));
}

} // namespace ct::server::config
