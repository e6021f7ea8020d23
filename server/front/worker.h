// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/eventloop/lagmeter.h"
#include "server/front/backendpool.h"
#include "server/front/figuregatherer.h"
#include "server/front/frontcontext.h"
#include "server/front/httpconnection.h"
#include "server/front/linktable.h"
#include "server/front/watchtable.h"

#include <QTimer>

#include <atomic>
#include <set>
#include <unordered_map>

namespace ct::server::front {

/// One loop of the front, in a thread of its own: the client connections that were dealt to it, the
/// rooms whose ids it owns, and the participants' links to those rooms. A request for a room of
/// another worker is posted there; an upgraded socket moves there. Everything but post() and
/// isHere() belongs to this thread.
class Worker final : public QObject, private RequestHandler
{
    Q_OBJECT

public:
    Worker(FrontContext &context, int number);
    ~Worker() override;

    /// Builds what belongs to this thread; call on it first.
    void start();
    /// Rules for what comes from now on; sessions and connections stay.
    void apply(const Policies &policies);
    const Policies &policies() const { return m_policies; }
    /// Ends the sessions in the protocol's way; connections go on, so that all can be told.
    void closeSessions(const QString &reason);
    /// Ends the connections, each after the answer that it waits for.
    void endConnections();
    /// Tears down what start() built; call on this thread last.
    void stop();

    /// Runs `task` on this worker's thread. Thread: any.
    void post(std::function<void()> task);
    /// The same, and until it is done remaining() is not 0. Thread: any.
    void order(std::function<void()> task);
    /// Whether the caller is on this worker's thread. Thread: any.
    bool isHere() const;

    /// Takes a fresh connection.
    void accept(net::ConnectionId id, qintptr descriptor, Door door);
    void evict(net::ConnectionId id);
    void respond(const ResponseHandle &handle, http::Response response);
    /// A TLS handshake is over, one way or the other.
    void handshakeFinished(net::ConnectionId id) { m_handshaking.erase(id); }

    session::SessionDirectory &sessions() { return *m_sessions; }
    LinkTable &links() { return *m_links; }
    /// Null when the worker has stopped.
    WatchTable *watches() { return m_watches.get(); }
    WorkerFigures figures() const;
    /// What has to be waited for before the worker stops, as of the last tick: links and
    /// connections that still have something to say, and in the end all connections. Thread: any.
    int remaining() const;

private:
    // RequestHandler
    std::unique_ptr<BodySink> sinkFor(
        const http::RequestHead &head, const Admission &admission) override;
    void handle(Request request, std::unique_ptr<BodySink> sink) override;
    void upgrade(Request request, std::unique_ptr<StreamSocket> socket, LedgerSlot slot) override;
    std::optional<http::Response> refuseUpgrade(Request &request) override;
    void progressed(const Request &request) override;
    void aborted(const Request &request) override;
    void closed(HttpConnection &connection) override;

    void openPolling(const Request &request);
    void poll(const Request &request);
    void post(const Request &request, std::unique_ptr<BodySink> sink);
    void openWatch(const Request &request, std::unique_ptr<WebSocketTransport> transport);
    void toApplication(const Request &request);
    /// A socket whose room, or whose Engine.IO session, lives here.
    void adopt(const Request &request, std::unique_ptr<WebSocketTransport> transport);
    std::unique_ptr<WebSocketTransport> transportFor(
        const Request &request, std::unique_ptr<StreamSocket> socket, LedgerSlot slot);
    Worker &ownerOf(const LinkHandshake &handshake);
    bool isRefusedTooOften(const Request &request, const LinkHandshake &handshake);
    void refused(const LinkHandshake &handshake, const QString &reason, session::Refusal refusal);
    void makeRoomForHandshake();
    void flush();
    void tick();
    void tickConnections();
    int count() const;
    void tidy();
    /// A connection that ends is only moved aside, so these stay good for the turn.
    std::vector<HttpConnection *> allConnections() const;

    FrontContext &m_context;
    const int m_number;
    /// This thread's copy; what lives here refers to it.
    Policies m_policies;
    FlushQueue m_flushQueue;
    ReadQueue m_readQueue;
    StreamBuffers m_buffers;
    LookQueue m_looks;
    session::RelayCounts m_relayed;
    std::unique_ptr<eventloop::LagMeter> m_lag;
    std::unique_ptr<session::BudgetShare> m_budget;
    std::unique_ptr<session::SessionDirectory> m_sessions;
    std::unique_ptr<LinkContext> m_linkContext;
    std::unique_ptr<TransportContext> m_transportContext;
    /// See LinkContext.
    std::unique_ptr<QObject> m_keeper;
    std::unique_ptr<LinkTable> m_links;
    std::unique_ptr<WatchTable> m_watches;
    std::unique_ptr<BackendPool> m_backends;
    std::unordered_map<net::ConnectionId, std::unique_ptr<HttpConnection>> m_connections;
    /// Closed in the midst of their own calls.
    std::vector<std::unique_ptr<HttpConnection>> m_closed;
    std::unique_ptr<QTimer> m_timer;
    /// In the order of their coming: the oldest makes room.
    std::set<net::ConnectionId> m_handshaking;
    Instant m_tidied {};
    std::atomic<int> m_remaining {1};
    /// Given by order() and not yet carried out.
    std::atomic<int> m_orders {0};
    /// Somebody waits for the end, so what remains is counted.
    bool m_isStopping = false;
    bool m_isFarewell = false;
};

} // namespace ct::server::front
