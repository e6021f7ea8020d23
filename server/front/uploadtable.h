// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/fileat.h"

#include <QHash>

#include <mutex>
#include <optional>

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
    };

    void expect(const QByteArray &id, const Expected &upload)
    {
        const std::scoped_lock lock(m_mutex);
        m_expected.insert(id, upload);
    }
    void forget(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        m_expected.remove(id);
    }
    /// Nothing when it is not expected, or has come already.
    std::optional<Expected> take(const QByteArray &id)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_expected.contains(id))
            return std::nullopt;
        return m_expected.take(id);
    }

private:
    std::mutex m_mutex;
    QHash<QByteArray, Expected> m_expected;
};

} // namespace ct::server::front
