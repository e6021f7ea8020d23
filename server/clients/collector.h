// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/archive/zipreader.h"
#include "server/clients/catalog.h"
#include "server/clients/clientsconfig.h"
#include "server/clients/manifest.h"
#include "server/clients/packagecache.h"

#include <QMap>

#include <atomic>
#include <memory>

namespace ct::server::clients {

/// Looks at the packages' folder (vscode, intellij, eclipse within it), checks, copies and
/// configures what is new there, and makes a catalog of it. What has not changed since the last
/// look is not read again; what changes just now is left for the next look. Blocks. Thread: one at
/// a time, but for stop().
class Collector
{
public:
    struct Look {
        /// The former one when nothing has changed.
        std::shared_ptr<const Catalog> catalog;
        /// What is not offered, and why: the same sentences until it is.
        QStringList warnings;
    };

    /// `clock` outlives the collector.
    Collector(const QString &cacheFolder, const Clock &clock);

    /// `whole`: paths of files that nobody writes to any more, however new they are.
    Look look(const ClientsConfig &config, const QSet<QString> &whole = {});
    /// Ends a look as soon as may be; there is none after that.
    void stop() { m_isStopping = true; }

private:
    /// What has come of a file; no package for a part of an update site.
    struct Taken {
        StoredFile stored;
        std::optional<Package> package {};
    };
    struct Known {
        FileStamp stamp {};
        bool isDone = false;
        std::optional<Taken> taken {};
        QString refusal {};
    };

    Status prepare();
    void lookThrough(const SourceFolder &in, const QString &path);
    void warnOfMore();
    void descend(const SourceFolder &in, const QString &path, const QString &name);
    void consider(const SourceFolder &in, const QString &path, const QString &name);
    void warnOfName(const QString &path);
    Result<Taken> take(const SourceFolder &in, const QString &path, const QString &name);
    Result<Taken> takeExtension(const StoredFile &stored);
    Result<Taken> takePlugin(const StoredFile &stored) const;
    void forgetMissing();
    void publish();

    const Clock &m_clock;
    std::atomic<bool> m_isStopping = false;
    PackageCache m_cache;
    ClientsConfig m_config;
    archive::ZipLimits m_limits;
    std::optional<SourceFolder> m_folder;
    Manifest m_manifest;
    /// By path from the folder on.
    QMap<QString, Known> m_known;
    /// Found by the present look.
    QSet<QString> m_found;
    QSet<QString> m_whole;
    QStringList m_warnings;
    bool m_hasChanged = true;
    std::shared_ptr<const Catalog> m_catalog;
    /// Those of the catalog before, which somebody may just be asking for.
    QSet<QString> m_formerPaths;
};

} // namespace ct::server::clients
