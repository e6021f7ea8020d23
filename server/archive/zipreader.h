// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

struct archive;
struct archive_entry;

namespace ct::server::archive {

/// What a zip may be before anything in it is believed.
struct ZipLimits {
    int entries = 50'000;
    /// Of all entries together, unpacked.
    qint64 unpacked = 1LL << 30;
    /// Bytes unpacked for each byte packed; small archives may exceed it.
    int ratio = 100;
    /// May be null; outlives the reader. Once it is true, reading ends with Unavailable.
    const std::atomic<bool> *isStopped = nullptr;
};

/// Reads a zip, entry by entry, and refuses what could harm whoever unpacks it: names that lead out
/// of the folder, links, more or bigger entries than the limits allow, broken check sums. Blocks:
/// for worker threads.
class ZipReader
{
public:
    using Chunk = std::function<Status(QByteArrayView bytes)>;

    explicit ZipReader(const ZipLimits &limits);
    ~ZipReader();
    ZipReader(const ZipReader &) = delete;
    ZipReader &operator=(const ZipReader &) = delete;

    Status openFile(const QString &path);
    /// `bytes` outlives the reader.
    Status openBytes(const QByteArray &bytes);

    /// Goes to the next entry; false after the last one.
    Result<bool> next();
    QString name() const;
    bool isFolder() const;
    /// The present entry's bytes.
    Status read(const Chunk &chunk);
    /// The same at once; refused when there are more than `most`.
    Result<QByteArray> content(qint64 most);
    /// Reads on to the end, for the limits' and check sums' sake.
    Status finish();

    /// The present entry, as the library has it.
    struct ::archive_entry *entry() const { return m_entry; }

private:
    Error failure(const QString &what) const;
    Error tooManyEntries() const;
    Status count(qint64 bytes);

    const ZipLimits m_limits;
    struct Free {
        void operator()(struct ::archive *reader) const;
    };
    std::unique_ptr<struct ::archive, Free> m_reader;
    struct ::archive_entry *m_entry = nullptr;
    qint64 m_packed = 0;
    qint64 m_unpacked = 0;
    int m_entries = 0;
};

/// Whether an entry of that name stays in the folder that it is unpacked in, wherever that is.
bool isSafeEntryName(const QString &name);

} // namespace ct::server::archive
