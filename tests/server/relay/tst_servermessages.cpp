// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/servermessages.h"
#include "tests/server/relay/frames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::relay;

using frames::hex;
using frames::text;

class TestServerMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheClientsAccept_data();
    void writesWhatTheClientsAccept();
    void leavesOutAMissingEmail();
    void writesLongStringsAndLists();
    void answersWithTheAskersId();
    void codesIds_data();
    void codesIds();
    void takesNoOtherIdForText_data();
    void takesNoOtherIdForText();
    void readsAnAcceptingHost();
    void readsARejectingHost_data();
    void readsARejectingHost();
    void fillsInWhatAWorkspaceLacks();
    void refusesAMalformedAnswer_data();
    void refusesAMalformedAnswer();
    void limitsAJoinAnswer();
    void readsAMethod();
    void refusesOtherNotifications_data();
    void refusesOtherNotifications();
};

namespace {

PeerDescription guest()
{
    return {
        .id = "AAAA00000000000000000000",
        .host = false,
        .name = u"Zoë"_s,
        .email = u"zoe@example.org"_s,
        .publicKey = QByteArray(736, 'K'),
        .compression = {"gzip", "none"}};
}

/// A message of `kind` with this content, whose bytes live in `bytes`.
Envelope answering(
    QByteArray &bytes, const QByteArray &content, const QByteArray &kind = "response")
{
    bytes = frames::map(
        frames::with(frames::with(frames::request(), "kind", text(kind)), "content", content));
    const auto envelope = scan(bytes);
    return envelope ? *envelope : Envelope();
}

QByteArray granting(const QByteArray &workspace)
{
    return frames::map({{"response", frames::map({{"workspace", workspace}})}});
}

} // namespace

void TestServerMessages::writesWhatTheClientsAccept_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<MessageKind>("kind");
    const QByteArray host = "HHHHHHHHHHHHHHHHHHHHHHHH";
    const JoiningUser user {u"u1"_s, u"Zoë"_s, u"zoe@example.org"_s, u"Simple"_s};
    QTest::newRow("server-peer-info") << peerInfo(guest()).joined() << MessageKind::Notification;
    QTest::newRow("server-join-request")
        << joinRequest("j1", host, user).joined() << MessageKind::Request;
    QTest::newRow("server-room-joined") << roomJoined(guest()).joined() << MessageKind::Broadcast;
    QTest::newRow("server-room-left") << roomLeft(guest()).joined() << MessageKind::Broadcast;
    QTest::newRow("server-room-closed") << roomClosed(host).joined() << MessageKind::Broadcast;
    QTest::newRow("server-response-error")
        << responseError(hex("cb4270000000001000"), u"Failed to retrieve the requested data."_s)
               .joined()
        << MessageKind::ResponseError;
}

// The recorded bytes were read by the client's own decoder and passed its checks.
void TestServerMessages::writesWhatTheClientsAccept()
{
    QFETCH(QByteArray, message);
    QFETCH(MessageKind, kind);
    const auto envelope = scan(message);
    QVERIFY2(envelope, frames::why(envelope).constData());
    QCOMPARE(envelope->kind, kind);
    QCOMPARE(envelope->version, protocolVersion);
    QCOMPARE(envelope->keysArray, "\x90");
    QVERIFY(!envelope->encrypted);
    QCOMPARE(message.toHex(), frames::golden(QTest::currentDataTag()).toHex());
}

void TestServerMessages::leavesOutAMissingEmail()
{
    PeerDescription peer = guest();
    peer.email.clear();
    QVERIFY(scan(roomJoined(peer).joined()));
    QVERIFY(!roomJoined(peer).joined().contains("email"));
    const QByteArray request = joinRequest("j1", "H", {u"u1"_s, u"n"_s, {}, u"Simple"_s}).joined();
    QVERIFY(scan(request));
    QVERIFY(!request.contains("email"));
}

void TestServerMessages::writesLongStringsAndLists()
{
    PeerDescription peer = guest();
    for (const int length : {0, 31, 32, 255, 256, 30'000}) {
        peer.name = QString(length, u'ä');
        const QByteArray message = roomJoined(peer).joined();
        QVERIFY(scan(message));
        QVERIFY(message.contains(peer.name.toUtf8()));
    }
    peer.name = QString(50'000, u'ä');
    QVERIFY(scan(roomJoined(peer).joined(), {.headSize = 1'000'000}));
    for (const int length : {0, 15, 16, 70'000}) {
        peer.compression = QList<QByteArray>(length, "x");
        QVERIFY(scan(roomJoined(peer).joined()));
    }
}

void TestServerMessages::answersWithTheAskersId()
{
    for (const QByteArray &id :
         {hex("01"), hex("cfffffffffffffffff"), hex("d9016a"), text("abc")}) {
        const QByteArray message = responseError(id, u"No"_s).joined();
        const auto envelope = scan(message);
        QVERIFY(envelope);
        QCOMPARE(envelope->id, id);
        QCOMPARE(envelope->content, frames::map({{"message", text("No")}}));
    }
}

void TestServerMessages::codesIds_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 31, 32, 255, 256, 65535, 65536})
        QTest::addRow("%d", length) << length;
}

void TestServerMessages::codesIds()
{
    QFETCH(int, length);
    const QByteArray id(length, 'i');
    const QByteArray raw = encodeId(id);
    QCOMPARE(decodeId(raw), id);
    QVERIFY(decodeId(QByteArray(raw).append('x')).isEmpty());
    QVERIFY(decodeId(raw.chopped(1)).isEmpty());
}

void TestServerMessages::takesNoOtherIdForText_data()
{
    QTest::addColumn<QByteArray>("raw");
    for (const char *raw :
         {"",
          "01",
          "cd03e8",
          "cb4270000000001000",
          "c0",
          "d40000",
          "c40161",
          "91a161",
          "81a161a161",
          "c1"})
        QTest::newRow(raw) << hex(raw);
}

void TestServerMessages::takesNoOtherIdForText()
{
    QFETCH(QByteArray, raw);
    QVERIFY(decodeId(raw).isEmpty());
}

void TestServerMessages::readsAnAcceptingHost()
{
    const QByteArray message = frames::golden("join-accepted");
    const auto answer = parseJoinAnswer(*scan(message));
    QVERIFY(answer);
    QVERIFY(answer->accepted);
    QCOMPARE(answer->workspaceName, u"Größe"_s);
    QCOMPARE(answer->workspaceFolders, QStringList({u"src"_s, u"docs"_s}));
}

void TestServerMessages::readsARejectingHost_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto answer = [](const QByteArray &content) {
        return frames::map(frames::with(
            frames::with(frames::request(), "kind", text("response")), "content", content));
    };
    QTest::newRow("undefined, by a client") << frames::golden("join-rejected");
    QTest::newRow("response-error, by a client") << frames::golden("join-failed");
    QTest::newRow("encrypted response-error") << frames::golden("response-error");
    QTest::newRow("undefined") << answer(frames::map({{"response", hex("d40000")}}));
    QTest::newRow("nil") << answer(frames::map({{"response", hex("c0")}}));
    QTest::newRow("missing") << answer(frames::map({}));
    QTest::newRow("only something else") << answer(frames::map({{"x", granting(frames::map({}))}}));
}

void TestServerMessages::readsARejectingHost()
{
    QFETCH(QByteArray, message);
    const auto envelope = scan(message);
    QVERIFY(envelope);
    const auto answer = parseJoinAnswer(*envelope);
    QVERIFY2(answer, frames::why(answer).constData());
    QVERIFY(!answer->accepted);
    QVERIFY(answer->workspaceFolders.isEmpty());
}

void TestServerMessages::fillsInWhatAWorkspaceLacks()
{
    QByteArray bytes;
    const frames::Fields nothing {{"name", hex("d40000")}, {"folders", hex("c0")}};
    for (const QByteArray &workspace : {frames::map({}), frames::map(nothing)}) {
        const auto answer = parseJoinAnswer(answering(bytes, granting(workspace)));
        QVERIFY2(answer, frames::why(answer).constData());
        QVERIFY(answer->accepted);
        QVERIFY(answer->workspaceName.isEmpty());
        QVERIFY(answer->workspaceFolders.isEmpty());
    }
}

void TestServerMessages::refusesAMalformedAnswer_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("encrypted") << frames::binary("secret");
    QTest::newRow("a string") << text("yes");
    QTest::newRow("an array") << frames::list({granting(frames::map({}))});
    QTest::newRow("response is true") << frames::map({{"response", hex("c3")}});
    QTest::newRow("response is an array") << frames::map({{"response", frames::list({})}});
    QTest::newRow("no workspace") << frames::map(
        {{"response", frames::map({{"x", frames::map({})}})}});
    QTest::newRow("workspace is nil") << granting(hex("c0"));
    QTest::newRow("workspace is a string") << granting(text("src"));
    QTest::newRow("name is a number") << granting(frames::map({{"name", hex("01")}}));
    QTest::newRow("folders are a map") << granting(frames::map({{"folders", frames::map({})}}));
    QTest::newRow("a folder is nil")
        << granting(frames::map({{"folders", frames::list({text("a"), hex("c0")})}}));
    QTest::newRow("a folder is an array")
        << granting(frames::map({{"folders", frames::list({frames::list({text("a")})})}}));
    QTest::newRow("two workspaces") << frames::map(
        {{"response",
          frames::map({{"workspace", frames::map({})}, {"workspace", frames::map({})}})}});
    QTest::newRow("two responses")
        << frames::map({{"response", hex("c0")}, {"response", hex("c0")}});
}

void TestServerMessages::refusesAMalformedAnswer()
{
    QFETCH(QByteArray, content);
    QByteArray bytes;
    const Envelope envelope = answering(bytes, content);
    QCOMPARE(envelope.kind, MessageKind::Response);
    const auto answer = parseJoinAnswer(envelope);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ct::ErrorCode::InvalidInput);
}

void TestServerMessages::limitsAJoinAnswer()
{
    QByteArray bytes;
    const auto folders = [](int count) {
        return granting(
            frames::map({{"folders", frames::list(QList<QByteArray>(count, text("f")))}}));
    };
    QCOMPARE(parseJoinAnswer(answering(bytes, folders(4096)))->workspaceFolders.size(), 4096);
    QCOMPARE(parseJoinAnswer(answering(bytes, folders(4097))).error().code, ct::ErrorCode::TooMany);

    const auto named = [](qsizetype size) {
        return granting(frames::map({{"name", text(QByteArray(size, 'n'))}}));
    };
    const qsizetype most = 65536 - named(100).size() + 100;
    QCOMPARE(parseJoinAnswer(answering(bytes, named(most)))->workspaceName.size(), most);
    QCOMPARE(
        parseJoinAnswer(answering(bytes, named(most + 1))).error().code, ct::ErrorCode::TooLarge);

    QVERIFY(!parseJoinAnswer(answering(bytes, granting(frames::map({})), "request")));
    QVERIFY(!parseJoinAnswer({}));
}

void TestServerMessages::readsAMethod()
{
    const QByteArray leave = frames::golden("room-leave");
    const auto method = parseServerMethod(*scan(leave));
    QVERIFY(method);
    QCOMPARE(*method, "room/leave");
    QByteArray bytes;
    const QByteArray call
        = frames::map({{"params", frames::map({{"method", text("x")}})}, {"method", text("a/b")}});
    QCOMPARE(*parseServerMethod(answering(bytes, call, "notification")), "a/b");
}

void TestServerMessages::refusesOtherNotifications_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("kind");
    const QByteArray call = frames::map({{"method", text("room/leave")}});
    const QByteArray huge
        = frames::map({{"method", text("room/leave")}, {"params", text(QByteArray(70'000, 'x'))}});
    QTest::newRow("a request") << call << "request"_ba;
    QTest::newRow("a broadcast") << call << "broadcast"_ba;
    QTest::newRow("encrypted") << frames::binary("room/leave") << "notification"_ba;
    QTest::newRow("no method") << frames::map({}) << "notification"_ba;
    QTest::newRow("an empty method") << frames::map({{"method", text("")}}) << "notification"_ba;
    QTest::newRow("a method in a list") << frames::list({call}) << "notification"_ba;
    QTest::newRow("a method that is binary")
        << frames::map({{"method", frames::binary("room/leave")}}) << "notification"_ba;
    QTest::newRow("too long") << huge << "notification"_ba;
}

void TestServerMessages::refusesOtherNotifications()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, kind);
    QByteArray bytes;
    const Envelope envelope = answering(bytes, content, kind);
    QVERIFY(!envelope.content.isEmpty());
    QVERIFY(!parseServerMethod(envelope));
}

QTEST_GUILESS_MAIN(TestServerMessages)
#include "tst_servermessages.moc"
