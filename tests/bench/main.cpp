// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/comparison.h"
#include "tests/bench/floor.h"
#include "tests/bench/process.h"
#include "tests/bench/results.h"

#include <QCoreApplication>

#include <iostream>

namespace {
using namespace Qt::StringLiterals;

constexpr auto usage = R"(codetogether-bench: plays clients of the Open Collaboration protocol

  compare   measures a server, with --floor the least a relay can do, with --vs another server
  memory    what connections cost: --rooms R --peers P of them
  joins     opens sessions at a steady rate: --joins N --seconds S
  floor     runs the floor alone: --port N
  results   makes RESULTS.md and plots of JSON files: FOLDER-OF-JSON FOLDER

Each of the first three takes --help for its flags.
)";

int serveFloor(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--port"_s);
    const QString port = at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : u"0"_s;
    const auto listening = ct::bench::listenForFloor(port.toUShort());
    if (!listening) {
        std::cerr << "codetogether-bench: the port is taken\n";
        return ct::bench::exitcode::notRun;
    }
    std::cout << "floor on port " << listening->port
              << std::endl; // NOLINT(performance-avoid-endl): read by who waits for it
    ct::bench::runFloor(listening->socket);
}

int measure(const QString &command, const QStringList &arguments)
{
    const auto options = ct::bench::readOptions(command, arguments);
    if (!options)
        return ct::bench::exitcode::notRun;
    if (command == u"compare")
        return ct::bench::compare(*options);
    return command == u"memory" ? ct::bench::measureMemory(*options)
                                : ct::bench::stormOfJoins(*options);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    ct::bench::raiseDescriptorLimit();
    if (command == u"compare" || command == u"memory" || command == u"joins")
        return measure(command, arguments.mid(2));
    if (command == u"floor")
        return serveFloor(arguments.mid(2));
    if (command == u"results" && arguments.size() == 4)
        return ct::bench::writeResults(arguments[2], arguments[3]);
    std::cerr << usage;
    return command == u"--help" ? ct::bench::exitcode::good : ct::bench::exitcode::notRun;
}
