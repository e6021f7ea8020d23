// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/auditpurge.h"
#include "server/store/store.h"

#include <QTimer>

namespace ct::server::auditfeed {

/// Has audit entries purged that are too old and that every receiver has: at the start, and then
/// once a day; a thousand at a time, between which other records have their turn. Where all that
/// was there before this start is too old, the clock may be ahead, and nothing goes until the next
/// start. Thread: main.
class Retention final : public QObject
{
    Q_OBJECT

public:
    using Say = std::function<void(const QString &sentence)>;

    struct Services {
        /// All of them outlive it.
        store::Store &store;
        const Clock &clock;
        Say say;
        Say warn;
    };

    /// With 0 days it does nothing, else it waits for the database. `receivers` by their names in
    /// the database.
    Retention(int days, QStringList receivers, Services services);

    /// Why nothing is purged, in a sentence; empty when nothing speaks against it.
    const QString &fault() const { return m_fault; }

private:
    /// Before this run adds entries of its own.
    QString clockFault() const;
    void look();
    void take(const Result<store::PurgeOutlook> &outlook);
    void purge(const store::PurgePlan &plan);
    void refuse();
    void rest(bool isHeldUp);
    store::PurgeRule rule() const;

    const int m_days;
    const QStringList m_receivers;
    const Services m_services;
    /// In this row of purges.
    qint64 m_purged = 0;
    QString m_fault;
    QTimer m_next {this};
};

} // namespace ct::server::auditfeed
