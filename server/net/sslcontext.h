// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"
#include "server/net/pempair.h"
#include "shared/base/result.h"

#include <memory>

struct ssl_ctx_st;

namespace ct::server::net {

/// OpenSSL's SSL_CTX, of which any number of threads make sessions at once.
using SslContext = std::shared_ptr<ssl_ctx_st>;

/// The server's side: 1.2 and 1.3 or one of them, forward secrecy and AEAD only, ALPN http/1.1, no
/// client certificates, no renegotiation, no session taken up again. Thread: any.
Result<SslContext> makeSslContext(const PemPair &pair, TlsVersions versions);

} // namespace ct::server::net
