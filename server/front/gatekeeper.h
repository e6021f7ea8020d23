// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/client.h"
#include "server/front/frontcontext.h"
#include "server/http/message.h"

#include <optional>

namespace ct::server::front {

/// What becomes of a request, decided from its head alone, before any of its body is read.
struct Admission {
    /// Set when there is nothing more to do than to say this.
    std::optional<http::Response> answer;
    const Route *route = nullptr;
    /// Without the prefix.
    QByteArray path;
    /// Longest body to be taken.
    quint64 bodyLimit = 0;
    /// The request belongs to somebody whom the server knows: its connection is not evicted.
    bool isAuthenticated = false;
    /// The bearer of an Engine.IO session that exists: its owner.
    Worker *linkOwner = nullptr;
    QByteArray sid;
    /// See CorsDecision.
    bool mayUseCookies = true;
    /// Fields that go onto the answer, whatever it is.
    QList<http::Field> fields;
};

/// Applies the route table, rates, origins and tokens to a request's head. Thread: that of its
/// policies.
class Gatekeeper
{
public:
    /// Both outlive it.
    Gatekeeper(FrontContext &context, const Policies &policies)
        : m_context(context),
          m_policies(policies)
    { }

    Admission admit(const http::RequestHead &head, const Client &client) const;

private:
    bool isServedAt(Door door, const Route &route) const;
    bool findRoute(const http::RequestHead &head, const Client &client, Admission &admission) const;
    bool checkOrigin(
        const http::RequestHead &head, const Client &client, Admission &admission) const;
    bool checkLogin(const http::RequestHead &head, Admission &admission) const;
    bool checkEngine(const http::RequestHead &head, Admission &admission) const;
    bool checkEngineSession(const http::RequestHead &head, Admission &admission) const;
    bool checkDraining(Admission &admission) const;
    void checkRate(const Client &client, Admission &admission) const;

    FrontContext &m_context;
    const Policies &m_policies;
};

/// A short answer in plain text.
http::Response textAnswer(int status, QByteArrayView text);
/// The clients' error form: `{"code","params","message"}`.
http::Response errorAnswer(int status, QByteArrayView code, QByteArrayView message);

} // namespace ct::server::front
