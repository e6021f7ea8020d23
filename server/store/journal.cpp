// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/journal.h"

#include "server/store/schema.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

bool hasAudit(const std::vector<Record> &records)
{
    return std::any_of(records.begin(), records.end(), [](const Record &record) {
        return record.audit.has_value();
    });
}

} // namespace

Journal::Journal(const QString &file, QString boot, const Clock &clock, Say say)
    : m_boot(std::move(boot)),
      m_clock(clock),
      m_say(std::move(say)),
      m_database(file)
{ }

Status Journal::open()
{
    Status opened = openOnce();
    if (opened || opened.error().code != ErrorCode::Corrupt)
        return opened;
    m_say(u"The database can't be read: "_s + opened.error().message);
    putAside();
    return openOnce();
}

Status Journal::openOnce()
{
    if (Status opened = m_database.open(); !opened)
        return opened;
    if (Status migrated = migrate(m_database, m_clock.wallNow()); !migrated)
        return migrated;
    const auto doubt = m_chain.resume();
    if (!doubt)
        return doubt.error();
    if (!doubt->isEmpty())
        m_say(*doubt);
    return tidyOnce();
}

void Journal::putAside()
{
    m_database.close();
    const QString file = m_database.file();
    const QString aside = file + u".damaged-%1"_s.arg(milliseconds(m_clock.wallNow()));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(file + suffix))
            QFile::rename(file + suffix, aside + suffix);
    }
    m_say(u"It was put aside as %1 and a new one begun"_s.arg(aside));
}

/// Sessions live in the process only, so those without an end are of a run that was killed. The
/// last thing known of that run is the best there is for their end.
Status Journal::tidyOnce()
{
    if (m_hasTidied)
        return {};
    const auto open = m_database.select({u"abandoned_sessions"_s});
    const auto sign = m_database.select({u"last_sign_of_life"_s});
    if (!open || !sign)
        return open ? sign.error() : open.error();
    Status closed = open->isEmpty() ? Status() : closeAbandoned(sign->constFirst().constFirst());
    m_hasTidied = closed.has_value();
    return closed;
}

Status Journal::closeAbandoned(const QVariant &end)
{
    const QString reason = u"The server ended without notice"_s;
    if (Status begun = m_database.begin(Durability::Full); !begun)
        return begun;
    Status done = m_database.execute({u"abandoned_participations_close"_s, {end, reason}});
    if (done)
        done = m_database.execute({u"abandoned_sessions_close"_s, {end, reason}});
    if (done)
        done = m_database.commit();
    if (!done)
        m_database.rollback();
    return done;
}

Status Journal::put(const Record &record)
{
    if (Status done = execute(record.statements); !done)
        return done;
    if (!record.audit)
        return {};
    if (Status done = m_chain.append({m_boot, record.sequence}, *record.audit); !done)
        return done;
    return execute(record.afterAudit);
}

Status Journal::execute(const QList<Statement> &statements)
{
    for (const Statement &statement : statements) {
        if (Status done = m_database.execute(statement); !done)
            return done;
    }
    return {};
}

Status Journal::writeAll(const std::vector<Record> &records)
{
    const auto durability = hasAudit(records) ? Durability::Full : Durability::Ordinary;
    if (Status begun = m_database.begin(durability); !begun)
        return begun;
    Status done;
    for (const Record &record : records) {
        if (done)
            done = put(record);
    }
    if (done)
        done = m_database.commit();
    if (done) {
        m_chain.committed();
        return done;
    }
    m_database.rollback();
    m_chain.rolledBack();
    return done;
}

Journal::Written Journal::writeEach(const std::vector<Record> &records)
{
    Written written;
    for (const Record &record : records) {
        const Status done = writeAll({record});
        if (!done && done.error().code != ErrorCode::Internal) {
            written.fault = done.error();
            return written;
        }
        if (!done) {
            m_say(u"A record was refused by the database: "_s + done.error().message);
            written.refused.emplace(written.settled, done.error());
        }
        ++written.settled;
    }
    return written;
}

Journal::Written Journal::write(const std::vector<Record> &records)
{
    const Status done = writeAll(records);
    if (done)
        return {records.size()};
    // One bad record must not keep the others.
    if (done.error().code == ErrorCode::Internal)
        return writeEach(records);
    return {0, {}, done.error()};
}

} // namespace ct::server::store
