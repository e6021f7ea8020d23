// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/health.h"
#include "shared/protocol/meta.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace ct::console::api {

/// What a server has said of itself, and when.
struct ServerState {
    protocol::Meta meta;
    /// Missing for servers of another make, which have no such route.
    std::optional<protocol::Health> health;
    QDateTime askedAt;
};

/// A certificate that no known authority vouches for: what a person needs to compare it.
struct Certificate {
    QString host;
    QByteArray sha256;
    QString subject;
    QDateTime expires;
    QStringList complaints;
};

enum class FailureKind {
    HostNotFound,
    Refused,
    TimedOut,
    Closed,
    NoTls,
    NotOurServer,
    Busy,
    Other,
};

/// Why a server was not reached; `detail` is Qt's or the server's own word on it.
struct Failure {
    FailureKind kind = FailureKind::Other;
    QString detail;
};

} // namespace ct::console::api
