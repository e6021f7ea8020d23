// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace ct::bench {

/// The text of that member of a JSON object; empty when there is none.
std::string jsonText(std::string_view object, const char *member);

/// `{"name":"value",…}` of an even number of texts, which have nothing in them to be escaped.
std::string jsonObject(std::initializer_list<std::string_view> namesAndValues);

} // namespace ct::bench
