// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace ct::server::config {

/// A value out of a file, and where it stands: "/etc/codetogether/edge.ini, line 12".
struct FileValue {
    QString value;
    QString place;
};

/// What a settings file says. Sentences name file and line, never a value, which may be a secret
/// in the wrong place.
struct FileSettings {
    /// By the names of the variables.
    QHash<QString, FileValue> values;
    QStringList faults;
    QStringList warnings;
};

/// A settings file is refused when it is longer.
constexpr qint64 longestSettingsFile = 1LL << 20;

} // namespace ct::server::config
