// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/socketio/packet.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace ct::server::socketio {

namespace {

/// Engine.IO's `4`, the type, and the namespace when it is not the root.
QByteArray head(QByteArrayView type, QByteArrayView nameSpace)
{
    QByteArray packet("4");
    packet.append(type);
    if (nameSpace != "/")
        packet.append(nameSpace).append(',');
    return packet;
}

QByteArray jsonString(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// The same for what is ours and hardly ever needs an escape.
QByteArray jsonString(QByteArrayView text)
{
    const auto isPlain = [](char c) {
        return c >= ' ' && c < '\x7f' && c != '"' && c != '\\';
    };
    if (!std::all_of(text.begin(), text.end(), isPlain))
        return jsonString(QString::fromUtf8(text));
    QByteArray quoted;
    quoted.reserve(text.size() + 2);
    quoted.append('"').append(text).append('"');
    return quoted;
}

} // namespace

QByteArray encodeConnect(QByteArrayView nameSpace, QByteArrayView sid, QByteArrayView pid)
{
    QByteArray packet = head("0", nameSpace);
    packet.append("{\"sid\":").append(jsonString(sid));
    if (!pid.isEmpty())
        packet.append(",\"pid\":").append(jsonString(pid));
    return packet.append('}');
}

QByteArray encodeConnectError(QByteArrayView nameSpace, const QString &message)
{
    return head("4", nameSpace).append("{\"message\":").append(jsonString(message)).append('}');
}

QByteArray encodeDisconnect(QByteArrayView nameSpace)
{
    return head("1", nameSpace);
}

MessageHeader::MessageHeader(QByteArrayView nameSpace)
    : m_packet(head("51-", nameSpace).append(R"(["message",{"_placeholder":true,"num":0},")")),
      m_offsetAt(m_packet.size())
{ }

QByteArrayView MessageHeader::with(quint64 offset)
{
    std::array<char, std::numeric_limits<quint64>::digits10 + 1> digits {};
    const char *end = std::to_chars(digits.begin(), digits.end(), offset).ptr;
    m_packet.resize(m_offsetAt);
    m_packet.append(digits.data(), end - digits.data()).append(R"("])");
    return m_packet;
}

} // namespace ct::server::socketio
