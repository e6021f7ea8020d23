// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/auditfeedconfig.h"
#include "server/auditfeed/receiver.h"
#include "server/store/store.h"

#include <QTimer>

namespace ct::server::auditfeed {

/// How it goes with one receiver.
struct FeedState {
    /// Of the receiver, as in the database: "syslog".
    QString name;
    /// Why the last try failed; empty when it did not.
    QString fault {};
    /// Entries that it does not have yet, as far as is known.
    qint64 waiting = 0;
    quint64 delivered = 0;
    /// Tries in vain.
    quint64 failures = 0;
};

/// Takes the audit to one receiver: in order, each entry at least once, from a cursor in the
/// database, whatever ends or breaks in between. Thread: main; the receiver has one of its own.
class Courier final : public QObject
{
    Q_OBJECT

public:
    enum class News { Good, Bad, Gap };
    /// A sentence when the receiver of that name takes no more, or again, and not before that
    /// changes; at the start, when entries are missing there or here.
    using Said = std::function<void(News news, const QString &name, const QString &sentence)>;

    struct Services {
        /// All of them outlive it.
        store::Store &store;
        const Clock &clock;
        Said said;
    };

    /// `where` is what people are told of the receiver, which outlives the last call of it.
    Courier(
        const QString &name,
        QString where,
        Receiver &receiver,
        const AuditFeedConfig &config,
        Services services);

    /// Says first what the receiver misses, or has that is no longer there.
    void begin();
    /// Looks at once for what is new; rested() follows in any case.
    void hurry();
    const FeedState &state() const { return m_state; }

Q_SIGNALS:
    /// There is nothing more to take, or it can't be taken at present.
    void rested();

private:
    void compare(const store::DeliveryStand &stand);
    void look();
    void rest(std::chrono::milliseconds pause);
    void take(const Result<store::AuditBacklog> &backlog);
    void settle(const QString &fault);
    /// Halves what is handed over at once, unless it is one entry already.
    void shorten(const QString &fault);
    void delivered();
    void failed(const QString &why);

    const QString m_where;
    Receiver &m_receiver;
    const AuditFeedConfig &m_config;
    const Services m_services;
    FeedState m_state;
    /// What the receiver has been given last.
    Batch m_batch;
    /// How many entries it takes at once, as far as is known.
    int m_most;
    /// How many were in the batch that failed, so that it comes again as it was; else 0.
    int m_again = 0;
    std::chrono::milliseconds m_retry {0};
    QTimer m_next {this};
    /// The question that is under way may be too old.
    bool m_isHurried = false;
};

} // namespace ct::server::auditfeed
