// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace ct::server::auth {

struct NamedApiKey {
    QString name;
    QByteArray key;
};

struct AuthConfig {
    /// OCT_ACTIVATE_SIMPLE_LOGIN, after the default rule has been applied: on by default only when
    /// nothing else is configured and every bound address is a loopback one.
    bool simpleLogin = false;
    /// Simple login came on by the default rule, so that it is said loudly.
    bool simpleLoginByDefault = false;
    /// OCT_ACTIVATE_API_KEY_AUTH with OCT_API_KEY (`key` or `name:key`, comma list).
    bool apiKeyLogin = false;
    QList<NamedApiKey> apiKeys;
    /// OCT_JWT_PRIVATE_KEY; empty: a key file in the state folder.
    QByteArray jwtKey;
    /// CT_JWT_FORMER_KEY: what jwtKey was before; tokens signed with it are still good.
    QByteArray formerJwtKey;
    std::chrono::seconds loginTokenLifetime {std::chrono::hours(24)};
    /// However often a login is renewed.
    std::chrono::seconds renewedLoginLifetime {std::chrono::hours(24 * 30)};
    std::chrono::seconds roomTokenLifetime {std::chrono::hours(24)};
    /// Logins ended before their time that are remembered one by one; beyond, whatever was issued
    /// before the oldest of them was ended is refused.
    int endedLogins = 10'000;
    /// A login attempt's poll token.
    std::chrono::seconds pollTokenLifetime {300};
    std::chrono::seconds longPoll {30};
    /// For how long a join's answer may be fetched again by its requester.
    std::chrono::seconds joinAnswerKept {60};
    /// Poll tokens waiting at once, in all and per client address.
    int pollTokens = 20'000;
    int pollTokensPerAddress = 200;
    /// Long polls held at once, in all and per client address.
    int longPolls = 4'000;
    int longPollsPerAddress = 200;
    /// Throttle of failed logins: failures within the window lock the pair of account and address.
    int failuresToLock = 5;
    std::chrono::seconds failureWindow {300};
    std::chrono::seconds firstLock {60};
    std::chrono::seconds longestLock {900};
    /// Login tries of any outcome per address and minute.
    int triesPerMinute = 20;
    /// OCT_LOGIN_PAGE_URL; empty: our own page.
    QString loginPageUrl;
    /// OCT_LOGIN_SUCCESS_URL
    QString loginSuccessUrl;
};

} // namespace ct::server::auth
