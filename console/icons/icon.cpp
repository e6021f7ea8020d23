// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/icons/icon.h"

#include "console/icons/paletteiconengine.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ct::console::icons {

QIcon icon(QLatin1StringView name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new PaletteIconEngine(file.readAll()));
}

QIcon applicationIcon()
{
    return icon("codetogether-console"_L1);
}

} // namespace ct::console::icons
