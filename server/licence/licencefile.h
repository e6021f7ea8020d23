// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/licence.h"
#include "shared/base/result.h"

/// licensing.properties: lines `NAME=text`, as Java has them. Thread: any; reads and writes files.
namespace ct::server::licence {

QByteArray propertiesOf(const Licence &licence);
/// Unknown names are passed over; of a name that comes twice the last counts.
Licence parseProperties(const QByteArray &text);

/// An empty licence when there is no such file.
Result<Licence> readLicence(const QString &path);
/// Whole or not at all, for its owner and group to read (0640).
Status writeLicence(const QString &path, const Licence &licence);
/// Good, too, when there is none.
Status removeLicence(const QString &path);

} // namespace ct::server::licence
