// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/courier.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auditfeed {

Courier::Courier(
    const QString &name,
    QString where,
    Receiver &receiver,
    const AuditFeedConfig &config,
    Services services)
    : m_where(std::move(where)),
      m_receiver(receiver),
      m_config(config),
      m_services(std::move(services)),
      m_state {name},
      m_most(config.batch)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Courier::look);
    connect(&receiver, &Receiver::settled, this, &Courier::settle, Qt::QueuedConnection);
    connect(&receiver, &Receiver::oversized, this, &Courier::shorten, Qt::QueuedConnection);
}

void Courier::begin()
{
    m_services.store.ask<store::DeliveryStand>(
        this,
        [name = m_state.name](store::Database &database) {
            return store::deliveryStand(database, name);
        },
        [this](const Result<store::DeliveryStand> &stand) {
            if (stand)
                compare(*stand);
            look();
        });
}

void Courier::compare(const store::DeliveryStand &stand)
{
    if (stand.cursor < stand.purged)
        m_services.said(
            News::Gap,
            m_state.name,
            u"The audit entries %1 to %2 were purged before %3 had them. It gets what follows"_s
                .arg(QString::number(stand.cursor + 1), QString::number(stand.purged), m_where));
    if (stand.cursor <= stand.newest)
        return;
    m_services.said(
        News::Gap,
        m_state.name,
        u"The audit has entries up to %1, but %2 has had them up to %3: the last ones have been "
        "removed. It gets what follows entry %1"_s.arg(
            QString::number(stand.newest), m_where, QString::number(stand.cursor)));
    m_services.store.append(
        store::setBackRecord(m_state.name, stand.newest, m_services.clock.wallNow()));
}

/// A batch that failed is asked for once more, neither longer nor shorter, so that within this run
/// it has the same id.
void Courier::look()
{
    const store::BacklogShare share {m_again > 0 ? m_again : m_most, m_config.batchBytes};
    m_services.store.ask<store::AuditBacklog>(
        this,
        [name = m_state.name, share](store::Database &database) -> Result<store::AuditBacklog> {
            const auto backlog = store::auditBacklog(database, name, share);
            if (!backlog)
                return backlog.error();
            return store::AuditBacklog {
                withinBytes(backlog->entries, share.letters), backlog->waiting};
        },
        [this](const Result<store::AuditBacklog> &backlog) { take(backlog); });
}

void Courier::take(const Result<store::AuditBacklog> &backlog)
{
    // That the database does not work is said by the store.
    if (!backlog || backlog->entries.isEmpty()) {
        if (backlog)
            m_state.waiting = 0;
        if (std::exchange(m_isHurried, false))
            return look();
        return rest(m_config.look);
    }
    m_state.waiting = backlog->waiting;
    m_batch = backlog->entries;
    QMetaObject::invokeMethod(
        &m_receiver,
        [&receiver = m_receiver, batch = m_batch] { receiver.deliver(batch); },
        Qt::QueuedConnection);
}

void Courier::settle(const QString &fault)
{
    if (fault.isEmpty())
        delivered();
    else
        failed(fault);
}

void Courier::shorten(const QString &fault)
{
    if (m_batch.size() == 1)
        return failed(u"%1 to entry %2 alone, which it has to take before any other"_s.arg(
            fault, QString::number(m_batch.constFirst().entry)));
    ++m_state.failures;
    m_most = static_cast<int>(m_batch.size() / 2);
    m_again = 0;
    look();
}

void Courier::delivered()
{
    const qint64 count = m_batch.size();
    m_state.delivered += static_cast<quint64>(count);
    m_services.store.append(store::deliveredRecord(
        m_state.name, m_batch.constLast().entry, m_services.clock.wallNow()));
    if (!std::exchange(m_state.fault, QString()).isEmpty())
        m_services.said(
            News::Good,
            m_state.name,
            u"The audit reaches %1 again; %2 entries had to wait"_s.arg(
                m_where, QString::number(m_state.waiting)));
    m_state.waiting -= count;
    m_most = std::min(m_most + 1, m_config.batch);
    m_again = 0;
    m_retry = {};
    look();
}

void Courier::failed(const QString &why)
{
    ++m_state.failures;
    m_again = static_cast<int>(m_batch.size());
    m_retry
        = m_retry.count() == 0 ? m_config.firstRetry : std::min(m_retry * 2, m_config.longestRetry);
    if (std::exchange(m_state.fault, why).isEmpty())
        m_services.said(
            News::Bad,
            m_state.name,
            u"The audit does not reach %1: %2. Its entries wait in the database, and it is tried "
            "again after 1 to 60 s"_s.arg(m_where, why));
    rest(m_retry);
}

void Courier::rest(std::chrono::milliseconds pause)
{
    m_next.start(pause);
    Q_EMIT rested();
}

void Courier::hurry()
{
    if (!m_state.fault.isEmpty()) {
        Q_EMIT rested();
        return;
    }
    m_isHurried = !m_next.isActive();
    if (m_isHurried)
        return;
    m_next.stop();
    look();
}

} // namespace ct::server::auditfeed
