// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/authconfig.h"
#include "server/logging/loggingconfig.h"

#include <QString>

#include <chrono>
#include <optional>

/// Values as people write them, and back. Each reader gives nothing when the text has not its
/// form; each text is one that the reader takes. Thread: any.
namespace ct::server::config {

/// Decimal digits only, no sign.
std::optional<qint64> wholeNumber(const QString &text);

/// true, yes, on, 1 and their opposites, in any case.
std::optional<bool> truth(const QString &text);
QString truthText(bool value);

/// `90` or `90s`, `500ms`, `15m`, `2h`.
std::optional<std::chrono::milliseconds> duration(const QString &text);
QString durationText(std::chrono::milliseconds value);

/// `65536`, `64k`, `8M`, `1G`; KiB and MiB may be said in full.
std::optional<qint64> byteCount(const QString &text);
QString byteCountText(qint64 value);

/// none, error, warn, info, debug.
std::optional<logging::Level> logLevel(const QString &text);
QString logLevelText(logging::Level value);

/// The name of a zone that this machine knows.
std::optional<QString> timeZone(const QString &text);

/// Some text of one line, at most 200 characters.
std::optional<QString> lineOfText(const QString &text);

/// An absolute, clean path. Relative ones are taken from the present folder.
std::optional<QString> filePath(const QString &text);

/// `key` or `name:key`, separated by commas or line ends; names and keys differ from each other,
/// keys have 16 characters or more.
std::optional<QList<auth::NamedApiKey>> apiKeys(const QString &text);

/// A comma list's items, without the blanks around them.
QStringList items(const QString &text);

} // namespace ct::server::config
