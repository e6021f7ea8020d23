// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licencewords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using protocol::admin::LicenceDetail;

QLatin1StringView LicenceWords::sign(const LicenceDetail &licence)
{
    if (licence.state == "valid"_L1)
        return "good"_L1;
    if (licence.state == "expiring"_L1)
        return "warning"_L1;
    if (licence.state == "none"_L1)
        return "none"_L1;
    return licence.state == "expired"_L1 ? "locked"_L1 : "bad"_L1;
}

QString LicenceWords::state(const LicenceDetail &licence)
{
    if (licence.clockSetBack)
        return tr(
            "The server's clock has been set back: the licence does not count until it is right.");
    if (licence.state == "valid"_L1)
        return tr("The licence is valid.");
    if (licence.state == "expiring"_L1)
        return tr("The licence is valid, but ends soon. Ask for the next one.");
    if (licence.state == "expired"_L1)
        return tr(
            "The licence has expired. Sessions go on with what the server gives without one.");
    if (licence.state == "none"_L1)
        return tr("There is no licence: the server runs in community mode.");
    return tr("The licence is not valid. Sessions go on with what the server gives without one.");
}

QString LicenceWords::daysLeft(const LicenceDetail &licence)
{
    if (!licence.daysLeft)
        return {};
    const int days = static_cast<int>(*licence.daysLeft);
    if (days < 0)
        return tr("ended %n days ago", nullptr, -days);
    return days == 0 ? tr("ends today") : tr("%n days left", nullptr, days);
}

QString LicenceWords::seats(const LicenceDetail &licence)
{
    const int used = static_cast<int>(licence.seatsUsed);
    if (licence.limit == 0)
        return tr("%Ln seats in use, without a limit", nullptr, used);
    //: %1 is how many there are
    return tr("%Ln of %1 seats in use", nullptr, used).arg(QLocale().toString(licence.limit));
}

QString LicenceWords::check(const protocol::admin::LicenceCheckResult &result)
{
    if (result.name == "complete"_L1)
        return result.passed ? tr("All of it is there") : tr("Something is missing");
    if (result.name == "connections"_L1)
        return result.passed ? tr("The number of connections can be read")
                             : tr("The number of connections can't be read");
    if (result.name == "expiration"_L1)
        return result.passed ? tr("The last day can be read") : tr("The last day can't be read");
    if (result.name == "issuer"_L1)
        return result.passed ? tr("This server knows the issuer")
                             : tr("This server does not know the issuer");
    if (result.name == "signature"_L1)
        return result.passed ? tr("The signature fits") : tr("The signature does not fit");
    return result.name;
}

QString LicenceWords::connections(const protocol::admin::LicenceTexts &texts)
{
    bool isNumber = false;
    const int number = texts.maxConnections.toInt(&isNumber);
    if (!isNumber)
        return texts.maxConnections;
    return number == 0 ? tr("without a limit") : tr("%Ln at once", nullptr, number);
}

QString LicenceWords::locator(const protocol::admin::LicenceTexts &texts)
{
    return texts.locator.isEmpty() ? tr("none named") : texts.locator;
}

} // namespace ct::console::pages
