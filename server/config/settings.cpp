// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/settings.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

QList<Setting> inGroup(const QString &group, QList<Setting> settings)
{
    for (Setting &setting : settings)
        setting.group = group;
    return settings;
}

} // namespace

QList<Setting> reloadable(QList<Setting> settings)
{
    for (Setting &setting : settings)
        setting.takesEffect = TakesEffect::OnReload;
    return settings;
}

QString flagOf(const QString &name)
{
    QString flag = name;
    for (const auto prefix : {"CT_"_L1, "OCT_"_L1}) {
        if (name.startsWith(prefix))
            flag = name.sliced(prefix.size());
    }
    return flag.toLower().replace(u'_', u'-');
}

QList<Setting> allSettings()
{
    // QSettings takes [general] for no group at all, so that name is not among them.
    return inGroup(u"server"_s, generalSettings()) + inGroup(u"network"_s, networkSettings())
        + inGroup(u"requests"_s, frontSettings()) + inGroup(u"login"_s, loginSettings())
        + inGroup(u"sessions"_s, sessionSettings()) + inGroup(u"metrics"_s, metricsSettings())
        + inGroup(u"licence"_s, licenceSettings()) + inGroup(u"store"_s, storeSettings())
        + inGroup(u"audit"_s, auditSettings()) + inGroup(u"credentials"_s, credentialsSettings())
        + inGroup(u"clients"_s, clientsSettings());
}

} // namespace ct::server::config
