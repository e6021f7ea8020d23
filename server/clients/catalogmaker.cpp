// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/catalogmaker.h"

#include "server/clients/eclipsesite.h"
#include "server/clients/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr auto siteFolder = "eclipse/"_L1;

OfferedFile offered(const TakenFile &file, const QString &path)
{
    return {path, file.stored.path, file.stored.sha256, file.stored.size, file.changed};
}

/// The name that operators count downloads by in access.log.
QString countedPath(const Package &package)
{
    const QString form = package.ide == metrics::Ide::VsCode
        ? u"vscode/codetogether-onpremises-%1.vsix"_s
        : u"intellij/codetogether-onpremises-%1.zip"_s;
    return form.arg(package.version);
}

/// Whatever names others get, none of them takes the place of a file's own.
void addOriginal(Catalog &catalog, const TakenFile &file)
{
    OfferedFile original = offered(file, file.path);
    original.counts = file.package->ide;
    catalog.files.insert(file.path, original);
}

void add(Catalog &catalog, const TakenFile &file, Package package)
{
    package.originalPath = file.path;
    package.file = catalog.files.value(file.path);
    if (const QString path = countedPath(package); !catalog.files.contains(path)) {
        package.file.path = path;
        catalog.files.insert(path, package.file);
    }
    catalog.packages.append(package);
}

/// Where to, from a site's file, to another one.
QString relativePath(const QString &from, const QString &to)
{
    if (from.section(u'/', 0, -2) == to.section(u'/', 0, -2))
        return to.section(u'/', -1);
    return u"../"_s.repeated(from.count(u'/')) + to;
}

void addCore(Catalog &catalog, const TakenFile &file, const CoreBundle &core)
{
    OfferedFile counted = offered(file, siteFolder + core.alias);
    counted.counts = metrics::Ide::Eclipse;
    const auto present = catalog.files.constFind(counted.path);
    if (present != catalog.files.cend() && present->sha256 != counted.sha256) {
        // Parts of a composite site may differ in what they call by one version.
        catalog.files[siteFolder + core.file].counts = metrics::Ide::Eclipse;
        return;
    }
    catalog.files.insert(counted.path, counted);
    if (core.alias != core.file)
        catalog.moved.insert(siteFolder + core.file, relativePath(core.file, core.alias));
}

void addSite(Catalog &catalog, const QHash<QString, TakenFile> &files)
{
    const QStringList names = files.keys();
    if (!isEclipseSite(names))
        return;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const OfferedFile one = offered(*file, siteFolder + file.key());
        catalog.files.insert(one.path, one);
        catalog.site.append(one);
    }
    std::sort(
        catalog.site.begin(),
        catalog.site.end(),
        [](const OfferedFile &one, const OfferedFile &other) { return one.path < other.path; });
    const QList<CoreBundle> cores = coreBundles(names);
    if (!cores.isEmpty())
        catalog.siteVersion = cores.constFirst().version;
    for (const CoreBundle &core : cores)
        addCore(catalog, files.value(core.file), core);
}

QByteArray feedOf(const QList<Package> &packages)
{
    QList<FeedEntry> entries;
    QSet<QString> ids;
    for (const Package &package : packages) {
        if (package.ide != metrics::Ide::IntelliJ || ids.contains(package.plugin.id))
            continue;
        ids.insert(package.plugin.id);
        entries.append({package.plugin, package.file.path.section(u'/', -1)});
    }
    return pluginFeed(entries);
}

QJsonObject described(const OfferedFile &file)
{
    return {
        {u"path"_s, file.path},
        {u"size"_s, file.size},
        {u"sha256"_s, QString::fromLatin1(file.sha256)}};
}

QJsonArray packagesOf(const Catalog &catalog, metrics::Ide ide)
{
    QJsonArray packages;
    for (const Package &package : catalog.packages) {
        if (package.ide != ide)
            continue;
        QJsonObject one = described(package.file);
        one.insert(u"title"_s, package.title);
        one.insert(u"version"_s, package.version);
        one.insert(u"isConfigured"_s, package.isConfigured);
        packages.append(one);
    }
    return packages;
}

/// Made once, as anybody may ask for it.
QByteArray listOf(const Catalog &catalog)
{
    QJsonArray site;
    for (const OfferedFile &file : catalog.site)
        site.append(described(file));
    const QJsonObject list {
        {u"vscode"_s, packagesOf(catalog, metrics::Ide::VsCode)},
        {u"intellij"_s, packagesOf(catalog, metrics::Ide::IntelliJ)},
        {u"eclipse"_s, QJsonObject {{u"version"_s, catalog.siteVersion}, {u"files"_s, site}}}};
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

Catalog makeCatalog(const QList<TakenFile> &files)
{
    Catalog catalog;
    QHash<QString, TakenFile> site;
    for (const TakenFile &file : files) {
        if (file.package)
            addOriginal(catalog, file);
    }
    // A file whose own name is of that form goes before others that would only be called so.
    for (const TakenFile &file : files) {
        if (file.package && countedPath(*file.package) == file.path)
            add(catalog, file, *file.package);
    }
    for (const TakenFile &file : files) {
        if (!file.package)
            site.insert(file.path.sliced(siteFolder.size()), file);
        else if (countedPath(*file.package) != file.path)
            add(catalog, file, *file.package);
    }
    std::stable_sort(
        catalog.packages.begin(),
        catalog.packages.end(),
        [](const Package &one, const Package &other) {
            return isNewer(one.version, other.version);
        });
    addSite(catalog, site);
    catalog.pluginFeed = feedOf(catalog.packages);
    catalog.list = listOf(catalog);
    return catalog;
}

} // namespace ct::server::clients
