// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <memory>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/ssl.h>

namespace ct::test {

enum class RecordType : char { Handshake = 22, Content = 23 };

/// What a TLS 1.3 client seals records with (RFC 8446, 5.2 and 7.3), for those that OpenSSL would
/// not send. To be made before the handshake; one at a time.
class TrafficKeys
{
public:
    explicit TrafficKeys(SSL *client)
    {
        secret().clear();
        SSL_set_ciphersuites(client, "TLS_AES_128_GCM_SHA256");
        SSL_CTX_set_keylog_callback(SSL_get_SSL_CTX(client), [](const SSL *, const char *line) {
            const QByteArray said(line);
            if (said.startsWith("CLIENT_TRAFFIC_SECRET_0 "))
                secret() = QByteArray::fromHex(said.sliced(said.lastIndexOf(' ') + 1));
        });
    }

    /// The client's first record after the handshake, if it has sent nothing by then.
    QByteArray sealFirst(const QByteArray &content, RecordType type) const
    {
        const QByteArray plain = content + static_cast<char>(type);
        const auto length = static_cast<char>(plain.size() + tagSize);
        const QByteArray head = QByteArray("\x17\x03\x03\x00", 4) + length;
        const QByteArray key = expand("key", keySize);
        const QByteArray nonce = expand("iv", nonceSize);
        QByteArray sealed(plain.size(), Qt::Uninitialized);
        QByteArray tag(tagSize, Qt::Uninitialized);
        int done = 0;
        const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> cipher(
            EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_128_gcm(), nullptr, bytesOf(key), bytesOf(nonce));
        EVP_EncryptUpdate(
            cipher.get(), nullptr, &done, bytesOf(head), static_cast<int>(head.size()));
        EVP_EncryptUpdate(
            cipher.get(), bytesOf(sealed), &done, bytesOf(plain), static_cast<int>(plain.size()));
        EVP_EncryptFinal_ex(cipher.get(), bytesOf(sealed) + done, &done);
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, tag.data());
        return head + sealed + tag;
    }

private:
    static constexpr int keySize = 16;
    static constexpr int nonceSize = 12;
    static constexpr int tagSize = 16;

    /// OpenSSL hands the callback nothing of ours.
    static QByteArray &secret()
    {
        static QByteArray bytes;
        return bytes;
    }
    static const unsigned char *bytesOf(const QByteArray &bytes)
    {
        return reinterpret_cast<const unsigned char *>(bytes.constData());
    }
    static unsigned char *bytesOf(QByteArray &bytes)
    {
        return reinterpret_cast<unsigned char *>(bytes.data());
    }
    /// HKDF-Expand-Label without a context.
    static QByteArray expand(const char *label, int size)
    {
        const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
            EVP_KDF_fetch(nullptr, "TLS13-KDF", nullptr), &EVP_KDF_free);
        const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
            EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
        QByteArray digest("SHA256");
        QByteArray prefix("tls13 ");
        QByteArray name(label);
        int mode = EVP_KDF_HKDF_MODE_EXPAND_ONLY;
        const auto octets = [](const char *what, QByteArray &bytes) {
            return OSSL_PARAM_construct_octet_string(
                what, bytes.data(), static_cast<std::size_t>(bytes.size()));
        };
        const std::array parameters {
            OSSL_PARAM_construct_int("mode", &mode),
            OSSL_PARAM_construct_utf8_string("digest", digest.data(), 0),
            octets("key", secret()),
            octets("prefix", prefix),
            octets("label", name),
            OSSL_PARAM_construct_end()};
        QByteArray out(size, Qt::Uninitialized);
        EVP_KDF_derive(
            context.get(), bytesOf(out), static_cast<std::size_t>(size), parameters.data());
        return out;
    }
};

} // namespace ct::test
