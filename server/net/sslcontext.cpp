// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/sslcontext.h"

#include "server/net/opensslhandles.h"

#include <array>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

/// In the order of preference, which is the server's: with 128 bits first, as Mozilla's lists have
/// it, since that is safe as well and each message is enciphered once for everybody who receives
/// it. Whoever has ChaCha20 first has no AES in hardware and gets it.
constexpr const char *ciphersOf12 = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
                                    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr const char *ciphersOf13
    = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";

/// ALPN. Whoever offers other protocols only is served without one being agreed upon.
// NOLINTNEXTLINE(readability-function-size): OpenSSL calls it with as much.
int chooseProtocol(
    SSL * /*session*/,
    const unsigned char **chosen,
    unsigned char *length,
    const unsigned char *offered,
    unsigned int offeredLength,
    void * /*unused*/)
{
    static constexpr std::array<unsigned char, 9> http11 {
        8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *protocol = nullptr;
    const int outcome = SSL_select_next_proto(
        &protocol, length, http11.data(), http11.size(), offered, offeredLength);
    if (outcome != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = protocol;
    return SSL_TLSEXT_ERR_OK;
}

CertificateHandle parsed(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return CertificateHandle(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
}

KeyHandle parsed(const QSslKey &key)
{
    const QByteArray pem = key.toPem();
    const BioHandle bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return KeyHandle(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

bool setVersions(SSL_CTX *context, TlsVersions versions)
{
    const int least = versions == TlsVersions::Only13 ? TLS1_3_VERSION : TLS1_2_VERSION;
    const int most = versions == TlsVersions::Only12 ? TLS1_2_VERSION : TLS1_3_VERSION;
    return SSL_CTX_set_min_proto_version(context, least) == 1
        && SSL_CTX_set_max_proto_version(context, most) == 1
        && SSL_CTX_set_cipher_list(context, ciphersOf12) == 1
        && SSL_CTX_set_ciphersuites(context, ciphersOf13) == 1;
}

bool setPair(SSL_CTX *context, const PemPair &pair)
{
    for (qsizetype at = 1; at < pair.chain.size(); ++at) {
        CertificateHandle issuer = parsed(pair.chain[at]);
        if (!issuer || SSL_CTX_add_extra_chain_cert(context, issuer.get()) != 1)
            return false;
        // It is the context's now.
        static_cast<void>(issuer.release());
    }
    const CertificateHandle leaf = parsed(pair.chain.constFirst());
    const KeyHandle key = parsed(pair.key);
    return leaf && key && SSL_CTX_use_certificate(context, leaf.get()) == 1
        && SSL_CTX_use_PrivateKey(context, key.get()) == 1;
}

void setHabits(SSL_CTX *context)
{
    SSL_CTX_set_options(
        context,
        SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA | SSL_OP_NO_RENEGOTIATION
            | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_alpn_select_cb(context, &chooseProtocol, nullptr);
    // An idle connection holds no buffers.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_NO_AUTO_CHAIN);
}

} // namespace

Result<SslContext> makeSslContext(const PemPair &pair, TlsVersions versions)
{
    const ErrorQueueGuard guard;
    ContextHandle context(SSL_CTX_new(TLS_server_method()));
    if (!context || !setVersions(context.get(), versions) || !setPair(context.get(), pair)) {
        const char *reason = ERR_reason_error_string(ERR_peek_last_error());
        return Error {
            ErrorCode::Internal,
            u"OpenSSL makes no server of the certificate: "_s
                + QString::fromLatin1(reason ? reason : "it does not say why")};
    }
    setHabits(context.get());
    return SslContext(std::move(context));
}

} // namespace ct::server::net
