// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/tlssession.h"

#include "server/net/opensslhandles.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::net {

struct TlsSession::Wire {
    QByteArrayView *in = nullptr;
    QByteArray *out = nullptr;

    static int read(BIO *bio, char *into, int most)
    {
        BIO_clear_retry_flags(bio);
        const auto &wire = *static_cast<const Wire *>(BIO_get_data(bio));
        if (!wire.in || wire.in->isEmpty()) {
            BIO_set_retry_read(bio);
            return -1;
        }
        const auto taken = std::min<qsizetype>(most, wire.in->size());
        std::memcpy(into, wire.in->data(), static_cast<std::size_t>(taken));
        *wire.in = wire.in->sliced(taken);
        return static_cast<int>(taken);
    }

    static int write(BIO *bio, const char *bytes, int length)
    {
        const auto &wire = *static_cast<const Wire *>(BIO_get_data(bio));
        if (!wire.out)
            return -1;
        wire.out->append(bytes, length);
        return length;
    }

    static long control(BIO * /*bio*/, int command, long /*number*/, void * /*pointer*/)
    {
        return command == BIO_CTRL_FLUSH ? 1 : 0;
    }

    static const BIO_METHOD *method()
    {
        using Handle = std::unique_ptr<BIO_METHOD, OpensslDeleter<&BIO_meth_free>>;
        static const Handle handle = [] {
            Handle made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire"));
            if (made) {
                BIO_meth_set_read(made.get(), &Wire::read);
                BIO_meth_set_write(made.get(), &Wire::write);
                BIO_meth_set_ctrl(made.get(), &Wire::control);
            }
            return made;
        }();
        return handle.get();
    }
};

/// One call into OpenSSL: gives it the wire, and finds and leaves this thread's error queue empty.
class TlsSession::Turn
{
public:
    Turn(TlsSession &session, QByteArrayView *in, QByteArray &out) : m_wire(*session.m_wire)
    {
        m_wire.in = in;
        m_wire.out = &out;
        clearErrors();
    }
    ~Turn()
    {
        m_wire = {};
        clearErrors();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    /// Clearing costs more than looking, even if there is nothing.
    static void clearErrors()
    {
        if (ERR_peek_error() != 0)
            ERR_clear_error();
    }

    Wire &m_wire;
};

void TlsSession::Closer::operator()(ssl_st *session) const
{
    SSL_free(session);
}

TlsSession::TlsSession(const SslContext &context)
    : m_wire(std::make_unique<Wire>()),
      m_ssl(context ? SSL_new(context.get()) : nullptr)
{
    BioHandle bio(Wire::method() ? BIO_new(Wire::method()) : nullptr);
    if (!m_ssl || !bio) {
        m_state = State::Failed;
        m_fault = u"OpenSSL gives no session"_s;
        return;
    }
    BIO_set_data(bio.get(), m_wire.get());
    BIO_set_init(bio.get(), 1);
    BIO *shared = bio.release();
    SSL_set_bio(m_ssl.get(), shared, shared);
    SSL_set_accept_state(m_ssl.get());
}

TlsSession::~TlsSession() = default;

void TlsSession::shakeHands(QByteArrayView &sealed, QByteArray &out)
{
    if (m_state != State::Handshake)
        return;
    const Turn turn(*this, &sealed, out);
    const int outcome = SSL_do_handshake(m_ssl.get());
    if (outcome == 1)
        m_state = State::Open;
    else
        note(outcome);
}

QByteArrayView TlsSession::read(QByteArrayView &sealed, QByteArray &plain, QByteArray &out)
{
    if (m_state != State::Open || (sealed.isEmpty() && !m_hasRest))
        return {};
    const Turn turn(*this, &sealed, out);
    char *into = plain.data();
    qsizetype length = 0;
    bool isMore = true;
    while (isMore && length < plain.size()) {
        std::size_t got = 0;
        const auto room = static_cast<std::size_t>(plain.size() - length);
        const int outcome = SSL_read_ex(m_ssl.get(), into + length, room, &got);
        length += static_cast<qsizetype>(got);
        if (outcome != 1)
            note(outcome);
        // Only the last of its input tells OpenSSL what it tells us: that there is no whole record.
        m_hasRest = SSL_pending(m_ssl.get()) > 0;
        isMore = m_state == State::Open && (m_hasRest || !sealed.isEmpty());
    }
    m_hasRest = m_hasRest && m_state == State::Open;
    return {into, length};
}

void TlsSession::write(QByteArrayView plain, QByteArray &out)
{
    const bool isOpen = m_state == State::Open || m_state == State::Ended;
    if (!isOpen || m_hasSaidEnd || plain.isEmpty())
        return;
    const Turn turn(*this, nullptr, out);
    std::size_t written = 0;
    // The wire takes everything, so that this is all or nothing: nothing in the midst of a message
    // by which the peer changes its keys, which would have to be read first.
    const int outcome
        = SSL_write_ex(m_ssl.get(), plain.data(), static_cast<std::size_t>(plain.size()), &written);
    if (outcome == 1)
        return;
    note(outcome);
    if (m_state != State::Failed)
        fail(u"The peer has left a message of its handshake unfinished"_s);
}

void TlsSession::end(QByteArray &out)
{
    const bool isOpen = m_state == State::Open || m_state == State::Ended;
    if (!isOpen || std::exchange(m_hasSaidEnd, true))
        return;
    const Turn turn(*this, nullptr, out);
    SSL_shutdown(m_ssl.get());
}

void TlsSession::note(int outcome)
{
    switch (SSL_get_error(m_ssl.get(), outcome)) {
    case SSL_ERROR_WANT_READ:
        return;
    case SSL_ERROR_ZERO_RETURN:
        if (m_state == State::Handshake)
            return fail(u"The peer has given up"_s);
        m_state = State::Ended;
        return;
    default:
        break;
    }
    const char *reason = ERR_reason_error_string(ERR_peek_error());
    fail(reason ? QString::fromLatin1(reason) : u"OpenSSL can't go on"_s);
}

void TlsSession::fail(const QString &fault)
{
    m_fault = fault;
    m_state = State::Failed;
}

} // namespace ct::server::net
