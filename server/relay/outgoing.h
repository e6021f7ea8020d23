// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/relay/envelope.h"

namespace ct::server::relay {

/// One message for one receiver: `head` is its own, `tail` a slice of `source`, which all receivers
/// share, so that content is never copied before it is written to a socket. head + tail is one
/// MessagePack map. Copies are cheap (implicit sharing). Thread: any, by value.
struct Outgoing {
    QByteArray head;
    QByteArray source;
    qsizetype tailAt = 0;
    qsizetype tailLength = 0;

    QByteArrayView tail() const { return QByteArrayView(source).sliced(tailAt, tailLength); }
    qsizetype size() const { return head.size() + tailLength; }
    /// Both parts in one buffer.
    QByteArray joined() const;
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

    /// The message with just this key (raw element), or with none.
    Outgoing withKey(QByteArrayView key) const;
    /// The message with all its keys as they stand (responses).
    Outgoing withAllKeys() const;

private:
    QByteArray m_source;
    /// The head up to the keys, and from there to its end.
    QByteArray m_prefix;
    QByteArray m_suffix;
    /// Where the keys and the content field are in the source.
    qsizetype m_keysAt = 0;
    qsizetype m_keysLength = 0;
    qsizetype m_tailAt = 0;
    qsizetype m_tailLength = 0;

    Outgoing withKeys(QByteArrayView header, QByteArrayView keys) const;
};

} // namespace ct::server::relay
