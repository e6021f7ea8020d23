// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demosessions.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

using protocol::admin::LiveParticipant;
using protocol::admin::LiveSession;

constexpr int atFirst = 8;
constexpr int fewest = 4;
constexpr int most = 14;
constexpr int mostInOne = 7;
constexpr int idLength = 12;

const QStringList &names()
{
    static const QStringList all {
        u"Ada Moreno"_s,
        u"Kenji Watanabe"_s,
        u"Lena Fischer"_s,
        u"Omar Haddad"_s,
        u"Chloé Bernard"_s,
        u"Mateo Rojas"_s,
        u"Ingrid Solberg"_s,
        u"Wei Zhang"_s,
        u"Priya Raman"_s,
        u"Tomás Varga"_s,
        u"Hana Kimura"_s,
        u"Jonas Weber"_s,
        u"Amélie Fontaine"_s,
        u"Sofía Castillo"_s,
        u"Noah Okafor"_s,
        u"Mei Lin"_s};
    return all;
}

const QStringList &clients()
{
    static const QStringList all {
        u"VS Code 1.95"_s, u"Theia 1.55"_s, u"IntelliJ IDEA 2024.2"_s, u"Browser"_s};
    return all;
}

} // namespace

DemoSessions::DemoSessions(const Clock &clock, RandomSource &random)
    : m_clock(clock),
      m_random(random)
{
    while (m_sessions.size() < atFirst)
        begin();
}

int DemoSessions::below(int end)
{
    std::array<std::byte, sizeof(quint32)> bytes {};
    m_random.fill(bytes);
    quint32 number = 0;
    for (const std::byte byte : bytes)
        number = number << 8U | std::to_integer<quint32>(byte);
    return static_cast<int>(number % static_cast<quint32>(end));
}

LiveParticipant DemoSessions::somebody(bool isHost)
{
    LiveParticipant participant;
    participant.id = QString::fromLatin1(randomId(m_random, idLength));
    participant.name = names().at(below(static_cast<int>(names().size())));
    const QString first = participant.name.section(u' ', 0, 0).toLower();
    participant.email = first + u"@example.org"_s;
    participant.provider = u"oidc"_s;
    participant.host = isHost;
    participant.connected = below(12) != 0;
    participant.client = clients().at(below(static_cast<int>(clients().size())));
    participant.address
        = u"192.0.2.%1"_s.arg(QString::number(10 + below(200))); // A network for examples.
    if (participant.connected)
        participant.transport = below(8) == 0 ? u"polling"_s : u"websocket"_s;
    participant.sinceMs = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_clock.wallNow().time_since_epoch());
    return participant;
}

void DemoSessions::join(LiveSession &session)
{
    session.participants.append(somebody(session.participants.isEmpty()));
}

void DemoSessions::begin()
{
    LiveSession session;
    session.id = QString::fromLatin1(randomId(m_random, idLength));
    const int people = 1 + below(4);
    while (session.participants.size() < people)
        join(session);
    session.sinceMs = session.participants.constFirst().sinceMs;
    m_sessions.insert_or_assign(session.id, session);
    ++m_hosted;
}

void DemoSessions::step()
{
    const int size = static_cast<int>(m_sessions.size());
    const auto chosen = size > 0 ? std::next(m_sessions.begin(), below(size)) : m_sessions.end();
    const int what = below(10);
    if (size < fewest || (what == 0 && size < most))
        return begin();
    if (what == 1 && size > fewest) {
        m_sessions.erase(chosen);
        return;
    }
    QList<LiveParticipant> &people = chosen->second.participants;
    if (what < 6 && people.size() < mostInOne)
        return join(chosen->second);
    // The host stays to the session's end.
    if (people.size() > 1)
        people.removeAt(1 + below(static_cast<int>(people.size()) - 1));
}

bool DemoSessions::end(const QString &session)
{
    return m_sessions.erase(session) > 0;
}

const LiveSession *DemoSessions::find(const QString &session) const
{
    const auto found = m_sessions.find(session);
    return found == m_sessions.end() ? nullptr : &found->second;
}

bool DemoSessions::remove(const QString &session, const QString &participant)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return false;
    const auto isIt = [&participant](const LiveParticipant &one) {
        return one.id == participant;
    };
    return found->second.participants.removeIf(isIt) > 0;
}

qint64 DemoSessions::participants() const
{
    qint64 count = 0;
    for (const auto &[id, session] : m_sessions)
        count += session.participants.size();
    return count;
}

} // namespace ct::console::demo
