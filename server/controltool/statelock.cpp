// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/statelock.h"

#include "shared/protocol/paths.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

Result<std::unique_ptr<QLockFile>> lockState(const QString &stateFolder)
{
    if (!QFileInfo(stateFolder).isDir())
        return Error {ErrorCode::NotFound, u"There is no state folder %1"_s.arg(stateFolder)};
    auto lock = std::make_unique<QLockFile>(stateFolder + u'/' + protocol::files::lock);
    // A lock is stale only when its process is gone.
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Error {ErrorCode::Conflict, u"A server uses the state folder %1"_s.arg(stateFolder)};
    return Error {
        ErrorCode::Forbidden, u"The state folder %1 can't be written to"_s.arg(stateFolder)};
}

} // namespace ct::server::controltool
