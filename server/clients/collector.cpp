// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/collector.h"

#include "server/clients/catalogmaker.h"
#include "server/clients/eclipsesite.h"
#include "server/clients/intellijplugin.h"
#include "server/clients/vsix.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

/// Who copies a file here writes for as long at least once, so that a file that has been left
/// alone is whole.
constexpr std::chrono::seconds settlingTime {2};

/// Goes into names in the cache: whatever is configured in another way needs another number.
constexpr auto configuredForm = "2\n"_L1;

bool isOf(const QString &path, const QString &name)
{
    if (path == "vscode"_L1)
        return name.endsWith(".vsix"_L1);
    if (path == "intellij"_L1)
        return name.endsWith(".zip"_L1);
    return true;
}

QString configuredName(const StoredFile &original, const QString &serverUrl)
{
    static constexpr qsizetype digits = 16;
    const QByteArray key = (configuredForm + serverUrl).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(original.sha256 + '-' + hash.first(digits) + ".vsix");
}

} // namespace

Collector::Collector(const QString &cacheFolder, const Clock &clock)
    : m_clock(clock),
      m_cache(cacheFolder, m_isStopping),
      m_catalog(std::make_shared<Catalog>(makeCatalog({})))
{ }

Collector::Look Collector::look(const ClientsConfig &config, const QSet<QString> &whole)
{
    m_whole = whole;
    if (config != m_config) {
        m_config = config;
        m_limits = {config.zipEntries, config.zipUnpacked, config.zipRatio, &m_isStopping};
        m_known.clear();
        m_hasChanged = true;
    }
    m_found.clear();
    m_warnings.clear();
    const Status ready = prepare();
    if (ready) {
        for (const QString &folder : {u"vscode"_s, u"intellij"_s, u"eclipse"_s})
            lookThrough(*m_folder, folder);
    } else {
        m_warnings.append(ready.error().message);
    }
    if (!m_isStopping)
        publish();
    return {m_catalog, m_warnings};
}

Status Collector::prepare()
{
    if (m_config.isOwnFolder) {
        for (const QString &folder : {u"vscode"_s, u"intellij"_s, u"eclipse"_s})
            QDir().mkpath(QDir(m_config.folder).filePath(folder));
    }
    auto folder = SourceFolder::open(m_config.folder);
    if (!folder)
        return Error {
            folder.error().code,
            u"The client packages' folder %1 can't be read (CT_CLIENTS_DIR): %2"_s.arg(
                m_config.folder, folder.error().message)};
    m_folder.emplace(*std::move(folder));
    if (m_config.manifestKey.isEmpty())
        return {};
    const auto manifest = Manifest::read(*m_folder, m_config.manifestKey);
    if (!manifest)
        return Error {
            ErrorCode::Forbidden,
            u"No client package is offered, since CT_CLIENTS_KEY asks for a signed manifest: "_s
                + manifest.error().message};
    if (*manifest != m_manifest) {
        // What it does not name any more goes, even if nothing comes in its place.
        m_known.clear();
        m_hasChanged = true;
    }
    m_manifest = *manifest;
    return {};
}

/// `path` is one of our few folders or below a composite site's, the last name of which lies in
/// `in`.
void Collector::lookThrough(const SourceFolder &in, const QString &path)
{
    const auto folder = in.folder(path.section(u'/', -1));
    if (!folder) {
        if (folder.error().code != ErrorCode::NotFound)
            m_warnings.append(
                u"The client packages' folder %1 can't be read, or is a link: %2"_s.arg(
                    path, folder.error().message));
        return;
    }
    const QStringList names = folder->names(m_config.files + 1);
    const bool isSite = path.section(u'/', 0, 0) == "eclipse"_L1;
    const bool isComposite = isSite && isCompositeSite(names);
    for (qsizetype number = 0; number < names.size(); ++number) {
        const QString &name = names.at(number);
        const QString inner = path + u'/' + name;
        if (m_isStopping)
            return;
        // A folder within this one may have taken what room there was.
        if (number == m_config.files || m_found.size() >= m_config.files)
            return warnOfMore();
        if (isSite && (isComposite || eclipseFolders().contains(name)) && !folder->stamp(name))
            descend(*folder, inner, name);
        else if (isOf(path, name))
            consider(*folder, inner, name);
    }
}

void Collector::warnOfMore()
{
    const QString warning
        = u"There are more than %1 client files, and the rest is not offered (CT_CLIENTS_FILES)"_s
              .arg(m_config.files);
    if (!m_warnings.contains(warning))
        m_warnings.append(warning);
}

/// Into what is no file: a folder, or something that is not followed.
void Collector::descend(const SourceFolder &in, const QString &path, const QString &name)
{
    if (name.startsWith(u'.'))
        return;
    if (!isServableName(name))
        return warnOfName(path);
    if (path.count(u'/') > eclipseDepth) {
        m_warnings.append(
            u"%1 is not offered: it lies more than %2 folders deep"_s.arg(path).arg(eclipseDepth));
        return;
    }
    // Folders of any name have their share of what may be looked at.
    if (!eclipseFolders().contains(name))
        m_found.insert(path);
    lookThrough(in, path);
}

void Collector::warnOfName(const QString &path)
{
    m_warnings.append(
        u"%1 is not offered: its name may have letters, digits and ._+- only"_s.arg(path));
}

void Collector::consider(const SourceFolder &in, const QString &path, const QString &name)
{
    const auto stamp = in.stamp(name);
    if (!stamp || name.startsWith(u'.'))
        return;
    if (!isServableName(name))
        return warnOfName(path);
    m_found.insert(path);
    Known &known = m_known[path];
    const bool isSame = known.stamp == *stamp;
    if (isSame && known.isDone)
        return;
    const bool isFresh = !m_whole.contains(path)
        && m_clock.wallNow().time_since_epoch() - stamp->changed < settlingTime;
    known.stamp = *stamp;
    known.isDone = false;
    if (!isSame && isFresh)
        return;
    auto taken = take(in, path, name);
    // What is only for now is tried again.
    known.isDone = taken || taken.error().code != ErrorCode::Unavailable;
    known.refusal = taken ? QString() : taken.error().message;
    known.taken = taken ? std::optional(*std::move(taken)) : std::nullopt;
    m_hasChanged = true;
}

Result<Collector::Taken> Collector::take(
    const SourceFolder &in, const QString &path, const QString &name)
{
    const auto stored = m_cache.keep(in, name, m_config.fileSize);
    if (!stored)
        return stored.error();
    if (!m_config.manifestKey.isEmpty() && !m_manifest.names(path, stored->sha256))
        return Error {
            ErrorCode::Forbidden, u"SHA256SUMS does not name it with what it holds now"_s};
    if (path.startsWith("vscode/"_L1))
        return takeExtension(*stored);
    if (path.startsWith("intellij/"_L1))
        return takePlugin(*stored);
    return Taken {*stored};
}

Result<Collector::Taken> Collector::takeExtension(const StoredFile &stored)
{
    const auto facts = readVsix(stored.path, m_limits);
    if (!facts)
        return facts.error();
    Package package {metrics::Ide::VsCode, facts->title, facts->version};
    package.isConfigured = facts->hasServerUrl && !m_config.serverUrl.isEmpty();
    if (!package.isConfigured)
        return Taken {stored, package};
    const auto configured = m_cache.make(
        configuredName(stored, m_config.serverUrl),
        [this, &stored](QIODevice &out) {
            return configureVsix(stored.path, m_limits, m_config.serverUrl, out);
        },
        [this](const QString &path) -> Status {
            const auto there = readVsix(path, m_limits);
            return there ? Status() : Status(there.error());
        });
    if (!configured)
        return configured.error();
    return Taken {*configured, package};
}

Result<Collector::Taken> Collector::takePlugin(const StoredFile &stored) const
{
    const auto facts = readPlugin(stored.path, m_limits);
    if (!facts)
        return facts.error();
    Package package {metrics::Ide::IntelliJ, facts->title, facts->version};
    package.plugin = *facts;
    return Taken {stored, package};
}

void Collector::forgetMissing()
{
    for (auto known = m_known.begin(); known != m_known.end();) {
        if (m_found.contains(known.key())) {
            ++known;
            continue;
        }
        m_hasChanged = m_hasChanged || known->taken;
        known = m_known.erase(known);
    }
}

void Collector::publish()
{
    forgetMissing();
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (!known->refusal.isEmpty())
            m_warnings.append(u"%1 is not offered: %2"_s.arg(known.key(), known->refusal));
    }
    if (!std::exchange(m_hasChanged, false))
        return;
    QList<TakenFile> files;
    QSet<QString> paths;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (!known->taken)
            continue;
        const WallTime changed {
            std::chrono::duration_cast<WallTime::duration>(known->stamp.changed)};
        const StoredFile &stored = known->taken->stored;
        files.append({known.key(), changed, stored, known->taken->package});
        paths.insert(stored.path);
    }
    m_catalog = std::make_shared<Catalog>(makeCatalog(files));
    m_cache.keepOnly(paths + m_formerPaths);
    m_formerPaths = paths;
}

} // namespace ct::server::clients
