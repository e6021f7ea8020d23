// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/selftest/secretsource.h"

#include "shared/base/hiddeninput.h"
#include "shared/base/lineend.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace ct::console::selftest {

namespace {

using profiles::SecretKind;
using Input = SelfTestWish::Input;

constexpr qint64 longestLine = 4096;

QByteArray lineOf(QIODevice &input)
{
    return withoutLineEnd(input.readLine(longestLine));
}

api::Secret byPassword(const QString &user, const QByteArray &password)
{
    return {user, QString::fromUtf8(password), {}};
}

api::Secret byToken(const QByteArray &token)
{
    return {{}, {}, token};
}

} // namespace

Status askAtTerminal(SelfTestWish &wish)
{
    if (wish.input == Input::None || !HiddenInput::isPossible())
        return {};
    const auto line = HiddenInput().ask(wish.input == Input::Token ? "API token: " : "Password: ");
    if (!line || line->isEmpty())
        return Error {ErrorCode::InvalidInput, u"Nothing was typed"_s};
    wish.typed = *line;
    return {};
}

Result<std::optional<api::Secret>> givenSecret(
    const SelfTestWish &wish, const QString &user, QIODevice &input)
{
    if (wish.input != Input::None) {
        const QByteArray line = wish.typed.isEmpty() ? lineOf(input) : wish.typed;
        if (line.isEmpty())
            return Error {ErrorCode::InvalidInput, u"Standard input is empty"_s};
        return std::optional(wish.input == Input::Token ? byToken(line) : byPassword(user, line));
    }
    if (const QByteArray token = qgetenv(tokenVariable); !token.isEmpty())
        return std::optional(byToken(token));
    if (const QByteArray password = qgetenv(passwordVariable); !password.isEmpty())
        return std::optional(byPassword(user, password));
    return std::optional<api::Secret>();
}

void readKept(
    profiles::SecretStore &store,
    const api::ServerProfile &profile,
    const QString &user,
    QObject *context,
    const SecretDone &done)
{
    if (user != profile.user)
        return done(std::nullopt);
    store.read(
        {profile.id, SecretKind::Token},
        context,
        [&store, profile, context, done](const std::optional<QString> &token) {
            if (token)
                return done(byToken(token->toUtf8()));
            store.read(
                {profile.id, SecretKind::Password},
                context,
                [profile, done](const std::optional<QString> &password) {
                    done(
                        password ? std::optional(byPassword(profile.user, password->toUtf8()))
                                 : std::nullopt);
                });
        });
}

} // namespace ct::console::selftest
