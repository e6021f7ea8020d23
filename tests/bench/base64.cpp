// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/base64.h"

#include <array>

namespace ct::bench {
namespace {

constexpr std::string_view alphabet
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned invalid = 64;

std::array<unsigned char, 256> makeTable()
{
    std::array<unsigned char, 256> table {};
    table.fill(invalid);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table.at(static_cast<unsigned char>(alphabet[i])) = static_cast<unsigned char>(i);
    return table;
}

} // namespace

void appendBase64(std::string &text, std::string_view bytes)
{
    std::size_t left = bytes.size();
    for (std::size_t i = 0; left > 0; i += 3) {
        unsigned word = 0;
        for (std::size_t k = 0; k < 3; ++k)
            word = word << 8U | (k < left ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        text.push_back(alphabet[word >> 18U]);
        text.push_back(alphabet[word >> 12U & 63U]);
        text.push_back(left > 1 ? alphabet[word >> 6U & 63U] : '=');
        text.push_back(left > 2 ? alphabet[word & 63U] : '=');
        left -= left < 3 ? left : 3;
    }
}

std::string fromBase64(std::string_view text)
{
    static const std::array<unsigned char, 256> table = makeTable();
    std::string bytes;
    if (text.empty() || text.size() % 4 != 0)
        return bytes;
    const std::size_t padding = text[text.size() - 2] == '=' ? 2 : text.back() == '=' ? 1 : 0;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        unsigned word = 0;
        for (std::size_t k = i; k < i + 4; ++k) {
            const bool isPadding = k + padding >= text.size();
            const unsigned value = isPadding ? 0 : table.at(static_cast<unsigned char>(text[k]));
            if (value == invalid)
                return {};
            word = word << 6U | value;
        }
        for (const unsigned shift : {16U, 8U, 0U})
            bytes.push_back(static_cast<char>(word >> shift));
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace ct::bench
