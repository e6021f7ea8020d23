// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/front.h"
#include "server/logging/logwriter.h"
#include "server/net/selfsigned.h"
#include "server/net/tls.h"
#include "tests/server/logging/logfolder.h"

#include <memory>

namespace ct::test {

/// A front with everything it needs, on free ports of this machine; its application never answers,
/// unless there is another one. Both outlive the bench.
class FrontBench
{
public:
    explicit FrontBench(
        const Clock *otherClock = nullptr, server::front::ApplicationDoor *otherDoor = nullptr)
        : time(otherClock ? *otherClock : clock),
          door(otherDoor ? *otherDoor : application),
          writer(logs.config.queue),
          log(writer, logs.config, clock),
          accessLog(writer, logs.config, clock),
          tokens({{"key", "a secret of at least thirty-two bytes"}, {}}, {}, clock, random)
    {
        net.bindAddresses = {QHostAddress(QHostAddress::LocalHost)};
        net.httpPort = net.httpsPort = net.privatePort = 0;
        net.workers = 2;
        const auto pair = server::net::ensureSelfSigned(logs.top(), {}, clock);
        if (pair)
            tls = *server::net::TlsContext::open({pair->certificateFile, pair->keyFile}, clock);
    }

    std::unique_ptr<server::front::Front> make()
    {
        return std::make_unique<server::front::Front>(server::front::FrontServices {
            net,
            front,
            session,
            1,
            1,
            std::chrono::seconds(1),
            time,
            random,
            tokens,
            *tls,
            accessLog,
            log,
            events,
            seats,
            door,
            {}});
    }

    server::net::NetConfig net;
    server::front::FrontConfig front;
    server::session::SessionConfig session;

private:
    class NoEvents final : public server::session::SessionEvents
    {
    public:
        void record(const server::session::SessionEvent &) override { }
    };
    class DeafApplication final : public server::front::ApplicationDoor
    {
    public:
        void admit(int) override { }
        void delivered(const QByteArray &, bool) override { }
    };

    LogFolder logs;
    SystemClock clock;
    const Clock &time;
    server::front::ApplicationDoor &door;
    SystemRandom random;
    server::logging::LogWriter writer;
    server::logging::ServerLog log;
    server::logging::AccessLog accessLog;
    server::auth::TokenService tokens;
    std::unique_ptr<server::net::TlsContext> tls;
    NoEvents events;
    server::session::SeatCounter seats;
    DeafApplication application;
};

} // namespace ct::test
