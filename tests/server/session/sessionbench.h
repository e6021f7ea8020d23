// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/roomquota.h"
#include "server/session/sessiondirectory.h"
#include "tests/server/relay/frames.h"
#include "tests/server/session/fakelink.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

#include <memory>
#include <vector>

namespace ct::test {

/// A directory with everything it needs, and a room with its host.
class SessionBench
{
public:
    explicit SessionBench(server::session::SessionConfig given = {})
        : config(given),
          memory(config.replayTotal),
          budget(memory),
          quota(config.rooms, config.roomsPerUser),
          directory(
              std::make_unique<server::session::SessionDirectory>(server::session::SessionContext {
                  config,
                  clock,
                  random,
                  events,
                  budget,
                  quota,
                  counts,
                  seats,
                  bans,
                  [this](const QString &key, const QString &) {
                      warnings.append(key);
                  }}))
    { }

    server::auth::RoomClaims claims(const QByteArray &participant, bool host) const
    {
        server::auth::RoomClaims made;
        made.room = "ROOM";
        made.instance = "INSTANCE";
        made.participant = participant;
        made.user
            = {QString::fromLatin1(participant),
               QString::fromLatin1(participant),
               {},
               QStringLiteral("Test")};
        made.host = host;
        made.login = "login of " + participant;
        return made;
    }
    static server::session::ClientDetails details(const QByteArray &key = "KEY")
    {
        server::session::ClientDetails made;
        made.publicKey = key;
        made.compression = {"gzip"};
        made.address = QStringLiteral("192.0.2.1");
        return made;
    }
    ct::Result<server::session::Participant *> connect(
        const server::auth::RoomClaims &who,
        FakeLink &link,
        std::optional<server::session::Resume> resume = {})
    {
        auto seated = directory->connect(who, details(), resume, link);
        if (seated)
            link.sit(*seated);
        return seated;
    }
    /// Reserves the room and seats its host.
    void open(FakeLink &link)
    {
        if (quota.take(QStringLiteral("HOST")))
            directory->reserve(claims("HOST", true));
        (void)connect(claims("HOST", true), link);
    }
    /// Has a guest asked for, accepted and seated; gives the claims that let it in.
    server::auth::RoomClaims admit(FakeLink &host, FakeLink &link);
    /// Answers the host's newest join request.
    void answerJoin(FakeLink &host, const QByteArray &goldenName);

    server::session::SessionConfig config;
    FakeClock clock;
    CountingRandom random;
    FakeEvents events;
    server::session::MemoryBudget memory;
    server::session::BudgetShare budget;
    server::session::RoomQuota quota;
    server::session::RelayCounts counts;
    server::session::BanList bans;
    server::session::SeatCounter seats;
    QStringList warnings;
    std::unique_ptr<server::session::SessionDirectory> directory;
};

/// The raw id of a message that scans; empty otherwise.
inline QByteArray idOf(const QByteArray &message)
{
    const auto envelope = server::relay::scan(message);
    return envelope ? envelope->id.toByteArray() : QByteArray();
}

inline void SessionBench::answerJoin(FakeLink &host, const QByteArray &goldenName)
{
    const QList<QByteArray> asked = host.take();
    const QByteArray answer = frames::golden(goldenName);
    const auto envelope = server::relay::scan(answer);
    if (asked.isEmpty() || !envelope)
        return;
    const server::relay::Rewriter rewriter(*envelope, answer, std::nullopt, idOf(asked.last()));
    host.send(rewriter.withAllKeys().joined());
}

inline server::auth::RoomClaims SessionBench::admit(FakeLink &host, FakeLink &link)
{
    server::session::JoinDecision decided;
    (void)directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; });
    answerJoin(host, "join-accepted");
    const auto who = claims(decided.participant, false);
    (void)connect(who, link);
    return who;
}

} // namespace ct::test
