// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace ct::server::http {

// What may stand in a message's head, RFC 9110 section 5 and RFC 9112 section 5. Thread: any.

bool isToken(QByteArrayView text);
/// No control character but the tab: such a value can't end its line.
bool isFieldValue(QByteArrayView value);
/// The members of a comma list, trimmed; empty ones are kept.
QList<QByteArrayView> listMembers(QByteArrayView value);
bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

/// Why `line`, up to and without its LF, can't stand in a head: it does not end in CR, or holds a
/// control character. Nothing when it can.
std::optional<QByteArray> lineFault(QByteArrayView line);
/// As lineFault(), and a line that continues the one before (obs-fold) is a fault, too.
std::optional<QByteArray> fieldLineFault(QByteArrayView line);
/// The first fault of a block of field lines, each with its LF.
std::optional<QByteArray> fieldBlockFault(QByteArrayView block);

/// Appends "name: value CRLF". A name or value that would break the framing is a mistake of ours:
/// asserts, and leaves the field out.
void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value);

} // namespace ct::server::http
