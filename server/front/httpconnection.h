// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/filespool.h"
#include "server/front/filestream.h"
#include "server/front/gatekeeper.h"
#include "server/front/handshakereader.h"
#include "server/front/ledgerslot.h"
#include "server/front/responsehandle.h"
#include "server/front/streamsocket.h"
#include "server/http/requestparser.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace ct::server::front {

/// A request that has been admitted and read whole.
struct Request {
    http::RequestHead head;
    Admission admission;
    Client client;
    QByteArray body;
    ResponseHandle response;
    /// Of an upgrade that opens a session.
    LinkHandshake handshake;
    /// The 101 response that accepts its WebSocket; empty when it asks for none.
    QByteArray upgradeAnswer;
    /// What the application calls the watcher that it has let in.
    QByteArray watch;
    /// What has come of a body that the application wanted as a file.
    std::optional<Spooled> upload;
};

/// Takes the body of an admitted request as it arrives.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual void bodyArrived(QByteArrayView bytes) = 0;
};

class HttpConnection;

/// What an HttpConnection hands on. Implemented by Worker.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    /// A sink for a body that should not be gathered; null to have it in Request::body.
    virtual std::unique_ptr<BodySink> sinkFor(
        const http::RequestHead &head, const Admission &admission)
        = 0;
    virtual void handle(Request request, std::unique_ptr<BodySink> sink) = 0;
    /// An upgrade request, with its socket, detached; bytes behind the head are still in it.
    /// `slot` is its place among the server's connections, kept for as long as the socket lives.
    virtual void upgrade(Request request, std::unique_ptr<StreamSocket> socket, LedgerSlot slot)
        = 0;
    /// Reads who asks for an upgrade into the request. An answer when it is refused.
    virtual std::optional<http::Response> refuseUpgrade(Request &request) = 0;
    /// The client still takes in the answer of `request`, or still sends it.
    virtual void progressed(const Request &request) = 0;
    /// The connection went while `request` was being answered.
    virtual void aborted(const Request &request) = 0;
    virtual void closed(HttpConnection &connection) = 0;
};

/// One client's HTTP/1.1 connection at one of the doors: TLS, framing, deadlines, one request at a
/// time, the access log. Owner: Worker. Thread: the worker's.
class HttpConnection final : public QObject,
                             private FileReceiver,
                             private SpoolReceiver,
                             private StreamEvents
{
    Q_OBJECT

public:
    struct Opening {
        net::ConnectionId id {};
        std::unique_ptr<StreamSocket> socket;
        Door door = Door::Http;
        QHostAddress peer;
    };

    HttpConnection(Opening opening, FrontContext &context, Worker &worker, RequestHandler &handler);
    ~HttpConnection() override;

    net::ConnectionId id() const { return m_id; }
    /// Begins to read, to `buffers`, which outlive the connection.
    void start(StreamBuffers &buffers);
    /// The answer to request number `request`; false when nobody waits for that one any more. The
    /// application is told by `receipt` (if not empty) whether its answer was written.
    bool respond(quint64 request, http::Response response, const QByteArray &receipt);
    /// Makes room for another client.
    void evict();
    void tick(Instant now);
    /// No more requests after the present one.
    void endAfterAnswer();
    /// A request is being taken in or answered.
    bool isAnswering() const;

private:
    enum class Phase { Handshake, Head, Body, Waiting, Writing, Lingering, Gone };

    // FileReceiver
    void fileOpened(qint64 size) override;
    void fileRefused() override;
    void fileGiven() override { written(); }
    void fileBroken() override;
    // SpoolReceiver
    void spoolHasRoom() override;
    void spoolEnded(const Spooled &spooled) override;

    // StreamEvents
    void streamReadable() override;
    void streamWritten() override { written(); }

    void encrypted();
    void fetch();
    void read();
    void readLater();
    void watchInput();
    bool readHead();
    bool readBody();
    void startRequest();
    bool isWithinCaps();
    void takeBody();
    bool isUpload() const;
    void beginUpload();
    void keepBody(const QByteArray &bytes);
    void endBody();
    void refuseBody();
    void finishRequest();
    void beginUpgrade();
    bool takeWatch(http::Response &response);
    void leaveSocket();
    void handOver();
    void refuse(const http::Refusal &refusal);
    void answer(http::Response response);
    /// Whether the answer is a file, which then follows.
    bool takeFile(http::Response &response);
    void write(const http::Response &response, bool keepAlive);
    void written();
    void nextRequest();
    void linger();
    void reportDelivery(bool written);
    bool isUpgrade() const;
    void disconnected();
    void gone(const QString &reason);
    void enter(Phase phase);
    Client readClient() const;
    void logAccess(int status, qint64 bytes);
    void warn(const QString &key, const QString &what) const;
    void logHandshake(const QString &reason);
    std::chrono::milliseconds allowance() const;
    bool isTakenTooSlowly(Instant now) const;
    void tellProgress();

    const net::ConnectionId m_id;
    LedgerSlot m_slot;
    const Door m_door;
    std::unique_ptr<StreamSocket> m_socket;
    /// Has arrived and is not worked off yet.
    QByteArray m_input;
    FrontContext &m_context;
    Worker &m_worker;
    RequestHandler &m_handler;
    http::RequestParser m_parser;
    Phase m_phase = Phase::Handshake;
    Instant m_since;
    Instant m_progress;
    Instant m_progressTold {};
    const QHostAddress m_peer;
    Request m_request;
    std::unique_ptr<BodySink> m_sink;
    /// While a body is written to a file, and how much of it has come.
    std::unique_ptr<FileSpool> m_spool;
    std::shared_ptr<std::atomic<qint64>> m_arrived;
    QByteArray m_receipt;
    /// The answer is more than its head or a part of a file.
    bool m_isWhole = true;
    /// While the answer's file is opened or sent, and the head that goes before it.
    std::unique_ptr<FileStream> m_file;
    http::Response m_fileAnswer;
    qint64 m_bodyBytes = 0;
    qint64 m_answerBytes = 0;
    quint64 m_number = 0;
    bool m_keepAlive = true;
    bool m_isFirst = true;
    bool m_headBegun = false;
    bool m_readsLater = false;
};

} // namespace ct::server::front
