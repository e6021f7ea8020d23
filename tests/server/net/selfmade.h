// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/selfsigned.h"
#include "server/net/tls.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

namespace ct::test {

/// A server's context with a certificate of its own, made anew.
inline server::net::SslContext selfMadeContext()
{
    const QTemporaryDir folder;
    FakeClock clock;
    clock.setWall(std::chrono::system_clock::now());
    const auto pair = server::net::ensureSelfSigned(folder.path(), {}, clock);
    if (!pair)
        qFatal("no certificate");
    const auto context
        = server::net::TlsContext::open({pair->certificateFile, pair->keyFile}, clock);
    if (!context)
        qFatal("no context");
    return (*context)->current();
}

} // namespace ct::test
