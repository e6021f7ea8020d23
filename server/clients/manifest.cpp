// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/manifest.h"

#include "server/licence/ed25519.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr qint64 biggest = 4LL << 20;
constexpr qint64 biggestSignature = 1'024;

Error failure(const QString &what)
{
    return {ErrorCode::Forbidden, what};
}

} // namespace

Result<Manifest> Manifest::read(const SourceFolder &folder, const QByteArray &publicKey)
{
    const auto sums = folder.content(u"SHA256SUMS"_s, biggest);
    if (!sums)
        return failure(u"SHA256SUMS can't be read: "_s + sums.error().message);
    const auto signature = folder.content(u"SHA256SUMS.sig"_s, biggestSignature);
    if (!signature)
        return failure(u"SHA256SUMS.sig can't be read: "_s + signature.error().message);
    if (!licence::isSignedBy(*sums, *signature, publicKey))
        return failure(u"SHA256SUMS.sig is no signature of SHA256SUMS by that key"_s);
    static const QRegularExpression line(uR"(\A([0-9a-f]{64}) [ *](?:\./)?(\S+)\z)"_s);
    Manifest manifest;
    for (const QByteArray &text : sums->split('\n')) {
        if (const auto match = line.match(QString::fromUtf8(text)); match.hasMatch())
            manifest.m_digests.insert(match.captured(2), match.captured(1).toLatin1());
    }
    return manifest;
}

} // namespace ct::server::clients
