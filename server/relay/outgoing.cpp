// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/outgoing.h"

#include "server/relay/messagewriter.h"

#include <algorithm>

namespace ct::server::relay {

namespace {

/// The bytes of `whole` before, and behind, `part`, which lies within it.
QByteArrayView before(QByteArrayView whole, QByteArrayView part)
{
    return whole.first(part.data() - whole.data());
}

QByteArrayView behind(QByteArrayView whole, QByteArrayView part)
{
    return whole.sliced(part.data() - whole.data() + part.size());
}

bool lacksOrigin(const Envelope &envelope)
{
    return std::none_of(envelope.fields.begin(), envelope.fields.end(), [](const auto &field) {
        return field.name == "origin";
    });
}

void writeField(
    MessageWriter &writer,
    const Envelope::Field &field,
    std::optional<QByteArrayView> origin,
    QByteArrayView id)
{
    if (field.name == "origin" && origin)
        writer.string(field.name).string(*origin);
    else if (field.name == "id" && !id.isEmpty())
        writer.string(field.name).raw(id);
    else
        writer.raw(field.raw);
}

} // namespace

Outgoing::Outgoing(QByteArray whole) : m_size(whole.size())
{
    m_shared = std::make_shared<const Shared>(Shared {{}, std::move(whole), m_size, {}});
}

Outgoing::Parts Outgoing::parts() const
{
    if (!m_shared)
        return {};
    const QByteArrayView own = m_shared->own;
    const qsizetype split = m_shared->split;
    return {own.first(split), m_header, m_keys, own.sliced(split), m_shared->tail};
}

QByteArray Outgoing::joined() const
{
    QByteArray whole;
    whole.reserve(size());
    for (const QByteArrayView part : parts())
        whole.append(part);
    return whole;
}

Rewriter::Rewriter(
    const Envelope &envelope,
    const QByteArray &message,
    std::optional<QByteArrayView> origin,
    QByteArrayView id)
    : m_allKeys(envelope.keysArray)
{
    const bool addsOrigin = origin && lacksOrigin(envelope);
    MessageWriter writer;
    qsizetype split = 0;
    QByteArrayView tail;
    writer.map(envelope.fields.size() + (addsOrigin ? 1 : 0));
    if (addsOrigin)
        writer.string("origin").string(*origin);
    for (const Envelope::Field &field : envelope.fields) {
        if (field.name == "content") {
            tail = field.raw;
        } else if (field.name == "metadata") {
            writer.raw(before(field.raw, envelope.keysArray));
            split = writer.size();
            writer.raw(behind(field.raw, envelope.keysArray));
        } else {
            writeField(writer, field, origin, id);
        }
    }
    m_shared = std::make_shared<const Outgoing::Shared>(
        Outgoing::Shared {message, writer.written(), split, tail});
}

Outgoing Rewriter::withKeys(QByteArrayView header, QByteArrayView keys) const
{
    Outgoing outgoing;
    outgoing.m_shared = m_shared;
    outgoing.m_header = header;
    outgoing.m_keys = keys;
    outgoing.m_size = m_shared->own.size() + header.size() + keys.size() + m_shared->tail.size();
    return outgoing;
}

Outgoing Rewriter::withKey(QByteArrayView key) const
{
    // The header of an array of none, or of one.
    return withKeys(key.isEmpty() ? "\x90" : "\x91", key);
}

Outgoing Rewriter::withAllKeys() const
{
    return withKeys({}, m_allKeys);
}

} // namespace ct::server::relay
