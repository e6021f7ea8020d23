// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace ct::bench {

void appendBase64(std::string &text, std::string_view bytes);
/// Empty when it is no padded base64 of the standard alphabet.
std::string fromBase64(std::string_view text);

} // namespace ct::bench
