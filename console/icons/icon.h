// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QLatin1StringView>

namespace ct::console::icons {

/// The icon `resources/icons/<name>.svg`, drawn in the colour of the text around it: it goes along
/// with light and dark palettes, while the program runs, too. Empty for a name that is none.
QIcon icon(QLatin1StringView name);

/// The program's own, in its colours.
QIcon applicationIcon();

} // namespace ct::console::icons
