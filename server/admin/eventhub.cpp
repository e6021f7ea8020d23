// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/eventhub.h"

#include "server/admin/answers.h"
#include "server/admin/auditquery.h"
#include "server/admin/livefacts.h"
#include "server/admin/paging.h"
#include "server/http/backendfields.h"
#include "server/store/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
namespace types = wire::eventtypes;

/// Of one sign-in or token.
constexpr qsizetype mostOfOne = 8;
/// From being let in to the open WebSocket.
constexpr std::chrono::seconds openWithin {10};
constexpr std::chrono::seconds lookEvery {1};
constexpr std::chrono::milliseconds flushAfter {250};
constexpr qsizetype bytesAtOnce = 256LL * 1024;
constexpr int mostAuditAtOnce = 200;

std::chrono::milliseconds time(WallTime at)
{
    return std::chrono::milliseconds(store::milliseconds(at));
}

/// So that numbers grow over restarts, and 2^53 are enough for some centuries.
qint64 firstNumber(const Clock &clock)
{
    static constexpr qint64 perMillisecond = 1'000;
    return store::milliseconds(clock.wallNow()) * perMillisecond;
}

QByteArray textOf(const wire::Event &event)
{
    return protocol::toBytes(protocol::FieldWriter::objectOf(event));
}

bool isSame(const wire::HealthDetail &one, const wire::HealthDetail &other)
{
    const auto text = [](wire::HealthDetail detail) {
        detail.uptimeSeconds = {};
        return protocol::toBytes(protocol::FieldWriter::objectOf(detail));
    };
    return text(one) == text(other);
}

Answer noUpgrade()
{
    return problemAnswer(
        400,
        u"upgrade-required"_s,
        u"This is a WebSocket"_s,
        u"Send Connection: Upgrade and Upgrade: websocket"_s);
}

} // namespace

EventHub::EventHub(OperationTable &table, Services services)
    : m_services(std::move(services)),
      m_ring(firstNumber(m_services.clock))
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushAfter);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        takeFeed();
        pump();
    });
    m_looks.setInterval(lookEvery);
    connect(&m_looks, &QTimer::timeout, this, &EventHub::look);
    m_services.feed.onFilled([this] {
        QMetaObject::invokeMethod(&m_flush, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    });
    table.bind("watchEvents", [this](const Call &call, const Done &done) { watch(call, done); });
}

EventHub::~EventHub()
{
    m_services.feed.onFilled({});
}

void EventHub::watch(const Call &call, const Done &done)
{
    if (!call.isUpgrade)
        return done(noUpgrade());
    const auto topics = topicsOf(call);
    const auto after = numberOf(call, u"after"_s, -1);
    if (!topics || !after)
        return done(problemAnswer(topics ? after.error() : topics.error()));
    const auto ofOne = std::count_if(m_watchers.begin(), m_watchers.end(), [&](const auto &entry) {
        return entry.second.who.pageSession == call.caller.pageSession
            && entry.second.who.token == call.caller.token;
    });
    if (std::ssize(m_watchers) >= mostWatchers || ofOne >= mostOfOne)
        return done(problemAnswer(
            {ErrorCode::TooMany, u"There are too many watchers already: close some first"_s}));
    const QByteArray ticket = randomId(m_services.random);
    Watcher &watcher = m_watchers[ticket];
    watcher.ticket = ticket;
    watcher.who = call.caller;
    watcher.topics = *topics;
    watcher.since = m_services.clock.now();
    watcher.told = *after;
    watcher.isResuming = *after >= 0;
    wake();
    done({200, {{http::backend::watch.toByteArray(), ticket}}});
}

Watcher *EventHub::find(const QByteArray &ticket)
{
    const auto at = m_watchers.find(ticket);
    return at == m_watchers.end() ? nullptr : &at->second;
}

void EventHub::opened(const QByteArray &ticket, WatchLine line)
{
    Watcher *watcher = find(ticket);
    if (!watcher)
        return line.close(wire::closedSignedOut, "Ask again");
    watcher->line = std::move(line);
    takeFeed();
    if (watcher->isResuming && m_ring.reaches(watcher->told)) {
        wire::Event resumed = event(types::resumed);
        resumed.sequence = watcher->told;
        watcher->line->send({textOf(resumed)});
        watcher->isBusy = true;
        return;
    }
    beginSnapshot(*watcher);
}

void EventHub::ready(const QByteArray &ticket)
{
    Watcher *watcher = find(ticket);
    if (!watcher)
        return;
    watcher->isBusy = false;
    pump(*watcher);
}

void EventHub::ended(const QByteArray &ticket)
{
    m_watchers.erase(ticket);
    if (m_watchers.empty())
        m_looks.stop();
}

/// The first watcher after a while: what has changed meanwhile is told, so that numbers from before
/// are good to go on from.
void EventHub::wake()
{
    if (m_looks.isActive())
        return;
    m_looks.start();
    look();
}

void EventHub::look()
{
    endUnwelcome();
    const wire::HealthDetail health = m_services.health();
    if (!isSame(health, m_health)) {
        m_health = health;
        wire::Event changed = event(types::health);
        changed.health = health;
        append(Topic::Health, changed);
    }
    lookAtSettings();
    lookAtAudit();
    lookAtOverview();
}

void EventHub::lookAtSettings()
{
    const auto versions = m_services.versions();
    for (const auto &[subject, version] : versions.asKeyValueRange()) {
        if (m_versions.value(subject) == version)
            continue;
        wire::Event changed = event(types::changed);
        changed.subject = subject;
        append(Topic::Settings, changed);
    }
    m_versions = versions;
}

/// Whoever is signed in no more, or has never come.
void EventHub::endUnwelcome()
{
    const Instant now = m_services.clock.now();
    std::erase_if(m_watchers, [this, now](const auto &entry) {
        const Watcher &watcher = entry.second;
        if (!watcher.line)
            return now - watcher.since >= openWithin;
        if (m_services.mayWatch(watcher.who))
            return false;
        watcher.line->close(wire::closedSignedOut, "The sign-in or the token has ended");
        return true;
    });
    if (m_watchers.empty())
        m_looks.stop();
}

void EventHub::lookAtOverview()
{
    const bool isWanted = std::any_of(m_watchers.begin(), m_watchers.end(), [](const auto &entry) {
        return isIn(entry.second.topics, Topic::Overview);
    });
    if (!isWanted)
        return pump();
    m_services.overview([this](const wire::Overview &overview) {
        wire::Event told = event(types::overview);
        told.overview = overview;
        append(Topic::Overview, told);
        takeFeed();
        pump();
    });
}

void EventHub::lookAtAudit()
{
    const quint64 written = m_services.store.counters().written;
    if (m_isAsking || (m_audited && written == m_written))
        return;
    m_isAsking = true;
    store::AuditFilter filter;
    filter.after = m_audited.value_or(0);
    filter.most = m_audited ? mostAuditAtOnce : 1;
    using Entries = QList<store::KeptAuditEntry>;
    m_services.store.ask<Entries>(
        this,
        [filter](store::Database &database) { return store::auditEntries(database, filter); },
        [this, written](const Result<Entries> &entries) {
            m_isAsking = false;
            if (!entries)
                return;
            m_written = written;
            const bool isFirst = !m_audited;
            const std::vector<store::KeptAuditEntry> oldestFirst(
                entries->crbegin(), entries->crend());
            for (const store::KeptAuditEntry &entry : oldestFirst) {
                m_audited = entry.entry;
                if (!isFirst)
                    tellEntry(entry);
            }
        });
}

void EventHub::tellEntry(const store::KeptAuditEntry &entry)
{
    wire::Event told = event(types::audit);
    told.audit = itemOf(entry);
    append(Topic::Audit, told);
}

wire::Event EventHub::event(QLatin1StringView type) const
{
    return {m_ring.last(), time(m_services.clock.wallNow()), type};
}

void EventHub::append(Topic topic, const wire::Event &event)
{
    m_ring.append(topic, event);
}

void EventHub::takeFeed()
{
    const EventFeed::Taken taken = m_services.feed.take();
    if (taken.isTorn)
        m_ring.cut();
    for (const session::SessionEvent &happened : taken.events)
        takeEvent(happened);
}

void EventHub::takeEvent(const session::SessionEvent &happened)
{
    using Kind = session::SessionEvent::Kind;
    wire::Event told = event(types::participantChanged);
    told.atMs = time(happened.at);
    told.sessionId = QString::fromLatin1(happened.session);
    switch (happened.kind) {
    case Kind::Created:
        told.type = types::sessionStarted;
        told.sessionId.reset();
        told.session = wire::LiveSession {
            QString::fromLatin1(happened.session), time(happened.begun), {participantOf(happened)}};
        break;
    case Kind::Joined:
        told.type = types::participantJoined;
        told.participant = participantOf(happened);
        break;
    case Kind::Broken:
    case Kind::Resumed:
    case Kind::Moved:
        told.participant = participantOf(happened);
        break;
    case Kind::Left:
        told.type = types::participantLeft;
        told.participantId = QString::fromLatin1(happened.participant);
        told.reason = happened.reason;
        break;
    case Kind::Ended:
        told.type = types::sessionEnded;
        told.reason = happened.reason;
        break;
    case Kind::Refused:
        return;
    }
    append(Topic::Sessions, told);
}

void EventHub::pump()
{
    for (auto &[ticket, watcher] : m_watchers)
        pump(watcher);
}

void EventHub::pump(Watcher &watcher)
{
    if (!watcher.line || watcher.isBusy)
        return;
    if (watcher.isInSnapshot)
        return nextPart(watcher);
    if (!m_ring.reaches(watcher.told)) {
        wire::Event resync = event(types::resync);
        resync.reason = u"More has happened than was taken in"_s;
        watcher.before = {textOf(resync)};
        return beginSnapshot(watcher);
    }
    const EventRing::Batch batch = m_ring.after(watcher.told, watcher.topics, bytesAtOnce);
    watcher.told = batch.last;
    if (batch.texts.isEmpty())
        return;
    watcher.isBusy = true;
    watcher.line->send(batch.texts);
}

} // namespace ct::server::admin
