// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/worker.h"

#include "server/front/plainsocket.h"
#include "server/front/socketoptions.h"
#include "server/front/tlssocket.h"
#include "server/http/backendfields.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr std::chrono::milliseconds tickEvery {250};
// While the server stops and somebody waits for it.
constexpr std::chrono::milliseconds tickAtTheEnd {50};
constexpr std::chrono::seconds tidyEvery {10};

} // namespace

Worker::Worker(FrontContext &context, int number)
    : m_context(context),
      m_number(number),
      m_policies(context.firstPolicies),
      m_readQueue(context.services.clock)
{ }

Worker::~Worker() = default;

void Worker::start()
{
    const FrontServices &services = m_context.services;
    const auto warn = [this](const QString &key, const QString &sentence) {
        m_context.services.log.warnLimited(key, sentence);
    };
    m_budget = std::make_unique<session::BudgetShare>(m_context.memory);
    m_sessions = std::make_unique<session::SessionDirectory>(session::SessionContext {
        m_policies.session,
        services.clock,
        services.random,
        services.events,
        *m_budget,
        m_context.quota,
        m_relayed,
        services.seats,
        m_context.bans,
        warn});
    m_keeper = std::make_unique<QObject>();
    m_linkContext = std::make_unique<LinkContext>(LinkContext {
        m_policies.front,
        services.clock,
        services.random,
        *m_sessions,
        m_flushQueue,
        m_readQueue,
        m_looks,
        m_context.registry,
        m_keeper.get(),
        *m_budget,
        m_policies.session.proofEvery,
        warn,
        [this](const LinkHandshake &handshake, const Error &error) {
            const bool lacksSeat = error.code == ErrorCode::TooMany;
            refused(
                handshake,
                error.message,
                lacksSeat ? session::Refusal::NoSeat : session::Refusal::BadToken);
        }});
    m_transportContext = std::make_unique<TransportContext>(
        TransportContext {m_policies.front, m_flushQueue, m_readQueue, warn, m_buffers});
    m_links = std::make_unique<LinkTable>(*m_linkContext, *this);
    m_watches = std::make_unique<WatchTable>(WatchTable::Services {
        m_policies.front, services.clock, services.application, m_keeper.get()});
    m_backends = std::make_unique<BackendPool>(
        services.application, m_context.waitingRequests, services.clock, m_policies.longPoll);
    connect(
        QAbstractEventDispatcher::instance(thread()),
        &QAbstractEventDispatcher::aboutToBlock,
        this,
        [this] { flush(); });
    m_lag = std::make_unique<eventloop::LagMeter>(services.clock);
    m_timer = std::make_unique<QTimer>();
    connect(m_timer.get(), &QTimer::timeout, this, &Worker::tick);
    m_timer->start(tickEvery);
}

void Worker::apply(const Policies &policies)
{
    m_policies = policies;
    if (!m_links)
        return;
    m_linkContext->proofEvery = policies.session.proofEvery;
    m_backends->setLongPoll(policies.longPoll);
}

void Worker::flush()
{
    m_readQueue.run();
    m_flushQueue.run();
    // What is left has its turn at once instead of after the next event.
    if (!m_readQueue.isEmpty() || !m_flushQueue.isEmpty())
        QAbstractEventDispatcher::instance(thread())->wakeUp();
}

void Worker::stop()
{
    m_flushQueue.run();
    m_timer.reset();
    m_lag.reset();
    m_connections.clear();
    m_closed.clear();
    // Links tell their participants goodbye, so they go before the sessions.
    m_links.reset();
    m_watches.reset();
    m_keeper.reset();
    m_sessions.reset();
    m_backends.reset();
    m_linkContext.reset();
    m_transportContext.reset();
    m_budget.reset();
}

void Worker::closeSessions(const QString &reason)
{
    m_isStopping = true;
    m_sessions->closeAll(reason);
    m_timer->start(tickAtTheEnd);
}

void Worker::endConnections()
{
    m_isStopping = m_isFarewell = true;
    for (HttpConnection *connection : allConnections())
        connection->endAfterAnswer();
    m_watches->closeAll();
}

void Worker::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void Worker::order(std::function<void()> task)
{
    ++m_orders;
    post([this, task = std::move(task)] {
        task();
        tick();
        --m_orders;
    });
}

int Worker::remaining() const
{
    // In this order: an order that is done has been counted.
    const int orders = m_orders;
    return orders + m_remaining;
}

bool Worker::isHere() const
{
    return QThread::currentThread() == thread();
}

void Worker::makeRoomForHandshake()
{
    const std::size_t share
        = static_cast<std::size_t>(m_policies.net.handshakes) / m_context.workers.size();
    if (m_handshaking.size() < std::max<std::size_t>(1, share))
        return;
    m_context.services.log.warnLimited(
        u"handshakes"_s,
        u"More TLS handshakes are under way than may be at once, the oldest makes room (CT_MAX_HANDSHAKES)"_s);
    evict(*m_handshaking.begin());
}

void Worker::accept(net::ConnectionId id, qintptr descriptor, Door door)
{
    Descriptor own(static_cast<int>(descriptor));
    const QHostAddress peer = peerOf(own.number());
    setRelayOptions(own.number());
    std::unique_ptr<StreamSocket> socket;
    if (net::isTls(door)) {
        makeRoomForHandshake();
        m_handshaking.insert(id);
        socket = std::make_unique<TlsSocket>(std::move(own), m_context.services.tls.current());
    } else {
        socket = std::make_unique<PlainSocket>(std::move(own));
    }
    RequestHandler &handler = *this;
    auto connection = std::make_unique<HttpConnection>(
        HttpConnection::Opening {id, std::move(socket), door, peer}, m_context, *this, handler);
    HttpConnection *opened = connection.get();
    m_connections.emplace(id, std::move(connection));
    opened->start(m_buffers);
}

void Worker::evict(net::ConnectionId id)
{
    const auto at = m_connections.find(id);
    if (at != m_connections.end())
        at->second->evict();
}

void Worker::closed(HttpConnection &connection)
{
    const auto at = m_connections.find(connection.id());
    if (at == m_connections.end())
        return;
    m_closed.push_back(std::move(at->second));
    m_connections.erase(at);
    if (m_closed.size() == 1)
        QMetaObject::invokeMethod(
            this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
}

void Worker::respond(const ResponseHandle &handle, http::Response response)
{
    const QByteArray receipt = http::takeField(response, http::backend::receipt);
    const auto at = m_connections.find(handle.connection);
    const bool isTaken = at != m_connections.end()
        && at->second->respond(handle.request, std::move(response), receipt);
    if (!isTaken && !receipt.isEmpty())
        m_context.services.application.delivered(receipt, false);
}

void ResponseHandle::send(http::Response response) const
{
    if (!worker)
        return;
    if (worker->isHere())
        return worker->respond(*this, std::move(response));
    worker->post([handle = *this, response = std::move(response)]() mutable {
        handle.worker->respond(handle, std::move(response));
    });
}

Worker &Worker::ownerOf(const LinkHandshake &handshake)
{
    return handshake.claims ? *m_context.ownerOf(handshake.claims->room) : *this;
}

void Worker::refused(
    const LinkHandshake &handshake, const QString &reason, session::Refusal refusal)
{
    session::SessionEvent event;
    event.kind = session::SessionEvent::Kind::Refused;
    event.at = m_context.services.clock.wallNow();
    event.address = handshake.details.address;
    event.client = handshake.details.client;
    event.reason = reason;
    event.refusal = refusal;
    if (handshake.claims) {
        event.session = handshake.claims->room;
        event.participant = handshake.claims->participant;
        event.user = handshake.claims->user.name;
    }
    m_context.services.events.record(event);
}

WorkerFigures Worker::figures() const
{
    WorkerFigures figures;
    if (!m_sessions)
        return figures;
    session::SessionDirectory::Counts counts = m_sessions->counts();
    figures.sessions = counts.sessions;
    figures.participants = counts.participants;
    figures.connectedParticipants = counts.connected;
    figures.usersConnected = std::move(counts.usersConnected);
    figures.usersSeated = std::move(counts.usersSeated);
    figures.relayed = m_relayed;
    figures.links = m_links->figures();
    figures.loop = {u"worker-%1"_s.arg(m_number), m_lag->figures()};
    return figures;
}

void Worker::tick()
{
    m_sessions->tick();
    m_links->tick();
    m_watches->tick();
    // A session's brake lets go by time, too, and nothing else would tell.
    m_readQueue.retryHeld();
    m_backends->tick();
    tickConnections();
    tidy();
    if (m_isStopping)
        m_remaining = count();
}

int Worker::count() const
{
    const auto connections
        = std::count_if(m_connections.begin(), m_connections.end(), [this](const auto &entry) {
              return m_isFarewell || entry.second->isAnswering();
          });
    return static_cast<int>(connections + m_keeper->children().size()) + m_links->owing();
}

void Worker::tidy()
{
    const Instant now = m_context.services.clock.now();
    if (now - m_tidied < tidyEvery)
        return;
    m_tidied = now;
    m_backends->closeUnused();
    m_context.requestRate.tidy();
    m_context.refusalRate.tidy();
}

void Worker::tickConnections()
{
    const Instant now = m_context.services.clock.now();
    for (HttpConnection *connection : allConnections())
        connection->tick(now);
}

std::vector<HttpConnection *> Worker::allConnections() const
{
    std::vector<HttpConnection *> all;
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection.get());
    return all;
}

} // namespace ct::server::front
