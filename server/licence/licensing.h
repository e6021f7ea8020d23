// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/licence/licenceconfig.h"
#include "server/licence/licencejudge.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QObject>
#include <QThreadPool>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace ct::server::licence {

/// Where a licence is looked for and what is remembered.
struct LicencePlaces {
    /// CT_LICENSE_FILE, else the usual place where there is one, else one in the state folder.
    QString licenceFile;
    /// Holds the latest day that the clock has shown.
    QString lastDayFile;
};
LicencePlaces licencePlaces(const LicenceConfig &config, const QString &stateFolder);

/// Whether the settings have one, which then counts.
bool isGiven(const LicenceConfig &config);

/// What the server says of its licence: each state has its line.
struct LicenceNews {
    enum class Kind { Info, Warning };

    Kind kind = Kind::Info;
    QString sentence;
};
QList<LicenceNews> newsOf(const LicenceStatus &status);

/// The server's licence: from its settings, which it then keeps in the file, or from the file. The
/// days are those of the configured time zone; it looks again now and then, since licences expire
/// at midnight. Nothing that it finds keeps the server from starting. Thread: main; files are
/// written by a thread of its own, read when the server starts or reloads.
class Licensing final : public QObject
{
    Q_OBJECT

public:
    struct Services {
        Issuer issuer;
        const Clock &clock;
        QTimeZone zone;
        LicencePlaces places;
    };

    explicit Licensing(Services services);
    ~Licensing() override;

    /// What the licence file holds. Thread: any; it may block.
    Result<Licence> readFile() const;
    /// Takes the licence that counts from now on, and says so: the settings' one, else what was
    /// read of the file.
    void load(const LicenceConfig &config, const Result<Licence> &kept);
    const LicenceStatus &status() const { return m_status; }
    /// What a licence would be worth today; nothing changes.
    LicenceStatus preview(const Licence &licence) const;
    /// Every check of the licence that counts, or of another.
    QList<LicenceCheck> checks(const Licence &licence) const;
    /// Puts it into the file and, once it is there, into force; an empty one takes the file away.
    /// Only where the settings have none: theirs would count. `done` may be called later.
    void install(const Licence &licence, std::function<void(const Status &)> done);

Q_SIGNALS:
    /// State or limit are others than before; also after each load().
    void changed();
    void said(const ct::server::licence::LicenceNews &news);

private:
    void judgeAgain();
    void noteDay(const QDate &today);
    void keep(const Licence &licence);
    void report(const Status &written);
    QDate today() const;

    const Services m_services;
    Licence m_licence;
    LicenceStatus m_status;
    QDate m_lastSeen;
    bool m_saidSetBack = false;
    /// It has not been judged since it was loaded.
    bool m_isFresh = false;
    QThreadPool m_writer;
    QTimer m_timer;
};

} // namespace ct::server::licence
