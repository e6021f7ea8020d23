// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A MessagePack envelope: scanned, rewritten for a receiver, and compared with what msgpack-cxx
// itself makes of both.
#include "server/relay/outgoing.h"
#include "server/relay/servermessages.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <map>
#include <msgpack.hpp>

namespace ct::fuzz {

namespace {

using namespace server::relay;

constexpr ScanLimits smallLimits {
    .depth = 6, .keys = 2, .fields = 9, .idSize = 12, .headSize = 300};

bool isWithin(QByteArrayView part, QByteArrayView whole)
{
    return part.isNull() || (part.begin() >= whole.begin() && part.end() <= whole.end());
}

void checkPlaces(const Envelope &envelope, QByteArrayView message)
{
    const char *end = nullptr;
    for (const Envelope::Field &field : envelope.fields) {
        check(
            isWithin(field.raw, message) && isWithin(field.name, field.raw), "a field has a place");
        check(!end || field.raw.begin() == end, "there is nothing between fields");
        end = field.raw.end();
    }
    check(end == message.end(), "the fields are the message");
    for (const KeySlice &key : envelope.keys) {
        check(isWithin(key.raw, envelope.keysArray), "keys are in their list");
        check(isWithin(key.target, key.raw), "a target is in its key");
    }
    for (const QByteArrayView part :
         {envelope.version, envelope.id, envelope.target, envelope.content, envelope.metadata})
        check(isWithin(part, message), "a part is in the message");
    check(isWithin(envelope.keysArray, envelope.metadata), "keys are in the metadata");
}

void checkLimits(const Envelope &envelope, const ScanLimits &limits, QByteArrayView message)
{
    check(envelope.fields.size() <= limits.fields, "fields are within their limit");
    check(envelope.keys.size() <= limits.keys, "keys are within their limit");
    check(envelope.id.size() <= limits.idSize, "an id is within its limit");
    const qsizetype head = message.size() - envelope.content.size() - envelope.keysArray.size();
    check(head <= limits.headSize, "what is copied is within its limit");
}

/// A message's members by name, each packed anew, so that different encodings of one value are the
/// same.
using Members = std::map<std::string, std::string>;

std::string packed(const msgpack::object &value)
{
    msgpack::sbuffer buffer;
    msgpack::pack(buffer, value);
    return {buffer.data(), buffer.size()};
}

/// The keys' array is compared apart.
std::string withoutKeys(const msgpack::object &metadata)
{
    std::string text;
    for (const auto &[name, value] : metadata.via.map) {
        text += packed(name);
        if (name.via.str.size != 10 || std::string(name.via.str.ptr, 10) != "encryption") {
            text += packed(value);
            continue;
        }
        for (const auto &[inner, part] : value.via.map) {
            const std::string word(inner.via.str.ptr, inner.via.str.size);
            text += word == "keys" ? word : packed(inner) + packed(part);
        }
    }
    return text;
}

Members membersOf(QByteArrayView message)
{
    Members members;
    const auto handle = msgpack::unpack(message.data(), static_cast<std::size_t>(message.size()));
    const msgpack::object &map = handle.get();
    check(map.type == msgpack::type::MAP, "a message is a map");
    for (const auto &[name, value] : map.via.map) {
        check(name.type == msgpack::type::STR, "names are strings");
        const std::string word(name.via.str.ptr, name.via.str.size);
        const bool isNew
            = members.emplace(word, word == "metadata" ? withoutKeys(value) : packed(value)).second;
        check(isNew, "no name occurs twice");
    }
    return members;
}

std::string packedString(QByteArrayView text)
{
    msgpack::sbuffer buffer;
    msgpack::pack(buffer, std::string(text.data(), static_cast<std::size_t>(text.size())));
    return {buffer.data(), buffer.size()};
}

/// What goes out says what came in, but for origin, id and keys.
void checkPassed(
    const QByteArray &passed, Members expected, const Envelope &envelope, qsizetype keys)
{
    expected["origin"] = packedString("O");
    expected["id"] = packedString("own");
    if (envelope.id.isEmpty())
        expected.erase("id");
    Members found = membersOf(passed);
    if (envelope.id.isEmpty())
        found.erase("id");
    check(found == expected, "what is passed on says what came in");
    const auto again
        = scan(passed, {.depth = 64, .keys = 1 << 20, .fields = 1 << 16, .headSize = 1 << 24});
    check(again.has_value(), "what is passed on can be read");
    checkPlaces(*again, passed);
    check(again->kind == envelope.kind, "the kind stays");
    check(again->content == envelope.content, "the content stays byte by byte");
    check(again->encrypted == envelope.encrypted, "what is encrypted stays so");
    check(again->target == envelope.target, "the target stays");
    check(again->keys.size() == keys, "only the keys meant are passed on");
}

void checkRewriting(const Envelope &envelope, const QByteArray &message)
{
    const QByteArray ownId = encodeId("own");
    const Members members = membersOf(message);
    const Rewriter rewriter(envelope, message, QByteArrayView("O"), ownId);
    const Outgoing bare = rewriter.withKey({});
    check(bare.size() == bare.joined().size(), "sizes are right");
    checkPassed(bare.joined(), members, envelope, 0);
    for (const KeySlice &key : envelope.keys) {
        const QByteArray passed = rewriter.withKey(key.raw).joined();
        checkPassed(passed, members, envelope, 1);
        const auto again = scan(passed);
        check(!again || again->keys[0].target == key.target, "a key keeps its target");
    }
    const QByteArray all = rewriter.withAllKeys().joined();
    checkPassed(all, members, envelope, envelope.keys.size());
    // Responses keep their origin and id.
    const QByteArray response = Rewriter(envelope, message, std::nullopt).withAllKeys().joined();
    check(membersOf(response) == members, "a response stays as it is");
}

/// Whatever is seen of a beginning is what the whole says.
void checkBeginnings(const Envelope &envelope, QByteArrayView message)
{
    for (qsizetype length = 0; length < message.size(); length += 1 + length / 7) {
        const auto cut = scanBeginning(message.first(length));
        if (!cut)
            continue;
        check(
            cut->kind == envelope.kind && cut->id == envelope.id, "a beginning tells no other id");
        check(cut->version.isEmpty() || cut->version == envelope.version, "nor another version");
    }
}

void checkServerContent(const Envelope &envelope)
{
    check(decodeId(envelope.id).size() <= envelope.id.size(), "an id is not longer than it is");
    if (const auto answer = parseJoinAnswer(envelope)) {
        check(answer->workspaceFolders.size() <= 4096, "folders are counted");
        check(
            !envelope.encrypted || envelope.kind == MessageKind::ResponseError,
            "no secret is read");
    }
    if (const auto method = parseServerMethod(envelope))
        check(!method->isEmpty() && !envelope.encrypted, "a method has a name");
    isCompatibleVersion(envelope.version);
}

} // namespace

void envelope(QByteArrayView input)
{
    if (const auto cut = scanBeginning(input)) {
        check(isWithin(cut->id, input) && isWithin(cut->version, input), "a part has its place");
        check(!cut->id.isEmpty(), "there is somebody to answer");
    }
    const bool isCompatible = isCompatibleVersion(input);
    check(!isCompatible || input.startsWith("0.3."), "only versions of ours are compatible");
    const QByteArray message = input.toByteArray();
    for (const ScanLimits &limits : {ScanLimits {}, smallLimits}) {
        if (const auto bare = scan(input, limits))
            checkPlaces(*bare, input);
        const auto envelope = scan(message, limits);
        if (!envelope) {
            check(!envelope.error().message.isEmpty(), "a fault is named");
            continue;
        }
        checkLimits(*envelope, limits, message);
        checkRewriting(*envelope, message);
        checkBeginnings(*envelope, message);
        checkServerContent(*envelope);
    }
}

} // namespace ct::fuzz
