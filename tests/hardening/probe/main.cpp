// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>
#include <cstdio>
#include <cstring>

/// Copies as many bytes as it is told into a buffer of known size: with FORTIFY, a checked copy.
int main(int count, char **words)
{
    std::array<char, 16> text {};
    std::memcpy(text.data(), words[0], static_cast<std::size_t>(count));
    return std::puts(text.data()) < 0 ? 1 : 0;
}
