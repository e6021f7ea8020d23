// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archive/ziprewriter.h"

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace ct::server::archive {

namespace {

struct Free {
    void operator()(struct ::archive *writer) const { archive_write_free(writer); }
};
using Writer = std::unique_ptr<struct ::archive, Free>;

la_ssize_t take(struct ::archive *, void *out, const void *bytes, std::size_t length)
{
    return static_cast<QIODevice *>(out)->write(
        static_cast<const char *>(bytes), static_cast<qint64>(length));
}

Error failure(const Writer &writer)
{
    const char *why = archive_error_string(writer.get());
    return {ErrorCode::Unavailable, u"it can't be written: "_s + QString::fromUtf8(why)};
}

bool open(const Writer &writer, QIODevice &out)
{
    return archive_write_set_format_zip(writer.get()) == ARCHIVE_OK
        && archive_write_set_bytes_in_last_block(writer.get(), 1) == ARCHIVE_OK
        && archive_write_open(writer.get(), &out, nullptr, take, nullptr) == ARCHIVE_OK;
}

Status writeBytes(const Writer &writer, QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (archive_write_data(writer.get(), bytes.data(), size) != static_cast<la_ssize_t>(size))
        return failure(writer);
    return {};
}

Status copyEntry(ZipReader &reader, const Writer &writer)
{
    if (archive_write_header(writer.get(), reader.entry()) != ARCHIVE_OK)
        return failure(writer);
    return reader.read([&writer](QByteArrayView chunk) { return writeBytes(writer, chunk); });
}

Status changeEntry(ZipReader &reader, const Writer &writer, const ZipChange &change)
{
    const auto before = reader.content(change.most);
    if (!before)
        return before.error();
    const auto after = change.apply(*before);
    if (!after)
        return after.error();
    archive_entry_set_size(reader.entry(), after->size());
    if (archive_write_header(writer.get(), reader.entry()) != ARCHIVE_OK)
        return failure(writer);
    return writeBytes(writer, *after);
}

} // namespace

Status rewriteZip(
    const QString &file, const ZipLimits &limits, const ZipChange &change, QIODevice &out)
{
    ZipReader reader(limits);
    if (Status opened = reader.openFile(file); !opened)
        return opened;
    const Writer writer(archive_write_new());
    if (!open(writer, out))
        return failure(writer);
    while (true) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const bool isTheOne = reader.name() == change.entry && !reader.isFolder();
        Status written = isTheOne ? changeEntry(reader, writer, change) : copyEntry(reader, writer);
        if (!written)
            return written;
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        return failure(writer);
    return {};
}

} // namespace ct::server::archive
