// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// codetogether-license: makes keys, and issues and reads licences.
#include "server/config/sysexits.h"
#include "server/licencetool/commands.h"
#include "shared/base/version.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ct::server;

// What is thrown here is the end of memory, and nothing could be done about it.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char *argv[])
{
    const QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName(u"codetogether-license"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(ct::productVersion));
    const licencetool::Outcome outcome = licencetool::run(
        QCoreApplication::arguments(), licence::bytesOf(QStringLiteral(CT_LICENCE_PUBLIC_KEY)));
    std::fputs(qUtf8Printable(outcome.output), stdout);
    std::fputs(qUtf8Printable(outcome.complaint), stderr);
    return outcome.exitCode;
}
