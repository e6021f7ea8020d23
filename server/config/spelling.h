// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

/// What people get wrong when they write settings. Thread: any.
namespace ct::server::config {

/// The value without blanks and a pair of straight quotes around it, which shells and container
/// files leave there.
QString withoutQuotes(const QString &value);

/// Whether a variable of this name is meant for this server: `CT_…`, `OCT_…`, `LOG_LEVEL`.
bool isOurName(const QString &name);

/// Begins or ends with a typographic quote, as word processors make them: never meant.
bool hasCurlyQuotes(const QString &value);

/// The name most like it, or nothing when none is near.
QString nearestName(const QString &name, const QStringList &names);

} // namespace ct::server::config
