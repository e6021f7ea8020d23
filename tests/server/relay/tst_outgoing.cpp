// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/outgoing.h"
#include "server/relay/servermessages.h"
#include "tests/server/relay/frames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::relay;

using frames::hex;
using frames::text;

class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOnlyTheReceiversKey();
    void keepsNoKeyWhenThereIsNone();
    void keepsAllKeysOfAnAnswer();
    void sharesTheContent();
    void keepsContentToTheByte_data();
    void keepsContentToTheByte();
    void overwritesAForgedOrigin_data();
    void overwritesAForgedOrigin();
    void addsAMissingOrigin();
    void leavesTheOriginOfAnAnswer();
    void replacesTheId_data();
    void replacesTheId();
    void bringsBackTheSendersId_data() { replacesTheId_data(); }
    void bringsBackTheSendersId();
    void changesNothingElse();
    void worksWhereverAFieldStands_data();
    void worksWhereverAFieldStands();
    void outlivesTheMessage();
};

namespace {

/// What the receiver finds; fails the test that calls it by giving an empty envelope.
Envelope readAgain(const QByteArray &message)
{
    const auto envelope = scan(message);
    return envelope ? *envelope : Envelope();
}

QByteArray fieldOf(const QByteArray &message, QByteArrayView name)
{
    for (const auto &field : readAgain(message).fields) {
        if (field.name == name)
            return field.raw.sliced(text(name.toByteArray()).size()).toByteArray();
    }
    return {};
}

} // namespace

void TestOutgoing::keepsOnlyTheReceiversKey()
{
    const QByteArray message = frames::golden("broadcast");
    const auto envelope = scan(message);
    QVERIFY(envelope);
    const Rewriter rewriter(*envelope, message, QByteArrayView("HHHH"));
    for (const KeySlice &key : envelope->keys) {
        const QByteArray passed = rewriter.withKey(key.raw).joined();
        const Envelope received = readAgain(passed);
        QCOMPARE(received.keys.size(), 1);
        QCOMPARE(received.keys[0].raw, key.raw);
        QCOMPARE(received.keysArray, QByteArray("\x91").append(key.raw));
        QCOMPARE(received.content, envelope->content);
        for (const KeySlice &other : envelope->keys)
            QCOMPARE(passed.contains(other.target.toByteArray()), other.target == key.target);
    }
}

void TestOutgoing::keepsNoKeyWhenThereIsNone()
{
    const QByteArray message = frames::golden("broadcast");
    const QByteArray passed
        = Rewriter(*scan(message), message, QByteArrayView("H")).withKey({}).joined();
    QCOMPARE(readAgain(passed).keysArray, "\x90");
    const QByteArray alone = frames::golden("broadcast-alone");
    const Rewriter rewriter(*scan(alone), alone, QByteArrayView("H"));
    QCOMPARE(readAgain(rewriter.withKey({}).joined()).keysArray, "\x90");
    QCOMPARE(rewriter.withAllKeys().joined(), rewriter.withKey({}).joined());
}

void TestOutgoing::keepsAllKeysOfAnAnswer()
{
    const QByteArray message = frames::golden("broadcast");
    const auto envelope = scan(message);
    const QByteArray passed = Rewriter(*envelope, message, std::nullopt).withAllKeys().joined();
    QCOMPARE(passed, message);
    for (const QByteArray &name : {"response"_ba, "response-error"_ba, "join-rejected"_ba}) {
        const QByteArray answer = frames::golden(name);
        QCOMPARE(Rewriter(*scan(answer), answer, std::nullopt).withAllKeys().joined(), answer);
    }
}

void TestOutgoing::sharesTheContent()
{
    const QByteArray content = frames::binary(QByteArray(60'000, 'c'));
    const QByteArray message = frames::map(frames::with(frames::request(), "content", content));
    const auto envelope = scan(message);
    const Outgoing passed
        = Rewriter(*envelope, message, QByteArrayView("HHHH")).withKey(envelope->keys[0].raw);
    const QByteArrayView tail = passed.parts().back();
    QVERIFY(tail.begin() > message.constData() && tail.end() <= message.constEnd());
    QCOMPARE(tail, frames::field("content", content));
    QVERIFY(passed.ownSize() < 1000);
    QVERIFY(passed.size() - tail.size() < 1000);
    QCOMPARE(passed.joined().size(), passed.size());
}

void TestOutgoing::keepsContentToTheByte_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("bin8") << hex("c403000102");
    QTest::newRow("bin16, not minimal") << hex("c50001ff");
    QTest::newRow("bin32, not minimal") << hex("c600000001ff");
    QTest::newRow("empty") << hex("c400");
    QTest::newRow("odd numbers") << hex("94cc01cd0001cf0000000000000001cb3ff0000000000000");
    QTest::newRow("map32") << hex("df00000001a161d40000");
}

void TestOutgoing::keepsContentToTheByte()
{
    QFETCH(QByteArray, content);
    const QByteArray message = frames::map(frames::with(frames::request(), "content", content));
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    const Outgoing passed
        = Rewriter(*envelope, message, QByteArrayView("H"), encodeId("7")).withKey({});
    QVERIFY(passed.joined().endsWith(content));
    QCOMPARE(fieldOf(passed.joined(), "content"), content);
}

void TestOutgoing::overwritesAForgedOrigin_data()
{
    QTest::addColumn<QByteArray>("forged");
    QTest::newRow("somebody else") << text("VVVV");
    QTest::newRow("the server") << text("");
    QTest::newRow("nil") << hex("c0");
    QTest::newRow("undefined") << hex("d40000");
    QTest::newRow("a map") << frames::map({{"origin", text("VVVV")}});
    QTest::newRow("a number") << hex("cf0000000000000001");
}

void TestOutgoing::overwritesAForgedOrigin()
{
    QFETCH(QByteArray, forged);
    const QByteArray message = frames::map(frames::with(frames::request(), "origin", forged));
    const auto envelope = scan(message);
    const QByteArray passed
        = Rewriter(*envelope, message, QByteArrayView("HHHH")).withKey({}).joined();
    QCOMPARE(fieldOf(passed, "origin"), text("HHHH"));
    QCOMPARE(readAgain(passed).fields.size(), envelope->fields.size());
    QVERIFY(!passed.contains("VVVV"));
}

void TestOutgoing::addsAMissingOrigin()
{
    const QByteArray message = frames::map(frames::without(frames::request(), "origin"));
    const auto envelope = scan(message);
    const QByteArray passed
        = Rewriter(*envelope, message, QByteArrayView("HHHH")).withKey({}).joined();
    QCOMPARE(fieldOf(passed, "origin"), text("HHHH"));
    QCOMPARE(readAgain(passed).fields.size(), envelope->fields.size() + 1);
}

void TestOutgoing::leavesTheOriginOfAnAnswer()
{
    const frames::Fields answer = frames::with(frames::request(), "kind", text("response"));
    const QByteArray with = frames::map(answer);
    QCOMPARE(
        fieldOf(Rewriter(*scan(with), with, std::nullopt).withKey({}).joined(), "origin"),
        text("forged"));
    const QByteArray without = frames::map(frames::without(answer, "origin"));
    QCOMPARE(
        fieldOf(Rewriter(*scan(without), without, std::nullopt).withKey({}).joined(), "origin"),
        "");
}

void TestOutgoing::replacesTheId_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("1") << "request"_ba << hex("01");
    QTest::newRow("1000") << "request-uint16"_ba << hex("cd03e8");
    QTest::newRow("4e9") << "request-uint32"_ba << hex("ceee6b2800");
    QTest::newRow("2^40 + 1") << "request-float64"_ba << hex("cb4270000000001000");
    QTest::newRow("-5") << "request-negative"_ba << hex("fb");
    QTest::newRow("text") << "request-text"_ba << text("abc-1");
}

void TestOutgoing::replacesTheId()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, id);
    const QByteArray message = frames::golden(frame);
    const auto envelope = scan(message);
    QVERIFY(envelope);
    QCOMPARE(envelope->id, id);
    const QByteArray passed
        = Rewriter(*envelope, message, QByteArrayView("HHHH"), encodeId("own-1"))
              .withKey(envelope->keys[0].raw)
              .joined();
    const Envelope received = readAgain(passed);
    QCOMPARE(received.id, text("own-1"));
    QCOMPARE(received.target, envelope->target);
    QCOMPARE(received.fields.size(), envelope->fields.size());
}

void TestOutgoing::bringsBackTheSendersId()
{
    QFETCH(QByteArray, id);
    const QByteArray answer = frames::golden("response");
    const QByteArray passed
        = Rewriter(*scan(answer), answer, std::nullopt, id).withAllKeys().joined();
    QCOMPARE(readAgain(passed).id, id);
    QCOMPARE(fieldOf(passed, "content"), fieldOf(answer, "content"));
}

void TestOutgoing::changesNothingElse()
{
    const QByteArray keys = frames::list({frames::key("AAAA"), frames::key("BBBB")});
    const QByteArray meta = frames::map(
        {{"before", hex("cd0001")},
         {"encryption", frames::map({{"a", hex("c2")}, {"keys", keys}, {"z", hex("d90131")}})},
         {"compression", frames::map({{"algorithm", text("gzip")}, {"level", hex("cc09")}})}});
    const frames::Fields fields = frames::with(
        frames::with(frames::request(), "metadata", meta),
        "x-new",
        frames::map({{"y", hex("cf0000000000000002")}}));
    const QByteArray message = frames::map(fields);
    const auto envelope = scan(message);
    QVERIFY(envelope);
    const QByteArray passed
        = Rewriter(*envelope, message, QByteArrayView("H")).withKey(envelope->keys[1].raw).joined();

    frames::Fields expected = frames::with(fields, "origin", text("H"));
    QByteArray newMeta = meta;
    newMeta.replace(keys, QByteArray("\x91").append(frames::key("BBBB")));
    expected = frames::with(expected, "metadata", newMeta);
    expected
        = frames::with(frames::without(expected, "content"), "content", frames::binary("secret"));
    QCOMPARE(passed, frames::map(expected));
}

void TestOutgoing::worksWhereverAFieldStands_data()
{
    QTest::addColumn<QByteArray>("first");
    for (const auto &[name, value] : frames::request())
        QTest::newRow(name.constData()) << name;
}

void TestOutgoing::worksWhereverAFieldStands()
{
    QFETCH(QByteArray, first);
    const QByteArray message = frames::map(frames::startingWith(frames::request(), first));
    const auto envelope = scan(message);
    const QByteArray passed = Rewriter(*envelope, message, QByteArrayView("H"), hex("02"))
                                  .withKey(envelope->keys[0].raw)
                                  .joined();
    const Envelope received = readAgain(passed);
    QCOMPARE(received.fields.size(), envelope->fields.size());
    QCOMPARE(received.fields.last().name, "content");
    QCOMPARE(received.kind, MessageKind::Request);
    QCOMPARE(received.id, hex("02"));
    QCOMPARE(received.target, "AAAA");
    QCOMPARE(fieldOf(passed, "origin"), text("H"));
    QCOMPARE(received.keys[0].raw, frames::key("AAAA"));
    QCOMPARE(received.content, frames::binary("secret"));
}

void TestOutgoing::outlivesTheMessage()
{
    const QByteArray expected = frames::golden("response");
    Outgoing passed;
    {
        QByteArray message = expected;
        message.detach();
        passed = Rewriter(*scan(message), message, std::nullopt).withAllKeys();
        message.clear();
    }
    QCOMPARE(passed.joined(), expected);
    QCOMPARE(Outgoing().joined(), QByteArray());
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
