// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"
#include "server/config/webvalues.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using auth::AuthConfig;

/// HS256's key must not be shorter than its hash.
constexpr qsizetype shortestJwtKey = 32;
constexpr qint64 year = 366LL * 24 * 3600;
constexpr qint64 day = 24LL * 3600;
constexpr int million = 1'000'000;

constexpr auto switches = std::to_array<Row<AuthConfig, bool>>({
    {"OCT_ACTIVATE_SIMPLE_LOGIN",
     &AuthConfig::simpleLogin,
     "Anybody logs in with any name, unchecked; by default on only when there is no other login "
     "and only this "
     "machine can reach the server"},
    {"OCT_ACTIVATE_API_KEY_AUTH",
     &AuthConfig::apiKeyLogin,
     "Login with a key; by default on when OCT_API_KEY is given"},
});

constexpr auto lifetimes = std::to_array<Row<AuthConfig, std::chrono::seconds>>({
    {"CT_LOGIN_TOKEN_LIFETIME",
     &AuthConfig::loginTokenLifetime,
     "How long a login lasts",
     60,
     year},
    {"CT_RENEWED_LOGIN_LIFETIME",
     &AuthConfig::renewedLoginLifetime,
     "How long it lasts at most, however often the client renews it; 0: it cannot be renewed",
     0,
     year},
    {"CT_ROOM_TOKEN_LIFETIME",
     &AuthConfig::roomTokenLifetime,
     "How long a session may be rejoined with its token",
     60,
     year},
});

constexpr auto times = std::to_array<Row<AuthConfig, std::chrono::seconds>>({
    {"CT_POLL_TOKEN_LIFETIME",
     &AuthConfig::pollTokenLifetime,
     "Time to complete a login",
     10,
     3'600},
    {"CT_LONG_POLL",
     &AuthConfig::longPoll,
     "How long a poll for a login or a join is held",
     1,
     300},
    {"CT_JOIN_ANSWER_KEPT",
     &AuthConfig::joinAnswerKept,
     "How long the answer to a join may be fetched again",
     1,
     3'600},
    {"CT_LOGIN_FAILURE_WINDOW",
     &AuthConfig::failureWindow,
     "Time within which failed logins are counted",
     1,
     day},
    {"CT_LOGIN_FIRST_LOCK",
     &AuthConfig::firstLock,
     "How long an account is locked at first",
     1,
     day},
    {"CT_LOGIN_LONGEST_LOCK", &AuthConfig::longestLock, "How long it is locked at most", 1, day},
});

constexpr auto counts = std::to_array<Row<AuthConfig, int>>({
    {"CT_LOGIN_FAILURES_TO_LOCK",
     &AuthConfig::failuresToLock,
     "Failed logins that lock an account for their address",
     1,
     million},
    {"CT_LOGIN_TRIES_PER_MINUTE",
     &AuthConfig::triesPerMinute,
     "Login tries of one client address in a minute",
     1,
     million},
    {"CT_MAX_POLL_TOKENS",
     &AuthConfig::pollTokens,
     "Logins and joins under way at once",
     10,
     million},
    {"CT_MAX_POLL_TOKENS_PER_ADDRESS",
     &AuthConfig::pollTokensPerAddress,
     "The same, of one client address",
     1,
     million},
    {"CT_MAX_LONG_POLLS", &AuthConfig::longPolls, "Polls held at once", 10, million},
    {"CT_MAX_LONG_POLLS_PER_ADDRESS",
     &AuthConfig::longPollsPerAddress,
     "The same, of one client address",
     1,
     million},
});

// With room for them from the start.
constexpr auto fixedCounts = std::to_array<Row<AuthConfig, int>>({
    {"CT_MAX_ENDED_LOGINS",
     &AuthConfig::endedLogins,
     "Logouts remembered one by one; beyond, all who logged in before the first of them must do so "
     "again",
     10,
     million},
});

std::optional<QByteArray> jwtKey(const QString &text)
{
    const QByteArray key = text.toUtf8();
    return key.size() < shortestJwtKey ? std::nullopt : std::optional(key);
}

/// Secrets are only shown to be there.
template<typename Value>
QString secretText(const Value &value)
{
    return value.isEmpty() ? QString() : u"set"_s;
}

QList<Setting> secretSettings()
{
    QList<Setting> secrets {
        special(
            {u"OCT_API_KEY"_s,
             u"The keys to log in with; one that is taken out ends its logins and their seats"_s,
             u"a comma list of keys or name:key, all different, keys of 16 characters or more"_s},
            [](auto &config) -> auto & { return config.auth.apiKeys; },
            apiKeys,
            secretText<QList<auth::NamedApiKey>>),
        special(
            {u"OCT_JWT_PRIVATE_KEY"_s,
             u"Signs the tokens; without it a key is made and kept in the state folder"_s,
             u"32 bytes or more"_s},
            [](auto &config) -> auto & { return config.auth.jwtKey; },
            jwtKey,
            secretText<QByteArray>),
        special(
            {u"CT_JWT_FORMER_KEY"_s,
             u"What OCT_JWT_PRIVATE_KEY was before: logins made with it stay good"_s,
             u"32 bytes or more"_s},
            [](auto &config) -> auto & { return config.auth.formerJwtKey; },
            jwtKey,
            secretText<QByteArray>),
    };
    for (Setting &secret : secrets)
        secret.isSecret = true;
    return secrets;
}

QList<Setting> pageSettings()
{
    const QString page = u"an http or https URL, or a path on this server"_s;
    return {
        special(
            {u"OCT_LOGIN_PAGE_URL"_s, u"Page to log in on, instead of our own"_s, page},
            [](auto &config) -> auto & { return config.auth.loginPageUrl; },
            pageUrl,
            itself),
        special(
            {u"OCT_LOGIN_SUCCESS_URL"_s, u"Page shown after a login"_s, page},
            [](auto &config) -> auto & { return config.auth.loginSuccessUrl; },
            pageUrl,
            itself),
    };
}

} // namespace

QList<Setting> loginSettings()
{
    return reloadable(
               settingsOf(&ServerConfig::auth, switches) + secretSettings() + pageSettings()
               + settingsOf(&ServerConfig::auth, times) + settingsOf(&ServerConfig::auth, counts))
        + settingsOf(&ServerConfig::auth, lifetimes) + settingsOf(&ServerConfig::auth, fixedCounts);
}

} // namespace ct::server::config
