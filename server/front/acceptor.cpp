// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/acceptor.h"

#include "server/front/socketoptions.h"
#include "server/front/worker.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

constexpr std::chrono::seconds tidyEvery {10};

net::Rate rateOf(const net::NetConfig &net)
{
    return {net.connectionsPerSecond, std::chrono::seconds(1), net.connectionBurst};
}

} // namespace

Acceptor::Acceptor(FrontContext &context)
    : m_context(context),
      m_net(context.firstPolicies.net),
      m_rate(rateOf(m_net), context.services.clock),
      m_listeners([this](qintptr descriptor, Door door) { incoming(descriptor, door); }, this)
{
    connect(&m_tidying, &QTimer::timeout, this, [this] { m_rate.tidy(); });
    connect(&m_listeners, &net::Listeners::overloaded, this, [this](const QString &why) {
        m_context.services.log.warnLimited(
            u"descriptors"_s,
            u"No connection can be accepted (%1): raise the limit of open files (ulimit -n, LimitNOFILE)"_s
                .arg(why));
    });
}

Acceptor::~Acceptor() = default;

Status Acceptor::open()
{
    m_tidying.start(tidyEvery);
    Status opened = m_listeners.open(m_net);
    if (opened)
        m_ports
            = {m_listeners.number(Door::Http),
               m_listeners.number(Door::Https),
               m_listeners.number(Door::Private),
               m_listeners.number(Door::Metrics),
               m_listeners.number(Door::Admin)};
    return opened;
}

void Acceptor::apply(const Policies &policies)
{
    m_net = policies.net;
    m_rate.setRate(rateOf(m_net));
}

void Acceptor::close()
{
    m_tidying.stop();
    m_listeners.close();
}

bool Acceptor::isWelcome(const QHostAddress &peer, const net::AddressKey &key)
{
    if (net::isIn(peer, m_net.trustedProxies) || net::isIn(peer, m_net.rateExempt)
        || m_rate.allow(key))
        return true;
    m_context.services.log.warnLimited(
        u"connection-rate"_s,
        u"Connections of %1 come too fast (CT_CONNECTIONS_PER_SECOND)"_s.arg(peer.toString()));
    return false;
}

void Acceptor::incoming(qintptr descriptor, Door door)
{
    const QHostAddress peer = peerOf(static_cast<int>(descriptor));
    const net::AddressKey key(peer);
    const bool isKnown = net::isIn(peer, m_net.trustedProxies) || net::isIn(peer, m_net.rateExempt);
    const auto caps = isKnown ? net::AddressCaps::TotalOnly : net::AddressCaps::Apply;
    if (!isWelcome(peer, key)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const auto admission = m_context.ledger.admit(key, caps);
    if (!admission) {
        m_context.services.log.warnLimited(
            u"connections"_s,
            u"Turned a connection of %1 away: %2 (CT_MAX_CONNECTIONS, CT_MAX_UNAUTHENTICATED)"_s
                .arg(peer.toString(), admission.error().message));
        ::close(static_cast<int>(descriptor));
        return;
    }
    if (!admission->toEvict.empty())
        m_context.services.log.warnLimited(
            u"evicted"_s,
            u"Idle connections make room for others, just now for %1: as many are open without a "
            "login as may be (CT_MAX_UNAUTHENTICATED, CT_MAX_UNAUTHENTICATED_PER_ADDRESS)"_s.arg(
                peer.toString()));
    m_context.evict(admission->toEvict);
    Worker &worker = m_context.workerOf(admission->id);
    worker.post(
        [&worker, id = admission->id, descriptor, door] { worker.accept(id, descriptor, door); });
}

} // namespace ct::server::front
