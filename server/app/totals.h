// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/downloads.h"
#include "server/session/sessionevents.h"
#include "server/store/store.h"
#include "server/store/totals.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace ct::server::app {

/// What is counted for ever: sessions hosted and packages downloaded. Each of them goes to the
/// store at once, so a server that is killed loses no more of them than of other records. While the
/// database can't be read, what was before counts as nothing and is asked for again. Thread: main,
/// but for record().
class Totals final : public QObject, public session::SessionEvents
{
    Q_OBJECT

public:
    /// `say` gets sentences for the operator, from any thread; it and the store outlive the totals.
    Totals(store::Store &store, RandomSource &random, store::Journal::Say say);

    /// Reads what was before, and waits for the database's first answer: for the start. `oldFile`
    /// is the totals.json of earlier versions; it is taken in once and renamed.
    void begin(
        const QString &oldFile, std::chrono::milliseconds lookEvery = std::chrono::seconds(5));
    /// Brings to the store again whatever it may have had no room for.
    void repeat();

    void record(const session::SessionEvent &event) override;
    void countDownload(metrics::Ide ide);

    quint64 hostedBefore() const { return m_hostedBefore; }
    const metrics::Downloads &downloadsBefore() const { return m_downloadsBefore; }
    /// Those of this run included.
    metrics::Downloads downloads() const;

private:
    using Before = Result<store::NamedTotals>;

    std::function<Before(store::Database &)> reader() const;
    void take(const Before &before);
    void look();

    store::Store &m_store;
    const store::Journal::Say m_say;
    const QString m_boot;
    QString m_oldFile;
    bool m_isKnown = false;
    quint64 m_hostedBefore = 0;
    metrics::Downloads m_downloadsBefore;
    metrics::Downloads m_downloads;
    std::atomic<quint64> m_hosted = 0;
    /// Records that the store had lost when these numbers were last complete.
    quint64 m_droppedThen = 0;
    QTimer m_timer;
};

} // namespace ct::server::app
