// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/licencejudge.h"

#include "server/licence/ed25519.h"

using namespace Qt::StringLiterals;

namespace ct::server::licence {

namespace {

constexpr int expiringDays = 30;

/// Of two limits, 0 being none.
int smaller(int one, int other)
{
    if (one == 0 || other == 0)
        return qMax(one, other);
    return qMin(one, other);
}

QString missingFields(const Licence &licence)
{
    QStringList missing;
    for (const LicenceField &field : licenceFields) {
        // A licence need not name a locator.
        const bool mayLack = field.text == &Licence::locator;
        if (!mayLack && (licence.*field.text).isEmpty())
            missing.append(QString::fromLatin1(field.name));
    }
    return missing.join(u", "_s);
}

/// Which check fails; empty when none does.
QString faultOf(const Licence &licence, const Issuer &issuer)
{
    if (const QString missing = missingFields(licence); !missing.isEmpty())
        return u"%1 is missing"_s.arg(missing);
    if (!licence.connections())
        return u"CT_MAXCONNECTIONS is not a number of connections"_s;
    if (!licence.lastDay())
        return u"CT_EXPIRATION is not a day as YYYY/MM/DD"_s;
    if (issuer.publicKey.isEmpty())
        return u"unknown issuer: this server was built without the key of one"_s;
    const QByteArray signature = bytesOf(licence.signature);
    if (signature.size() != signatureSize)
        return u"CT_SIGNATURE is not a signature"_s;
    if (!isSignedBy(signedBytes(licence), signature, issuer.publicKey))
        return u"CT_SIGNATURE does not fit the other values, which must be exactly as they were issued"_s;
    return {};
}

LicenceState stateFor(int daysLeft)
{
    if (daysLeft < 0)
        return LicenceState::Expired;
    return daysLeft <= expiringDays ? LicenceState::Expiring : LicenceState::Valid;
}

} // namespace

LicenceStatus judge(
    const Licence &licence, const Issuer &issuer, const QDate &today, const QDate &lastSeen)
{
    LicenceStatus status;
    status.licence = licence;
    status.limit = issuer.communityLimit;
    status.isClockSetBack = lastSeen.isValid() && today < lastSeen;
    if (licence.isEmpty())
        return status;
    const QDate counted = status.isClockSetBack ? lastSeen : today;
    const int licensed = licence.connections().value_or(issuer.communityLimit);
    status.lastDay = licence.lastDay();
    if (status.lastDay)
        status.daysLeft = static_cast<int>(counted.daysTo(*status.lastDay));
    status.fault = faultOf(licence, issuer);
    status.state = status.fault.isEmpty() ? stateFor(*status.daysLeft) : LicenceState::Invalid;
    const bool isGood
        = status.state == LicenceState::Valid || status.state == LicenceState::Expiring;
    status.limit = isGood ? licensed : smaller(licensed, issuer.communityLimit);
    return status;
}

} // namespace ct::server::licence
