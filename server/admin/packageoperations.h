// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/clients/clientsarea.h"
#include "server/clients/packageshelf.h"
#include "server/metrics/serverfigures.h"
#include "shared/base/offloop.h"
#include "shared/base/random.h"

#include <QTimer>

#include <map>

namespace ct::server::admin {

/// The packages for IDEs: which there are, putting one in, taking one out. An upload is announced
/// first, as whoever has not been let in must not fill the disk; its bytes are then written by the
/// front, and come here as a file. Thread: main.
class PackageOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        const Clock &clock;
        RandomSource &random;
        clients::ClientsArea &area;
        std::function<void(const std::function<void(const metrics::ServerFigures &)> &)> gather;
        /// Has the front write a body of so many bytes to that file, when it comes.
        std::function<void(const QByteArray &id, const FileAt &file, qint64 size)> expect;
        std::function<void(const QByteArray &id)> forget;
        /// How much of it has come; nothing when no more can.
        std::function<std::optional<qint64>(const QByteArray &id)> arrived;
        /// Whoever has that page session uses it.
        std::function<void(const QByteArray &pageSession)> noteUse;
    };

    PackageOperations(OperationTable &table, Services services);
    ~PackageOperations() override;

    /// Whoever sends a package is there, however long it takes, and what is over holds no room:
    /// called now and then.
    void noteSenders();

private:
    struct Upload {
        QByteArray id;
        clients::PackagePlace place;
        qint64 size = 0;
        QString caller;
        Instant until {};
        FileAt file {};
        QByteArray pageSession {};
        /// When it was last looked at.
        qint64 arrived = 0;
        /// As they were when it was announced: what comes of it goes by them, or not at all.
        clients::ClientsConfig settings {};
    };

    void list(const Done &done) const;
    void begin(const Call &call, const Done &done);
    bool isOver(const Upload &upload) const;
    void dropOver();
    void makeRoom();
    QList<clients::ComingPackage> coming() const;
    void take(const Call &call, const Done &done);
    void check(const Call &call, const Upload &upload, const Done &done);
    void put(
        const Call &call,
        const Upload &upload,
        const clients::PackageTitle &title,
        const Done &done);
    void offer(const Upload &upload, const Done &done);
    void remove(const Call &call, const Done &done);
    void takeOut(const Call &call, const clients::PackagePlace &place, const Done &done);
    void unlink(
        const clients::PackagePlace &place,
        const clients::ClientsConfig &settings,
        const Done &done);
    Done orRefused(const store::AuditEntry &entry, const Done &done) const;
    bool isStillThere(const clients::ClientsConfig &settings) const;
    clients::PackageShelf shelf(const clients::ClientsConfig &settings) const
    {
        return {settings, m_services.area.cacheFolder(), m_isStopping};
    }

    const Services m_services;
    /// By the order of their beginning.
    std::map<quint64, Upload> m_uploads;
    /// Those that have come, until they are answered: their copies are still to be made.
    std::map<quint64, Upload> m_checked;
    quint64 m_last = 0;
    QTimer m_timer;
    std::atomic<bool> m_isStopping = false;
    /// The last member: what runs there uses others.
    OffLoop m_offLoop;
};

} // namespace ct::server::admin
