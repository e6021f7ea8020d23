// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/certificate.h"
#include "console/api/failure.h"
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

} // namespace ct::console::api
