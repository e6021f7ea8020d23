// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/ed25519.h"

#include <QStringList>

namespace ct::server::licencetool {

/// What a call comes to: texts for the two outputs, each with its line end, and a sysexits code.
struct Outcome {
    int exitCode = 0;
    QString output;
    QString complaint;
};

/// `arguments` as the program is given them, its own name first. `builtinKey` is the issuer's that
/// verify takes when none is named; may be empty. Reads and writes the files that are named.
Outcome run(const QStringList &arguments, const QByteArray &builtinKey);

} // namespace ct::server::licencetool
