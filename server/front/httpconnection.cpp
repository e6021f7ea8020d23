// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/httpconnection.h"

#include "server/front/worker.h"
#include "server/http/responsewriter.h"
#include "server/net/clientaddress.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr int partOfIt = 206;

} // namespace

HttpConnection::HttpConnection(
    Opening opening, FrontContext &context, Worker &worker, RequestHandler &handler)
    : m_id(opening.id),
      m_slot(context.ledger, opening.id),
      m_door(opening.door),
      m_socket(std::move(opening.socket)),
      m_context(context),
      m_worker(worker),
      m_handler(handler),
      m_parser(http::HeadLimits {}),
      m_since(context.services.clock.now()),
      m_progress(m_since),
      m_peer(opening.peer)
{ }

HttpConnection::~HttpConnection() = default;

void HttpConnection::start(StreamBuffers &buffers)
{
    StreamEvents &events = *this;
    m_socket->attach(events, buffers);
    m_socket->setReading(true);
    if (m_socket->isReady())
        enter(Phase::Head);
}

void HttpConnection::enter(Phase phase)
{
    m_phase = phase;
    m_since = m_context.services.clock.now();
    m_progress = m_since;
}

Client HttpConnection::readClient() const
{
    const auto &net = m_worker.policies().net;
    net::ForwardedHeaders forwarded;
    for (const http::Field &field : m_request.head.fields) {
        if (field.name == "x-forwarded-for")
            forwarded.forwardedFor.append(field.value);
        else if (field.name == "x-forwarded-proto")
            forwarded.proto.append(field.value);
        else if (field.name == "x-real-ip")
            forwarded.realIp = field.value;
    }
    const auto own = net::isTls(m_door) ? net::Scheme::Https : net::Scheme::Http;
    Client client;
    client.address = net::realClient(m_peer, forwarded, net.trustedProxies);
    client.key = net::AddressKey(client.address);
    client.door = m_door;
    client.isSecure
        = net::forwardedScheme(m_peer, forwarded, net.trustedProxies, own) == net::Scheme::Https;
    client.isExempt = net::isIn(client.address, net.rateExempt);
    return client;
}

void HttpConnection::startRequest()
{
    m_request = {};
    m_request.head = m_parser.head();
    m_request.response = {&m_worker, m_id, ++m_number};
    m_request.client = readClient();
    m_keepAlive = m_request.head.keepAlive;
    m_bodyBytes = 0;
    enter(Phase::Waiting);
    if (!isWithinCaps())
        return;
    m_request.admission
        = Gatekeeper(m_context, m_worker.policies()).admit(m_request.head, m_request.client);
    if (m_request.admission.isAuthenticated)
        m_context.ledger.setState(m_id, net::ConnectionState::Authenticated);
    takeBody();
}

bool HttpConnection::isWithinCaps()
{
    const Client &client = m_request.client;
    const auto caps = client.isExempt ? net::AddressCaps::TotalOnly : net::AddressCaps::Apply;
    const auto counted = m_context.ledger.setClient(m_id, client.key, caps);
    if (counted) {
        m_context.evict(*counted);
        return true;
    }
    m_keepAlive = false;
    warn(
        u"connections-of-client"_s,
        u"has too many connections through its proxy (CT_MAX_CONNECTIONS_PER_ADDRESS, CT_MAX_UNAUTHENTICATED_PER_ADDRESS)"_s);
    m_request.admission.fields
        = m_worker.policies().cors.decide(m_request.head, client.isSecure).fields;
    answer(errorAnswer(429, "TooManyConnections", "Too many connections of your address"));
    return false;
}

void HttpConnection::takeBody()
{
    const bool hasBody = m_request.head.chunked || m_request.head.contentLength > 0;
    if (m_request.admission.answer) {
        // What is refused unread can't be skipped: the connection ends with the answer.
        m_keepAlive = m_keepAlive && !hasBody;
        return answer(std::move(*m_request.admission.answer));
    }
    if (isUpgrade())
        return beginUpgrade();
    if (isUpload())
        return beginUpload();
    if (!hasBody)
        return finishRequest();
    if (m_parser.setBodyLimit(m_request.admission.bodyLimit) == http::ParseState::Refused)
        return refuse(m_parser.refusal());
    if (m_request.head.expectContinue)
        m_socket->write(http::writeContinue());
    m_sink = m_handler.sinkFor(m_request.head, m_request.admission);
    enter(Phase::Body);
}

void HttpConnection::finishRequest()
{
    // Whoever still sends a request idles as far as others are concerned; from here on it waits for
    // us.
    const bool isKnown = m_request.admission.isAuthenticated;
    if (!isKnown && !m_context.ledger.setState(m_id, net::ConnectionState::Busy))
        return gone(u"made room for another client"_s);
    enter(Phase::Waiting);
    m_handler.handle(m_request, std::move(m_sink));
    // The file goes as soon as it is answered.
    m_request.upload.reset();
}

bool HttpConnection::respond(quint64 request, http::Response response, const QByteArray &receipt)
{
    if (m_phase != Phase::Waiting || request != m_number || m_file)
        return false;
    if (takeWatch(response))
        return true;
    m_receipt = receipt;
    if (!takeFile(response))
        answer(std::move(response));
    return true;
}

void HttpConnection::reportDelivery(bool written)
{
    if (!m_receipt.isEmpty())
        m_context.services.application.delivered(std::exchange(m_receipt, {}), written);
}

void HttpConnection::refuse(const http::Refusal &refusal)
{
    // The head may be unusable: log what there is of it.
    if (m_phase == Phase::Head) {
        m_request = {};
        m_request.client.address = m_peer;
        m_request.admission.fields = m_worker.policies().cors.decideUnread(m_input).fields;
    }
    m_keepAlive = false;
    const Route *route = m_request.admission.route;
    const bool isTransport = route && route->target == RouteTarget::EngineIo;
    answer(textAnswer(
        refusal.status, isTransport ? QByteArrayView() : QByteArrayView(refusal.reason)));
}

void HttpConnection::answer(http::Response response)
{
    m_sink.reset();
    m_spool.reset();
    for (const http::Field &field : std::as_const(m_request.admission.fields))
        response.setHeader(field.name, field.value);
    const std::chrono::seconds hsts = m_worker.policies().front.hsts;
    if (net::isTls(m_door) && hsts.count() > 0) {
        const QByteArray age = QByteArray::number(static_cast<qint64>(hsts.count()));
        response.setHeader("strict-transport-security", QByteArray("max-age=" + age));
    }
    write(response, m_keepAlive);
}

void HttpConnection::write(const http::Response &response, bool keepAlive)
{
    enter(Phase::Writing);
    http::FrameOptions options;
    options.isHead = m_request.head.method == "HEAD";
    options.version = m_request.head.version;
    options.keepAlive = keepAlive;
    options.now = m_context.services.clock.wallNow();
    m_isWhole = !options.isHead && response.status != partOfIt;
    const qint64 length = m_file ? m_file->left() : response.body.size();
    if (m_file)
        options.bodyFollows = static_cast<quint64>(length);
    logAccess(response.status, options.isHead ? 0 : length);
    const QByteArray bytes = http::writeResponse(response, options);
    m_answerBytes = bytes.size() + (m_file && !options.isHead ? length : 0);
    m_socket->write(bytes);
    if (options.isHead)
        m_file.reset();
    if (m_file)
        m_file->start(*m_socket);
    written();
}

void HttpConnection::written()
{
    m_progress = m_context.services.clock.now();
    if (m_phase != Phase::Writing)
        return;
    // Nothing can be written any more.
    if (m_socket->pending() == 0 && !m_socket->isDrained())
        return disconnected();
    if (m_file)
        m_file->pump();
    if (m_socket->pending() > 0 || (m_file && m_file->left() > 0))
        return;
    m_file.reset();
    reportDelivery(m_isWhole);
    if (m_keepAlive)
        nextRequest();
    else
        linger();
}

void HttpConnection::nextRequest()
{
    m_parser.reset();
    m_request.body.clear();
    m_headBegun = false;
    m_isFirst = false;
    m_context.ledger.setState(
        m_id,
        m_request.admission.isAuthenticated ? net::ConnectionState::Authenticated
                                            : net::ConnectionState::Idle);
    enter(Phase::Head);
    readLater();
}

void HttpConnection::linger()
{
    // A close with unread input would reset the connection, and the answer might never be seen.
    enter(Phase::Lingering);
    m_input = {};
    m_socket->endOutput();
    m_socket->setReading(true);
    readLater();
}

void HttpConnection::evict()
{
    gone(u"made room for another client"_s);
}

void HttpConnection::endAfterAnswer()
{
    m_keepAlive = false;
    if (m_phase == Phase::Handshake)
        gone(u"the server is stopping"_s);
    else if (m_phase == Phase::Head && !m_headBegun)
        linger();
}

bool HttpConnection::isAnswering() const
{
    return m_phase == Phase::Body || m_phase == Phase::Waiting || m_phase == Phase::Writing;
}

void HttpConnection::gone(const QString &reason)
{
    if (m_phase == Phase::Gone)
        return;
    const Phase was = std::exchange(m_phase, Phase::Gone);
    if (was == Phase::Handshake) {
        m_worker.handshakeFinished(m_id);
        logHandshake(reason);
    }
    if (was == Phase::Waiting)
        m_handler.aborted(m_request);
    reportDelivery(false);
    m_sink.reset();
    m_spool.reset();
    m_file.reset();
    m_socket->abort();
    m_handler.closed(*this);
}

} // namespace ct::server::front
