// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>

namespace ct::server::websocket {

using MaskKey = std::array<char, 4>;

/// Writes `masked`, unmasked (or the other way round, it is the same), to `target`, which has room
/// for it. `offset` is how much of the frame's payload came before.
void applyMask(char *target, QByteArrayView masked, MaskKey key, quint64 offset);

} // namespace ct::server::websocket
