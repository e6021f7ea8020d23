// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/pempair.h"

#include "server/net/opensslhandles.h"

#include <QCryptographicHash>
#include <QFile>

#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

constexpr qint64 longestFile = 1'048'576;

Error fault(const QString &what, const QString &file, const QString &why)
{
    return {ErrorCode::InvalidInput, what + u' ' + file + u": "_s + why};
}

Result<QByteArray> readFile(const QString &what, const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fault(what, name, file.errorString());
    QByteArray text = file.read(longestFile + 1);
    if (text.size() > longestFile)
        return fault(what, name, u"longer than 1 MiB"_s);
    return text;
}

/// Nobody is there to type a pass phrase; only notes that one was asked for.
int refusePassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

BioHandle bioOf(const QByteArray &text)
{
    return BioHandle(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
}

Result<KeyHandle> parseKey(const QByteArray &text, const QString &file)
{
    bool isEncrypted = false;
    KeyHandle key(
        PEM_read_bio_PrivateKey(bioOf(text).get(), nullptr, &refusePassphrase, &isEncrypted));
    if (isEncrypted)
        return fault(
            u"private key"_s,
            file,
            u"is encrypted; store it without a pass phrase, readable by the server only"_s);
    if (!key)
        return fault(u"private key"_s, file, u"holds no private key in PEM"_s);
    const int type = EVP_PKEY_get_base_id(key.get());
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return fault(u"private key"_s, file, u"is neither RSA nor ECDSA"_s);
    return key;
}

QString lastReason()
{
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? QString::fromLatin1(reason) : u"OpenSSL refuses it"_s;
}

/// What is too weak for OpenSSL or does not fit would else fail every handshake.
Status tryAsServer(X509 *leaf, EVP_PKEY *key, const QString &leafFile, const QString &keyFile)
{
    const ContextHandle context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return Error {ErrorCode::Internal, u"OpenSSL gives no context: "_s + lastReason()};
    if (SSL_CTX_use_certificate(context.get(), leaf) != 1)
        return fault(u"certificate"_s, leafFile, lastReason());
    if (SSL_CTX_use_PrivateKey(context.get(), key) != 1
        || SSL_CTX_check_private_key(context.get()) != 1)
        return fault(
            u"private key"_s,
            keyFile,
            u"does not belong to the first certificate in "_s + leafFile + u" ("_s + lastReason()
                + u')');
    return {};
}

} // namespace

Result<PemPair> loadPemPair(const QString &certificateFile, const QString &keyFile)
{
    const ErrorQueueGuard guard;
    const Result<QByteArray> certificateText = readFile(u"certificate"_s, certificateFile);
    if (!certificateText)
        return certificateText.error();
    const Result<QByteArray> keyText = readFile(u"private key"_s, keyFile);
    if (!keyText)
        return keyText.error();

    const CertificateHandle leaf(
        PEM_read_bio_X509(bioOf(*certificateText).get(), nullptr, nullptr, nullptr));
    PemPair pair;
    pair.chain = QSslCertificate::fromData(*certificateText, QSsl::Pem);
    if (!leaf || pair.chain.isEmpty())
        return fault(u"certificate"_s, certificateFile, u"holds no certificate in PEM"_s);
    const Result<KeyHandle> key = parseKey(*keyText, keyFile);
    if (!key)
        return key.error();
    if (const Status tried = tryAsServer(leaf.get(), key->get(), certificateFile, keyFile); !tried)
        return tried.error();

    const bool isRsa = EVP_PKEY_get_base_id(key->get()) == EVP_PKEY_RSA;
    pair.key = QSslKey(*keyText, isRsa ? QSsl::Rsa : QSsl::Ec, QSsl::Pem);
    if (pair.key.isNull())
        return fault(u"private key"_s, keyFile, u"Qt cannot read it"_s);
    return pair;
}

QByteArray fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
}

} // namespace ct::server::net
