// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace ct::bench {

/// A list, for Markdown, of processor, system and versions; those of the programs measured come
/// with `versions`, by name.
QString machineText(const QJsonObject &versions);

} // namespace ct::bench
