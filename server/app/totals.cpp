// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/totals.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

constexpr qint64 longestFile = 1 << 16;
constexpr QLatin1StringView hostedName {"sessions.hosted"};

QString nameOf(std::size_t ide)
{
    return u"downloads."_s + QLatin1StringView(metrics::ideNames.at(ide));
}

/// Nothing when it is no totals.json.
std::optional<store::NamedTotals> parsed(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    const QJsonObject downloads = object.value("downloads"_L1).toObject();
    store::NamedTotals totals {{hostedName, object.value("sessionsHosted"_L1).toInteger()}};
    for (std::size_t ide = 0; ide < metrics::ideNames.size(); ++ide)
        totals.insert(
            nameOf(ide), downloads.value(QLatin1StringView(metrics::ideNames.at(ide))).toInteger());
    return totals;
}

/// On the store's thread. The file keeps its name until the database has its numbers.
Status importFile(store::Database &database, const QString &path, const store::Journal::Say &say)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        say(u"%1 can't be read: %2"_s.arg(path, file.errorString()));
        return {};
    }
    const auto totals = parsed(file.read(longestFile));
    file.close();
    if (totals) {
        if (Status imported = store::importTotals(database, *totals); !imported)
            return imported;
    }
    const QString name = path + (totals ? u".imported"_s : u".damaged"_s);
    QFile::remove(name);
    const bool isRenamed = QFile::rename(path, name);
    say(u"The totals of %1 are %2; it is %3"_s.arg(
        path,
        totals ? u"in the database from now on"_s : u"none"_s,
        isRenamed ? u"kept as "_s + name : u"not renamed, as that fails"_s));
    return {};
}

} // namespace

Totals::Totals(store::Store &store, RandomSource &random, store::Journal::Say say)
    : m_store(store),
      m_say(std::move(say)),
      m_boot(QString::fromLatin1(randomId(random)))
{
    connect(&m_timer, &QTimer::timeout, this, &Totals::look);
}

void Totals::begin(const QString &oldFile, std::chrono::milliseconds lookEvery)
{
    m_oldFile = oldFile;
    take(m_store.wait<store::NamedTotals>(reader()));
    m_timer.start(lookEvery);
}

std::function<Totals::Before(store::Database &)> Totals::reader() const
{
    return [boot = m_boot, file = m_oldFile, say = m_say](store::Database &database) -> Before {
        if (const Status imported = importFile(database, file, say); !imported)
            return imported.error();
        return store::totalsBefore(database, boot);
    };
}

void Totals::take(const Before &before)
{
    m_isKnown = before.has_value();
    if (!before)
        return;
    const auto numberOf = [&before](const QString &name) -> quint64 {
        return static_cast<quint64>(std::max<qint64>(0, before->value(name)));
    };
    m_hostedBefore = numberOf(hostedName);
    for (std::size_t ide = 0; ide < metrics::ideNames.size(); ++ide)
        m_downloadsBefore.byIde.at(ide) = numberOf(nameOf(ide));
}

void Totals::look()
{
    if (m_store.fault())
        return;
    if (!m_isKnown)
        m_store.ask<store::NamedTotals>(
            this, reader(), [this](const Before &before) { take(before); });
    const quint64 dropped = m_store.counters().dropped;
    if (std::exchange(m_droppedThen, dropped) != dropped)
        repeat();
}

void Totals::repeat()
{
    store::NamedTotals totals {{hostedName, static_cast<qint64>(m_hosted.load())}};
    for (std::size_t ide = 0; ide < metrics::ideNames.size(); ++ide)
        totals.insert(nameOf(ide), static_cast<qint64>(m_downloads.byIde.at(ide)));
    m_store.append(store::totalsRecord(m_boot, totals));
}

void Totals::record(const session::SessionEvent &event)
{
    if (event.kind != session::SessionEvent::Kind::Created)
        return;
    const quint64 hosted = ++m_hosted;
    m_store.append(store::totalsRecord(m_boot, {{hostedName, static_cast<qint64>(hosted)}}));
}

void Totals::countDownload(metrics::Ide ide)
{
    m_downloads.add(ide);
    const auto at = static_cast<std::size_t>(ide);
    m_store.append(
        store::totalsRecord(m_boot, {{nameOf(at), static_cast<qint64>(m_downloads.byIde.at(at))}}));
}

metrics::Downloads Totals::downloads() const
{
    metrics::Downloads all = m_downloadsBefore;
    for (std::size_t ide = 0; ide < all.byIde.size(); ++ide)
        all.byIde.at(ide) += m_downloads.byIde.at(ide);
    return all;
}

} // namespace ct::server::app
