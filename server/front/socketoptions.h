// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace ct::server::front {

/// What a relay's socket needs of the kernel: no delay, an end for a peer that takes nothing for
/// 45 s, and little unsent data in the kernel, so that a ping is not stuck behind megabytes.
void setRelayOptions(int descriptor);

/// Whom a connected socket is connected to, never v4-mapped; null when it is connected no more.
QHostAddress peerOf(int descriptor);

} // namespace ct::server::front
