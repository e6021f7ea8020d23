// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// codetogether-ctl: what whoever runs a server asks of it.
#include "server/controltool/commands.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>

using namespace ct::server;

// What is thrown here is the end of memory, and nothing could be done about it.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char *argv[])
{
    const QCoreApplication qt(argc, argv);
    // Names are UTF-8, whatever the locale.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread exists yet.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const controltool::Outcome outcome
        = controltool::run(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
    std::fputs(qUtf8Printable(outcome.output), stdout);
    std::fputs(qUtf8Printable(outcome.complaint), stderr);
    return outcome.exitCode;
}
