// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/revocations.h"
#include "shared/base/clock.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace ct::server::auth {

/// Keeps the ended logins in a file (0600), so that no restart brings one back. Thread: that of its
/// owner; the file is written on a thread of its own, one time for all who wait for it.
class RevocationFile final : public QObject
{
    Q_OBJECT

public:
    using Saved = std::function<void(const Status &)>;

    /// `revocations` and `clock` must outlive it.
    RevocationFile(QString path, const Revocations &revocations, const Clock &clock);
    /// Waits for the disk; callers that still wait are dropped uncalled.
    ~RevocationFile() override;

    /// Reads the file into `revocations`, if there is one. Corrupt when it is not one of ours.
    /// Thread: any; blocks.
    static Status load(const QString &path, Revocations &revocations);

    /// `saved` is called later, once all that is ended now is on the disk or can't be put there.
    void save(Saved saved);

private:
    void begin();
    void finish(const Status &status);

    const QString m_path;
    const Revocations &m_revocations;
    const Clock &m_clock;
    std::vector<Saved> m_underWay;
    std::vector<Saved> m_waiting;
    /// Last, as its thread uses what is above.
    QThreadPool m_writer;
};

} // namespace ct::server::auth
