// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QStringList>

/// The files of an Eclipse update site (p2), by their names. Thread: any.
namespace ct::server::clients {

/// Folders below a site's own: those of a composite site's parts, and the folders of those.
inline constexpr int eclipseDepth = 3;

/// The folders that a site has files in, besides its own.
inline const QStringList &eclipseFolders()
{
    static const QStringList folders {
        QStringLiteral("plugins"), QStringLiteral("features"), QStringLiteral("binary")};
    return folders;
}

/// Whether files of these names (from the site's folder on) are a site.
bool isEclipseSite(const QStringList &files);

/// Whether files of these names, all of one folder, are a site made of others in folders below.
bool isCompositeSite(const QStringList &names);

/// The bundle that every installation loads once. It is known under a fixed name, too, by which
/// operators count installations in access.log.
struct CoreBundle {
    QString file;
    QString version;
    /// The fixed name, in the site's own `plugins`, wherever `file` lies; the same as `file` if it
    /// is called so already.
    QString alias;
};
/// All versions of it, newest first.
QList<CoreBundle> coreBundles(const QStringList &files);

} // namespace ct::server::clients
