// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/envelope.h"
#include "tests/server/relay/frames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::relay;

class TestRefusedMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void needsEveryPart_data();
    void needsEveryPart();
    void holdsTheLimits();
    void refusesHugeCountsAtOnce_data();
    void refusesHugeCountsAtOnce();
    void tellsNothingOfTheMessageInAFault();
};

using frames::hex;
using frames::text;

void TestRefusedMessages::refuses_data()
{
    QTest::addColumn<QByteArray>("message");
    const frames::Fields good = frames::request();
    const QByteArray whole = frames::map(good);
    const auto field = [&good](const QByteArray &name, const QByteArray &value) {
        return frames::map(frames::with(good, name, value));
    };
    const auto keys = [&field](const QByteArray &value) {
        return field("metadata", frames::map({{"encryption", frames::map({{"keys", value}})}}));
    };
    const auto named = [&whole](const QByteArray &name) -> QByteArray {
        return QByteArray(whole).replace(0, 3, hex("de0008")) + name + hex("01");
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an array") << frames::list({whole});
    QTest::newRow("a string") << text("broadcast");
    QTest::newRow("nil") << hex("c0");
    QTest::newRow("the byte that is no MessagePack") << field("x", hex("c1"));
    QTest::newRow("a byte after the end") << QByteArray(whole + '\0');
    QTest::newRow("a message after the end") << QByteArray(whole + whole);
    QTest::newRow("a byte missing") << whole.chopped(1);
    QTest::newRow("a number as a name") << named(hex("05"));
    QTest::newRow("binary as a name") << named(hex("c40161"));
    QTest::newRow("nil as a name") << named(hex("c0"));
    QTest::newRow("an array as a name") << named(hex("91a161"));
    QTest::newRow("an empty map as a name") << named(hex("80"));
    // Clients with a lenient decoder would read `origin` behind the one that we have set.
    QTest::newRow("an overlong name") << named(hex("a7c1af726967696e"));
    QTest::newRow("a name that is no UTF-8") << named(hex("a2ffff"));
    QTest::newRow("a name twice") << named(text("origin"));
    QTest::newRow("an unknown name twice")
        << frames::map(good + frames::Fields {{"x", hex("01")}, {"x", hex("01")}});
    QTest::newRow("a name twice, encoded differently") << named(hex("d9066f726967696e"));
    QTest::newRow("unknown kind") << field("kind", text("error"));
    QTest::newRow("kind of another type") << field("kind", frames::binary("request"));
    QTest::newRow("version of another type") << field("version", hex("03"));
    QTest::newRow("id that is a map") << field("id", frames::map({}));
    QTest::newRow("id that is binary") << field("id", frames::binary("1"));
    QTest::newRow("id that is a date") << field("id", hex("d6ff00000000"));
    QTest::newRow("id that is true") << field("id", hex("c3"));
    QTest::newRow("target that is a number") << field("target", hex("01"));
    QTest::newRow("target that is an array") << field("target", frames::list({text("AAAA")}));
    QTest::newRow("metadata that is an array") << field("metadata", frames::list({}));
    QTest::newRow("metadata without encryption") << field("metadata", frames::map({}));
    QTest::newRow("encryption without keys")
        << field("metadata", frames::map({{"encryption", frames::map({})}}));
    QTest::newRow("encryption that is nil")
        << field("metadata", frames::map({{"encryption", hex("c0")}}));
    QTest::newRow("encryption twice") << field(
        "metadata",
        frames::map(
            {{"encryption", frames::map({{"keys", frames::list({})}})},
             {"encryption", frames::map({})}}));
    QTest::newRow("keys twice") << field(
        "metadata",
        frames::map(
            {{"encryption",
              frames::map({{"keys", frames::list({})}, {"keys", frames::list({})}})}}));
    QTest::newRow("keys that are a map") << keys(frames::map({}));
    QTest::newRow("keys that are nil") << keys(hex("c0"));
    QTest::newRow("a key that is a string") << keys(frames::list({text("AAAA")}));
    QTest::newRow("a key that is an array") << keys(frames::list({frames::list({text("target")})}));
    QTest::newRow("a key without target")
        << keys(frames::list({frames::key("AAAA"), frames::map({})}));
    QTest::newRow("a key with nil for a target")
        << keys(frames::list({frames::map({{"target", hex("c0")}})}));
    QTest::newRow("a key with two targets")
        << keys(frames::list({frames::map({{"target", text("a")}, {"target", text("b")}})}));
    // What makes the clients' decoder read the next value as a part of this one.
    QTest::newRow("record definition") << field("x", hex("d47240"));
    QTest::newRow("structured clone") << field("x", hex("d66900000001"));
    QTest::newRow("bundled strings") << field("x", hex("d66200000010"));
    QTest::newRow("a set, as ext8") << field("x", hex("c70073"));
    QTest::newRow("an ext16") << field("x", hex("c8000101ff"));
    QTest::newRow("an ext within content") << field("content", frames::map({{"a", hex("d47240")}}));
}

void TestRefusedMessages::refuses()
{
    QFETCH(QByteArray, message);
    const auto envelope = scan(message);
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().code, ct::ErrorCode::InvalidInput);
    QVERIFY(!envelope.error().message.isEmpty());
}

void TestRefusedMessages::needsEveryPart_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("needsId");
    QTest::newRow("request") << "request"_ba << true;
    QTest::newRow("response") << "response"_ba << true;
    QTest::newRow("response-error") << "response-error"_ba << true;
    QTest::newRow("notification") << "notification"_ba << false;
    QTest::newRow("broadcast") << "broadcast"_ba << false;
}

void TestRefusedMessages::needsEveryPart()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, needsId);
    const frames::Fields fields = frames::with(frames::request(), "kind", text(kind));
    QVERIFY(scan(frames::map(fields)));
    for (const QByteArray &name : {"kind"_ba, "version"_ba, "content"_ba, "metadata"_ba}) {
        const auto envelope = scan(frames::map(frames::without(fields, name)));
        QVERIFY(!envelope);
        QVERIFY(envelope.error().message.startsWith(QLatin1StringView(name)));
    }
    QCOMPARE(bool(scan(frames::map(frames::without(fields, "id")))), !needsId);
    QVERIFY(scan(frames::map(frames::without(frames::without(fields, "origin"), "target"))));
}

void TestRefusedMessages::holdsTheLimits()
{
    const auto nested = [](int depth) {
        return frames::map(
            frames::with(frames::request(), "x", QByteArray(depth, '\x91') + hex("c0")));
    };
    QVERIFY(scan(nested(63)));
    QCOMPARE(scan(nested(64)).error().code, ct::ErrorCode::TooLarge);
    QCOMPARE(scan(nested(1'000'000)).error().code, ct::ErrorCode::TooLarge);

    const auto keyed = [](int keys) {
        const QList<QByteArray> all(keys, frames::map({{"target", text("AAAA")}}));
        return frames::map(frames::with(frames::request(), "metadata", frames::metadata(all)));
    };
    QCOMPARE(scan(keyed(1024))->keys.size(), 1024);
    QCOMPARE(scan(keyed(1025)).error().code, ct::ErrorCode::TooMany);
    QCOMPARE(scan(keyed(3), {.keys = 2}).error().code, ct::ErrorCode::TooMany);

    const auto fielded = [](int fields) {
        frames::Fields all = frames::request();
        while (all.size() < fields)
            all.append({QByteArray::number(all.size()), hex("01")});
        return frames::map(all);
    };
    QCOMPARE(scan(fielded(64))->fields.size(), 64);
    QCOMPARE(scan(fielded(65)).error().code, ct::ErrorCode::TooMany);
    QVERIFY(scan(fielded(65), {.fields = 65}));

    const auto identified = [](qsizetype size) {
        return frames::map(frames::with(frames::request(), "id", text(QByteArray(size, 'i'))));
    };
    QVERIFY(scan(identified(1024 - 5)));
    QCOMPARE(scan(identified(1024 - 4)).error().code, ct::ErrorCode::TooLarge);

    const auto padded = [](const QByteArray &name, qsizetype size) {
        return frames::map(frames::with(frames::request(), name, text(QByteArray(size, 'x'))));
    };
    QVERIFY(scan(padded("x", 64000)));
    QCOMPARE(scan(padded("x", 65536)).error().code, ct::ErrorCode::TooLarge);
    QVERIFY(scan(padded("content", 8'000'000)));
}

void TestRefusedMessages::refusesHugeCountsAtOnce_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("array32") << hex("ddffffffff");
    QTest::newRow("map32") << hex("dfffffffff");
    QTest::newRow("map32 of half as many") << hex("df80000000");
    QTest::newRow("array16") << hex("dcffff");
    QTest::newRow("map16") << hex("deffff");
    QTest::newRow("str32") << hex("dbffffffff");
    QTest::newRow("bin32") << hex("c6ffffffff");
    QTest::newRow("ext32") << hex("c9ffffffff00");
    QTest::newRow("str16") << hex("daffff");
    QTest::newRow("nested") << hex("91ddffffffff");
}

void TestRefusedMessages::refusesHugeCountsAtOnce()
{
    QFETCH(QByteArray, value);
    for (const QByteArray &name : {"x"_ba, "content"_ba, "metadata"_ba, "id"_ba}) {
        frames::Fields fields = frames::without(frames::request(), name);
        fields.append({name, value});
        QCOMPARE(scan(frames::map(fields)).error().code, ct::ErrorCode::InvalidInput);
        fields.move(fields.size() - 1, 0);
        QCOMPARE(scan(frames::map(fields)).error().code, ct::ErrorCode::InvalidInput);
    }
    QVERIFY(!scan(value));
    const QByteArray keys = frames::map({{"encryption", frames::map({{"keys", value}})}});
    QVERIFY(!scan(frames::map(frames::with(frames::request(), "metadata", keys))));
}

void TestRefusedMessages::tellsNothingOfTheMessageInAFault()
{
    const QByteArray secret = "swordfish";
    for (const auto &[name, value] : frames::request()) {
        for (const QByteArray &spoilt : {text(secret), frames::map({{secret, text(secret)}})}) {
            const QByteArray message
                = frames::map(frames::with(frames::request(), name, spoilt)) + secret;
            const auto envelope = scan(message);
            QVERIFY(!envelope);
            QVERIFY(!envelope.error().message.contains(QLatin1StringView(secret)));
        }
    }
}

QTEST_GUILESS_MAIN(TestRefusedMessages)
#include "tst_refusedmessages.moc"
