// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/prometheusrows.h"

#include "shared/base/version.h"

namespace ct::server::metrics {

namespace {

using Figures = ServerFigures;
using session::Refusal;

template<Refusal refusal>
double refused(const Figures &figures)
{
    return static_cast<double>(figures.sessions.refused[static_cast<std::size_t>(refusal)]);
}

template<Ide ide>
double downloaded(const Figures &figures)
{
    return static_cast<double>(figures.downloads.byIde[static_cast<std::size_t>(ide)]);
}

std::string nameOf(Ide ide)
{
    return ideNames[static_cast<std::size_t>(ide)];
}

std::vector<Row> sessionGauges()
{
    return {
        {"codetogether_users_online",
         "Different users whose editors are connected to a session",
         {},
         [](const Figures &f) {
             return double(f.front.usersConnected);
         }},
        {"codetogether_users_seated",
         "Different users with a seat in a session, those who are reconnecting included",
         {},
         [](const Figures &f) {
             return double(f.front.usersSeated);
         }},
        {"codetogether_sessions_active",
         "Sessions that are open",
         {},
         [](const Figures &f) {
             return double(f.front.sessions);
         }},
        {"codetogether_session_connections",
         "Hosts and guests that are connected to a session",
         {},
         [](const Figures &f) {
             return double(f.front.connectedParticipants);
         }},
        {"codetogether_session_participants",
         "Hosts and guests with a seat in a session, connected or reconnecting",
         {},
         [](const Figures &f) {
             return double(f.front.participants);
         }},
        {"codetogether_server_lag_seconds",
         "How late the event loops were, mean over all loops and the last ten seconds",
         {},
         [](const Figures &f) {
             return f.meanLag();
         }},
        {"codetogether_replay_bytes",
         "Messages kept for participants until their receipt is proven",
         {},
         [](const Figures &f) {
             return double(f.front.replayBytes);
         }},
    };
}

template<licence::LicenceState state>
double isIn(const Figures &figures)
{
    return figures.licence.state == state ? 1 : 0;
}

std::vector<Row> licenceGauges()
{
    using licence::LicenceState;
    static constexpr auto state = "codetogether_licence_state";
    static constexpr auto help = "1 for the state that the licence is in";
    return {
        {"codetogether_seats_used",
         "Hosts and guests that count for the licence",
         {},
         [](const Figures &f) {
             return double(f.licence.seatsUsed);
         }},
        {"codetogether_seats_limit",
         "Most hosts and guests that there may be, 0 for no limit",
         {},
         [](const Figures &f) {
             return double(f.licence.seatsLimit);
         }},
        {"codetogether_licence_expiry_timestamp_seconds",
         "When the licence ends, in seconds since 1970, NaN without one",
         {},
         [](const Figures &f) {
             return f.licence.expires;
         }},
        {"codetogether_licence_left_seconds",
         "For how long the licence is good, NaN without one",
         {},
         [](const Figures &f) {
             return f.licence.secondsLeft;
         }},
        {"codetogether_clock_set_back",
         "1 when the clock shows a day before one that has been seen",
         {},
         [](const Figures &f) {
             return f.licence.isClockSetBack ? 1.0 : 0.0;
         }},
        {state, help, {{"state", "none"}}, isIn<LicenceState::None>},
        {state, help, {{"state", "valid"}}, isIn<LicenceState::Valid>},
        {state, help, {{"state", "expiring"}}, isIn<LicenceState::Expiring>},
        {state, help, {{"state", "expired"}}, isIn<LicenceState::Expired>},
        {state, help, {{"state", "invalid"}}, isIn<LicenceState::Invalid>},
    };
}

std::vector<Row> networkGauges()
{
    static constexpr auto transport = "codetogether_transport_connections";
    static constexpr auto help = "Session connections by what carries them";
    return {
        {transport,
         help,
         {{"transport", "polling"}},
         [](const Figures &f) {
             return double(f.front.links.polling);
         }},
        {transport,
         help,
         {{"transport", "websocket"}},
         [](const Figures &f) {
             return double(f.front.links.webSocket);
         }},
        {transport,
         help,
         {{"transport", "raw"}},
         [](const Figures &f) {
             return double(f.front.links.rawSocket);
         }},
        {"codetogether_network_connections",
         "Open connections of any kind",
         {{"authenticated", "yes"}},
         [](const Figures &f) {
             return double(f.front.connections.connections - f.front.connections.unauthenticated);
         }},
        {"codetogether_network_connections",
         "Open connections of any kind",
         {{"authenticated", "no"}},
         [](const Figures &f) {
             return double(f.front.connections.unauthenticated);
         }},
        {"codetogether_network_addresses",
         "Different client addresses that are connected",
         {},
         [](const Figures &f) {
             return double(f.front.connections.addresses);
         }},
    };
}

std::vector<Row> processGauges()
{
    return {
        {"codetogether_build_info",
         "Always 1; the version is in the label",
         {{"version", productVersion}},
         [](const Figures &) {
             return 1.0;
         }},
        {"codetogether_process_start_time_seconds",
         "When the server was started, in seconds since 1970",
         {},
         [](const Figures &f) {
             return f.process.startTime;
         }},
        {"codetogether_process_resident_memory_bytes",
         "Memory in use",
         {},
         [](const Figures &f) {
             return double(f.process.residentBytes);
         }},
        {"codetogether_process_virtual_memory_bytes",
         "Address space in use",
         {},
         [](const Figures &f) {
             return double(f.process.virtualBytes);
         }},
        {"codetogether_process_open_fds",
         "Open file descriptors",
         {},
         [](const Figures &f) {
             return double(f.process.openDescriptors);
         }},
        {"codetogether_process_max_fds",
         "Most file descriptors that may be open",
         {},
         [](const Figures &f) {
             return double(f.process.mostDescriptors);
         }},
        {"codetogether_process_threads",
         "Threads of the server",
         {},
         [](const Figures &f) {
             return double(f.process.threads);
         }},
    };
}

std::vector<Row> storeGauges()
{
    return {
        {"codetogether_store_records_waiting",
         "Records for the database that are not written yet",
         {},
         [](const Figures &f) {
             return double(f.store.waiting);
         }},
    };
}

std::vector<Row> auditGauges()
{
    static constexpr auto waiting = "codetogether_audit_feed_entries_waiting";
    static constexpr auto help = "Audit entries that a receiver outside does not have yet";
    return {
        {waiting,
         help,
         {{"receiver", "syslog"}},
         [](const Figures &f) {
             return double(f.auditFeed.syslog.waiting);
         }},
        {waiting,
         help,
         {{"receiver", "webhook"}},
         [](const Figures &f) {
             return double(f.auditFeed.webhook.waiting);
         }},
    };
}

std::vector<Row> auditCounters()
{
    static constexpr auto entries = "codetogether_audit_feed_entries_total";
    static constexpr auto entriesHelp = "Audit entries that a receiver outside was given";
    static constexpr auto failures = "codetogether_audit_feed_failures_total";
    static constexpr auto failuresHelp
        = "Tries in vain to give audit entries to a receiver outside";
    return {
        {entries,
         entriesHelp,
         {{"receiver", "syslog"}},
         [](const Figures &f) {
             return double(f.auditFeed.syslog.delivered);
         }},
        {entries,
         entriesHelp,
         {{"receiver", "webhook"}},
         [](const Figures &f) {
             return double(f.auditFeed.webhook.delivered);
         }},
        {failures,
         failuresHelp,
         {{"receiver", "syslog"}},
         [](const Figures &f) {
             return double(f.auditFeed.syslog.failures);
         }},
        {failures,
         failuresHelp,
         {{"receiver", "webhook"}},
         [](const Figures &f) {
             return double(f.auditFeed.webhook.failures);
         }},
    };
}

std::vector<Row> storeCounters()
{
    static constexpr auto records = "codetogether_store_records_total";
    static constexpr auto help = "Records for the database, by what became of them";
    return {
        {records,
         help,
         {{"result", "written"}},
         [](const Figures &f) {
             return double(f.store.written);
         }},
        {records,
         help,
         {{"result", "dropped"}},
         [](const Figures &f) {
             return double(f.store.dropped);
         }},
        {"codetogether_store_failures_total",
         "Tries to write to the database that the disk failed",
         {},
         [](const Figures &f) {
             return double(f.store.failures);
         }},
    };
}

std::vector<Row> joinCounters()
{
    static constexpr auto joins = "codetogether_joins_total";
    static constexpr auto help = "Attempts to host or join a session, by how they ended";
    return {
        {joins,
         help,
         {{"result", "hosted"}},
         [](const Figures &f) {
             return double(f.sessions.hosted);
         }},
        {joins,
         help,
         {{"result", "joined"}},
         [](const Figures &f) {
             return double(f.sessions.guestsJoined);
         }},
        {joins, help, {{"result", "bad_token"}}, refused<Refusal::BadToken>},
        {joins, help, {{"result", "too_often"}}, refused<Refusal::TooOften>},
        {joins, help, {{"result", "draining"}}, refused<Refusal::Draining>},
        {joins, help, {{"result", "no_such_session"}}, refused<Refusal::NoRoom>},
        {joins, help, {{"result", "too_many_sessions"}}, refused<Refusal::TooManySessions>},
        {joins, help, {{"result", "busy"}}, refused<Refusal::Busy>},
        {joins, help, {{"result", "rejected"}}, refused<Refusal::Rejected>},
        {joins, help, {{"result", "timed_out"}}, refused<Refusal::TimedOut>},
        {joins, help, {{"result", "session_full"}}, refused<Refusal::Full>},
        {joins, help, {{"result", "no_seat"}}, refused<Refusal::NoSeat>},
    };
}

std::vector<Row> sessionCounters()
{
    static constexpr auto downloads = "codetogether_client_downloads_total";
    static constexpr auto help = "Extensions and plugins downloaded, ever, by IDE";
    return {
        {"codetogether_sessions_hosted_total",
         "Sessions hosted, ever: the number outlives restarts",
         {},
         [](const Figures &f) {
             return double(f.hostedInAll());
         }},
        {downloads, help, {{"ide", nameOf(Ide::VsCode)}}, downloaded<Ide::VsCode>},
        {downloads, help, {{"ide", nameOf(Ide::IntelliJ)}}, downloaded<Ide::IntelliJ>},
        {downloads, help, {{"ide", nameOf(Ide::Eclipse)}}, downloaded<Ide::Eclipse>},
        {"codetogether_participants_left_total",
         "Guests that left a session that went on",
         {},
         [](const Figures &f) {
             return double(f.sessions.left);
         }},
        {"codetogether_session_connections_broken_total",
         "Session connections that were lost, with the seat kept",
         {},
         [](const Figures &f) {
             return double(f.sessions.broken);
         }},
        {"codetogether_session_connections_resumed_total",
         "Participants that came back to their seats",
         {},
         [](const Figures &f) {
             return double(f.sessions.resumed);
         }},
    };
}

std::vector<Row> trafficCounters()
{
    static constexpr auto messages = "codetogether_relayed_messages_total";
    static constexpr auto messagesHelp = "Messages received from participants, and sent to them";
    static constexpr auto bytes = "codetogether_relayed_bytes_total";
    static constexpr auto bytesHelp = "Bytes of messages received from participants, and sent";
    static constexpr auto connections = "codetogether_network_connections_total";
    static constexpr auto connectionsHelp = "Connections that came, by what became of them";
    return {
        {messages,
         messagesHelp,
         {{"direction", "received"}},
         [](const Figures &f) {
             return double(f.front.relayed.messagesReceived);
         }},
        {messages,
         messagesHelp,
         {{"direction", "sent"}},
         [](const Figures &f) {
             return double(f.front.relayed.messagesSent);
         }},
        {bytes,
         bytesHelp,
         {{"direction", "received"}},
         [](const Figures &f) {
             return double(f.front.relayed.bytesReceived);
         }},
        {bytes,
         bytesHelp,
         {{"direction", "sent"}},
         [](const Figures &f) {
             return double(f.front.relayed.bytesSent);
         }},
        {"codetogether_dropped_messages_total",
         "Messages received that are not relayed: malformed, oversized, unencrypted, too many",
         {},
         [](const Figures &f) {
             return double(f.front.relayed.messagesDropped);
         }},
        {connections,
         connectionsHelp,
         {{"outcome", "admitted"}},
         [](const Figures &f) {
             return double(f.front.connections.admitted);
         }},
        {connections,
         connectionsHelp,
         {{"outcome", "refused"}},
         [](const Figures &f) {
             return double(f.front.connections.refused);
         }},
        {"codetogether_network_connections_evicted_total",
         "Idle connections that had to make room for others",
         {},
         [](const Figures &f) {
             return double(f.front.connections.evicted);
         }},
    };
}

std::vector<Row> upkeepCounters()
{
    return {
        {"codetogether_statsd_flushes_total",
         "Sets of numbers for StatsD, by what became of them",
         {{"result", "sent"}},
         [](const Figures &f) {
             return double(f.statsd.sent);
         }},
        {"codetogether_statsd_flushes_total",
         "Sets of numbers for StatsD, by what became of them",
         {{"result", "failed"}},
         [](const Figures &f) {
             return double(f.statsd.failed);
         }},
        {"codetogether_process_cpu_seconds_total",
         "Processor time used",
         {},
         [](const Figures &f) {
             return f.process.cpuSeconds;
         }},
    };
}

std::vector<Row> joined(std::vector<Row> rows, const std::vector<std::vector<Row>> &more)
{
    for (const std::vector<Row> &some : more)
        rows.insert(rows.end(), some.begin(), some.end());
    return rows;
}

} // namespace

std::vector<Row> gaugeRows()
{
    return joined(
        sessionGauges(),
        {licenceGauges(), networkGauges(), storeGauges(), auditGauges(), processGauges()});
}

std::vector<Row> counterRows()
{
    return joined(
        sessionCounters(),
        {joinCounters(), trafficCounters(), storeCounters(), auditCounters(), upkeepCounters()});
}

} // namespace ct::server::metrics
