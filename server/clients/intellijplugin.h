// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/archive/zipreader.h"

/// Packages of JetBrains plugins. Blocks, but for the feed: for worker threads.
namespace ct::server::clients {

struct PluginFacts {
    QString id;
    QString title;
    QString version;
    /// Which builds of an IDE take it; each may be empty.
    QString sinceBuild {};
    QString untilBuild {};
};

/// What a plugin.xml says.
Result<PluginFacts> pluginFacts(const QByteArray &pluginXml);
/// Reads the package whole, within the limits, and the plugin.xml that is in one of its jars.
Result<PluginFacts> readPlugin(const QString &file, const archive::ZipLimits &limits);

/// A plugin and where its package lies, seen from the feed.
struct FeedEntry {
    PluginFacts plugin;
    QString url;
};
/// updatePlugins.xml, by which IDEs find plugins and their updates.
QByteArray pluginFeed(const QList<FeedEntry> &entries);

} // namespace ct::server::clients
