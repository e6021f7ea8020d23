// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/secretfile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

constexpr qint64 longestSecret = 64LL * 1024;

} // namespace

Result<QString> readSecret(const QString &path)
{
    // Anything else might block for ever, as a pipe does.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return Error {ErrorCode::InvalidInput, u"it is no file"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::NotFound, u"the file can't be read, "_s + file.errorString()};
    const QByteArray content = file.read(longestSecret + 1);
    if (content.size() > longestSecret)
        return Error {ErrorCode::TooLarge, u"expected a file of 64 KiB at most"_s};
    QString value = QString::fromUtf8(content).trimmed();
    if (value.isEmpty())
        return Error {ErrorCode::InvalidInput, u"the file is empty"_s};
    return value;
}

} // namespace ct::server::config
