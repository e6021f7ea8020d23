// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archive/targz.h"

#include <archive.h>
#include <archive_entry.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace ct::server::archive {

namespace {

constexpr unsigned short ordinaryFile = 0644;

struct Free {
    void operator()(struct ::archive *writer) const { archive_write_free(writer); }
    void operator()(struct ::archive_entry *entry) const { archive_entry_free(entry); }
};
using Writer = std::unique_ptr<struct ::archive, Free>;
using Entry = std::unique_ptr<struct ::archive_entry, Free>;

la_ssize_t take(struct ::archive *, void *out, const void *bytes, std::size_t length)
{
    static_cast<QByteArray *>(out)->append(
        static_cast<const char *>(bytes), static_cast<qsizetype>(length));
    return static_cast<la_ssize_t>(length);
}

bool isWell(int outcome)
{
    return outcome == ARCHIVE_OK;
}

bool open(const Writer &writer, QByteArray &out)
{
    return isWell(archive_write_add_filter_gzip(writer.get()))
        && isWell(archive_write_set_format_pax_restricted(writer.get()))
        && isWell(archive_write_set_bytes_in_last_block(writer.get(), 1))
        && isWell(archive_write_open(writer.get(), &out, nullptr, take, nullptr));
}

bool add(const Writer &writer, const ArchiveEntry &file, WallTime at)
{
    const Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), file.name.toUtf8().constData());
    archive_entry_set_size(entry.get(), file.content.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), ordinaryFile);
    archive_entry_set_mtime(entry.get(), std::chrono::system_clock::to_time_t(at), 0);
    const auto size = static_cast<std::size_t>(file.content.size());
    return isWell(archive_write_header(writer.get(), entry.get()))
        && archive_write_data(writer.get(), file.content.constData(), size)
        == static_cast<la_ssize_t>(size);
}

} // namespace

Result<QByteArray> tarGz(const QList<ArchiveEntry> &entries, WallTime at)
{
    QByteArray out;
    const Writer writer(archive_write_new());
    bool isDone = open(writer, out);
    for (const ArchiveEntry &entry : entries)
        isDone = isDone && add(writer, entry, at);
    if (isDone && isWell(archive_write_close(writer.get())))
        return out;
    const QString why = QString::fromUtf8(archive_error_string(writer.get()));
    return Error {ErrorCode::Internal, u"the archive can't be made: "_s + why};
}

} // namespace ct::server::archive
