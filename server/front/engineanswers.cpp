// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/engineanswers.h"

namespace ct::server::front {

namespace {

QByteArrayView sentence(EngineFault fault)
{
    switch (fault) {
    case EngineFault::UnknownTransport:
        return "Transport unknown";
    case EngineFault::UnknownSession:
        return "Session ID unknown";
    case EngineFault::BadMethod:
        return "Bad handshake method";
    case EngineFault::BadRequest:
        return "Bad request";
    case EngineFault::UnsupportedVersion:
        return "Unsupported protocol version";
    }
    return {};
}

} // namespace

http::Response engineError(EngineFault fault)
{
    http::Response response;
    response.status = 400;
    response.setHeader("content-type", "application/json");
    response.body = R"({"code":)" + QByteArray::number(static_cast<int>(fault)) + R"(,"message":")"
        + sentence(fault).toByteArray() + R"("})";
    return response;
}

http::Response pollAnswer(const QByteArray &payload)
{
    http::Response response;
    response.setHeader("content-type", "text/plain; charset=UTF-8");
    response.setHeader("cache-control", "no-store");
    response.body = payload;
    return response;
}

http::Response postAccepted()
{
    http::Response response;
    response.setHeader("content-type", "text/html");
    response.setHeader("cache-control", "no-store");
    response.body = "ok";
    return response;
}

} // namespace ct::server::front
