// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/licence.h"

namespace ct::console::pages {

/// Longer ones are no licences.
inline constexpr qint64 longestLicence = 64LL * 1024;

/// The licence in a text as it comes by mail or file: lines of `CT_LICENSEE=…` and its companions,
/// with or without `export` and quotes. What is missing is empty.
protocol::admin::LicenceTexts licenceIn(const QString &text);
bool isEmpty(const protocol::admin::LicenceTexts &texts);

} // namespace ct::console::pages
