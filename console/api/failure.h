// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/problem.h"

#include <QNetworkReply>

namespace ct::console::api {

enum class FailureKind {
    HostNotFound,
    Refused,
    TimedOut,
    Closed,
    NoTls,
    /// The server's certificate has to be looked at first.
    CertificateDoubted,
    /// In the clear no secret is sent to another machine.
    InTheClear,
    NotOurServer,
    /// The answer was longer than the caller would take.
    TooLong,
    Busy,
    /// Nobody is signed in, or no longer, or user and password were wrong.
    SignInNeeded,
    /// It has ended, as it does when nobody is there.
    SignInUnused,
    Forbidden,
    NotFound,
    Conflict,
    /// Somebody else has changed it meanwhile (412).
    Outdated,
    /// The server did not take what was sent; `problem` may name the fields.
    Invalid,
    Other,
};

/// Why something was not done; `detail` is Qt's or the server's own word on it.
struct Failure {
    FailureKind kind = FailureKind::Other;
    QString detail;
    /// Of the answer; 0: there was none.
    int status = 0;
    std::optional<protocol::admin::Problem> problem {};

    /// The server was not reached, so a later try may do.
    bool isUnreachable() const;
    /// What the server says about one field of what was sent; empty: nothing.
    QString faultOf(const QString &field) const;
};

/// For a reply that brought no answer.
FailureKind failureKind(QNetworkReply::NetworkError error);
/// For an answer that is no success.
Failure failureOf(int status, const QByteArray &body);

} // namespace ct::console::api
