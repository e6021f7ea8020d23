// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/session/sessionbench.h"

#include <QTest>

using namespace ct;
using namespace ct::server::session;
using namespace ct::test;
using namespace std::chrono_literals;

namespace {

/// A host and two guests, all told of each other.
class Trio
{
public:
    explicit Trio(SessionConfig config = {}) : bench(config)
    {
        bench.open(host);
        bench.admit(host, ann);
        bench.admit(host, bob);
        host.take();
        ann.take();
        bob.take();
    }
    static QByteArray idOfLink(const FakeLink &link) { return link.participant->id(); }

    SessionBench bench;
    FakeLink host;
    FakeLink ann;
    FakeLink bob;
};

QByteArray broadcastTo(
    const QList<QByteArray> &targets, const QByteArray &content = frames::binary("secret"))
{
    QList<QByteArray> keys;
    for (const QByteArray &target : targets)
        keys.append(frames::key(target));
    return frames::map(
        {{"version", frames::text("0.3.1")},
         {"metadata", frames::metadata(keys)},
         {"origin", frames::text("forged")},
         {"kind", frames::text("broadcast")},
         {"content", content}});
}

QByteArray requestTo(const QByteArray &target, const QByteArray &rawId = frames::hex("07"))
{
    auto fields = frames::with(frames::request(), "target", frames::text(target));
    fields = frames::with(fields, "id", rawId);
    return frames::map(frames::with(fields, "metadata", frames::metadata({frames::key(target)})));
}

QByteArray answerTo(
    const QByteArray &rawId,
    const QByteArray &target,
    const QByteArray &content = frames::binary("yes"))
{
    return frames::map(
        {{"kind", frames::text("response")},
         {"version", frames::text("0.3.1")},
         {"id", rawId},
         {"metadata", frames::metadata({frames::key(target)})},
         {"content", content}});
}

QByteArray kindOf(const QByteArray &message)
{
    const auto envelope = server::relay::scan(message);
    return envelope ? server::relay::kindName(envelope->kind).toByteArray()
                    : QByteArray("unreadable");
}

} // namespace

class TestMessageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void broadcastReachesThoseWithAKeyAndOnlyTheirKey();
    void originIsAlwaysTheSenders();
    void doubledKeysDeliverOnce();
    void unencryptedBroadcastIsNotRelayed();
    void answerComesBackUnderTheAskersId_data();
    void answerComesBackUnderTheAskersId();
    void r16_onlyTheOneAskedMayAnswer();
    void answerWithoutTheAskersKeyIsAnErrorAtOnce();
    void weakness12_unencryptedRequestIsAnsweredWithAnError();
    void weakness12_unencryptedResponseIsNotRelayed();
    void weakness13_requestFailsAtOnceWhenItsTargetLeaves();
    void requestToNobodyFailsAtOnce();
    void unansweredRequestFailsInTime();
    void tooManyRequestsAreRefused();
    void r3_anythingThatIsNoMessageIsIgnored_data();
    void r3_anythingThatIsNoMessageIsIgnored();
    void otherVersionsAreIgnored();
    void oversizedRequestIsAnsweredWithAnError();
    void f40_nobodyButTheHostDecidesAboutJoins();
};

void TestMessageRules::broadcastReachesThoseWithAKeyAndOnlyTheirKey()
{
    Trio trio;
    const QByteArray ann = Trio::idOfLink(trio.ann);
    const QByteArray bob = Trio::idOfLink(trio.bob);
    trio.host.send(broadcastTo({ann, bob}));
    for (FakeLink *link : {&trio.ann, &trio.bob}) {
        const auto got = link->take();
        QCOMPARE(got.size(), 1);
        const auto envelope = server::relay::scan(got[0]);
        QVERIFY(envelope);
        QCOMPARE(envelope->keys.size(), 1);
        QCOMPARE(envelope->keys[0].target, Trio::idOfLink(*link));
    }
    trio.host.send(broadcastTo({ann}));
    QCOMPARE(trio.ann.take().size(), 1);
    QCOMPARE(trio.bob.take().size(), 0);
    QCOMPARE(trio.host.take().size(), 0);
}

void TestMessageRules::originIsAlwaysTheSenders()
{
    Trio trio;
    trio.ann.send(broadcastTo({Trio::idOfLink(trio.bob)}));
    const auto got = trio.bob.take();
    QCOMPARE(got.size(), 1);
    QVERIFY(!got[0].contains("forged"));
    QVERIFY(got[0].contains(Trio::idOfLink(trio.ann)));
}

void TestMessageRules::doubledKeysDeliverOnce()
{
    Trio trio;
    const QByteArray bob = Trio::idOfLink(trio.bob);
    trio.ann.send(broadcastTo({bob, bob, bob}));
    QCOMPARE(trio.bob.take().size(), 1);
    // Keys may outnumber the seats: those of participants that have just left come along.
    trio.ann.send(broadcastTo({"GONE", "LEFT", bob, bob, "AWAY"}));
    QCOMPARE(trio.bob.take().size(), 1);
}

void TestMessageRules::unencryptedBroadcastIsNotRelayed()
{
    Trio trio;
    trio.ann.send(broadcastTo(
        {Trio::idOfLink(trio.bob)}, frames::map({{"method", frames::text("chat/message")}})));
    QCOMPARE(trio.bob.take().size(), 0);
    QVERIFY(trio.bench.warnings.contains(QStringLiteral("unencrypted")));
}

void TestMessageRules::answerComesBackUnderTheAskersId_data()
{
    QTest::addColumn<QByteArray>("rawId");
    QTest::newRow("small integer") << frames::hex("07");
    QTest::newRow("uint32") << frames::hex("ce00000007");
    QTest::newRow("float64") << frames::hex("cb4200000000000000");
    QTest::newRow("string") << frames::text("own-id");
}

void TestMessageRules::answerComesBackUnderTheAskersId()
{
    QFETCH(QByteArray, rawId);
    Trio trio;
    trio.ann.send(requestTo(Trio::idOfLink(trio.host), rawId));
    const auto asked = trio.host.take();
    QCOMPARE(asked.size(), 1);
    QVERIFY(idOf(asked[0]) != rawId);
    trio.host.send(answerTo(idOf(asked[0]), Trio::idOfLink(trio.ann)));
    const auto answered = trio.ann.take();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(idOf(answered[0]), rawId);
    QCOMPARE(kindOf(answered[0]), "response");
}

void TestMessageRules::r16_onlyTheOneAskedMayAnswer()
{
    Trio trio;
    trio.ann.send(requestTo(Trio::idOfLink(trio.host)));
    const QByteArray id = idOf(trio.host.take().value(0));
    trio.bob.send(answerTo(id, Trio::idOfLink(trio.ann)));
    QCOMPARE(trio.ann.take().size(), 0);
    trio.host.send(answerTo(id, Trio::idOfLink(trio.ann)));
    QCOMPARE(trio.ann.take().size(), 1);
}

void TestMessageRules::answerWithoutTheAskersKeyIsAnErrorAtOnce()
{
    Trio trio;
    for (const QByteArray &wrong : {Trio::idOfLink(trio.bob), QByteArray("nobody")}) {
        trio.ann.send(requestTo(Trio::idOfLink(trio.host)));
        trio.host.send(answerTo(idOf(trio.host.take().value(0)), wrong));
        const auto answered = trio.ann.take();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(kindOf(answered[0]), "response-error");
        QCOMPARE(idOf(answered[0]), frames::hex("07"));
        QVERIFY(!answered[0].contains("yes"));
    }
}

void TestMessageRules::weakness12_unencryptedRequestIsAnsweredWithAnError()
{
    Trio trio;
    auto fields
        = frames::with(frames::request(), "target", frames::text(Trio::idOfLink(trio.host)));
    fields = frames::with(
        fields, "content", frames::map({{"method", frames::text("fileSystem/stat")}}));
    trio.ann.send(frames::map(fields));
    QCOMPARE(trio.host.take().size(), 0);
    const auto answered = trio.ann.take();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(kindOf(answered[0]), "response-error");
    QCOMPARE(idOf(answered[0]), frames::hex("07"));
}

void TestMessageRules::weakness12_unencryptedResponseIsNotRelayed()
{
    Trio trio;
    trio.ann.send(requestTo(Trio::idOfLink(trio.host)));
    const QByteArray id = idOf(trio.host.take().value(0));
    trio.host.send(
        answerTo(id, Trio::idOfLink(trio.ann), frames::map({{"response", frames::text("plain")}})));
    const auto answered = trio.ann.take();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(kindOf(answered[0]), "response-error");
    QVERIFY(!answered[0].contains("plain"));
}

void TestMessageRules::weakness13_requestFailsAtOnceWhenItsTargetLeaves()
{
    Trio trio;
    trio.ann.send(requestTo(Trio::idOfLink(trio.bob)));
    trio.bob.sayGoodbye();
    const auto got = trio.ann.take();
    QCOMPARE(got.size(), 2);
    QCOMPARE(kindOf(got[0]), "response-error");
    QVERIFY(got[1].contains("room/left"));
}

void TestMessageRules::requestToNobodyFailsAtOnce()
{
    Trio trio;
    trio.ann.send(requestTo("NOBODY"));
    trio.ann.send(requestTo(Trio::idOfLink(trio.ann)));
    const auto got = trio.ann.take();
    QCOMPARE(got.size(), 2);
    QCOMPARE(kindOf(got[0]), "response-error");
    QCOMPARE(kindOf(got[1]), "response-error");
}

void TestMessageRules::unansweredRequestFailsInTime()
{
    Trio trio;
    trio.ann.send(requestTo(Trio::idOfLink(trio.host)));
    const QByteArray id = idOf(trio.host.take().value(0));
    trio.bench.clock.advance(trio.bench.config.requestTimeout - 1s);
    trio.bench.directory->tick();
    QCOMPARE(trio.ann.take().size(), 0);
    trio.bench.clock.advance(1s);
    trio.bench.directory->tick();
    QCOMPARE(kindOf(trio.ann.take().value(0)), "response-error");
    trio.host.send(answerTo(id, Trio::idOfLink(trio.ann)));
    QCOMPARE(trio.ann.take().size(), 0);
}

void TestMessageRules::tooManyRequestsAreRefused()
{
    SessionConfig config;
    config.requestsPerParticipant = 2;
    Trio trio(config);
    for (int at = 0; at < 3; ++at)
        trio.ann.send(requestTo(Trio::idOfLink(trio.host)));
    QCOMPARE(trio.host.take().size(), 2);
    QCOMPARE(kindOf(trio.ann.take().value(0)), "response-error");
}

void TestMessageRules::r3_anythingThatIsNoMessageIsIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a length") << frames::hex("81a66c656e677468ce11e1a300");
    QTest::newRow("an array of 4 G") << frames::hex("ddffffffff");
    QTest::newRow("a map of 4 G") << frames::hex("dfffffffff");
    QTest::newRow("deep") << QByteArray(10'000, '\x91');
    QTest::newRow("nil") << frames::hex("c0");
}

void TestMessageRules::r3_anythingThatIsNoMessageIsIgnored()
{
    QFETCH(QByteArray, bytes);
    Trio trio;
    trio.ann.send(bytes);
    QCOMPARE(trio.bob.take().size() + trio.host.take().size() + trio.ann.take().size(), 0);
    trio.ann.send(broadcastTo({Trio::idOfLink(trio.bob)}));
    QCOMPARE(trio.bob.take().size(), 1);
}

void TestMessageRules::otherVersionsAreIgnored()
{
    Trio trio;
    QByteArray message = broadcastTo({Trio::idOfLink(trio.bob)});
    message.replace("0.3.1", "0.4.0");
    trio.ann.send(message);
    QCOMPARE(trio.bob.take().size(), 0);
}

void TestMessageRules::oversizedRequestIsAnsweredWithAnError()
{
    Trio trio;
    const QByteArray whole = requestTo(Trio::idOfLink(trio.host));
    auto &events = trio.ann.participant->events();
    events.receivedOversized(*trio.ann.participant, whole.first(whole.size() - 3), 9'000'000);
    QCOMPARE(kindOf(trio.ann.take().value(0)), "response-error");
    QCOMPARE(trio.host.take().size(), 0);
    trio.ann.send(broadcastTo({Trio::idOfLink(trio.bob)}));
    QCOMPARE(trio.bob.take().size(), 1);
}

void TestMessageRules::f40_nobodyButTheHostDecidesAboutJoins()
{
    Trio trio;
    std::optional<JoinDecision> decided;
    QVERIFY(trio.bench.directory->askToJoin(
        "ROOM", {}, [&decided](const auto &decision) { decided = decision; }));
    const QByteArray id = idOf(trio.host.take().value(0));
    const QByteArray golden = frames::golden("join-accepted");
    const auto envelope = server::relay::scan(golden);
    QVERIFY(envelope);
    const QByteArray forged
        = server::relay::Rewriter(*envelope, golden, std::nullopt, id).withAllKeys().joined();
    trio.ann.send(forged);
    QVERIFY(!decided);
    trio.host.send(forged);
    QVERIFY(decided);
    QCOMPARE(decided->outcome, JoinDecision::Outcome::Accepted);
}

QTEST_GUILESS_MAIN(TestMessageRules)
#include "tst_messagerules.moc"
