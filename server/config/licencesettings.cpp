// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"
#include "server/config/values.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using licence::LicenceConfig;

// What it is worth is judged when the server runs, and never keeps it from starting.
std::optional<QString> anyText(const QString &text)
{
    return text;
}

Setting text(const QString &name, const QString &help, QString LicenceConfig::*member)
{
    return special(
        {name, help, u"text"_s},
        [member](auto &config) -> auto & { return config.licence.*member; },
        anyText,
        itself);
}

Setting signature()
{
    Setting setting = special(
        {u"CT_SIGNATURE"_s, u"Licence: what makes the other values good"_s, u"text"_s},
        [](auto &config) -> auto & { return config.licence.signature; },
        anyText,
        [](const QString &value) { return value.isEmpty() ? QString() : u"set"_s; });
    setting.isSecret = true;
    return setting;
}

} // namespace

QList<Setting> licenceSettings()
{
    const QList<Setting> settings {
        text(u"CT_LICENSEE"_s, u"Licence: whose it is"_s, &LicenceConfig::licensee),
        text(
            u"CT_MAXCONNECTIONS"_s,
            u"Licence: hosts and guests at once"_s,
            &LicenceConfig::maxConnections),
        text(
            u"CT_EXPIRATION"_s,
            u"Licence: the last day on which it is good, YYYY/MM/DD"_s,
            &LicenceConfig::expiration),
        text(u"CT_LOCATOR"_s, u"Licence: the locator that it is for"_s, &LicenceConfig::locator),
        signature(),
    };
    const QList<Setting> places {
        special(
            {u"CT_LICENSE_FILE"_s,
             u"Where the licence is kept; by default licensing.properties in /opt/codetogether, "
             "else in the state folder"_s,
             u"a file"_s},
            [](auto &config) -> auto & { return config.licence.file; },
            filePath,
            itself),
    };
    return reloadable(settings) + places;
}

} // namespace ct::server::config
