// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/statefolder.h"

#include "server/auth/statefile.h"
#include "shared/protocol/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

} // namespace

StateFolder::StateFolder(const QString &path)
    : m_path(path),
      m_lock(path + u'/' + protocol::files::lock)
{
    // A lock is stale only when its process is gone, however long it runs.
    m_lock.setStaleLockTime(0);
}

StateFolder::~StateFolder()
{
    for (const QString &path : std::as_const(m_passing))
        QFile::remove(path);
}

Result<std::unique_ptr<StateFolder>> StateFolder::open(const QString &path)
{
    const bool isNew = !QDir(path).exists();
    if (!QDir().mkpath(path))
        return Error {
            ErrorCode::Unavailable,
            u"The state folder %1 can't be made (CT_STATE_DIR)"_s.arg(path)};
    if (isNew)
        QFile::setPermissions(path, ownerOnly);
    std::unique_ptr<StateFolder> folder(new StateFolder(path));
    if (folder->m_lock.tryLock(0))
        return folder;
    if (folder->m_lock.error() == QLockFile::LockFailedError)
        return Error {
            ErrorCode::Conflict,
            u"Another server uses the state folder %1 (CT_STATE_DIR)"_s.arg(path)};
    return Error {
        ErrorCode::Forbidden,
        u"The state folder %1 can't be written to (CT_STATE_DIR)"_s.arg(path)};
}

Result<QString> StateFolder::folder(const QString &name) const
{
    const QString path = file(name);
    if (QDir(path).exists())
        return path;
    if (!QDir().mkdir(path) || !QFile::setPermissions(path, ownerOnly))
        return Error {
            ErrorCode::Forbidden, u"The folder %1 can't be made (CT_STATE_DIR)"_s.arg(path)};
    return path;
}

Result<QByteArray> StateFolder::makeControlToken(RandomSource &random)
{
    const QByteArray token = randomId(random, protocol::files::controlTokenLength);
    const QString path = file(protocol::files::controlToken);
    if (const Status written = auth::writePrivateFile(path, token + '\n'); !written)
        return written.error();
    m_passing.append(path);
    return token;
}

Status StateFolder::writePorts(const front::Ports &ports)
{
    const QJsonObject object {
        {u"http"_s, ports.http},
        {u"https"_s, ports.https},
        {u"private"_s, ports.privateHttp},
        {u"metrics"_s, ports.metrics},
        {u"admin"_s, ports.admin},
        {u"pid"_s, QCoreApplication::applicationPid()},
    };
    QSaveFile out(file(protocol::files::ports));
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const bool isWritten
        = out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit();
    if (!isWritten)
        return Error {
            ErrorCode::Unavailable,
            u"%1 can't be written: %2"_s.arg(out.fileName(), out.errorString())};
    m_passing.append(out.fileName());
    return {};
}

} // namespace ct::server::app
