// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/payload.h"

#include <algorithm>
#include <utility>

namespace ct::server::engineio {

namespace {

constexpr char separator = '\x1e';
/// Bytes that make whole characters of base64, without padding.
constexpr qsizetype group = 3;

QByteArray base64(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
}

} // namespace

void PayloadWriter::appendText(QByteArrayView packet)
{
    if (!m_body.isEmpty())
        m_body.append(separator);
    m_body.append(packet);
}

void PayloadWriter::appendBinary(QByteArrayView head, QByteArrayView tail)
{
    appendText("b");
    const qsizetype left = head.size() % group;
    m_body.append(base64(head.first(head.size() - left)));
    if (left > 0) {
        const qsizetype borrowed = std::min(group - left, tail.size());
        QByteArray seam = head.last(left).toByteArray();
        seam.append(tail.first(borrowed));
        m_body.append(seam.toBase64());
        tail = tail.sliced(borrowed);
    }
    m_body.append(base64(tail));
}

QByteArray PayloadWriter::take()
{
    return std::exchange(m_body, {});
}

} // namespace ct::server::engineio
