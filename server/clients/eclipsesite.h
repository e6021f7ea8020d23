// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QStringList>

/// The files of an Eclipse update site (p2), by their names. Thread: any.
namespace ct::server::clients {

/// The folders that a site has files in, besides its own.
inline const QStringList &eclipseFolders()
{
    static const QStringList folders {
        QStringLiteral("plugins"), QStringLiteral("features"), QStringLiteral("binary")};
    return folders;
}

/// Whether files of these names (from the site's folder on) are a site.
bool isEclipseSite(const QStringList &files);

/// The bundle that every installation loads once. It is known under a fixed name, too, by which
/// operators count installations in access.log.
struct CoreBundle {
    QString file;
    QString version;
    /// The fixed name; the same as `file` if it is called so already.
    QString alias;
};
/// All versions of it, newest first.
QList<CoreBundle> coreBundles(const QStringList &files);

} // namespace ct::server::clients
