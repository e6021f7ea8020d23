// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/simplelogin.h"

#include "server/auth/userfields.h"
#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::auth {

using protocol::InfoMessage;

QString SimpleLogin::name() const
{
    return unverified;
}

QString SimpleLogin::routeName() const
{
    return u"simple"_s;
}

protocol::AuthProvider SimpleLogin::description() const
{
    using namespace protocol::codes;
    const protocol::AuthField user {
        .name = u"user"_s,
        .required = true,
        .label = {.code = usernameLabel, .message = u"Username"_s},
        .placeHolder
        = InfoMessage {.code = usernamePlaceholder, .message = u"The name that others see"_s}};
    const protocol::AuthField email {
        .name = u"email"_s,
        .required = false,
        .label = {.code = emailLabel, .message = u"Email"_s},
        .placeHolder
        = InfoMessage {.code = emailPlaceholder, .message = u"Shown to hosts you want to join"_s}};
    return {
        .type = protocol::AuthType::Form,
        .name = u"unverified"_s,
        .endpoint = protocol::paths::login + routeName(),
        .label = {.code = unverifiedLoginLabel, .message = u"Unverified"_s},
        .details
        = InfoMessage {.code = unverifiedLoginDetails, .message = u"Log in with a name of your choice"_s},
        .group = {.code = builtinsGroup, .message = u"Builtins"_s},
        .fields = {user, email}};
}

QString SimpleLogin::account(const QJsonObject &) const
{
    // There are no accounts to guess, so that a lock would only hit who shares the address.
    return routeName();
}

void SimpleLogin::authenticate(
    const QJsonObject &form, const LoginContext &, const Finished &finished)
{
    Result<QString> user = checkedUserName(form.value("user"_L1));
    if (!user)
        return finished(user.error());
    Result<QString> email = checkedEmail(form.value("email"_L1));
    if (!email)
        return finished(email.error());
    finished(User {
        .id = QString::fromLatin1(randomId(m_random)),
        .name = *std::move(user),
        .email = *std::move(email),
        .authProvider = name()});
}

} // namespace ct::server::auth
