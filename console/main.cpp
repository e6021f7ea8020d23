// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/demo.h"
#include "console/app/program.h"
#include "console/app/singleinstance.h"
#include "console/icons/icon.h"
#include "console/profiles/keychainsecretstore.h"
#include "console/selftest/secretsource.h"
#include "console/selftest/selftestrun.h"
#include "console/translations/translators.h"
#include "shared/base/version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QNetworkProxyFactory>
#include <QSettings>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <sysexits.h>

using namespace Qt::StringLiterals;

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text), stream);
}

struct Options {
    QCommandLineOption help {{u"h"_s, u"help"_s}, u"Prints this and ends."_s};
    QCommandLineOption version {{u"v"_s, u"version"_s}, u"Prints the version and ends."_s};
    QCommandLineOption connect {u"connect"_s, u"Connects to this server and keeps it."_s, u"url"_s};
    QCommandLineOption demo {u"demo"_s, u"Shows a made-up server, to try the program."_s};
    QCommandLineOption page {u"page"_s, u"Shows this page: %1."_s.arg(pageNames()), u"name"_s};
    ct::console::selftest::SelfTestOptions selfTest;

    static QString pageNames()
    {
        QStringList names;
        for (const auto &row : ct::console::pages::pageTable())
            names.append(row.name);
        return names.join(u", "_s);
    }
};

/// Answers what needs no window; nothing when a window is wanted.
std::optional<int> answerOnTerminal(
    QCommandLineParser &parser, const Options &options, const QStringList &arguments)
{
    parser.setApplicationDescription(u"Looks after CodeTogether edge servers."_s);
    parser.addOptions({options.help, options.version, options.connect, options.page, options.demo});
    parser.addOptions(options.selfTest.all());
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        print(stderr, parser.errorText() + u"\n\n"_s + parser.helpText());
        return EX_USAGE;
    }
    if (parser.isSet(options.version)) {
        print(stdout, u"codetogether-console %1\n"_s.arg(QLatin1StringView(ct::productVersion)));
        return EX_OK;
    }
    if (parser.isSet(options.help)) {
        print(stdout, parser.helpText());
        return EX_OK;
    }
    return std::nullopt;
}

/// Qt would abort without one.
bool hasDisplay()
{
    if (qgetenv("XDG_SESSION_TYPE") == "wayland")
        return true;
    return std::ranges::any_of(
        std::array {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"},
        [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
}

/// Until the window is closed.
int show(const ct::console::app::Wish &wish, ct::console::app::SingleInstance &instance)
{
    using ct::console::app::Program;
    const ct::SystemClock clock;
    ct::SystemRandom random;
    QSettings settings;
    ct::console::profiles::KeychainSecretStore secrets(u"codetogether-console"_s);
    Program program({clock, random, settings, secrets});
    ct::console::app::MainWindow &window = program.window();
    const auto goThere = [&window](const ct::console::app::Wish &wanted) {
        window.go(wanted.address, wanted.page);
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    };
    QObject::connect(&instance, &ct::console::app::SingleInstance::wished, &window, goThere);
    instance.listen();
    window.show();
    window.reopen();
    goThere(wish);
    return QApplication::exec();
}

/// The same with a server that is not there.
int showDemo(const QString &page)
{
    const ct::SystemClock clock;
    ct::SystemRandom random;
    ct::console::app::Demo demo(clock, random);
    demo.window().show();
    demo.begin(page);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCommandLineParser parser;
    const Options options;
    std::optional<ct::console::selftest::SelfTestWish> selfTest;
    {
        // Without a display, --help and --version must still answer.
        const QCoreApplication terminal(argc, argv);
        const QStringList arguments = QCoreApplication::arguments();
        if (const auto exitCode = answerOnTerminal(parser, options, arguments))
            return *exitCode;
        const auto wanted = ct::console::selftest::wishOf(
            parser, options.selfTest, parser.value(options.connect));
        if (!wanted) {
            print(stderr, wanted.error().message + u'\n');
            return EX_USAGE;
        }
        selfTest = *wanted;
        const ct::Status asked
            = selfTest ? ct::console::selftest::askAtTerminal(*selfTest) : ct::Status();
        if (!asked) {
            print(stderr, asked.error().message + u'\n');
            return EX_USAGE;
        }
    }
    if (!selfTest && !hasDisplay()) {
        print(
            stderr,
            u"There is no display to show a window on (DISPLAY, WAYLAND_DISPLAY); --selftest needs "
            "none\n"_s);
        return EX_UNAVAILABLE;
    }
    // It shows nothing to anybody.
    if (selfTest && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(u"CodeTogether"_s);
    QApplication::setApplicationName(u"codetogether-console"_s);
    QApplication::setDesktopFileName(u"com.codetogether.edge.Console"_s);
    QApplication::setWindowIcon(ct::console::icons::applicationIcon());
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    // Its words are for logs, and stay as they are.
    if (selfTest)
        return ct::console::selftest::run(*selfTest);
    const ct::console::translations::Translators translators {QLocale()};
    if (parser.isSet(options.demo))
        return showDemo(parser.value(options.page));
    const ct::console::app::Wish wish {parser.value(options.connect), parser.value(options.page)};
    ct::console::app::SingleInstance instance(ct::console::app::SingleInstance::usualSocket());
    if (instance.handOver(wish))
        return EX_OK;
    return show(wish, instance);
}
