// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/ed25519.h"

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace ct::server::licence {

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO *bio) const { BIO_free_all(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Context = std::unique_ptr<EVP_MD_CTX, Free>;
using Bio = std::unique_ptr<BIO, Free>;

constexpr QByteArray::Base64Options form
    = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *data(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

std::size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

Error failure(const QString &what)
{
    ERR_clear_error();
    return {ErrorCode::Internal, what};
}

/// Without a password: OpenSSL would ask for one on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

Result<QByteArray> privatePem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    char *text = nullptr;
    if (!bio
        || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return failure(u"The private key can't be written"_s);
    const auto length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, static_cast<qsizetype>(length));
}

} // namespace

Result<KeyPair> generateKeys()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    QByteArray publicKey(publicKeySize, '\0');
    std::size_t size = sizeOf(publicKey);
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), data(publicKey), &size) != 1)
        return failure(u"No key could be made"_s);
    const auto pem = privatePem(key.get());
    if (!pem)
        return pem.error();
    return KeyPair {*pem, publicKey};
}

Result<QByteArray> sign(const QByteArray &bytes, const QByteArray &privatePem)
{
    const Bio bio(BIO_new_mem_buf(privatePem.constData(), static_cast<int>(privatePem.size())));
    const Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr) : nullptr);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) {
        ERR_clear_error();
        return Error {ErrorCode::InvalidInput, u"It holds no Ed25519 key in PEM form"_s};
    }
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, '\0');
    std::size_t size = sizeOf(signature);
    const bool isSigned = context
        && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestSign(context.get(), data(signature), &size, data(bytes), sizeOf(bytes)) == 1;
    if (!isSigned)
        return failure(u"The licence could not be signed"_s);
    return signature;
}

bool isSignedBy(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey)
{
    if (signature.size() != signatureSize || publicKey.size() != publicKeySize)
        return false;
    const Key key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data(publicKey), sizeOf(publicKey)));
    const Context context(EVP_MD_CTX_new());
    const bool isGood = key && context
        && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(
               context.get(), data(signature), sizeOf(signature), data(bytes), sizeOf(bytes))
            == 1;
    ERR_clear_error();
    return isGood;
}

QString keyText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(form));
}

QByteArray bytesOf(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toUtf8(), form | QByteArray::AbortOnBase64DecodingErrors);
    const bool isTheOne = decoded && keyText(*decoded) == text;
    return isTheOne ? *decoded : QByteArray();
}

} // namespace ct::server::licence
