// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/enginelink.h"

#include "server/engineio/payload.h"
#include "server/front/engineanswers.h"
#include "server/front/engineprobe.h"
#include "server/front/linkregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Answers to what a client asks that wait at once, and what a socket may hold when one is added.
constexpr std::size_t mostControls = 64;
constexpr qint64 mostPendingForControl = 1024LL * 1024;

} // namespace

EngineLink::EngineLink(QByteArray sid, LinkHandshake handshake, LinkContext &context)
    : ParticipantLink(std::move(handshake), context),
      Reader(context.readQueue),
      m_sid(std::move(sid)),
      m_since(context.clock.now())
{ }

EngineLink::~EngineLink()
{
    over();
}

QByteArray EngineLink::openPacket(bool mayUpgrade) const
{
    const FrontConfig &config = context().config;
    const QJsonObject open {
        {u"sid"_s, QString::fromLatin1(m_sid)},
        {u"upgrades"_s, mayUpgrade ? QJsonArray {u"websocket"_s} : QJsonArray {}},
        {u"pingInterval"_s, static_cast<qint64>(config.pingInterval.count())},
        {u"pingTimeout"_s, static_cast<qint64>(config.pingTimeout.count())},
        {u"maxPayload"_s, config.maxPayload},
    };
    return engineio::encodePacket(
        engineio::PacketType::Open, QJsonDocument(open).toJson(QJsonDocument::Compact));
}

void EngineLink::openPolling(const ResponseHandle &response)
{
    m_poll.add(response);
    answerPoll(openPacket(true));
}

void EngineLink::openSocket(std::unique_ptr<WebSocketTransport> socket)
{
    m_socket = std::move(socket);
    m_socket->sendText(openPacket(false));
    m_socket->listen(this);
}

void EngineLink::poll(const ResponseHandle &response, const QByteArray &mark)
{
    const bool isAgain = m_polled.comesAgain(mark);
    if (m_formerPolls.has(mark))
        return response.send(engineError(EngineFault::BadRequest));
    if (m_socket || m_phase == Phase::Over || (m_poll && !isAgain)) {
        response.send(engineError(EngineFault::BadRequest));
        if (m_poll)
            breakOff(u"The client polled twice at once"_s);
        return;
    }
    noteAlive(context().clock.now());
    if (isAgain && m_polled.isAnswered)
        return pollAgain(response);
    m_poll.add(response);
    if (!isAgain) {
        if (mark != m_polled.mark)
            m_formerPolls.add(m_polled.mark);
        m_polled = m_polled.next(mark);
    }
    if (m_phase == Phase::Said && m_controls.empty()) {
        answerPoll("6\x1e"
                   "1");
        return over();
    }
    if (m_probe && m_probe->takeRelease())
        return releasePoll();
    flushSoon();
}

void EngineLink::pollAborted(const ResponseHandle &response)
{
    m_poll.forget(response);
    m_heldPost.forget(response);
}

void EngineLink::progressed()
{
    noteAlive(context().clock.now());
}

void EngineLink::probe(std::unique_ptr<WebSocketTransport> socket)
{
    if (m_socket || m_phase == Phase::Over) {
        return WebSocketTransport::retire(
            std::move(socket),
            websocket::CloseCode::PolicyViolation,
            "This session has no upgrade left",
            context().keeper);
    }
    m_probe = std::make_unique<Probe>(*this, std::move(socket), context().clock.now());
    lookSoon();
}

void EngineLink::dropProbe()
{
    if (!m_probe)
        return;
    // Called from within the probe as well: it has to outlive the call.
    m_probe->stop();
    m_formerProbe = std::move(m_probe);
}

void EngineLink::switchTo(std::unique_ptr<WebSocketTransport> socket)
{
    releasePoll();
    m_socket = std::move(socket);
    if (participant())
        m_socket->setSeated();
    m_socket->listen(this);
    dropProbe();
    reportMoved();
    flushSoon();
}

void EngineLink::socketText(const QByteArray &text)
{
    // Nearly all are headers of messages, which need no copy.
    if (text.startsWith('4'))
        return handle(m_assembler.text(QByteArrayView(text).sliced(1)));
    auto packet = engineio::decodePacket(text);
    if (!packet)
        return breakOff(u"The client sent a malformed packet: "_s + packet.error().message);
    take(*std::move(packet));
}

void EngineLink::socketBinary(QByteArray data)
{
    handle(m_assembler.binary(std::move(data)));
}

void EngineLink::socketOversized(bool isText, QByteArray beginning, quint64 length)
{
    handle(
        isText ? m_assembler.text(beginning, true)
               : m_assembler.binary(std::move(beginning), true, length));
}

void EngineLink::socketClosed(const QString &reason, bool)
{
    breakOff(reason);
}

void EngineLink::socketDrained()
{
    // Progress on a backlog shows that the client is alive, though its answer to a ping may have
    // to wait for the rest.
    if (m_socket->pending() > 0)
        noteAlive(context().clock.now());
    if (hasOutput())
        flushSoon();
}

void EngineLink::take(engineio::Packet packet)
{
    noteAlive(context().clock.now());
    switch (packet.type) {
    case engineio::PacketType::Pong:
        return pongReceived();
    case engineio::PacketType::Message:
        if (packet.binary)
            return handle(
                m_assembler.binary(std::move(packet.data), packet.oversized, packet.fullLength));
        return handle(m_assembler.text(packet.data, packet.oversized));
    case engineio::PacketType::Close:
        return breakOff(u"The client has closed its connection"_s);
    default:
        return;
    }
}

void EngineLink::handle(const Result<std::optional<socketio::Event>> &event)
{
    if (!event)
        return breakOff(u"The client sent a malformed packet: "_s + event.error().message);
    if (!*event)
        return;
    if (const auto *connecting = std::get_if<socketio::ConnectEvent>(&**event))
        return connectTo(*connecting);
    if (const auto *leaving = std::get_if<socketio::DisconnectEvent>(&**event)) {
        if (leaving->nameSpace == m_nameSpace)
            reportDisconnected();
        return;
    }
    if (const auto *arrived = std::get_if<socketio::MessageEvent>(&**event))
        message(*arrived);
}

void EngineLink::connectTo(const socketio::ConnectEvent &event)
{
    if (m_phase != Phase::Opening) {
        if (m_phase == Phase::Connected && event.nameSpace != m_nameSpace)
            refuseNameSpace(event.nameSpace);
        return;
    }
    std::optional<session::Resume> resume;
    if (!event.request.pid.isEmpty())
        resume = session::Resume {event.request.pid, event.request.offset.toULongLong()};
    const Status seated = takeSeat(resume);
    if (!seated)
        return refuse(event.nameSpace, seated.error());
    m_nameSpace = event.nameSpace;
    m_header = socketio::MessageHeader(m_nameSpace);
    m_phase = Phase::Connected;
    context().registry.setSeated(m_sid);
    if (m_socket)
        m_socket->setSeated();
    control(socketio::encodeConnect(
        m_nameSpace, randomId(context().random, connectionIdLength), participant()->recoveryId()));
}

void EngineLink::refuseNameSpace(QByteArrayView nameSpace)
{
    // Nobody who takes in what is said has this much of it waiting.
    if (m_controls.size() >= mostControls
        || (m_socket && m_socket->pending() > mostPendingForControl))
        return breakOff(u"The client asks for more answers than it takes in"_s);
    control(
        socketio::encodeConnectError(nameSpace, u"This connection has its namespace already"_s));
}

void EngineLink::refuse(QByteArrayView nameSpace, const Error &error)
{
    context().refused(handshake(), error);
    control(socketio::encodeConnectError(nameSpace, error.message));
    m_phase = Phase::Said;
    m_since = context().clock.now();
}

void EngineLink::message(const socketio::MessageEvent &event)
{
    if (m_phase != Phase::Connected || event.nameSpace != m_nameSpace)
        return;
    if (event.oversized)
        receivedOversized(event.data, event.fullLength);
    else
        received(event.data);
}

void EngineLink::finishing(const QByteArray &)
{
    if (m_phase != Phase::Connected)
        return;
    m_phase = Phase::Finishing;
    m_since = context().clock.now();
}

void EngineLink::abandoning(const QByteArray &)
{
    if (m_phase != Phase::Connected)
        return;
    m_since = context().clock.now();
    sayGoodbye();
}

void EngineLink::sayGoodbye()
{
    m_phase = Phase::Said;
    control(socketio::encodeDisconnect(m_nameSpace));
}

void EngineLink::breakOff(const QString &reason)
{
    if (m_phase == Phase::Over)
        return;
    reportBroken(reason);
    over();
}

void EngineLink::over()
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    lookSoon();
    context().registry.remove(m_sid);
    releasePoll();
    m_posted.clear();
    acceptPost();
    dropProbe();
    if (m_socket)
        WebSocketTransport::retire(
            std::move(m_socket), websocket::CloseCode::Normal, {}, context().keeper);
}

void EngineLink::readOn()
{
    if (m_socket)
        m_socket->readOn();
    if (mayReadOn())
        acceptPost();
}

Instant EngineLink::tick(Instant now)
{
    m_formerProbe.reset();
    // The brake lets go by time, too, and nothing else would tell.
    if (mayReadOn())
        acceptPost();
    // A client that probes waits for its poll to come back before it switches.
    if (m_probe && m_poll)
        releasePoll();
    if (m_phase != Phase::Over && !tickDeadlines(now))
        heartbeat(now);
    return nextLook(now);
}

Instant EngineLink::nextLook(Instant now) const
{
    const bool isSettled = m_phase == Phase::Connected && !m_probe && !m_formerProbe && !m_heldPost;
    return isSettled ? nextBeat(now) : now;
}

bool EngineLink::tickDeadlines(Instant now)
{
    if (m_probe && now - m_probe->since() >= probeTimeout)
        dropProbe();
    if (m_phase == Phase::Opening && now - m_since >= context().config.connectTimeout) {
        breakOff(u"The client did not connect in time"_s);
        return true;
    }
    const bool isEnding = m_phase == Phase::Finishing || m_phase == Phase::Said;
    if (isEnding && now - m_since >= goodbyeTimeout) {
        over();
        return true;
    }
    return false;
}

void EngineLink::heartbeat(Instant now)
{
    const FrontConfig &config = context().config;
    if (isOverdue(now, config.pingTimeout))
        return breakOff(u"The client did not answer a ping in time"_s);
    if (now - lastPing() < config.pingInterval && !owesProof())
        return;
    wantPing(now);
}

void EngineLink::control(const QByteArray &packet)
{
    m_controls.push_back(packet);
    flushSoon();
}

bool EngineLink::hasOutput() const
{
    return !m_controls.empty() || isPingWanted() || m_phase == Phase::Finishing
        || (outbox() && outbox()->hasNext());
}

} // namespace ct::server::front
