// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <array>
#include <utility>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

struct Flag {
    const char *name;
    const char *help;
    const char *value;
    const char *initial;
};

constexpr std::array flags {
    Flag {"server", "URL of the server to measure", "url", ""},
    Flag {"server-pid", "Its process, for CPU and memory", "pid", "0"},
    Flag {"vs", "URL of another server to compare with", "url", ""},
    Flag {"vs-pid", "Its process", "pid", "0"},
    Flag {"rooms", "Rooms", "count", "10"},
    Flag {"vs-rooms", "Rooms of the other server, if not as many", "count", ""},
    Flag {"peers", "People in each room", "count", "5"},
    Flag {"burst", "Messages that a sender sends at once", "count", "1"},
    Flag {"active", "Rooms that send at the same time; 0: all", "count", "0"},
    Flag {
        "rate",
        "Messages a second in each room, in place of one burst after the other",
        "count",
        "0"},
    Flag {"cuts", "Connections that are cut and come back, a second", "count", "0"},
    Flag {"idle", "Further connections that only wait", "count", "0"},
    Flag {"vs-idle", "The same on the other server", "count", ""},
    Flag {"size", "Bytes of a message's content", "bytes", "1024"},
    Flag {"kind", "broadcast, notification or request", "kind", "broadcast"},
    Flag {
        "transport",
        "websocket, polling, upgrade, or floor for one that is no real server",
        "transport",
        "websocket"},
    Flag {"vs-transport", "The same for the other server", "transport", ""},
    Flag {"seconds", "Length of a run", "seconds", "2"},
    Flag {"warm-up", "Time before it that isn't counted", "seconds", "0.3"},
    Flag {"drain", "Time after it until what has not come is lost", "seconds", "10"},
    Flag {"repeat", "Runs of each server, in turn", "count", "1"},
    Flag {"joins", "Sessions that are opened a second", "count", "100"},
    Flag {"name", "What to call the results", "name", ""},
    Flag {"json", "Where to write the results", "file", ""},
};

void complain(const QString &what)
{
    QTextStream(stderr) << "codetogether-bench: " << what << '\n';
}

/// Values by their flags; remembers whether all were readable.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser) : m_parser(parser) { }

    bool isGood() const { return m_isGood; }
    std::string text(const QString &flag) const { return m_parser.value(flag).toStdString(); }

    double number(const QString &flag)
    {
        bool isNumber = false;
        const double value = m_parser.value(flag).toDouble(&isNumber);
        if (!isNumber || value < 0)
            refuse(flag);
        return value;
    }

    std::size_t count(const QString &flag) { return static_cast<std::size_t>(number(flag)); }

    /// The flag for the other server, or what the first one has.
    std::size_t countOr(const QString &flag, std::size_t otherwise)
    {
        return m_parser.value(flag).isEmpty() ? otherwise : count(flag);
    }

    template<typename Value, std::size_t size>
    Value oneOf(const QString &flag, const std::array<std::pair<QStringView, Value>, size> &words)
    {
        for (const auto &[word, value] : words) {
            if (m_parser.value(flag) == word)
                return value;
        }
        refuse(flag);
        return words[0].second;
    }

    void refuse(const QString &flag)
    {
        complain(u"--"_s + flag + u" can't be \""_s + m_parser.value(flag) + u'"');
        m_isGood = false;
    }

private:
    const QCommandLineParser &m_parser;
    bool m_isGood = true;
};

Transport readTransport(Values &values, const QString &flag)
{
    constexpr std::array<std::pair<QStringView, Transport>, 4> words {
        {{u"websocket", Transport::WebSocket},
         {u"polling", Transport::Polling},
         {u"upgrade", Transport::Upgrade},
         {u"floor", Transport::Floor}}};
    return values.oneOf(flag, words);
}

void readPlan(Values &values, CrowdPlan &plan)
{
    constexpr std::array<std::pair<QStringView, Kind>, 3> words {
        {{u"broadcast", Kind::Broadcast},
         {u"notification", Kind::Notification},
         {u"request", Kind::Request}}};
    plan.room.transport = readTransport(values, u"transport"_s);
    plan.room.kind = values.oneOf(u"kind"_s, words);
    plan.room.peers = values.count(u"peers"_s);
    plan.room.size = values.count(u"size"_s);
    plan.rooms = values.count(u"rooms"_s);
    plan.burst = values.count(u"burst"_s);
    plan.active = values.count(u"active"_s);
    plan.rate = values.number(u"rate"_s);
    plan.cuts = values.number(u"cuts"_s);
    // Other client addresses in each call, so that rates of a server that runs on don't add up.
    plan.firstRoom = static_cast<std::size_t>(QCoreApplication::applicationPid() % 50) * 300'000;
    if (plan.room.size < leastPayload)
        values.refuse(u"size"_s);
    if (plan.room.peers < 2)
        values.refuse(u"peers"_s);
    if (plan.rooms < 1)
        values.refuse(u"rooms"_s);
    if (plan.burst < 1)
        values.refuse(u"burst"_s);
}

Options fill(Values &values, const QCommandLineParser &parser)
{
    Options options;
    options.server.url = values.text(u"server"_s);
    options.server.pid = static_cast<pid_t>(values.count(u"server-pid"_s));
    options.server.idle = values.count(u"idle"_s);
    options.server.drain = values.number(u"drain"_s);
    readPlan(values, options.server.plan);
    options.other = options.server;
    options.other.url = values.text(u"vs"_s);
    options.other.pid = static_cast<pid_t>(values.count(u"vs-pid"_s));
    options.other.idle = values.countOr(u"vs-idle"_s, options.server.idle);
    options.other.plan.rooms = values.countOr(u"vs-rooms"_s, options.server.plan.rooms);
    if (!parser.value(u"vs-transport"_s).isEmpty())
        options.other.plan.room.transport = readTransport(values, u"vs-transport"_s);
    // The same load on all rooms together.
    options.other.plan.rate *= double(options.server.plan.rooms)
        / double(std::max<std::size_t>(options.other.plan.rooms, 1));
    options.hasFloor = parser.isSet(u"floor"_s);
    options.isPinned = parser.isSet(u"pin"_s);
    options.seconds = values.number(u"seconds"_s);
    options.warmUp = values.number(u"warm-up"_s);
    options.repeat = std::max(1, static_cast<int>(values.count(u"repeat"_s)));
    options.joins = values.number(u"joins"_s);
    options.name = values.text(u"name"_s);
    options.json = values.text(u"json"_s);
    return options;
}

} // namespace

std::optional<Options> readOptions(const QString &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const Flag &flag : flags)
        parser.addOption(
            {QString::fromLatin1(flag.name),
             QString::fromLatin1(flag.help),
             QString::fromLatin1(flag.value),
             QString::fromLatin1(flag.initial)});
    parser.addOption({u"floor"_s, u"Measures the least that a relay can do, too"_s});
    parser.addOption({u"pin"_s, u"Servers on the first core, the bench on the second"_s});
    if (!parser.parse(QStringList {u"codetogether-bench "_s + command} + arguments)) {
        complain(parser.errorText() + u"\n\n"_s + parser.helpText());
        return std::nullopt;
    }
    Values values(parser);
    Options options = fill(values, parser);
    if (!values.isGood())
        return std::nullopt;
    if (options.server.url.empty() && !options.hasFloor) {
        complain(u"--server is missing\n\n"_s + parser.helpText());
        return std::nullopt;
    }
    return options;
}

} // namespace ct::bench
