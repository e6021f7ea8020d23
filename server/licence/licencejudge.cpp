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

LicenceCheck checkOf(const char *name, bool isPassed, const QString &fault)
{
    return {QString::fromLatin1(name), isPassed, isPassed ? QString() : fault};
}

/// Of the signature, as far as it can be looked at.
LicenceCheck signatureCheck(const Licence &licence, const Issuer &issuer)
{
    const QByteArray signature = bytesOf(licence.signature);
    if (signature.size() != signatureSize)
        return checkOf("signature", false, u"CT_SIGNATURE is not a signature"_s);
    return checkOf(
        "signature",
        isSignedBy(signedBytes(licence), signature, issuer.publicKey),
        u"CT_SIGNATURE does not fit the other values, which must be exactly as they were issued"_s);
}

/// Which check fails first; empty when none does.
QString faultOf(const Licence &licence, const Issuer &issuer)
{
    for (const LicenceCheck &check : checksOf(licence, issuer)) {
        if (!check.isPassed)
            return check.fault;
    }
    return {};
}

LicenceState stateFor(int daysLeft)
{
    if (daysLeft < 0)
        return LicenceState::Expired;
    return daysLeft <= expiringDays ? LicenceState::Expiring : LicenceState::Valid;
}

} // namespace

QList<LicenceCheck> checksOf(const Licence &licence, const Issuer &issuer)
{
    const QString missing = missingFields(licence);
    return {
        checkOf("complete", missing.isEmpty(), u"%1 is missing"_s.arg(missing)),
        checkOf(
            "connections",
            licence.connections().has_value(),
            u"CT_MAXCONNECTIONS is not a number of connections"_s),
        checkOf(
            "expiration",
            licence.lastDay().has_value(),
            u"CT_EXPIRATION is not a day as YYYY/MM/DD"_s),
        checkOf(
            "issuer",
            !issuer.publicKey.isEmpty(),
            u"unknown issuer: this server was built without the key of one"_s),
        signatureCheck(licence, issuer)};
}

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
