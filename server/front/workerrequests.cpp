// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Worker does with requests: to the transports' links, wherever they live, or to the
// application.
#include "server/engineio/payload.h"
#include "server/front/engineanswers.h"
#include "server/front/handshakereader.h"
#include "server/front/worker.h"
#include "server/http/backendfields.h"
#include "shared/protocol/paths.h"

#include <QThread>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

/// Splits a polling POST into packets while it arrives, so that a message over the limit is
/// thrown away instead of being gathered. A second one of the same session at once is not kept at
/// all: packets have an order, and a session may hold no more than one body's memory.
class PayloadSink final : public BodySink
{
public:
    PayloadSink(engineio::PayloadLimits limits, LinkRegistry &registry, QByteArray sid)
        : m_limits(limits),
          m_registry(registry),
          m_sid(std::move(sid)),
          m_isFirst(registry.beginPost(m_sid)),
          m_reader(limits, [this](engineio::Packet &&packet) { keep(std::move(packet)); })
    {
        if (!m_isFirst)
            m_status = Error {ErrorCode::Conflict, u"two POSTs at once"_s};
    }
    ~PayloadSink() override
    {
        if (m_isFirst)
            m_registry.endPost(m_sid);
    }
    PayloadSink(const PayloadSink &) = delete;
    PayloadSink &operator=(const PayloadSink &) = delete;

    void bodyArrived(QByteArrayView bytes) override
    {
        if (m_status)
            m_status = m_reader.feed(bytes);
    }
    Status finish()
    {
        if (m_status)
            m_status = m_reader.finish();
        return m_status;
    }
    std::vector<engineio::Packet> takePackets() { return std::move(m_packets); }

private:
    /// All packets together may have the length of one message; what goes beyond is kept in its
    /// beginning only.
    void keep(engineio::Packet &&packet)
    {
        m_kept += packet.data.size();
        if (m_kept > m_limits.packet + m_limits.keptOfOversized && !packet.oversized
            && packet.data.size() > m_limits.keptOfOversized) {
            packet.oversized = true;
            packet.fullLength = static_cast<quint64>(packet.data.size());
            m_kept -= packet.data.size() - m_limits.keptOfOversized;
            packet.data = packet.data.first(m_limits.keptOfOversized);
        }
        m_packets.push_back(std::move(packet));
    }

    const engineio::PayloadLimits m_limits;
    LinkRegistry &m_registry;
    const QByteArray m_sid;
    const bool m_isFirst;
    qsizetype m_kept = 0;
    std::vector<engineio::Packet> m_packets;
    engineio::PayloadReader m_reader;
    Status m_status;
};

// Of a client's fields, the ones that the application has any use for.
constexpr std::array passedOn
    = {"accept",
       "accept-language",
       "authorization",
       "content-type",
       "cookie",
       "host",
       "if-match",
       "if-modified-since",
       "if-none-match",
       "origin",
       "user-agent",
       protocol::headers::csrfToken.data(),
       protocol::headers::unattended.data(),
       "x-oct-jwt"};

/// As AddressKey counts clients, in words.
QByteArray keyText(const QHostAddress &address)
{
    static constexpr int customerBits = 64;
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toLatin1();
    const auto subnet
        = QHostAddress::parseSubnet(address.toString() + u'/' + QString::number(customerBits));
    return subnet.first.toString().toLatin1() + "/64";
}

void addUpload(BackendRequest &out, const Spooled &spooled)
{
    using Outcome = Spooled::Outcome;
    const auto add = [&out](QByteArrayView name, const QByteArray &value) {
        out.fields.append({name.toByteArray(), value});
    };
    if (spooled.outcome == Outcome::Whole) {
        add(http::backend::uploadDigest, spooled.sha256);
        return add(http::backend::uploadSize, QByteArray::number(spooled.size));
    }
    const bool isFull = spooled.outcome == Outcome::Full;
    const bool isTooLong = spooled.outcome == Outcome::TooLong;
    add(http::backend::uploadFault, isFull ? "full" : isTooLong ? "too-long" : "failed");
}

BackendRequest backendRequest(const Request &request)
{
    BackendRequest out;
    out.method = request.head.method == "HEAD" ? QByteArray("GET") : request.head.method;
    out.target = request.admission.path;
    if (!request.head.query.isEmpty())
        out.target += '?' + request.head.query;
    for (const char *name : passedOn) {
        const QByteArray value = request.head.headerList(name);
        const bool isWithheld = !request.admission.mayUseCookies && name == "cookie"_ba;
        if (!value.isEmpty() && !isWithheld)
            out.fields.append({name, value});
    }
    const auto add = [&out](QByteArrayView name, const QByteArray &value) {
        out.fields.append({name.toByteArray(), value});
    };
    add(http::backend::clientAddress, request.client.address.toString().toLatin1());
    add(http::backend::clientKey, keyText(request.client.address));
    add(http::backend::clientSecure, request.client.isSecure ? "1" : "0");
    if (!request.upgradeAnswer.isEmpty())
        add(http::backend::upgrade, "1");
    add(http::backend::privateDoor, request.client.door == Door::Private ? "1" : "0");
    if (request.upload)
        addUpload(out, *request.upload);
    out.body = request.body;
    return out;
}

http::Response unavailable(const Error &error)
{
    const bool isTooMany = error.code == ErrorCode::TooMany;
    http::Response response = isTooMany
        ? errorAnswer(
            429, "TooManyRequests", "Too many requests of your address wait for an answer")
        : errorAnswer(503, "Unavailable", "The server can't answer now, try again later");
    response.setHeader("retry-after", "5");
    return response;
}

QString refusedTooOften()
{
    return u"Too many refused connections of this address"_s;
}

http::Response refusedTooOftenAnswer()
{
    return errorAnswer(
        429, "TooManyRequests", "Too many connections without a valid token, try again later");
}

} // namespace

std::unique_ptr<BodySink> Worker::sinkFor(const http::RequestHead &, const Admission &admission)
{
    if (admission.route->target != RouteTarget::EngineIo)
        return nullptr;
    engineio::PayloadLimits limits;
    limits.packet = m_policies.front.message;
    return std::make_unique<PayloadSink>(limits, m_context.registry, admission.sid);
}

void Worker::handle(Request request, std::unique_ptr<BodySink> sink)
{
    switch (request.admission.route->target) {
    case RouteTarget::Application:
    case RouteTarget::Watch:
    case RouteTarget::Upload:
        return toApplication(request);
    case RouteTarget::RawSocket:
        return request.response.send(textAnswer(400, "This path is for WebSockets"));
    case RouteTarget::EngineIo:
        break;
    }
    const bool isPolling = request.head.queryValue("transport") == "polling";
    if (!isPolling || request.head.method == "HEAD")
        return request.response.send(engineError(EngineFault::BadRequest));
    if (!request.admission.linkOwner)
        return openPolling(request);
    if (request.head.method == "GET")
        return poll(request);
    post(request, std::move(sink));
}

bool Worker::isRefusedTooOften(const Request &request, const LinkHandshake &handshake)
{
    if (handshake.claims || request.client.isExempt)
        return false;
    return !m_context.refusalRate.allow(request.client.key);
}

void Worker::openPolling(const Request &request)
{
    LinkHandshake handshake = readHandshake(
        request.head, HandshakeSource::Headers, request.client, m_context.services.tokens);
    if (isRefusedTooOften(request, handshake)) {
        refused(handshake, refusedTooOften(), session::Refusal::TooOften);
        return request.response.send(refusedTooOftenAnswer());
    }
    Worker &owner = ownerOf(handshake);
    const auto open = [&owner, response = request.response](LinkHandshake known) {
        EngineLink *link = owner.m_links ? owner.m_links->openEngine(std::move(known)) : nullptr;
        if (!link)
            return response.send(unavailable({ErrorCode::Unavailable, {}}));
        link->openPolling(response);
    };
    if (owner.isHere())
        return open(std::move(handshake));
    owner.post([open, handshake = std::move(handshake)] { open(handshake); });
}

void Worker::poll(const Request &request)
{
    Worker &owner = *request.admission.linkOwner;
    const auto task = [&owner,
                       sid = request.admission.sid,
                       response = request.response,
                       mark = request.head.queryValue("t").value_or(QByteArray())] {
        EngineLink *link = owner.m_links ? owner.m_links->engine(sid) : nullptr;
        if (!link)
            return response.send(engineError(EngineFault::UnknownSession));
        link->poll(response, mark);
    };
    owner.isHere() ? task() : owner.post(task);
}

void Worker::post(const Request &request, std::unique_ptr<BodySink> sink)
{
    auto *payload = static_cast<PayloadSink *>(sink.get());
    if (!payload)
        return request.response.send(engineError(EngineFault::BadRequest));
    Worker &owner = *request.admission.linkOwner;
    const Status outcome = payload->finish();
    std::vector<engineio::Packet> posted = payload->takePackets();
    PostMark mark = postMark(request.head.queryValue("t").value_or(QByteArray()), posted);
    auto task = [&owner,
                 sid = request.admission.sid,
                 response = request.response,
                 outcome,
                 mark = std::move(mark),
                 packets = std::move(posted)]() mutable {
        EngineLink *link = owner.m_links ? owner.m_links->engine(sid) : nullptr;
        if (!link)
            return response.send(engineError(EngineFault::UnknownSession));
        link->post(std::move(packets), outcome, response, mark);
    };
    // The next POST may follow as soon as this one is answered.
    sink.reset();
    if (owner.isHere())
        return task();
    owner.post(std::move(task));
}

void Worker::aborted(const Request &request)
{
    Worker *owner = request.admission.linkOwner;
    if (!owner)
        return;
    owner->post([owner, sid = request.admission.sid, response = request.response] {
        if (EngineLink *link = owner->m_links ? owner->m_links->engine(sid) : nullptr)
            link->pollAborted(response);
    });
}

void Worker::progressed(const Request &request)
{
    Worker *owner = request.admission.linkOwner;
    if (!owner)
        return;
    owner->post([owner, sid = request.admission.sid] {
        if (EngineLink *link = owner->m_links ? owner->m_links->engine(sid) : nullptr)
            link->progressed();
    });
}

std::optional<http::Response> Worker::refuseUpgrade(Request &request)
{
    if (request.admission.linkOwner)
        return std::nullopt;
    const bool isRaw = request.admission.route->target == RouteTarget::RawSocket;
    request.handshake = readHandshake(
        request.head,
        isRaw ? HandshakeSource::Query : HandshakeSource::Headers,
        request.client,
        m_context.services.tokens);
    if (!isRefusedTooOften(request, request.handshake))
        return std::nullopt;
    refused(request.handshake, refusedTooOften(), session::Refusal::TooOften);
    return refusedTooOftenAnswer();
}

void Worker::upgrade(Request request, std::unique_ptr<StreamSocket> socket, LedgerSlot slot)
{
    if (!request.watch.isEmpty())
        return openWatch(request, transportFor(request, std::move(socket), std::move(slot)));
    Worker *owner = request.admission.linkOwner;
    if (!owner)
        owner = &ownerOf(request.handshake);
    if (owner->isHere())
        return adopt(request, transportFor(request, std::move(socket), std::move(slot)));
    const auto parcel = std::make_shared<std::pair<std::unique_ptr<StreamSocket>, LedgerSlot>>(
        std::move(socket), std::move(slot));
    owner->post([owner, request, parcel] {
        auto transport
            = owner->transportFor(request, std::move(parcel->first), std::move(parcel->second));
        owner->adopt(request, std::move(transport));
    });
}

std::unique_ptr<WebSocketTransport> Worker::transportFor(
    const Request &request, std::unique_ptr<StreamSocket> socket, LedgerSlot slot)
{
    if (!m_links || socket->isOver())
        return nullptr;
    return std::make_unique<WebSocketTransport>(
        std::move(socket),
        std::move(slot),
        request.client.address,
        request.upgradeAnswer,
        *m_transportContext);
}

void Worker::adopt(const Request &request, std::unique_ptr<WebSocketTransport> transport)
{
    if (!transport)
        return;
    if (request.admission.route->target == RouteTarget::RawSocket)
        return m_links->openRaw(request.handshake, std::move(transport));
    EngineLink *link = request.admission.linkOwner ? m_links->engine(request.admission.sid)
                                                   : m_links->openEngine(request.handshake);
    if (!link)
        return;
    if (request.admission.linkOwner)
        link->probe(std::move(transport));
    else
        link->openSocket(std::move(transport));
}

void Worker::openWatch(const Request &request, std::unique_ptr<WebSocketTransport> transport)
{
    if (transport)
        m_watches->open({this, request.watch}, std::move(transport));
}

void WatchHandle::send(const QList<QByteArray> &messages) const
{
    worker->post([watch = *this, messages] {
        if (WatchTable *watches = watch.worker->watches())
            watches->send(watch.ticket, messages);
    });
}

void WatchHandle::close(quint16 code, const QByteArray &reason) const
{
    worker->post([watch = *this, code, reason] {
        if (WatchTable *watches = watch.worker->watches())
            watches->close(watch.ticket, static_cast<websocket::CloseCode>(code), reason);
    });
}

void Worker::toApplication(const Request &request)
{
    // Nothing is changed any longer: the audit is closed.
    if (m_isFarewell)
        return request.response.send(unavailable({ErrorCode::Unavailable, {}}));
    // What is sent is read through, and waits for others to be: less than a connection waits.
    static constexpr std::chrono::minutes longerForUploads {8};
    // Holds on to the file of an upload, whether its client waits for the answer or not.
    const auto answered = [response = request.response,
                           upload = request.upload](const Result<http::Response> &answer) {
        response.send(answer ? *answer : unavailable(answer.error()));
    };
    m_backends->send(
        request.client.key,
        backendRequest(request),
        answered,
        request.upload ? longerForUploads : std::chrono::minutes(0));
}

} // namespace ct::server::front
