// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ct::console::pages {

enum class Strength { None, Weak, Fair, Good, Strong };

/// How long somebody would guess who tries everything, roughly: letters of more kinds and greater
/// length count, repeated and running ones ("aaaa", "1234") don't.
Strength strengthOf(const QString &password);

} // namespace ct::console::pages
