// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <vector>

namespace ct::fuzz {

/// How an input reaches a parser. Bytes: one by one, a long input's end in larger pieces. Chosen:
/// in pieces whose lengths follow from the bytes, so that the fuzzer moves them with every change,
/// and the same input is always cut alike.
enum class Cut { Whole, Bytes, Chosen };

/// The lengths of the pieces, one after the other.
class PieceLengths
{
public:
    PieceLengths(QByteArrayView input, Cut cut) : m_left(input.size()), m_cut(cut)
    {
        // FNV-1a.
        for (const char byte : input)
            m_state = (m_state ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    }

    /// 0 at the end.
    qsizetype next()
    {
        const qsizetype length = std::min(m_left, wanted());
        m_left -= length;
        m_given += length;
        return length;
    }

private:
    qsizetype wanted()
    {
        if (m_cut == Cut::Whole)
            return m_left;
        if (m_cut == Cut::Bytes)
            return m_given < 600 ? 1 : 61;
        // Xorshift. Mostly short ones; headers are a few bytes long.
        m_state ^= m_state << 13U;
        m_state ^= m_state >> 7U;
        m_state ^= m_state << 17U;
        const auto bound = (m_state & 3U) == 0 ? 300U : 12U;
        return static_cast<qsizetype>(1 + (m_state >> 8U) % bound);
    }

    qsizetype m_left;
    qsizetype m_given = 0;
    Cut m_cut;
    quint64 m_state = 0xcbf29ce484222325ULL;
};

/// Calls feed(piece), each in memory of its own size so that AddressSanitizer sees the first byte
/// behind it, until that gives false.
template<typename Feed>
void forEachPiece(QByteArrayView input, Cut cut, const Feed &feed)
{
    PieceLengths lengths(input, cut);
    qsizetype at = 0;
    for (qsizetype length = lengths.next(); length > 0; length = lengths.next()) {
        const QByteArrayView piece = input.sliced(at, length);
        const std::vector<char> exact(piece.begin(), piece.end());
        at += length;
        if (!feed(QByteArrayView(exact.data(), length)))
            return;
    }
}

} // namespace ct::fuzz
