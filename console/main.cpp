// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/mainwindow.h"
#include "console/icons/icon.h"
#include "console/translations/translators.h"
#include "shared/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <cstdio>
#include <optional>
#include <sysexits.h>

using namespace Qt::StringLiterals;

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text), stream);
}

/// Answers what needs no window; nothing when a window is wanted.
std::optional<int> answerOnTerminal(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setApplicationDescription(u"Shows what an edge server says of itself."_s);
    parser.addPositionalArgument(u"server"_s, u"Address to connect to at once."_s, u"[server]"_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments) || parser.positionalArguments().size() > 1) {
        print(stderr, parser.errorText() + u"\n\n"_s + parser.helpText());
        return EX_USAGE;
    }
    if (parser.isSet(version)) {
        print(stdout, u"codetogether-console %1\n"_s.arg(QLatin1StringView(ct::productVersion)));
        return EX_OK;
    }
    if (parser.isSet(help)) {
        print(stdout, parser.helpText());
        return EX_OK;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    QCommandLineParser parser;
    {
        // Without a display, --help and --version must still answer.
        const QCoreApplication terminal(argc, argv);
        if (const auto exitCode = answerOnTerminal(parser, QCoreApplication::arguments()))
            return *exitCode;
    }
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(u"CodeTogether"_s);
    QApplication::setApplicationName(u"codetogether-console"_s);
    QApplication::setDesktopFileName(u"com.codetogether.edge.Console"_s);
    QApplication::setWindowIcon(ct::console::icons::applicationIcon());
    const ct::console::translations::Translators translators {QLocale()};

    const ct::SystemClock clock;
    QSettings settings;
    ct::console::app::MainWindow window(clock, settings);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
