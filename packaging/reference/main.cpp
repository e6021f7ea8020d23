// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Fills the placeholders of a manual page: makereference PAGE.in > PAGE

#include "server/config/derived.h"
#include "server/config/manpages.h"
#include "shared/base/version.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

// NOLINTNEXTLINE(bugprone-exception-escape): it could only end, too.
int main(int argc, char *argv[])
{
    QFile page(argc == 2 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!page.open(QIODevice::ReadOnly)) {
        std::fputs("usage: makereference PAGE.in\n", stderr);
        return 1;
    }
    const QList<Setting> settings = allSettings();
    const ServerConfig defaults = fixedDefaults();
    QString text = QString::fromUtf8(page.readAll());
    text.replace(u"@VERSION@"_s, QLatin1StringView(ct::productVersion));
    text.replace(u"@FLAGS@\n"_s, flagsAsRoff(settings, defaults));
    text.replace(u"@SETTINGS@\n"_s, settingsAsRoff(settings, defaults));
    std::fputs(qUtf8Printable(text), stdout);
    return 0;
}
