// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/relay/envelope.h"

#include <array>
#include <memory>

namespace ct::server::relay {

/// One message for one receiver. Nothing of it is copied before it is written to a socket: its key
/// is a slice of the message that came in, and all the rest is shared by all receivers. The parts
/// in a row are one MessagePack map. Copies are cheap. Thread: any, by value.
class Outgoing
{
public:
    using Parts = std::array<QByteArrayView, 5>;

    Outgoing() = default;
    /// A message of the server's own.
    explicit Outgoing(QByteArray whole);

    Parts parts() const;
    qsizetype size() const { return m_size; }
    /// Memory that it holds besides the message that came in.
    qsizetype ownSize() const { return m_shared ? m_shared->own.size() : 0; }
    /// All parts in one buffer.
    QByteArray joined() const;

private:
    friend class Rewriter;

    struct Shared {
        QByteArray source;
        /// What stands before the keys, and from `split` on between them and the content.
        QByteArray own;
        qsizetype split = 0;
        /// Content, in the source.
        QByteArrayView tail;
    };

    std::shared_ptr<const Shared> m_shared;
    /// In the source as well, behind a header of its own.
    QByteArrayView m_header;
    QByteArrayView m_keys;
    qsizetype m_size = 0;
};

/// Rewrites a scanned message for its receivers: every field is passed on as it stands but for
/// origin (set to `origin`; added when missing; for responses left alone when std::nullopt), id
/// (replaced by `id`, raw, when not empty) and keys (only the one given; none: an empty array).
/// The parts that are the same for every receiver are prepared once, in the constructor.
/// `message` is what `envelope` points into; both may go once this is made. The order of the fields
/// stays, but for content, which goes last.
class Rewriter
{
public:
    Rewriter(
        const Envelope &envelope,
        const QByteArray &message,
        std::optional<QByteArrayView> origin,
        QByteArrayView id = {});

    /// The message with just this key (raw element of the message), or with none.
    Outgoing withKey(QByteArrayView key) const;
    /// The message with all its keys as they stand (responses).
    Outgoing withAllKeys() const;

private:
    Outgoing withKeys(QByteArrayView header, QByteArrayView keys) const;

    std::shared_ptr<const Outgoing::Shared> m_shared;
    QByteArrayView m_allKeys;
};

} // namespace ct::server::relay
