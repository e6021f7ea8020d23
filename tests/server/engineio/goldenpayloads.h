// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/engineio/packet.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace golden {

using namespace ct::server::engineio;

/// A body as the client's parser wrote it, and what it was made of.
struct Payload {
    QByteArray name;
    std::vector<Packet> packets;
    QByteArray body;
};

inline Packet packetOf(const QJsonObject &json)
{
    static const QStringList types
        = QStringLiteral("open close ping pong message upgrade noop").split(u' ');
    Packet packet;
    packet.type = static_cast<PacketType>(types.indexOf(json[u"type"].toString()));
    packet.binary = json.contains(u"hex");
    packet.data = packet.binary ? QByteArray::fromHex(json[u"hex"].toString().toLatin1())
                                : json[u"text"].toString().toUtf8();
    return packet;
}

/// tests/data/engineio/payloads.json; empty when it can't be read.
inline std::vector<Payload> payloads()
{
    QFile file(QStringLiteral(CT_TEST_DATA "/engineio/payloads.json"));
    std::vector<Payload> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject json = entry.toObject();
        Payload payload {json[u"name"].toString().toUtf8(), {}, json[u"body"].toString().toUtf8()};
        for (const auto &packet : json[u"packets"].toArray())
            payload.packets.push_back(packetOf(packet.toObject()));
        all.push_back(payload);
    }
    return all;
}

} // namespace golden
