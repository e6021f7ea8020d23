// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

namespace ct::server::http {

/// What a browser's Origin means for a request.
struct CorsDecision {
    /// When not: 403, `Origin not allowed`.
    bool isAllowed = true;
    /// When not, a page of another origin asks and the user's cookies say nothing: it was the
    /// browser that sent them along.
    bool mayUseCookies = true;
    /// Go onto the answer whatever it is, errors too: without them a page can't read why it failed.
    QList<Field> fields;
};

/// Which pages of other origins may talk to this server. Without configured origins any may, but
/// never with the user's cookies; with some, those may, with cookies, and others are refused.
/// Requests without an Origin, and of this server's own pages, always pass. Immutable. Thread: any.
class CorsPolicy
{
public:
    /// Origins as browsers send them: `https://host[:port]`; case, default ports and a slash at the
    /// end make no difference.
    explicit CorsPolicy(const QList<QByteArray> &allowedOrigins);

    /// `isSecure`: the client's connection is, so this server's own origin begins with https.
    CorsDecision decide(const RequestHead &head, bool isSecure) const;

    /// The same for a head that could not be parsed, by whatever Origin stands in it.
    CorsDecision decideUnread(QByteArrayView head) const;

    /// The answer to OPTIONS, to which the decision's fields are to be added. `methods` is the
    /// route's list for Allow.
    Response preflight(const RequestHead &head, QByteArrayView methods, int status) const;

private:
    QList<QByteArray> m_allowed;
};

} // namespace ct::server::http
