// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/credentials/passwordhash.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace ct::server::credentials {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19ULL * 1024 * 1024;

/// As often as one likes; the library's own lock sees to threads.
bool isReady()
{
    return sodium_init() >= 0;
}

const unsigned char *bytes(const QByteArray &text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the library's own idea of bytes.
    return reinterpret_cast<const unsigned char *>(text.constData());
}

unsigned long long lengthOf(const QByteArray &text)
{
    return static_cast<unsigned long long>(text.size());
}

} // namespace

QByteArray hashPassword(const QByteArray &password)
{
    std::array<char, crypto_pwhash_STRBYTES> out {};
    const bool isHashed = isReady()
        && crypto_pwhash_str(out.data(), password.constData(), lengthOf(password), passes, memory)
            == 0;
    return isHashed ? QByteArray(out.data()) : QByteArray();
}

bool isPassword(const QByteArray &hash, const QByteArray &password)
{
    // The library reads a buffer of its full size.
    std::array<char, crypto_pwhash_STRBYTES> known {};
    if (!isReady() || hash.isEmpty() || hash.size() >= static_cast<qsizetype>(known.size()))
        return false;
    std::copy(hash.begin(), hash.end(), known.begin());
    return crypto_pwhash_str_verify(known.data(), password.constData(), lengthOf(password)) == 0;
}

KeyedHash::KeyedHash() : m_key(crypto_generichash_KEYBYTES, '\0')
{
    if (isReady())
        randombytes_buf(m_key.data(), static_cast<std::size_t>(m_key.size()));
}

QByteArray KeyedHash::of(const QByteArray &text) const
{
    std::array<unsigned char, crypto_generichash_BYTES> out {};
    crypto_generichash(
        out.data(),
        out.size(),
        bytes(text),
        lengthOf(text),
        bytes(m_key),
        static_cast<std::size_t>(m_key.size()));
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): back to ours.
    return {reinterpret_cast<const char *>(out.data()), static_cast<qsizetype>(out.size())};
}

bool isSame(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size()
        && sodium_memcmp(one.constData(), other.constData(), static_cast<std::size_t>(one.size()))
        == 0;
}

} // namespace ct::server::credentials
