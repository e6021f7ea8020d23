// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/fileat.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace ct::server::front {

/// Bodies that the front writes to files instead of gathering them: those alone that the
/// application expects, each under an id that nobody can guess and that is good once. Thread: any.
class UploadTable
{
public:
    struct Expected {
        /// Where to; there is no such file yet.
        FileAt file;
        qint64 size = 0;
        /// How much of it has arrived.
        std::shared_ptr<std::atomic<qint64>> arrived = std::make_shared<std::atomic<qint64>>(0);
    };

    void expect(const QByteArray &id, const Expected &upload)
    {
        const std::scoped_lock lock(m_mutex);
        m_uploads.insert(id, {upload, false});
    }
    void forget(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        m_uploads.remove(id);
    }
    /// Nothing when it is not expected, or has come already.
    std::optional<Expected> take(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        const auto upload = m_uploads.find(id);
        if (upload == m_uploads.end() || std::exchange(upload->isTaken, true))
            return std::nullopt;
        return upload->expected;
    }
    /// How much of it has arrived; nothing of one that can't come any more: it is forgotten, or
    /// its connection has gone.
    std::optional<qint64> arrived(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        const auto upload = m_uploads.constFind(id);
        if (upload == m_uploads.constEnd())
            return std::nullopt;
        const auto &arrived = upload->expected.arrived;
        // Whoever has taken it holds on to the number.
        const bool isGone = upload->isTaken && arrived.use_count() == 1;
        return isGone ? std::nullopt : std::optional(arrived->load());
    }

private:
    struct Upload {
        Expected expected;
        bool isTaken = false;
    };

    std::mutex m_mutex;
    /// Until they are forgotten.
    QHash<QByteArray, Upload> m_uploads;
};

} // namespace ct::server::front
