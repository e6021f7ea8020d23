// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/selfsigned.h"

#include "server/net/certificatemaker.h"
#include "server/net/pempair.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

constexpr std::chrono::hours valid {397 * 24};
constexpr std::chrono::hours renewBefore {30 * 24};
/// Clocks of clients that are a little late.
constexpr std::chrono::hours backdated {1};

constexpr QFile::Permissions openToOthers
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t taken
            = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken <= 0)
            return false;
        bytes = bytes.sliced(taken);
    }
    return ::fsync(descriptor) == 0;
}

/// The file is there as a whole or as it was; never, not for an instant, with a wider mode.
Status replaceFile(const QString &name, const QByteArray &bytes, mode_t mode)
{
    const QByteArray path = QFile::encodeName(name);
    const QByteArray fresh = path + ".new";
    ::unlink(fresh.constData());
    const int descriptor
        = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    bool isDone = descriptor >= 0 && writeAll(descriptor, bytes);
    int code = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (isDone && std::rename(fresh.constData(), path.constData()) != 0) {
        isDone = false;
        code = errno;
    }
    if (isDone)
        return {};
    ::unlink(fresh.constData());
    return Error {
        ErrorCode::Unavailable, u"cannot write "_s + name + u": "_s + qt_error_string(code)};
}

bool hasName(const QSslCertificate &certificate, const QString &name)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(name);
    if (address.isNull())
        return names.contains(QSsl::DnsEntry, name);
    const QStringList addresses = names.values(QSsl::IpAddressEntry);
    return std::any_of(addresses.cbegin(), addresses.cend(), [&address](const QString &entry) {
        return QHostAddress(entry) == address;
    });
}

bool isGood(const PemPair &pair, const QStringList &names, const Clock &clock)
{
    const QSslCertificate &leaf = pair.chain.constFirst();
    const std::chrono::seconds now = sinceEpoch(clock.wallNow());
    const std::chrono::seconds from(leaf.effectiveDate().toSecsSinceEpoch());
    const std::chrono::seconds until(leaf.expiryDate().toSecsSinceEpoch());
    return from <= now && until - now >= renewBefore
        && std::all_of(names.cbegin(), names.cend(), [&leaf](const QString &name) {
               return hasName(leaf, name);
           });
}

QStringList allNames(const QStringList &names)
{
    QStringList all {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    // Not among those whose lack makes a new one: in containers it is another after every start.
    if (const QString machine = QSysInfo::machineHostName(); isCertificateName(machine))
        all.append(machine);
    all.append(names);
    all.removeDuplicates();
    return all;
}

} // namespace

Result<SelfSigned> ensureSelfSigned(
    const QString &folder, const QStringList &names, const Clock &clock)
{
    for (const QString &name : names) {
        if (!isCertificateName(name))
            return Error {
                ErrorCode::InvalidInput,
                u"\""_s + name.left(80) + u"\" is no host name or address for a certificate"_s};
    }
    SelfSigned result;
    result.certificateFile = QDir(folder).filePath(u"selfsigned.crt"_s);
    result.keyFile = QDir(folder).filePath(u"selfsigned.key"_s);
    const Result<PemPair> old = loadPemPair(result.certificateFile, result.keyFile);
    const bool isPrivate = !(QFile::permissions(result.keyFile) & openToOthers);
    if (old && isPrivate && isGood(*old, names, clock)) {
        result.fingerprint = fingerprintOf(old->chain.constFirst());
        return result;
    }
    const Result<MadePair> made
        = makeSelfSigned(allNames(names), clock.wallNow() - backdated, valid);
    if (!made)
        return made.error();
    // When only the first gets written, the two do not fit, and the next start makes new ones.
    if (const Status written = replaceFile(result.keyFile, made->key, 0600); !written)
        return written.error();
    if (const Status written = replaceFile(result.certificateFile, made->certificate, 0644);
        !written)
        return written.error();
    result.fingerprint = fingerprintOf(QSslCertificate(made->certificate, QSsl::Pem));
    result.isNew = true;
    return result;
}

} // namespace ct::server::net
