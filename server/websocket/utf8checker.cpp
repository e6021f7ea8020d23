// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/utf8checker.h"

#include <cstring>

namespace ct::server::websocket {

namespace {

constexpr qsizetype wordSize = sizeof(quint64);

bool isAsciiWord(const char *bytes)
{
    quint64 word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return (word & 0x8080'8080'8080'8080ULL) == 0;
}

} // namespace

bool Utf8Checker::feed(QByteArrayView bytes)
{
    // A copy, which the compiler can keep in registers.
    Utf8Checker state = *this;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at != end) {
        if (state.m_left == 0 && end - at >= wordSize && isAsciiWord(at)) {
            at += wordSize;
            continue;
        }
        if (!state.take(static_cast<uchar>(*at)))
            return false;
        ++at;
    }
    *this = state;
    return true;
}

bool Utf8Checker::take(uchar byte)
{
    if (m_left == 0)
        return begin(byte);
    if (byte < m_lowest || byte > m_highest)
        return false;
    --m_left;
    m_lowest = 0x80;
    m_highest = 0xBF;
    return true;
}

// The bounds of the second byte keep out overlong forms (E0, F0), surrogates (ED) and what lies
// above U+10FFFF (F4): Unicode, table 3-7.
bool Utf8Checker::begin(uchar byte)
{
    if (byte < 0x80)
        return true;
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    if (byte < 0xE0) {
        m_left = 1;
    } else if (byte < 0xF0) {
        m_left = 2;
        m_lowest = byte == 0xE0 ? 0xA0 : 0x80;
        m_highest = byte == 0xED ? 0x9F : 0xBF;
    } else {
        m_left = 3;
        m_lowest = byte == 0xF0 ? 0x90 : 0x80;
        m_highest = byte == 0xF4 ? 0x8F : 0xBF;
    }
    return true;
}

bool isUtf8(QByteArrayView bytes)
{
    Utf8Checker checker;
    return checker.feed(bytes) && checker.isComplete();
}

} // namespace ct::server::websocket
