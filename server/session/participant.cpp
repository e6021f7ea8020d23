// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/session/participant.h"

#include <algorithm>
#include <utility>

namespace ct::server::session {

Participant::Participant(
    Identity identity,
    QByteArray recoveryId,
    std::shared_ptr<Outbox> outbox,
    ParticipantEvents &events)
    : m_identity(std::move(identity)),
      m_recoveryId(std::move(recoveryId)),
      m_outbox(std::move(outbox)),
      m_events(events)
{ }

Participant::~Participant()
{
    finish("The session has ended");
}

relay::PeerDescription Participant::description() const
{
    relay::PeerDescription description;
    description.id = m_identity.id;
    description.host = m_identity.host;
    description.name = m_identity.user.name;
    description.email = m_identity.user.email;
    description.publicKey = m_identity.details.publicKey;
    description.compression = m_identity.details.compression;
    return description;
}

void Participant::attach(Link &link)
{
    if (m_link && m_link != &link)
        std::exchange(m_link, nullptr)->abandon("Another connection has taken this seat");
    m_link = &link;
    m_brokenSince.reset();
}

void Participant::setBroken(Instant now)
{
    m_link = nullptr;
    m_brokenSince = now;
}

void Participant::deliver(relay::Outgoing message, const SharedCharge &source)
{
    m_outbox->append(std::move(message), source);
    if (m_outbox->isHalfFull())
        m_events.filledUp();
    if (m_link)
        m_link->outboxFilled();
}

bool Participant::takeMessageAllowance(Instant now, int perSecond, int burst)
{
    if (perSecond <= 0)
        return true;
    if (m_allowance < 0)
        m_allowance = burst;
    const std::chrono::duration<double> passed = now - m_allowanceAt;
    m_allowance = std::min<double>(burst, m_allowance + passed.count() * perSecond);
    m_allowanceAt = now;
    if (m_allowance < 1)
        return false;
    m_allowance -= 1;
    return true;
}

void Participant::finish(const QByteArray &reason)
{
    m_seat.release();
    if (m_link)
        std::exchange(m_link, nullptr)->finish(reason);
}

} // namespace ct::server::session
