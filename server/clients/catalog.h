// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/intellijplugin.h"
#include "server/metrics/downloads.h"
#include "shared/base/clock.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace ct::server::clients {

/// A file that can be downloaded.
struct OfferedFile {
    /// From /clients/ on.
    QString path;
    /// Where its bytes lie, in a folder of the server's own.
    QString stored;
    /// In hexadecimal; of what is downloaded.
    QByteArray sha256;
    qint64 size = 0;
    /// When the file that it came from was changed.
    WallTime changed {};
    /// Whose download it is when it is fetched whole.
    std::optional<metrics::Ide> counts {};
};

/// An extension or plugin in one file.
struct Package {
    metrics::Ide ide = metrics::Ide::VsCode;
    QString title;
    QString version;
    /// It knows this server's address already.
    bool isConfigured = false;
    OfferedFile file {};
    /// From /clients/ on, as the operator has called it.
    QString originalPath {};
    /// Of a JetBrains plugin.
    PluginFacts plugin {};
};

/// Everything that the clients area offers at a time. Immutable. Thread: any.
struct Catalog {
    /// Newest first.
    QList<Package> packages;
    /// Of the Eclipse update site; empty when there is none.
    QList<OfferedFile> site;
    QString siteVersion;
    /// By path, aliases included.
    QHash<QString, OfferedFile> files;
    /// Paths that lead to another one, by which downloads are counted; relative to the first.
    QHash<QString, QString> moved;
    /// updatePlugins.xml for JetBrains' IDEs.
    QByteArray pluginFeed;
    /// All of it as JSON, for the page.
    QByteArray list;
};

} // namespace ct::server::clients
