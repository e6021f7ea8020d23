// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

namespace ct::server::controltool {

/// What a server has noted in its state folder for whoever wants to talk to it. One that was killed
/// leaves it behind.
struct NotedPorts {
    quint16 privatePort = 0;
    qint64 pid = 0;
};

/// NotFound: no server has left anything there that can be understood. Forbidden: the folder is
/// closed to this user. Thread: any; blocks.
Result<NotedPorts> notedPorts(const QString &stateFolder);

/// Of a small file. Forbidden, too, when it is a link or no file at all: whoever owns the folder
/// must not choose what root reads. NotFound when it is not there. Thread: any; blocks.
Result<QByteArray> contentOfNote(const QString &path);

} // namespace ct::server::controltool
