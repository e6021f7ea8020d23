// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace ct::server::credentials {

/// A user and a password as far as they are set; each may be empty.
struct Pair {
    QString user {};
    QByteArray password {};

    bool isEmpty() const { return user.isEmpty() && password.isEmpty(); }
};

/// Basic authentication puts a colon behind a user's name.
inline bool mayBeUser(const QString &text)
{
    constexpr qsizetype longest = 200;
    return !text.isEmpty() && text.size() <= longest && !text.contains(u':');
}

inline bool mayBePassword(const QByteArray &bytes)
{
    constexpr qsizetype longest = 1'024;
    return !bytes.isEmpty() && bytes.size() <= longest;
}

struct CredentialsConfig {
    /// CT_DASHBOARD_USER, CT_DASHBOARD_PASSWORD
    Pair dashboard;
    /// CT_LOGS_USER, CT_LOGS_PASSWORD
    Pair logs;
    /// A page session ends when it was not used for so long, and in any case after the second time.
    std::chrono::seconds idle {std::chrono::minutes(30)};
    std::chrono::seconds longest {std::chrono::hours(12)};
    /// How long a verified pair is taken without computing its hash again.
    std::chrono::seconds remembered {std::chrono::minutes(5)};
};

} // namespace ct::server::credentials
