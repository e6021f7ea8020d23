// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/flushqueue.h"
#include "server/front/framerate.h"
#include "server/front/ledgerslot.h"
#include "server/front/readqueue.h"
#include "server/front/streamsocket.h"
#include "server/websocket/frameparser.h"

#include <QHostAddress>
#include <QObject>

#include <functional>
#include <memory>
#include <span>

namespace ct::server::front {

struct FrontConfig;

/// What the WebSockets of one worker need; all of it outlives them. Thread: the worker's.
struct TransportContext {
    const FrontConfig &config;
    FlushQueue &flushQueue;
    ReadQueue &readQueue;
    std::function<void(const QString &key, const QString &sentence)> warn;
    StreamBuffers &buffers;
};

/// What comes out of a WebSocketTransport. Calls may destroy nothing at once: use deleteLater().
class WebSocketEvents
{
public:
    virtual ~WebSocketEvents() = default;

    /// Frames have been read, told behind them and once for all that were read together; `now` is
    /// about when.
    virtual void socketHeard(Instant now) = 0;
    virtual void socketText(const QByteArray &text) = 0;
    virtual void socketBinary(QByteArray data) = 0;
    virtual void socketOversized(bool isText, QByteArray beginning, quint64 length) = 0;
    virtual void socketPong() = 0;
    /// The connection is gone or going; nothing follows. `isGoodbye` when the peer sent a close
    /// frame and meant it (1000 or no code): a page that is left, say, sends one, too.
    virtual void socketClosed(const QString &reason, bool isGoodbye) = 0;
    /// There is room for more output.
    virtual void socketDrained() = 0;
    /// Whether to read on; after a no, readOn() is called once it is a yes again.
    virtual bool socketMayRead() { return true; }
};

/// A WebSocket on an accepted and upgraded socket, which it owns. Output gathers until flush(),
/// which the FlushQueue calls once per turn of the loop; input is read in shares of the loop's
/// time, and a client that sends more frames than it may is ended. Thread: the worker that made it.
class WebSocketTransport final : public QObject,
                                 private websocket::FrameHandler,
                                 private StreamEvents,
                                 private Flushable,
                                 private Reader
{
    Q_OBJECT

public:
    /// `answer` is the 101 response to begin with. Bytes that have arrived behind the request's
    /// head are read once listen() is called.
    WebSocketTransport(
        std::unique_ptr<StreamSocket> socket,
        LedgerSlot slot,
        const QHostAddress &client,
        QByteArray answer,
        TransportContext &context);
    ~WebSocketTransport() override;

    /// Says where events go from now on; the first call also begins to read.
    void listen(WebSocketEvents *events);

    /// Its client is known: it makes room for nobody.
    void setKnown() { m_slot.setAuthenticated(); }
    /// Its client has taken a seat. Until then it may send no longer messages than a stranger
    /// needs.
    void setSeated();

    void sendText(QByteArrayView text);
    /// One binary message, given in parts.
    void sendBinary(std::span<const QByteArrayView> parts);
    /// The same, behind a text message.
    void sendBinary(QByteArrayView heading, std::span<const QByteArrayView> parts);
    void sendPing();
    /// Sends what is gathered at once instead of at the turn's end; may report the end.
    void sendNow() { flush(); }
    /// Sends what is gathered and a close frame, then closes; cuts after a few seconds.
    void close(websocket::CloseCode code, const QByteArray &reason);
    /// Closes at once.
    void abort();
    /// As close(), for a transport that nobody owns any more: it deletes itself once everything has
    /// been said or its time is over. `keeper` deletes it at the latest with itself.
    static void retire(
        std::unique_ptr<WebSocketTransport> transport,
        websocket::CloseCode code,
        const QByteArray &reason,
        QObject *keeper);
    /// Reads what has waited.
    void readOn();

    /// Bytes not yet taken by the system.
    qint64 pending() const;
    bool isClosing() const { return m_isClosing; }

private:
    void textMessage(const QByteArray &text) override;
    void binaryMessage(QByteArray data) override;
    void oversizedMessage(websocket::Opcode opcode, QByteArray beginning, quint64 length) override;
    void ping(QByteArray payload) override;
    void pong(QByteArray payload) override;
    void closeRequested(quint16 code, QByteArray reason) override;
    void streamReadable() override;
    void streamWritten() override;
    void flush() override;
    void takeShare() override;

    void gather();
    void sendLarge(std::span<const QByteArrayView> parts);
    void handOver();
    void readSome(ReadQueue::Share &share);
    bool fetch();
    bool hasInput() const;
    void dropInput();
    void tooManyFrames();
    void ended();
    void lost();
    void endOutput();
    void deleteOnceOver();
    void report(const QString &reason, bool isGoodbye);

    TransportContext &m_context;
    LedgerSlot m_slot;
    const QHostAddress m_client;
    std::unique_ptr<StreamSocket> m_socket;
    websocket::FrameParser m_parser;
    FrameRate m_rate;
    /// What was read of the socket and the parser has not seen yet.
    QByteArrayView m_rest;
    qint64 m_dropped = 0;
    WebSocketEvents *m_events = nullptr;
    QByteArray m_out;
    /// Something was written or gathered since the last flush.
    bool m_hasOutput = true;
    bool m_isReading = false;
    bool m_isClosing = false;
    /// The connection has ended, though not all that it brought has been read.
    bool m_isGone = false;
    bool m_isRetired = false;
    bool m_isReported = false;
};

} // namespace ct::server::front
