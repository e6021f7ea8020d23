// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/base64stream.h"

#include "server/engineio/base64.h"

namespace ct::server::engineio {

namespace {

/// Characters that stand for whole bytes only when taken together.
constexpr qsizetype group = 4;
constexpr qsizetype bytesPerGroup = 3;

} // namespace

bool Base64Stream::feed(QByteArrayView text, QByteArray &out)
{
    if (!m_carry.isEmpty()) {
        const qsizetype missing = std::min(group - m_carry.size(), text.size());
        m_carry.append(text.first(missing));
        text = text.sliced(missing);
        if (m_carry.size() < group)
            return true;
        if (!decode(m_carry, out))
            return false;
        m_carry.clear();
    }
    const qsizetype whole = text.size() - text.size() % group;
    m_carry.append(text.sliced(whole));
    return decode(text.first(whole), out);
}

bool Base64Stream::finish(QByteArray &out)
{
    // One character alone holds 6 bits: never a byte.
    const bool isGood = m_carry.size() != 1 && decode(m_carry, out);
    reset();
    return isGood;
}

void Base64Stream::reset()
{
    m_carry.clear();
    m_isOver = false;
}

bool Base64Stream::decode(QByteArrayView text, QByteArray &out)
{
    if (text.isEmpty())
        return true;
    if (m_isOver)
        return false;
    text = text.sliced(decodePlainGroups(out, text));
    if (text.isEmpty())
        return true;
    // The end, or what is wrong with it.
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.data(), text.size()), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return false;
    m_isOver = decoded.decoded.size() != text.size() / group * bytesPerGroup;
    out.append(decoded.decoded);
    return true;
}

} // namespace ct::server::engineio
