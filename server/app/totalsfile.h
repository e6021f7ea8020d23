// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/downloads.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace ct::server::app {

/// What is counted for ever.
struct Totals {
    quint64 sessionsHosted = 0;
    metrics::Downloads downloads;
};

/// Keeps the totals over restarts, in a small file that is replaced whole, at most once a second,
/// by a thread of its own. A file that can't be read counts from zero again. Thread: main.
class TotalsFile final : public QObject
{
    Q_OBJECT

public:
    using Source = std::function<Totals()>;

    explicit TotalsFile(const QString &path);
    ~TotalsFile() override;

    const Totals &before() const { return m_before; }
    /// From now on, what `source` says is kept. A failure is said once, with a sentence.
    void keep(Source source, std::function<void(const QString &sentence)> failed);
    /// Writes what is not written yet, and waits for it.
    void finish();

private:
    void save();

    const QString m_path;
    Totals m_before;
    QByteArray m_saved;
    Source m_source;
    std::function<void(const QString &sentence)> m_failed;
    bool m_hasFailed = false;
    QThreadPool m_writer;
    QTimer m_timer;
};

} // namespace ct::server::app
