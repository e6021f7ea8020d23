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

QByteArray Outgoing::joined() const
{
    QByteArray whole;
    whole.reserve(size());
    return whole.append(head).append(tail());
}

Rewriter::Rewriter(
    const Envelope &envelope,
    const QByteArray &message,
    std::optional<QByteArrayView> origin,
    QByteArrayView id)
    : m_source(message),
      m_keysAt(envelope.keysArray.data() - message.constData()),
      m_keysLength(envelope.keysArray.size())
{
    const bool addsOrigin = origin && lacksOrigin(envelope);
    MessageWriter prefix;
    MessageWriter suffix;
    MessageWriter *writer = &prefix;
    prefix.map(envelope.fields.size() + (addsOrigin ? 1 : 0));
    if (addsOrigin)
        prefix.string("origin").string(*origin);
    for (const Envelope::Field &field : envelope.fields) {
        if (field.name == "content") {
            m_tailAt = field.raw.data() - message.constData();
            m_tailLength = field.raw.size();
        } else if (field.name == "metadata") {
            writer->raw(before(field.raw, envelope.keysArray));
            writer = &suffix;
            writer->raw(behind(field.raw, envelope.keysArray));
        } else {
            writeField(*writer, field, origin, id);
        }
    }
    m_prefix = prefix.take();
    m_suffix = suffix.take();
}

Outgoing Rewriter::withKeys(QByteArrayView header, QByteArrayView keys) const
{
    Outgoing outgoing {{}, m_source, m_tailAt, m_tailLength};
    outgoing.head.reserve(m_prefix.size() + header.size() + keys.size() + m_suffix.size());
    outgoing.head.append(m_prefix).append(header).append(keys).append(m_suffix);
    return outgoing;
}

Outgoing Rewriter::withKey(QByteArrayView key) const
{
    // The header of an array of none, or of one.
    return withKeys(key.isEmpty() ? "\x90" : "\x91", key);
}

Outgoing Rewriter::withAllKeys() const
{
    return withKeys({}, QByteArrayView(m_source).sliced(m_keysAt, m_keysLength));
}

} // namespace ct::server::relay
