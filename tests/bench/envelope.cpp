// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/envelope.h"

#include "tests/bench/msgpack.h"

namespace ct::bench {
namespace {

constexpr std::string_view version = "0.3.1";
constexpr std::size_t keyLength = 684;

void packKey(Packer &packer, std::string_view target)
{
    static const std::string key = base64Like(keyLength, 7);
    packer.map(3).text("target").text(target).text("key").text(key).text("iv").text(
        "3b5r5m5daxSx/t9yJLKBng==");
}

void packMetadata(Packer &packer, const std::vector<std::string> &receivers)
{
    packer.text("metadata").map(2).text("encryption").map(1).text("keys");
    packer.array(static_cast<std::uint16_t>(receivers.size()));
    for (const std::string &receiver : receivers)
        packKey(packer, receiver);
    packer.text("compression").map(1).text("algorithm").text(receivers.empty() ? "none" : "gzip");
}

Template finish(Packer &packer, std::size_t size)
{
    std::string content(size, '\0');
    fillRandomly(content, size);
    Template made;
    made.contentAt = packer.text("content").binary(content);
    made.contentSize = size;
    made.bytes = packer.take();
    return made;
}

void packHead(Packer &packer, std::uint16_t size, std::string_view kind)
{
    packer.map(size).text("version").text(version).text("kind").text(kind);
}

void readKeys(Unpacker &reader, Envelope &envelope)
{
    envelope.keys = reader.array();
    for (std::size_t i = 0; i < envelope.keys && reader.isGood(); ++i) {
        for (std::size_t left = reader.map(); left > 0 && reader.isGood(); --left) {
            const bool isTarget = reader.text() == "target";
            const std::string_view value = reader.skip();
            if (isTarget && i == 0)
                envelope.keyTarget = Unpacker(value).text();
        }
    }
}

/// Calls `entry(key)` for each pair; it takes the value.
template<typename Entry>
void eachPair(Unpacker &reader, Entry entry)
{
    for (std::size_t left = reader.map(); left > 0 && reader.isGood(); --left)
        entry(reader.text());
}

void readMetadata(Unpacker &reader, Envelope &envelope)
{
    eachPair(reader, [&](std::string_view key) {
        if (key != "encryption") {
            reader.skip();
            return;
        }
        eachPair(reader, [&](std::string_view inner) {
            if (inner == "keys")
                readKeys(reader, envelope);
            else
                reader.skip();
        });
    });
}

std::string_view firstId(std::string_view parameters)
{
    Unpacker reader(parameters);
    if (reader.array() == 0 || !reader.isMap())
        return {};
    std::string_view id;
    eachPair(reader, [&](std::string_view key) {
        const std::string_view value = reader.skip();
        if (key == "id")
            id = Unpacker(value).text();
    });
    return id;
}

void readContent(Unpacker &reader, Envelope &envelope)
{
    envelope.isEncrypted = reader.isBinary();
    if (envelope.isEncrypted) {
        envelope.content = reader.binary();
        return;
    }
    eachPair(reader, [&](std::string_view key) {
        const std::string_view value = reader.skip();
        if (key == "method")
            envelope.method = Unpacker(value).text();
        else if (key == "params")
            envelope.parameterId = firstId(value);
    });
}

void readField(Unpacker &reader, std::string_view key, Envelope &envelope)
{
    if (key == "kind")
        envelope.kind = reader.text();
    else if (key == "origin")
        envelope.origin = reader.text();
    else if (key == "target")
        envelope.target = Unpacker(reader.skip()).text();
    else if (key == "id")
        envelope.rawId = reader.skip();
    else if (key == "metadata")
        readMetadata(reader, envelope);
    else if (key == "content" && (reader.isBinary() || reader.isMap()))
        readContent(reader, envelope);
    else
        reader.skip();
}

} // namespace

bool readEnvelope(std::string_view message, Envelope &envelope)
{
    Unpacker reader(message);
    eachPair(reader, [&](std::string_view key) { readField(reader, key, envelope); });
    return reader.isGood() && !envelope.kind.empty();
}

void Template::stamp(const Stamp &stamp)
{
    writePayload({bytes.data() + contentAt, contentSize}, stamp);
}

void Template::setId(std::uint32_t id)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[idAt + i] = static_cast<char>(id >> (8 * (3 - i)));
}

KeyLayout keyLayout(std::size_t idLength)
{
    const std::string id(idLength, 'x');
    Packer entry;
    packKey(entry, id);
    Packer prefix;
    packHead(prefix, 5, "broadcast");
    prefix.text("metadata").map(2).text("encryption").map(1).text("keys");
    return {prefix.size(), entry.size()};
}

Template broadcast(
    std::string_view origin, const std::vector<std::string> &receivers, std::size_t size)
{
    Packer packer;
    packHead(packer, 5, "broadcast");
    packMetadata(packer, receivers);
    packer.text("origin").text(origin);
    return finish(packer, size);
}

Template notification(std::string_view origin, std::string_view target, std::size_t size)
{
    Packer packer;
    packHead(packer, 6, "notification");
    packMetadata(packer, {std::string(target)});
    packer.text("target").text(target).text("origin").text(origin);
    return finish(packer, size);
}

Template request(std::string_view origin, std::string_view target, std::size_t size)
{
    Packer packer;
    packer.map(7).text("version").text(version).text("id");
    const std::size_t idAt = packer.size() + 1;
    packer.wideNumber(0);
    packMetadata(packer, {std::string(target)});
    packer.text("origin").text(origin).text("target").text(target).text("kind").text("request");
    Template made = finish(packer, size);
    made.idAt = idAt;
    return made;
}

Template response(std::string_view rawId, std::string_view target, std::size_t size)
{
    Packer packer;
    packer.map(5).text("kind").text("response").text("version").text(version).text("id").raw(rawId);
    packMetadata(packer, {std::string(target)});
    return finish(packer, size);
}

std::string joinAnswer(std::string_view rawId)
{
    Packer packer;
    packer.map(5).text("kind").text("response").text("version").text(version).text("id").raw(rawId);
    packMetadata(packer, {});
    packer.text("content").map(1).text("response").map(1).text("workspace").map(2);
    packer.text("name").text("bench").text("folders").array(1).text("src");
    return packer.take();
}

std::string roomLeave()
{
    Packer packer;
    packHead(packer, 6, "notification");
    packMetadata(packer, {});
    packer.text("target").text("").text("origin").text("").text("content").map(2);
    packer.text("method").text("room/leave").text("params").array(0);
    return packer.take();
}

std::string base64Like(std::size_t length, std::uint64_t seed)
{
    constexpr std::string_view alphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text(length, '\0');
    fillRandomly(text, seed);
    for (char &letter : text)
        letter = alphabet[static_cast<unsigned char>(letter) % alphabet.size()];
    return text;
}

} // namespace ct::bench
