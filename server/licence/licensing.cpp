// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/licensing.h"

#include "server/licence/licencefile.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::licence {

namespace {

constexpr std::chrono::minutes lookEvery {1};

QString usualFile()
{
    return u"/opt/codetogether/licensing.properties"_s;
}

LicenceNews info(const QString &sentence)
{
    return {LicenceNews::Kind::Info, sentence};
}

LicenceNews warning(const QString &sentence)
{
    return {LicenceNews::Kind::Warning, sentence};
}

QString limitText(int limit)
{
    return limit == 0 ? u"any number of connections"_s : u"%1 connections"_s.arg(limit);
}

Licence licenceOf(const LicenceConfig &config)
{
    return {
        config.licensee,
        config.maxConnections,
        config.expiration,
        config.locator,
        config.signature};
}

QDate readDay(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QDate::fromString(QString::fromLatin1(file.readLine().trimmed()), Qt::ISODate);
}

Status writeDay(const QString &path, const QDate &day)
{
    QSaveFile file(path);
    const QByteArray text = day.toString(Qt::ISODate).toLatin1() + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return Error {
        ErrorCode::Unavailable,
        u"The present day can't be kept in %1: %2"_s.arg(path, file.errorString())};
}

} // namespace

LicencePlaces licencePlaces(const LicenceConfig &config, const QString &stateFolder)
{
    LicencePlaces places;
    places.lastDayFile = stateFolder + u"/last-day"_s;
    if (!config.file.isEmpty())
        places.licenceFile = config.file;
    else if (QFile::exists(usualFile()))
        places.licenceFile = usualFile();
    else
        places.licenceFile = stateFolder + u"/licensing.properties"_s;
    return places;
}

bool isGiven(const LicenceConfig &config)
{
    return !licenceOf(config).isEmpty();
}

QList<LicenceNews> newsOf(const LicenceStatus &status)
{
    const QString limit = limitText(status.limit);
    const QString day = status.licence.expiration;
    const LicenceNews installed = info(u"Valid CodeTogether license installed"_s);
    switch (status.state) {
    case LicenceState::None:
        return {info(
            u"No CodeTogether license installed: community mode, with %1 at once"_s.arg(limit))};
    case LicenceState::Valid:
        return {installed};
    case LicenceState::Expiring:
        return {
            installed,
            warning(u"The CodeTogether license expires soon: its last day is %1, %2 days from now"_s
                        .arg(day, QString::number(status.daysLeft.value_or(0))))};
    case LicenceState::Expired:
        return {warning(
            u"The CodeTogether license has expired: its last day was %1. Sessions go on, with %2 at once"_s
                .arg(day, limit))};
    case LicenceState::Invalid:
        break;
    }
    return {
        warning(u"The CodeTogether license is invalid: %1. Sessions go on, with %2 at once"_s.arg(
            status.fault, limit))};
}

Licensing::Licensing(Services services)
    : m_services(std::move(services)),
      m_lastSeen(readDay(m_services.places.lastDayFile))
{
    m_writer.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &Licensing::judgeAgain);
    m_timer.start(lookEvery);
}

Licensing::~Licensing()
{
    m_writer.waitForDone();
}

QDate Licensing::today() const
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_services.clock.wallNow().time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), m_services.zone).date();
}

Result<Licence> Licensing::readFile() const
{
    return readLicence(m_services.places.licenceFile);
}

void Licensing::load(const LicenceConfig &config, const Result<Licence> &kept)
{
    m_licence = licenceOf(config);
    if (m_licence.isEmpty() && kept)
        m_licence = *kept;
    else if (m_licence.isEmpty())
        Q_EMIT said(warning(kept.error().message));
    else if (!kept || *kept != m_licence)
        keep(m_licence);
    m_saidSetBack = false;
    m_isFresh = true;
    judgeAgain();
}

LicenceStatus Licensing::preview(const Licence &licence) const
{
    return judge(licence, m_services.issuer, today(), m_lastSeen);
}

QList<LicenceCheck> Licensing::checks(const Licence &licence) const
{
    return checksOf(licence, m_services.issuer);
}

void Licensing::install(const Licence &licence, std::function<void(const Status &)> done)
{
    m_writer.start([this, licence, path = m_services.places.licenceFile, done = std::move(done)] {
        const Status kept = licence.isEmpty() ? removeLicence(path) : writeLicence(path, licence);
        QMetaObject::invokeMethod(
            this,
            [this, licence, kept, done] {
                if (kept)
                    load({}, Result<Licence>(licence));
                done(kept);
            },
            Qt::QueuedConnection);
    });
}

void Licensing::judgeAgain()
{
    const QDate day = today();
    const LicenceStatus before
        = std::exchange(m_status, judge(m_licence, m_services.issuer, day, m_lastSeen));
    if (m_status.isClockSetBack && !std::exchange(m_saidSetBack, true))
        Q_EMIT said(warning(
            u"The clock shows %1, but it has been %2 already: the later day counts for the license"_s
                .arg(day.toString(Qt::ISODate), m_lastSeen.toString(Qt::ISODate))));
    m_saidSetBack = m_status.isClockSetBack;
    noteDay(day);
    const bool isSame = m_status.state == before.state && m_status.limit == before.limit;
    if (!std::exchange(m_isFresh, false) && isSame)
        return;
    for (const LicenceNews &news : newsOf(m_status))
        Q_EMIT said(news);
    Q_EMIT changed();
}

void Licensing::noteDay(const QDate &today)
{
    if (m_lastSeen.isValid() && today <= m_lastSeen)
        return;
    m_lastSeen = today;
    m_writer.start(
        [this, today, path = m_services.places.lastDayFile] { report(writeDay(path, today)); });
}

/// From the writer's thread.
void Licensing::report(const Status &written)
{
    if (written)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, sentence = written.error().message] { Q_EMIT said(warning(sentence)); },
        Qt::QueuedConnection);
}

void Licensing::keep(const Licence &licence)
{
    m_writer.start([this, licence, path = m_services.places.licenceFile] {
        report(writeLicence(path, licence));
    });
}

} // namespace ct::server::licence
