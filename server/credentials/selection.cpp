// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/selection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::credentials {

namespace {

/// 24 letters and digits, 142 bits.
QByteArray freshPassword(RandomSource &random)
{
    return randomId(random);
}

Selection fromPair(Origin origin, const Pair &pair, const QString &prefix, RandomSource &random)
{
    Selection selection;
    selection.origin = origin;
    selection.user = pair.user;
    selection.password = pair.password;
    if (pair.user.isEmpty()) {
        selection.user = defaultUser;
        selection.remarks.append(
            u"%1_PASSWORD is set without %1_USER: the user is %2"_s.arg(prefix, selection.user));
    }
    if (pair.password.isEmpty()) {
        selection.password = freshPassword(random);
        selection.isGenerated = true;
        selection.remarks.append(
            u"%1_USER is set without %1_PASSWORD: a password was generated for %2"_s.arg(
                prefix, selection.user));
    }
    return selection;
}

} // namespace

Selection select(
    const CredentialsConfig &config,
    const std::optional<StoredCredentials> &stored,
    RandomSource &random)
{
    if (!config.dashboard.isEmpty())
        return fromPair(Origin::Dashboard, config.dashboard, u"CT_DASHBOARD"_s, random);
    if (!config.logs.isEmpty())
        return fromPair(Origin::Logs, config.logs, u"CT_LOGS"_s, random);
    Selection selection;
    if (stored) {
        selection.origin = Origin::Stored;
        selection.user = stored->user;
        selection.hash = stored->hash;
        return selection;
    }
    selection.user = defaultUser;
    selection.password = freshPassword(random);
    selection.isGenerated = true;
    return selection;
}

QList<QPair<QString, QString>> storingFaults(const Pair &pair)
{
    constexpr qsizetype shortest = 8;
    QList<QPair<QString, QString>> faults;
    const bool hasControls = std::any_of(
        pair.user.begin(), pair.user.end(), [](QChar letter) { return !letter.isPrint(); });
    if (!mayBeUser(pair.user) || hasControls)
        faults.append({u"user"_s, u"A user has up to 200 letters, none of them a colon"_s});
    if (!mayBePassword(pair.password) || pair.password.size() < shortest)
        faults.append({u"password"_s, u"A password has 8 to 1024 bytes"_s});
    return faults;
}

QString storingFault(const Pair &pair)
{
    const auto faults = storingFaults(pair);
    return faults.isEmpty() ? QString() : faults.constFirst().second;
}

QString originText(Origin origin)
{
    switch (origin) {
    case Origin::Dashboard:
        return u"CT_DASHBOARD_USER and CT_DASHBOARD_PASSWORD"_s;
    case Origin::Logs:
        return u"CT_LOGS_USER and CT_LOGS_PASSWORD"_s;
    case Origin::Stored:
        return u"stored"_s;
    case Origin::Generated:
        break;
    }
    return u"generated"_s;
}

} // namespace ct::server::credentials
