// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/envelope.h"
#include "tests/server/relay/frames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::relay;

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheClientsFrames_data();
    void readsTheClientsFrames();
    void findsEveryKeyOfABroadcast();
    void listsTheFieldsInTheirOrder();
    void keepsIdsInTheirOwnEncoding_data();
    void keepsIdsInTheirOwnEncoding();
    void takesNothingInEveryForm_data();
    void takesNothingInEveryForm();
    void readsEveryEncodingOfTheSame_data();
    void readsEveryEncodingOfTheSame();
    void readsFieldsInAnyOrder_data();
    void readsFieldsInAnyOrder();
    void tellsEncryptedContent();
    void passesUnknownFields();
    void readsTheBeginningOfAMessage();
    void namesTheKinds();
};

using frames::hex;
using frames::text;

void TestEnvelope::readsTheClientsFrames_data()
{
    QTest::addColumn<MessageKind>("kind");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("keys");
    QTest::addColumn<bool>("encrypted");
    const QByteArray first = "AAAA00000000000000000000";
    QTest::newRow("broadcast") << MessageKind::Broadcast << QByteArray() << 3 << true;
    QTest::newRow("broadcast-alone") << MessageKind::Broadcast << QByteArray() << 0 << true;
    QTest::newRow("request") << MessageKind::Request << first << 1 << true;
    QTest::newRow("response") << MessageKind::Response << QByteArray() << 1 << true;
    QTest::newRow("response-error") << MessageKind::ResponseError << QByteArray() << 1 << true;
    QTest::newRow("notification") << MessageKind::Notification << first << 1 << true;
    QTest::newRow("room-leave") << MessageKind::Notification << QByteArray() << 0 << false;
    QTest::newRow("join-accepted") << MessageKind::Response << QByteArray() << 0 << false;
    QTest::newRow("join-rejected") << MessageKind::Response << QByteArray() << 0 << false;
    QTest::newRow("join-failed") << MessageKind::ResponseError << QByteArray() << 0 << false;
}

void TestEnvelope::readsTheClientsFrames()
{
    const QByteArray message = frames::golden(QTest::currentDataTag());
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QTEST(envelope->kind, "kind");
    QTEST(envelope->target.toByteArray(), "target");
    QTEST(int(envelope->keys.size()), "keys");
    QTEST(envelope->encrypted, "encrypted");
    QCOMPARE(envelope->version, "0.3.1");
    QVERIFY(message.endsWith(envelope->content.toByteArray()));
}

void TestEnvelope::findsEveryKeyOfABroadcast()
{
    const QByteArray message = frames::golden("broadcast");
    const auto envelope = scan(message);
    QVERIFY(envelope);
    QCOMPARE(envelope->keys.size(), 3);
    QCOMPARE(envelope->keys[0].target, "AAAA00000000000000000000");
    QCOMPARE(envelope->keys[1].target, "BBBB00000000000000000000");
    QCOMPARE(envelope->keys[2].target, "CCCC00000000000000000000");
    QByteArray keys("\x93");
    for (const KeySlice &key : envelope->keys)
        keys.append(key.raw);
    QCOMPARE(envelope->keysArray, keys);
    QVERIFY(envelope->metadata.toByteArray().contains(keys));
}

void TestEnvelope::listsTheFieldsInTheirOrder()
{
    const frames::Fields fields
        = frames::with(frames::request(), "x-new", frames::list({hex("c3"), text("y")}));
    const QByteArray message = frames::map(fields);
    const auto envelope = scan(message);
    QVERIFY(envelope);
    QCOMPARE(envelope->fields.size(), fields.size());
    QByteArray all = message.first(3);
    for (qsizetype at = 0; at < fields.size(); ++at) {
        QCOMPARE(envelope->fields[at].name, fields[at].first);
        QCOMPARE(envelope->fields[at].raw, frames::field(fields[at].first, fields[at].second));
        all.append(envelope->fields[at].raw);
    }
    QCOMPARE(all, message);
}

void TestEnvelope::keepsIdsInTheirOwnEncoding_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("fixint") << hex("07");
    QTest::newRow("negative fixint") << hex("fb");
    QTest::newRow("uint8") << hex("cc80");
    QTest::newRow("uint8, not minimal") << hex("cc01");
    QTest::newRow("uint16") << hex("cd0001");
    QTest::newRow("uint32") << hex("ceffffffff");
    QTest::newRow("uint64") << hex("cfffffffffffffffff");
    QTest::newRow("int8") << hex("d080");
    QTest::newRow("int16") << hex("d1ffff");
    QTest::newRow("int32") << hex("d280000000");
    QTest::newRow("int64") << hex("d38000000000000000");
    QTest::newRow("float32") << hex("ca3f800000");
    QTest::newRow("float64") << hex("cb4270000000001000");
    QTest::newRow("fixstr") << hex("a16a");
    QTest::newRow("empty") << hex("a0");
    QTest::newRow("str8") << hex("d9016a");
    QTest::newRow("empty str8") << hex("d900");
    QTest::newRow("str16") << hex("da00016a");
    QTest::newRow("str32") << hex("db000000016a");
}

void TestEnvelope::keepsIdsInTheirOwnEncoding()
{
    QFETCH(QByteArray, id);
    const QByteArray message = frames::map(frames::with(frames::request(), "id", id));
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QCOMPARE(envelope->id, id);
}

void TestEnvelope::takesNothingInEveryForm_data()
{
    QTest::addColumn<QByteArray>("nothing");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("nil") << hex("c0");
    QTest::newRow("undefined") << hex("d40000");
    QTest::newRow("undefined, ext8") << hex("c7010000");
}

void TestEnvelope::takesNothingInEveryForm()
{
    QFETCH(QByteArray, nothing);
    const auto put = [&nothing](const frames::Fields &fields, const QByteArray &name) {
        return nothing.isEmpty() ? frames::without(fields, name)
                                 : frames::with(fields, name, nothing);
    };
    frames::Fields fields = frames::with(frames::request(), "kind", text("notification"));
    for (const QByteArray &name : {"id"_ba, "target"_ba, "origin"_ba})
        fields = put(fields, name);
    const QByteArray message = frames::map(fields);
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QVERIFY(envelope->id.isEmpty());
    QVERIFY(envelope->target.isEmpty());

    QVERIFY(!scan(frames::map(put(frames::request(), "id"))));
    QVERIFY(!scan(frames::map(put(frames::request(), "kind"))));
    QVERIFY(!scan(frames::map(put(frames::request(), "content"))));
    QVERIFY(!scan(frames::map(put(frames::request(), "metadata"))));
}

void TestEnvelope::readsEveryEncodingOfTheSame_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("target as str8") << "target"_ba << hex("d90441414141");
    QTest::newRow("target as str16") << "target"_ba << hex("da000441414141");
    QTest::newRow("target as str32") << "target"_ba << hex("db0000000441414141");
    QTest::newRow("bin8 content") << "content"_ba << hex("c403010203");
    QTest::newRow("empty bin8 content") << "content"_ba << hex("c400");
    QTest::newRow("bin16 content") << "content"_ba << hex("c50003010203");
    QTest::newRow("empty bin16 content") << "content"_ba << hex("c50000");
    QTest::newRow("bin32 content") << "content"_ba << hex("c600000003010203");
    QTest::newRow("unknown fixmap") << "x"_ba << hex("81a16180");
    QTest::newRow("unknown map16") << "x"_ba << hex("de0001a161de0000");
    QTest::newRow("unknown map32") << "x"_ba << hex("df00000001a161df00000000");
    QTest::newRow("unknown map with odd names") << "x"_ba << hex("8290c00180");
    QTest::newRow("unknown array16") << "x"_ba << hex("dc0002c2c3");
    QTest::newRow("unknown array32") << "x"_ba << hex("dd00000002c2dd00000000");
    QTest::newRow("unknown date") << "x"_ba << hex("d6ff00000000");
    QTest::newRow("unknown long date") << "x"_ba << hex("c70cff000000000000000000000000");
}

void TestEnvelope::readsEveryEncodingOfTheSame()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const QByteArray message = frames::map(frames::with(frames::request(), name, value));
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QCOMPARE(envelope->target, "AAAA");
    QVERIFY(envelope->encrypted);
    const auto &fields = envelope->fields;
    QVERIFY(std::any_of(fields.begin(), fields.end(), [&](const auto &field) {
        return field.name == name && field.raw == frames::field(name, value);
    }));
}

void TestEnvelope::readsFieldsInAnyOrder_data()
{
    QTest::addColumn<QByteArray>("first");
    for (const auto &[name, value] : frames::request())
        QTest::newRow(name.constData()) << name;
}

void TestEnvelope::readsFieldsInAnyOrder()
{
    QFETCH(QByteArray, first);
    const QByteArray message = frames::map(frames::startingWith(frames::request(), first));
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QCOMPARE(envelope->fields.front().name, first);
    QCOMPARE(envelope->kind, MessageKind::Request);
    QCOMPARE(envelope->id, hex("07"));
    QCOMPARE(envelope->keys.size(), 1);
    QCOMPARE(envelope->content, frames::binary("secret"));
}

void TestEnvelope::tellsEncryptedContent()
{
    for (const QByteArray &open :
         {frames::map({}), text("secret"), frames::list({}), hex("05"), hex("c2")}) {
        const QByteArray message = frames::map(frames::with(frames::request(), "content", open));
        const auto envelope = scan(message);
        QVERIFY(envelope);
        QVERIFY(!envelope->encrypted);
        QCOMPARE(envelope->content, open);
    }
}

void TestEnvelope::passesUnknownFields()
{
    const QByteArray more = frames::map(
        {{"keys", hex("c3")},
         {"encryption", frames::map({{"keys", hex("05")}})},
         {"target", text("BBBB")}});
    const QByteArray meta = frames::map(
        {{"x", more},
         {"encryption",
          frames::map({{"target", hex("01")}, {"keys", frames::list({frames::key("AAAA")})}})},
         {"keys", more}});
    const QByteArray message = frames::map(
        frames::with(frames::with(frames::request(), "metadata", meta), "encryption", more));
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QCOMPARE(envelope->metadata, meta);
    QCOMPARE(envelope->target, "AAAA");
    QCOMPARE(envelope->keys.size(), 1);
    QCOMPARE(envelope->keys[0].raw, frames::key("AAAA"));
}

void TestEnvelope::readsTheBeginningOfAMessage()
{
    const frames::Fields fields = frames::with(frames::request(), "x", hex("ddffffffff"));
    const QByteArray message = frames::map(frames::startingWith(fields, "kind"));
    const qsizetype afterId = 3 + text("kind").size() + text("request").size()
        + text("version").size() + text("0.3.1").size() + text("id").size() + 1;
    for (qsizetype length = 0; length <= message.size(); ++length) {
        const auto cut = scanBeginning(QByteArrayView(message).first(length));
        QCOMPARE(cut.has_value(), length >= afterId);
        if (!cut)
            continue;
        QCOMPARE(cut->kind, MessageKind::Request);
        QCOMPARE(cut->id, hex("07"));
        QCOMPARE(cut->version, "0.3.1");
    }
    // The client puts the kind right before the content.
    const QByteArray golden = frames::golden("request");
    const qsizetype content = golden.indexOf(text("content"));
    QVERIFY(scanBeginning(golden.first(content)));
    QVERIFY(!scanBeginning(golden.first(content - 1)));
    QVERIFY(scanBeginning(golden));
    QVERIFY(!scanBeginning(QByteArray(golden).append('x')));
    QVERIFY(!scanBeginning(frames::golden("broadcast")));
    QVERIFY(!scanBeginning(frames::list({golden})));
    QVERIFY(!scanBeginning(frames::map(frames::with(frames::request(), "x", hex("d47240")))));
}

void TestEnvelope::namesTheKinds()
{
    QCOMPARE(kindName(MessageKind::Request), "request");
    QCOMPARE(kindName(MessageKind::Response), "response");
    QCOMPARE(kindName(MessageKind::ResponseError), "response-error");
    QCOMPARE(kindName(MessageKind::Notification), "notification");
    QCOMPARE(kindName(MessageKind::Broadcast), "broadcast");
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
