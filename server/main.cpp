// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/app.h"
#include "server/app/tokenkeys.h"
#include "server/config/commandline.h"
#include "server/config/loader.h"
#include "server/config/sysexits.h"
#include "server/eventloop/epolldispatcher.h"
#include "server/licence/ed25519.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <ctime>

using namespace ct::server;
using Action = config::CommandLine::Action;

namespace {

void print(std::FILE *to, const QString &text)
{
    std::fputs(qUtf8Printable(text), to);
    if (!text.endsWith(QLatin1Char('\n')))
        std::fputc('\n', to);
}

int complain(const config::ConfigFaults &faults)
{
    for (const QString &sentence : faults.warnings + faults.sentences)
        print(stderr, QStringLiteral("codetogether-edge: ") + sentence);
    return config::exitcode::config;
}

/// Whose licences this build takes.
licence::Issuer issuer()
{
    return {licence::bytesOf(QStringLiteral(CT_LICENCE_PUBLIC_KEY)), CT_COMMUNITY_CONNECTIONS};
}

/// For everything that shows times. Before any thread is made, as they all read it.
void useTimeZone(const QString &name)
{
    qputenv("TZ", name.toUtf8());
    ::tzset();
}

int rotateKey(const config::ServerConfig &config)
{
    const auto rotated = app::rotateTokenKey(config);
    if (rotated)
        print(stdout, *rotated);
    else
        print(stderr, QStringLiteral("codetogether-edge: ") + rotated.error().message);
    return rotated ? 0 : config::exitcode::config;
}

int run(
    const config::LoadedConfig &loaded,
    const QStringList &arguments,
    const QProcessEnvironment &environment)
{
    useTimeZone(loaded.config.timeZone);
    app::App server(
        loaded,
        [arguments, environment](const config::LoadedConfig &inForce) {
            return config::loadAgain(inForce, arguments, environment);
        },
        issuer());
    if (const auto failure = server.start()) {
        print(stderr, QStringLiteral("codetogether-edge: ") + failure->sentence);
        return failure->exitCode;
    }
    return QCoreApplication::exec();
}

} // namespace

// What is thrown here is the end of memory, and nothing could be done about it.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char *argv[])
{
    app::SignalWatcher::block();
    QCoreApplication::setEventDispatcher(std::make_unique<eventloop::EpollDispatcher>().release());
    const QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("codetogether-edge"));
    // Units and containers often set no locale; names and logs are UTF-8 all the same.
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread exists yet.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const QStringList arguments = QCoreApplication::arguments();
    const config::CommandLine line = config::readCommandLine(arguments);
    if (line.action == Action::UsageError) {
        print(stderr, line.text);
        return config::exitcode::usage;
    }
    if (line.action == Action::ShowHelp || line.action == Action::ShowVersion
        || line.action == Action::PrintDefaults) {
        print(stdout, line.text);
        return 0;
    }
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto outcome = config::load(arguments, environment);
    if (const auto *faults = std::get_if<config::ConfigFaults>(&outcome))
        return complain(*faults);
    const auto &loaded = std::get<config::LoadedConfig>(outcome);
    if (line.action == Action::CheckConfig) {
        for (const QString &sentence : loaded.warnings + loaded.errors)
            print(stderr, QStringLiteral("codetogether-edge: ") + sentence);
        print(stdout, config::effectiveConfig(loaded));
        return 0;
    }
    if (line.action == Action::RotateKey)
        return rotateKey(loaded.config);
    return run(loaded, arguments, environment);
}
