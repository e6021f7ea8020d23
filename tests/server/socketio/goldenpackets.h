// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace golden {

/// A packet as the client's parser wrote it.
struct Packet {
    QByteArray name;
    /// connect, disconnect, message or ignored.
    QByteArray meaning;
    QByteArray nameSpace;
    std::optional<quint64> id;
    QByteArray text;
    QList<QByteArray> attachments;
};

inline Packet packetOf(const QJsonObject &json)
{
    const auto text = [&](QStringView key) {
        return json[key].toString().toUtf8();
    };
    Packet packet {text(u"name"), text(u"meaning"), text(u"nsp"), {}, text(u"text"), {}};
    if (!json[u"id"].isNull())
        packet.id = static_cast<quint64>(json[u"id"].toInteger());
    for (const auto &hex : json[u"attachments"].toArray())
        packet.attachments.append(QByteArray::fromHex(hex.toString().toLatin1()));
    return packet;
}

/// tests/data/socketio/packets.json; empty when it can't be read.
inline QList<Packet> packets()
{
    QFile file(QStringLiteral(CT_TEST_DATA "/socketio/packets.json"));
    QList<Packet> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array())
        all.append(packetOf(entry.toObject()));
    return all;
}

} // namespace golden
