// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace ct::server::websocket {

/// Checks UTF-8 that comes in pieces: overlong forms, surrogates and anything above U+10FFFF are
/// faults, seen at the first byte that cannot be right.
class Utf8Checker
{
public:
    /// Whether the bytes so far can still become valid text. After a `false` feed nothing more.
    bool feed(QByteArrayView bytes);
    /// Whether no character is left half.
    bool isComplete() const { return m_left == 0; }

private:
    bool take(uchar byte);
    bool begin(uchar byte);

    /// Bytes the present character lacks, and the bounds of the next one.
    int m_left = 0;
    uchar m_lowest = 0x80;
    uchar m_highest = 0xBF;
};

/// Whether the bytes are valid UTF-8 as they stand.
bool isUtf8(QByteArrayView bytes);

} // namespace ct::server::websocket
