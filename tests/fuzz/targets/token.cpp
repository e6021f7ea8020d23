// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A token. The first byte says how the rest is meant: as a token; as changes to a good one; or as
// what a good one would say.
#include "server/auth/jws.h"
#include "server/auth/tokenservice.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"
#include "tests/support/countingrandom.h"
#include "tests/support/fakeclock.h"

using namespace Qt::StringLiterals;

namespace ct::fuzz {

namespace {

using namespace server::auth;

const SigningKey signingKey {"k1"_ba, "0123456789abcdef0123456789abcdef"_ba};
const SigningKey formerKey {"k0"_ba, "fedcba9876543210fedcba9876543210"_ba};

struct Service {
    test::FakeClock clock;
    test::CountingRandom random;
    TokenService tokens {{signingKey, formerKey}, {}, clock, random};
    QByteArray login
        = tokens.issueLogin({u"u1"_s, u"Ann"_s, u"ann@example.org"_s, u"Unverified"_s});
    QByteArray room = tokens.issueRoom(
        {"Room", "Instance", "Participant", {u"u1"_s, u"Ann"_s, {}, u"Unverified"_s}, true, {}, 0});
};

Service &service()
{
    static Service one;
    return one;
}

const JwsKey &key()
{
    static const JwsKey one(signingKey);
    return one;
}

/// A token that is good is one that the key would make, letter by letter.
void checkToken(QByteArrayView token)
{
    if (const auto payload = key().verify(token))
        check(QByteArrayView(key().sign(*payload)) == token, "only what was signed is good");
    const Service &ours = service();
    const bool isLogin = ours.tokens.verifyLogin(token).has_value();
    const bool isRoom = ours.tokens.verifyRoom(token).has_value();
    check(!(isLogin && isRoom), "a token is for one thing");
    check(!isLogin || token == ours.login, "only the login token logs in");
    check(!isRoom || token == ours.room, "only the room token opens the room");
}

/// Three bytes for each change: where (two), and what is put there. The first half of the places
/// is counted from the beginning, the other from the end.
QByteArray changed(QByteArray token, QByteArrayView changes)
{
    for (; changes.size() >= 3; changes = changes.sliced(3)) {
        const auto at
            = static_cast<unsigned char>(changes[0]) * 256 + static_cast<unsigned char>(changes[1]);
        const qsizetype from = at % (token.size() + 1);
        const qsizetype place = at < 32768 ? from : token.size() - from;
        if (place == token.size())
            token.append(changes[2]);
        else if (changes[2] == '\x7f')
            token.remove(place, 1);
        else
            token[place] = changes[2];
    }
    return token;
}

/// Whatever was signed with our key and can be read keeps to the times.
void checkClaims(QByteArrayView claims)
{
    const Service &ours = service();
    const QByteArray token = key().sign(claims.toByteArray());
    check(claims.isEmpty() || key().verify(token) == claims, "what is signed is read again");
    const auto login = ours.tokens.verifyLogin(token);
    const auto room = ours.tokens.verifyRoom(token);
    check(!(login && room), "claims are for one thing");
    const qint64 now = sinceEpoch(ours.clock.wallNow()).count();
    check(!login || login->expires + 60 > now, "a login token is not over");
    check(!room || room->expires + 60 > now, "a room token is not over");
}

} // namespace

void token(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const QByteArrayView rest = input.sliced(1);
    switch (input.front()) {
    case 'l':
        checkToken(changed(service().login, rest));
        break;
    case 'r':
        checkToken(changed(service().room, rest));
        break;
    case 'c':
        checkClaims(rest);
        break;
    default:
        checkToken(rest);
    }
}

} // namespace ct::fuzz
