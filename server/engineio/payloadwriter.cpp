// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/base64.h"
#include "server/engineio/payload.h"

#include <utility>

namespace ct::server::engineio {

namespace {

constexpr char separator = '\x1e';

} // namespace

void PayloadWriter::appendText(QByteArrayView packet)
{
    if (!m_body.isEmpty())
        m_body.append(separator);
    m_body.append(packet);
}

void PayloadWriter::appendBinary(const QByteArray &data)
{
    appendText("b");
    appendBase64(m_body, data);
}

QByteArray PayloadWriter::take()
{
    return std::exchange(m_body, {});
}

} // namespace ct::server::engineio
