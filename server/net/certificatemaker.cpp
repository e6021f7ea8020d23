// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/certificatemaker.h"

#include "server/net/opensslhandles.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

constexpr const char *ownName = "codetogether-edge";
/// RFC 5280 allows 20 octets; 126 bits are nobody else's.
constexpr int serialBits = 126;

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList entries;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        entries.append((isAddress ? "IP:"_ba : "DNS:"_ba) + name.toLatin1());
    }
    return entries.join(',');
}

bool addExtension(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionHandle extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// No key usage: without keyCertSign, which is not for CA:FALSE, OpenSSL would not take it for its
/// own issuer, and people could not trust it by naming the file to their clients.
bool addExtensions(X509 *certificate, const QStringList &names)
{
    return addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE"_ba)
        && addExtension(certificate, NID_ext_key_usage, "serverAuth"_ba)
        && addExtension(certificate, NID_subject_key_identifier, "hash"_ba)
        && addExtension(certificate, NID_subject_alt_name, alternativeNames(names));
}

bool setSerial(X509 *certificate)
{
    const NumberHandle serial(BN_new());
    return serial && BN_rand(serial.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate));
}

bool setNames(X509 *certificate)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    std::array<unsigned char, 64> text {};
    const QByteArrayView own(ownName);
    std::copy(own.begin(), own.end(), text.begin());
    return X509_NAME_add_entry_by_NID(
               name, NID_commonName, MBSTRING_ASC, text.data(), static_cast<int>(own.size()), -1, 0)
        == 1
        && X509_set_issuer_name(certificate, name) == 1;
}

bool setTimes(X509 *certificate, WallTime from, std::chrono::hours valid)
{
    const auto start = static_cast<time_t>(sinceEpoch(from).count());
    const auto end = static_cast<time_t>(sinceEpoch(from + valid).count());
    return ASN1_TIME_set(X509_getm_notBefore(certificate), start)
        && ASN1_TIME_set(X509_getm_notAfter(certificate), end);
}

QByteArray textOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_ctrl(bio, BIO_CTRL_INFO, 0, &bytes);
    return {bytes, size};
}

} // namespace

bool isCertificateName(const QString &name)
{
    // Commas and colons would begin further entries in OpenSSL's list.
    static const QRegularExpression host(
        uR"(^(\*\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*)(\.[A-Za-z0-9_-]+)*\z)"_s);
    if (name.size() > 253)
        return false;
    if (name.contains(u':'))
        return QHostAddress(name).protocol() == QAbstractSocket::IPv6Protocol
            && !name.contains(u'%');
    return host.match(name).hasMatch();
}

Result<MadePair> makeSelfSigned(const QStringList &names, WallTime from, std::chrono::hours valid)
{
    const ErrorQueueGuard guard;
    const KeyHandle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const CertificateHandle certificate(X509_new());
    const bool isMade = key && certificate && X509_set_version(certificate.get(), X509_VERSION_3)
        && setSerial(certificate.get()) && setNames(certificate.get())
        && setTimes(certificate.get(), from, valid)
        && X509_set_pubkey(certificate.get(), key.get()) == 1
        && addExtensions(certificate.get(), names)
        && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    const BioHandle keyText(BIO_new(BIO_s_mem()));
    const BioHandle certificateText(BIO_new(BIO_s_mem()));
    const bool isWritten = isMade && keyText && certificateText
        && PEM_write_bio_PKCS8PrivateKey(
               keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            == 1
        && PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1;
    if (!isWritten)
        return Error {ErrorCode::Internal, u"OpenSSL makes no self-signed certificate"_s};
    return MadePair {textOf(certificateText.get()), textOf(keyText.get())};
}

} // namespace ct::server::net
