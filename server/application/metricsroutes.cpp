// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/metricsroutes.h"

#include "server/application/answers.h"
#include "server/http/backendfields.h"
#include "server/metrics/prometheustext.h"
#include "server/metrics/scraperule.h"
#include "shared/protocol/paths.h"

namespace ct::server::application {

namespace {

void scrape(const MetricsParts &parts, const compat::ReplyPtr &reply)
{
    parts.scrape([reply](const QByteArray &text) {
        reply->send(
            200,
            {{"Content-Type", metrics::PrometheusText::contentType()},
             {"Cache-Control", "no-store"},
             {"X-Content-Type-Options", "nosniff"}},
            text);
    });
}

void answer(const MetricsParts &parts, const compat::Call &call, const compat::ReplyPtr &reply)
{
    const QHostAddress client(QString::fromLatin1(call.header(http::backend::clientAddress)));
    switch (metrics::answerScrape(parts.config, client, call.header("authorization"))) {
    case metrics::ScrapeAnswer::Welcome:
        return scrape(parts, reply);
    case metrics::ScrapeAnswer::NotThere:
        return answerText(*reply, 404, "Not found");
    case metrics::ScrapeAnswer::NotAllowed:
        return answerText(*reply, 403, "Not for this address (CT_PROMETHEUS_ALLOW)");
    case metrics::ScrapeAnswer::NeedsToken:
        break;
    }
    answerText(
        *reply,
        401,
        "A bearer token is needed (CT_PROMETHEUS_TOKEN)",
        {{"WWW-Authenticate", R"(Bearer realm="metrics")"}});
}

} // namespace

void addMetricsRoutes(compat::HttpServer &server, const MetricsParts &parts)
{
    server.route(
        compat::Method::Get,
        protocol::paths::metrics,
        [&parts](const compat::Call &call, const compat::ReplyPtr &reply) {
            answer(parts, call, reply);
        });
}

} // namespace ct::server::application
