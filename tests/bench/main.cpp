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
  floor     runs the floor alone: --port N [--fault lose|double|swap|damage]
  results   makes RESULTS.md and plots of JSON files: FOLDER-OF-JSON FOLDER
  number    prints one number of a JSON file: FILE PATH.TO.IT

Each of the first three takes --help for its flags.
)";

QString valueOf(const QStringList &arguments, const QString &flag, const QString &otherwise)
{
    const qsizetype at = arguments.indexOf(flag);
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : otherwise;
}

int serveFloor(const QStringList &arguments)
{
    const QStringList faults {u"none"_s, u"lose"_s, u"double"_s, u"swap"_s, u"damage"_s};
    const qsizetype fault = faults.indexOf(valueOf(arguments, u"--fault"_s, u"none"_s));
    bool isNumber = false;
    const ushort port = valueOf(arguments, u"--port"_s, u"0"_s).toUShort(&isNumber);
    const auto listening = isNumber && fault >= 0 ? ct::bench::listenForFloor(port) : std::nullopt;
    if (!listening) {
        std::cerr << "codetogether-bench: no such fault, or the port is taken\n";
        return ct::bench::exitcode::notRun;
    }
    // With endl, since somebody waits for the line.
    std::cout << "floor on port " << listening->port << std::endl; // NOLINT(performance-avoid-endl)
    ct::bench::runFloor(listening->socket, ct::bench::FloorFault(fault));
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
    if (command == u"number" && arguments.size() == 4)
        return ct::bench::printNumber(arguments[2], arguments[3]);
    std::cerr << usage;
    return command == u"--help" ? ct::bench::exitcode::good : ct::bench::exitcode::notRun;
}
