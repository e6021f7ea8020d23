// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace ct::server::net {

template<auto Free>
struct OpensslDeleter {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using BioHandle = std::unique_ptr<BIO, OpensslDeleter<&BIO_free_all>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpensslDeleter<&EVP_PKEY_free>>;
using CertificateHandle = std::unique_ptr<X509, OpensslDeleter<&X509_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, OpensslDeleter<&X509_EXTENSION_free>>;
using ContextHandle = std::unique_ptr<SSL_CTX, OpensslDeleter<&SSL_CTX_free>>;
using NumberHandle = std::unique_ptr<BIGNUM, OpensslDeleter<&BN_free>>;

/// Leaves this thread's error queue empty: others would take what is in there for their own.
class ErrorQueueGuard
{
public:
    ErrorQueueGuard() { ERR_clear_error(); }
    ~ErrorQueueGuard() { ERR_clear_error(); }
    ErrorQueueGuard(const ErrorQueueGuard &) = delete;
    ErrorQueueGuard &operator=(const ErrorQueueGuard &) = delete;
};

} // namespace ct::server::net
