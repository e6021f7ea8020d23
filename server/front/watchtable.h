// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/applicationdoor.h"
#include "server/front/frontconfig.h"
#include "server/front/websockettransport.h"
#include "shared/base/clock.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace ct::server::front {

/// A WebSocket by which the application tells a client what happens. What the client says is passed
/// over. Owner: WatchTable. Thread: its worker's.
class WatchLink final : private WebSocketEvents
{
public:
    /// `ready` is called, later, each time that so little is left of what was sent that more may
    /// follow. All of them outlive it.
    struct Services {
        const FrontConfig &config;
        const Clock &clock;
        QObject *keeper = nullptr;
        std::function<void()> ready;
    };

    WatchLink(std::unique_ptr<WebSocketTransport> socket, Services services);
    ~WatchLink() override;

    void send(const QList<QByteArray> &messages);
    void close(websocket::CloseCode code, const QByteArray &reason);
    void tick(Instant now);
    bool isOver() const { return m_socket == nullptr; }

private:
    // WebSocketEvents
    void socketHeard(Instant now) override { m_alive = now; }
    void socketText(const QByteArray &) override { }
    void socketBinary(QByteArray) override { }
    void socketOversized(bool, QByteArray, quint64) override { }
    void socketPong() override { m_pinged.reset(); }
    void socketClosed(const QString &reason, bool isGoodbye) override;
    void socketDrained() override;

    const Services m_services;
    std::unique_ptr<WebSocketTransport> m_socket;
    Instant m_alive;
    /// When the ping went out that has no answer yet.
    std::optional<Instant> m_pinged;
    bool m_isBusy = false;
};

/// The watchers of one worker, by what the application calls them. Thread: the worker's.
class WatchTable
{
public:
    struct Services {
        const FrontConfig &config;
        const Clock &clock;
        ApplicationDoor &application;
        QObject *keeper = nullptr;
    };

    explicit WatchTable(const Services &services) : m_services(services) { }
    ~WatchTable();
    WatchTable(const WatchTable &) = delete;
    WatchTable &operator=(const WatchTable &) = delete;

    void open(const WatchHandle &watch, std::unique_ptr<WebSocketTransport> socket);
    void send(const QByteArray &ticket, const QList<QByteArray> &messages);
    void close(const QByteArray &ticket, websocket::CloseCode code, const QByteArray &reason);
    /// The server ends.
    void closeAll();
    void tick();

private:
    const Services m_services;
    std::map<QByteArray, std::unique_ptr<WatchLink>> m_links;
};

} // namespace ct::server::front
