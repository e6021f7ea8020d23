// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archive/zipreader.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace ct::server::archive {

namespace {

constexpr std::size_t blockSize = 64UL * 1024;
constexpr qsizetype longestName = 1'000;
/// So small that no ratio makes it a danger.
constexpr qint64 harmless = 4LL * 1024 * 1024;

/// An entry's header in the directory at the end. The library keeps a list of all of them before
/// the first one can be asked for.
constexpr QByteArrayView headerMark {"PK\1\2", 4};
/// Archives within an archive have such headers, too.
constexpr qint64 headersEachEntry = 4;

qint64 marksIn(QByteArrayView bytes)
{
    qint64 marks = 0;
    for (qsizetype at = bytes.indexOf(headerMark); at >= 0;
         at = bytes.indexOf(headerMark, at + headerMark.size()))
        ++marks;
    return marks;
}

/// At least as many as the file has entries.
qint64 marksIn(QFile &file)
{
    qint64 marks = 0;
    QByteArray rest;
    while (!file.atEnd()) {
        const QByteArray block = file.read(static_cast<qint64>(blockSize));
        if (block.isEmpty())
            break;
        rest.append(block);
        marks += marksIn(rest);
        // A mark may lie across two blocks; none is in what is kept.
        rest = rest.last(std::min(rest.size(), headerMark.size() - 1));
    }
    return marks;
}

bool isControl(QChar letter)
{
    return letter.unicode() < u' ' || letter.unicode() == 0x7f;
}

} // namespace

bool isSafeEntryName(const QString &name)
{
    const QString path = name.endsWith(u'/') ? name.chopped(1) : name;
    if (path.isEmpty() || path.size() > longestName || path.contains(u'\\') || path.contains(u':'))
        return false;
    if (std::any_of(path.begin(), path.end(), isControl))
        return false;
    const QStringList segments = path.split(u'/');
    return std::all_of(segments.begin(), segments.end(), [](const QString &segment) {
        return !segment.isEmpty() && segment != "."_L1 && segment != ".."_L1;
    });
}

void ZipReader::Free::operator()(struct ::archive *reader) const
{
    archive_read_free(reader);
}

// The seekable reader goes by the central directory, as those who install the package do.
ZipReader::ZipReader(const ZipLimits &limits) : m_limits(limits), m_reader(archive_read_new())
{
    archive_read_support_format_zip_seekable(m_reader.get());
}

ZipReader::~ZipReader() = default;

Error ZipReader::failure(const QString &what) const
{
    const char *why = archive_error_string(m_reader.get());
    return {ErrorCode::Corrupt, why ? what + u": "_s + QString::fromUtf8(why) : what};
}

Error ZipReader::tooManyEntries() const
{
    return {ErrorCode::TooLarge, u"it has more than %1 entries"_s.arg(m_limits.entries)};
}

Status ZipReader::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unavailable, u"it can't be read: "_s + file.errorString()};
    m_packed = file.size();
    if (marksIn(file) / headersEachEntry > m_limits.entries)
        return tooManyEntries();
    const QByteArray name = QFile::encodeName(path);
    if (archive_read_open_filename(m_reader.get(), name.constData(), blockSize) != ARCHIVE_OK)
        return failure(u"it is no zip"_s);
    return {};
}

Status ZipReader::openBytes(const QByteArray &bytes)
{
    m_packed = bytes.size();
    if (marksIn(QByteArrayView(bytes)) / headersEachEntry > m_limits.entries)
        return tooManyEntries();
    const auto size = static_cast<std::size_t>(bytes.size());
    if (archive_read_open_memory(m_reader.get(), bytes.constData(), size) != ARCHIVE_OK)
        return failure(u"it is no zip"_s);
    return {};
}

Result<bool> ZipReader::next()
{
    const int outcome = archive_read_next_header(m_reader.get(), &m_entry);
    if (outcome == ARCHIVE_EOF)
        return false;
    if (outcome != ARCHIVE_OK)
        return failure(u"it is damaged"_s);
    if (++m_entries > m_limits.entries)
        return tooManyEntries();
    if (!isSafeEntryName(name()))
        return Error {ErrorCode::Corrupt, u"an entry's name leads elsewhere"_s};
    const auto type = archive_entry_filetype(m_entry);
    if ((type != AE_IFREG && type != AE_IFDIR) || archive_entry_hardlink(m_entry))
        return Error {ErrorCode::Corrupt, u"%1 is neither file nor folder"_s.arg(name())};
    return true;
}

QString ZipReader::name() const
{
    const char *utf8 = archive_entry_pathname_utf8(m_entry);
    return utf8 ? QString::fromUtf8(utf8) : QString();
}

bool ZipReader::isFolder() const
{
    return archive_entry_filetype(m_entry) == AE_IFDIR;
}

Status ZipReader::count(qint64 bytes)
{
    m_unpacked += bytes;
    if (m_unpacked > m_limits.unpacked)
        return Error {
            ErrorCode::TooLarge, u"unpacked it has more than %1 bytes"_s.arg(m_limits.unpacked)};
    if (m_unpacked > harmless && m_unpacked / m_limits.ratio > m_packed)
        return Error {
            ErrorCode::TooLarge, u"unpacked it is more than %1 times as big"_s.arg(m_limits.ratio)};
    return {};
}

Status ZipReader::read(const Chunk &chunk)
{
    QByteArray buffer(static_cast<qsizetype>(blockSize), Qt::Uninitialized);
    while (true) {
        const la_ssize_t got = archive_read_data(m_reader.get(), buffer.data(), blockSize);
        if (got < 0)
            return failure(name() + u" is damaged"_s);
        if (got == 0)
            return {};
        if (m_limits.isStopped && *m_limits.isStopped)
            return Error {ErrorCode::Unavailable, u"it was not read to its end"_s};
        if (Status within = count(got); !within)
            return within;
        if (Status taken = chunk(QByteArrayView(buffer).first(got)); !taken)
            return taken;
    }
}

Result<QByteArray> ZipReader::content(qint64 most)
{
    QByteArray bytes;
    const Status outcome = read([&](QByteArrayView chunk) -> Status {
        if (bytes.size() + chunk.size() > most)
            return Error {ErrorCode::TooLarge, name() + u" is too big"_s};
        bytes.append(chunk);
        return {};
    });
    if (!outcome)
        return outcome.error();
    return bytes;
}

Status ZipReader::finish()
{
    while (true) {
        const auto more = next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (Status whole = read([](QByteArrayView) { return Status(); }); !whole)
            return whole;
    }
}

} // namespace ct::server::archive
