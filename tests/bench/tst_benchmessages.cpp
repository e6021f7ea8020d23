// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/base64.h"
#include "tests/bench/envelope.h"
#include "tests/bench/httpclient.h"
#include "tests/bench/msgpack.h"

#include <QFile>
#include <QTest>

using namespace ct::bench;
using namespace Qt::StringLiterals;

namespace {

std::string recorded(const QString &name)
{
    QFile file(QStringLiteral(CT_TEST_DATA "/relay/") + name + u".hex"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QByteArray::fromHex(file.readAll()).toStdString();
}

const std::vector<std::string> &threePeers()
{
    static const std::vector<std::string> peers {
        "AAAA00000000000000000000", "BBBB00000000000000000000", "CCCC00000000000000000000"};
    return peers;
}

} // namespace

/// What the bench writes and reads, held against frames of the real client.
class TestBenchMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackAPayload();
    void refusesADamagedPayload_data();
    void refusesADamagedPayload();
    void writesBroadcastsAsTheClientDoes();
    void readsTheClientsRequest();
    void readsPeerInfo();
    void readsAJoinRequest();
    void refusesCutMessages();
    void findsTheKeysOfABroadcast();
    void changesOnlyIdAndContentOfATemplate();
    void encodesBase64();
    void readsHttpHeads();
};

void TestBenchMessages::readsBackAPayload()
{
    std::string content(1'024, '\0');
    fillRandomly(content, 1);
    writePayload(content, {Kind::Request, 3, 4, 99, 123'456});
    const auto stamp = readPayload(content);
    QVERIFY(stamp);
    QCOMPARE(stamp->kind, Kind::Request);
    QCOMPARE(stamp->sender, 3U);
    QCOMPARE(stamp->receiver, 4U);
    QCOMPARE(stamp->sequence, 99U);
    QCOMPARE(stamp->sentAt, 123'456);
}

void TestBenchMessages::refusesADamagedPayload_data()
{
    QTest::addColumn<int>("at");
    for (const int at : {0, 8, 12, 16, 20, 24, 32, 40, 48, 60, 1'016, 1'023})
        QTest::addRow("byte %d", at) << at;
}

void TestBenchMessages::refusesADamagedPayload()
{
    QFETCH(const int, at);
    std::string content(1'024, '\0');
    fillRandomly(content, 1);
    writePayload(content, {Kind::Broadcast, 3, 4, 99, 123'456});
    content[static_cast<std::size_t>(at)] ^= '\x10';
    QVERIFY(!readPayload(content));
    QVERIFY(!readPayload(std::string_view(content).substr(1)));
}

void TestBenchMessages::writesBroadcastsAsTheClientDoes()
{
    const std::string theirs = recorded(u"broadcast"_s);
    Envelope wanted;
    QVERIFY(readEnvelope(theirs, wanted));
    const Template ours = broadcast(wanted.origin, threePeers(), wanted.content.size());
    Envelope read;
    QVERIFY(readEnvelope(ours.bytes, read));
    QCOMPARE(ours.bytes.size(), theirs.size());
    QCOMPARE(read.kind, wanted.kind);
    QCOMPARE(read.keys, std::size_t(3));
    QCOMPARE(read.keyTarget, wanted.keyTarget);
    QCOMPARE(read.origin, wanted.origin);
    // Up to the first key, which is random, they are the same.
    const std::size_t same = keyLayout(24).prefix + 1 + 3;
    QCOMPARE(ours.bytes.substr(0, same), theirs.substr(0, same));
}

void TestBenchMessages::readsTheClientsRequest()
{
    const std::string message = recorded(u"request"_s);
    Envelope envelope;
    QVERIFY(readEnvelope(message, envelope));
    QCOMPARE(envelope.kind, std::string_view("request"));
    QCOMPARE(envelope.rawId, std::string_view("\x01"));
    QCOMPARE(envelope.target, std::string_view("AAAA00000000000000000000"));
    QVERIFY(envelope.isEncrypted);
}

void TestBenchMessages::readsPeerInfo()
{
    const std::string message = recorded(u"server-peer-info"_s);
    Envelope envelope;
    QVERIFY(readEnvelope(message, envelope));
    QVERIFY(!envelope.isEncrypted);
    QCOMPARE(envelope.method, std::string_view("peer/info"));
    QCOMPARE(envelope.parameterId, std::string_view("AAAA00000000000000000000"));
}

void TestBenchMessages::readsAJoinRequest()
{
    const std::string message = recorded(u"server-join-request"_s);
    Envelope asked;
    QVERIFY(readEnvelope(message, asked));
    QCOMPARE(asked.method, std::string_view("peer/join"));
    const std::string reply = joinAnswer(asked.rawId);
    Envelope answered;
    QVERIFY(readEnvelope(reply, answered));
    QCOMPARE(answered.kind, std::string_view("response"));
    QCOMPARE(answered.rawId, asked.rawId);
}

void TestBenchMessages::refusesCutMessages()
{
    const std::string message = recorded(u"request"_s);
    for (std::size_t size = 0; size < message.size(); ++size) {
        Envelope envelope;
        QVERIFY(!readEnvelope(std::string_view(message).substr(0, size), envelope));
    }
}

void TestBenchMessages::findsTheKeysOfABroadcast()
{
    const Template message = broadcast(threePeers()[0], {threePeers()[1], threePeers()[2]}, 100);
    const KeyLayout layout = keyLayout(24);
    const std::string_view second
        = std::string_view(message.bytes).substr(layout.prefix + 1 + layout.entry, layout.entry);
    Unpacker reader(second);
    QCOMPARE(reader.map(), std::size_t(3));
    QCOMPARE(reader.text(), std::string_view("target"));
    QCOMPARE(reader.text(), std::string_view(threePeers()[2]));
}

void TestBenchMessages::changesOnlyIdAndContentOfATemplate()
{
    Template message = request(threePeers()[0], threePeers()[1], 64);
    message.setId(100'007);
    message.stamp({Kind::Request, 0, 1, 7, 1});
    Envelope envelope;
    QVERIFY(readEnvelope(message.bytes, envelope));
    QCOMPARE(envelope.rawId, std::string_view("\xce\x00\x01\x86\xa7", 5));
    QVERIFY(readPayload(envelope.content));
    QCOMPARE(envelope.keyTarget, std::string_view(threePeers()[1]));
}

void TestBenchMessages::encodesBase64()
{
    for (qsizetype size = 1; size < 70; ++size) {
        std::string bytes(static_cast<std::size_t>(size), '\0');
        fillRandomly(bytes, static_cast<std::uint64_t>(size));
        std::string text;
        appendBase64(text, bytes);
        QCOMPARE(QByteArray::fromStdString(text), QByteArray::fromStdString(bytes).toBase64());
        QCOMPARE(fromBase64(text), bytes);
    }
    QCOMPARE(fromBase64("ab*d"), std::string());
    QCOMPARE(fromBase64("abc"), std::string());
}

void TestBenchMessages::readsHttpHeads()
{
    QVERIFY(!readHead("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n"));
    const auto head
        = readHead("HTTP/1.1 200 OK\r\nCONTENT-length: 3\r\nConnection: close\r\n\r\nabc");
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QCOMPARE(head->bodySize, std::size_t(3));
    QVERIFY(head->closes);
    QCOMPARE(readHead("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")->status, 0);
    QCOMPARE(readHead("SSH-2.0\r\n\r\n")->status, 0);
}

QTEST_GUILESS_MAIN(TestBenchMessages)
#include "tst_benchmessages.moc"
