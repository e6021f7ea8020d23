// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/statusroutes.h"

#include "server/application/answers.h"
#include "server/http/backendfields.h"
#include "shared/base/version.h"
#include "shared/protocol/meta.h"
#include "shared/protocol/paths.h"

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

constexpr int unavailable = 503;

QJsonObject healthOf(const StatusSource &source, const compat::Call &call)
{
    protocol::Health health;
    health.status = source.health();
    health.version = QString::fromLatin1(productVersion);
    health.uptime
        = std::chrono::duration_cast<std::chrono::seconds>(source.clock.now() - source.started);
    if (call.header(http::backend::privateDoor) == "1")
        health.degraded = source.degraded();
    return toJson(health);
}

} // namespace

void addStatusRoutes(compat::HttpServer &server, const StatusSource &source)
{
    server.route(
        compat::Method::Get,
        protocol::paths::meta,
        [&source](const compat::Call &, const compat::ReplyPtr &reply) {
            protocol::Meta meta;
            meta.owner = source.owner;
            answerJson(*reply, 200, toJson(meta));
        });
    const auto live = [&source](const compat::Call &call, const compat::ReplyPtr &reply) {
        answerJson(*reply, 200, healthOf(source, call));
    };
    const auto ready = [&source](const compat::Call &call, const compat::ReplyPtr &reply) {
        const bool isReady = source.health() == protocol::HealthStatus::Ok;
        answerJson(*reply, isReady ? 200 : unavailable, healthOf(source, call));
    };
    server.route(compat::Method::Get, protocol::paths::healthLive, live);
    server.route(compat::Method::Get, protocol::paths::healthReady, ready);
    server.route(compat::Method::Get, protocol::paths::health, ready);
    server.route(compat::Method::Get, u"/ct-health/"_s, ready);
}

} // namespace ct::server::application
