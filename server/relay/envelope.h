// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

namespace ct::server::relay {

/// The version that the server's own messages carry.
inline constexpr QByteArrayView protocolVersion("0.3.1");

enum class MessageKind { Request, Response, ResponseError, Notification, Broadcast };

/// One entry of `metadata.encryption.keys`: whom it is for, and the whole element as it stands.
struct KeySlice {
    QByteArrayView target;
    QByteArrayView raw;
};

/// The parts of one message that the relay routes on, all pointing into the scanned bytes, which
/// must outlive this. Nothing is decoded that isn't needed, and content is never touched.
/// "raw" slices are whole MessagePack values in the sender's own encoding.
struct Envelope {
    MessageKind kind = MessageKind::Broadcast;
    /// `version`, a string.
    QByteArrayView version;
    /// `id` raw (a string or a number); empty when missing, nil or `undefined` (d4 00 00).
    QByteArrayView id;
    /// `target` as a string; empty when missing, nil, undefined or "".
    QByteArrayView target;
    QVarLengthArray<KeySlice, 8> keys;
    /// `content` raw; and whether it is bin (encrypted) rather than anything else.
    QByteArrayView content;
    bool encrypted = false;
    /// Every top-level field as key+value raw, in the order of the wire, with the place of the
    /// ones above among them, so that a rewritten copy can be put together. Unknown fields
    /// included.
    struct Field {
        QByteArrayView name;
        QByteArrayView raw;
    };
    QVarLengthArray<Field, 12> fields;
    /// `metadata` raw value, and where its `encryption.keys` array value lies inside it.
    QByteArrayView metadata;
    QByteArrayView keysArray;
};

struct ScanLimits {
    int depth = 64;
    int keys = 1024;
    int fields = 64;
    /// An id, raw: it is kept until the answer comes. Clients count from 1.
    qsizetype idSize = 1024;
    /// All but content and keys: it is copied for every receiver.
    qsizetype headSize = qsizetype {64} * 1024;
};

/// Scans one message in place with msgpack-cxx (one parse, a visitor that keeps its position).
/// Refuses: not a map, trailing bytes, non-string or duplicate top-level names, missing kind,
/// version or content, unknown kind, an id that is neither string nor number, a target that is no
/// string, too deep, more or longer than the limits, a request or response without id, metadata
/// without encryption.keys being an array of maps with a string target each, extension types other
/// than `undefined` and time stamps outside of binary (see PartWalk). A failure names the fault,
/// never content.
Result<Envelope> scan(QByteArrayView message, const ScanLimits &limits = {});

/// As scan(), for the beginning of a message that was cut off: gives what stands before the cut,
/// if kind and id are among it; nothing if that is malformed. For the error answer to an oversized
/// request.
struct CutEnvelope {
    MessageKind kind = MessageKind::Broadcast;
    QByteArrayView id;
    QByteArrayView version;
};
std::optional<CutEnvelope> scanBeginning(QByteArrayView beginning);

/// Whether a client's message version can be relayed: semver, same major, and same minor while the
/// major is 0. Ours is 0.3.x.
bool isCompatibleVersion(QByteArrayView version);

/// Name of a kind as it stands on the wire.
QByteArrayView kindName(MessageKind kind);

} // namespace ct::server::relay
