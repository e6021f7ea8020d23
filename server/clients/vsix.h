// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/archive/zipreader.h"

#include <QIODevice>

/// Packages of VS Code extensions. Blocks: for worker threads.
namespace ct::server::clients {

struct ExtensionFacts {
    QString title;
    QString version;
    /// It has the setting whose default is to become this server's address.
    bool hasServerUrl = false;
};

/// What an extension's package.json says.
Result<ExtensionFacts> extensionFacts(const QByteArray &packageJson);
/// The same package.json, this server's address the default of the setting `oct.serverUrl`, and no
/// address of a web client (`oct.webClientUrl`), as this server has none.
Result<QByteArray> withServerUrl(const QByteArray &packageJson, const QString &serverUrl);

/// Reads the package whole, within the limits.
Result<ExtensionFacts> readVsix(const QString &file, const archive::ZipLimits &limits);
/// Writes the package anew, with this server's address in it.
Status configureVsix(
    const QString &file,
    const archive::ZipLimits &limits,
    const QString &serverUrl,
    QIODevice &out);

} // namespace ct::server::clients
