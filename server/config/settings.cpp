// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/settings.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

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
    return generalSettings() + networkSettings() + frontSettings() + loginSettings()
        + sessionSettings() + metricsSettings();
}

} // namespace ct::server::config
