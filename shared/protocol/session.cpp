// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/session.h"

#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

namespace {

/// What stands under `metadata` of a peer.
struct PeerMetadata {
    QByteArray publicKey;
    QStringList compression;
};

QJsonObject toJson(const PeerMetadata &metadata)
{
    const QJsonObject encryption {{"publicKey"_L1, QString::fromUtf8(metadata.publicKey)}};
    const QJsonObject compression {
        {"supported"_L1, QJsonArray::fromStringList(metadata.compression)}};
    return {{"encryption"_L1, encryption}, {"compression"_L1, compression}};
}

Result<PeerMetadata> readMetadata(const QJsonObject &object)
{
    JsonReader reader(object);
    JsonReader encryption(reader.object("encryption"_L1));
    JsonReader compression(reader.object("compression"_L1));
    PeerMetadata metadata;
    metadata.publicKey = encryption.bytes("publicKey"_L1);
    metadata.compression = compression.texts("supported"_L1);
    if (const auto outer = reader.finish(true); !outer)
        return outer.error();
    if (const auto inner = encryption.finish(true); !inner)
        return inner.error();
    return compression.finish(metadata);
}

} // namespace

QJsonObject toJson(const RoomCreated &created)
{
    return {
        {"roomId"_L1, QString::fromUtf8(created.roomId)},
        {"roomToken"_L1, QString::fromUtf8(created.roomToken)}};
}

template<>
Result<RoomCreated> fromJson<RoomCreated>(const QJsonObject &object)
{
    JsonReader reader(object);
    RoomCreated created;
    created.roomId = reader.bytes("roomId"_L1);
    created.roomToken = reader.bytes("roomToken"_L1);
    return reader.finish(created);
}

QJsonObject toJson(const JoinStarted &started)
{
    return {
        {"pollToken"_L1, QString::fromUtf8(started.pollToken)},
        {"roomId"_L1, QString::fromUtf8(started.roomId)}};
}

template<>
Result<JoinStarted> fromJson<JoinStarted>(const QJsonObject &object)
{
    JsonReader reader(object);
    JoinStarted started;
    started.pollToken = reader.bytes("pollToken"_L1);
    started.roomId = reader.bytes("roomId"_L1);
    return reader.finish(started);
}

QJsonObject toJson(const JoinPolled &polled)
{
    QJsonObject object = toJson(polled.info);
    object.insert("failure"_L1, polled.failure);
    return object;
}

template<>
Result<JoinPolled> fromJson<JoinPolled>(const QJsonObject &object)
{
    Result<InfoMessage> info = fromJson<InfoMessage>(object);
    if (!info)
        return info.error();
    JsonReader reader(object);
    return reader.finish(JoinPolled {*std::move(info), reader.boolean("failure"_L1)});
}

QJsonObject toJson(const Workspace &workspace)
{
    return {
        {"name"_L1, workspace.name}, {"folders"_L1, QJsonArray::fromStringList(workspace.folders)}};
}

template<>
Result<Workspace> fromJson<Workspace>(const QJsonObject &object)
{
    JsonReader reader(object);
    Workspace workspace;
    workspace.name = reader.text("name"_L1);
    workspace.folders = reader.texts("folders"_L1);
    return reader.finish(workspace);
}

QJsonObject toJson(const Peer &peer)
{
    QJsonObject object {
        {"id"_L1, QString::fromUtf8(peer.id)},
        {"host"_L1, peer.host},
        {"name"_L1, peer.name},
        {"metadata"_L1, toJson(PeerMetadata {peer.publicKey, peer.compression})}};
    if (!peer.email.isEmpty())
        object.insert("email"_L1, peer.email);
    return object;
}

template<>
Result<Peer> fromJson<Peer>(const QJsonObject &object)
{
    JsonReader reader(object);
    Peer peer;
    peer.id = reader.bytes("id"_L1);
    peer.host = reader.boolean("host"_L1);
    peer.name = reader.text("name"_L1);
    peer.email = reader.optionalText("email"_L1);
    const Result<PeerMetadata> metadata = readMetadata(reader.object("metadata"_L1));
    if (!metadata) {
        reader.fail("metadata"_L1, metadata.error().message);
        return reader.finish(peer);
    }
    peer.publicKey = metadata->publicKey;
    peer.compression = metadata->compression;
    return reader.finish(peer);
}

QJsonObject toJson(const JoinAnswer &answer)
{
    return {
        {"roomId"_L1, QString::fromUtf8(answer.roomId)},
        {"roomToken"_L1, QString::fromUtf8(answer.roomToken)},
        {"workspace"_L1, toJson(answer.workspace)},
        {"host"_L1, toJson(answer.host)}};
}

template<>
Result<JoinAnswer> fromJson<JoinAnswer>(const QJsonObject &object)
{
    JsonReader reader(object);
    JoinAnswer answer;
    answer.roomId = reader.bytes("roomId"_L1);
    answer.roomToken = reader.bytes("roomToken"_L1);
    answer.workspace = reader.message<Workspace>("workspace"_L1);
    answer.host = reader.message<Peer>("host"_L1);
    return reader.finish(answer);
}

} // namespace ct::protocol
