// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/clock.h"
#include "shared/base/descriptor.h"
#include "shared/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <optional>

namespace ct::server::clients {

/// What tells whether a file is still the one that was read.
struct FileStamp {
    qint64 size = 0;
    std::chrono::nanoseconds changed {};
    quint64 number = 0;

    bool operator==(const FileStamp &) const = default;
};

/// A folder that an operator puts files into. How it is reached is their word; below it, no
/// symbolic link is followed, and nothing but regular files is read. Blocks: for worker threads.
class SourceFolder
{
public:
    using Chunk = std::function<Status(QByteArrayView bytes)>;

    static Result<SourceFolder> open(const QString &path);

    Result<SourceFolder> folder(const QString &name) const;
    /// Names of what is in it, in order; no more than `most` are looked at.
    QStringList names(int most) const;
    /// Nothing for what is no regular file.
    std::optional<FileStamp> stamp(const QString &name) const;
    /// Hands on the file's bytes. Fails with Unavailable when it changes meanwhile, with TooLarge
    /// before more than `most` bytes are read.
    Status read(const QString &name, qint64 most, const Chunk &chunk) const;
    Result<QByteArray> content(const QString &name, qint64 most) const;

private:
    explicit SourceFolder(Descriptor folder) : m_folder(std::move(folder)) { }

    Descriptor m_folder;
};

/// A name that is served as it stands: letters, digits and `._+-`, and not hidden.
bool isServableName(const QString &name);

} // namespace ct::server::clients
