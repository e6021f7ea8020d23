// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auditfeed/webhookcall.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server;
using namespace ct::server::auditfeed;

class TestWebhookCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasALineForEachEntry();
    void keepsItsIdForTheSameEntries();
    void signsAsTheRulesSay();
    void signsIdTimeAndBody();

private:
    static store::ChainedAuditEntry entry(qint64 number);
};

store::ChainedAuditEntry TestWebhookCall::entry(qint64 number)
{
    return {
        number,
        {u"aB3"_s, number + 100},
        {WallTime(std::chrono::milliseconds(1'790'000'000'123)),
         u"session.ended"_s,
         u"Zoë"_s,
         u"192.0.2.1"_s,
         u"room-1"_s,
         u"a line\nand another"_s},
        QByteArray(64, 'a')};
}

void TestWebhookCall::hasALineForEachEntry()
{
    const WebhookCall call = webhookCall({entry(7), entry(8)}, WallTime(std::chrono::seconds(5)));
    const QByteArray rest
        = "\"hash\":\"" + QByteArray(64, 'a') + "\",\"kind\":\"session.ended\",\"run\":\"aB3\",";
    const QByteArray first = "{\"actor\":\"Zoë\",\"address\":\"192.0.2.1\",\"at\":1790000000123,"
                             "\"detail\":\"a line\\nand another\",\"entry\":7,"
        + rest + "\"sequence\":107,\"subject\":\"room-1\"}";
    const QList<QByteArray> lines = call.body.split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), first);
    QVERIFY(lines.at(1).contains("\"entry\":8,"));
    QCOMPARE(lines.at(2), ""_ba);
    QCOMPARE(call.timestamp, "5"_ba);
}

void TestWebhookCall::keepsItsIdForTheSameEntries()
{
    const auto idAt = [](const Batch &batch, int seconds) {
        return webhookCall(batch, WallTime(std::chrono::seconds(seconds))).id;
    };
    QCOMPARE(idAt({entry(7), entry(8)}, 1), "audit-7-8-aaaaaaaaaaaaaaaa"_ba);
    QCOMPARE(idAt({entry(7), entry(8)}, 99), idAt({entry(7), entry(8)}, 1));
    QVERIFY(idAt({entry(7)}, 1) != idAt({entry(7), entry(8)}, 1));
    store::ChainedAuditEntry other = entry(7);
    other.hash = QByteArray(64, 'b');
    QVERIFY(idAt({other}, 1) != idAt({entry(7)}, 1));
}

// The example of the Standard Webhooks' own libraries.
void TestWebhookCall::signsAsTheRulesSay()
{
    const WebhookCall call {
        "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", R"({"test": 2432232314})"};
    const QByteArray key = QByteArray::fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    QCOMPARE(webhookSignature(call, key), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="_ba);
}

void TestWebhookCall::signsIdTimeAndBody()
{
    const WebhookCall call {"id", "5", "body"};
    const QByteArray signature = webhookSignature(call, "key");
    QVERIFY(webhookSignature({"ie", "5", "body"}, "key") != signature);
    QVERIFY(webhookSignature({"id", "6", "body"}, "key") != signature);
    QVERIFY(webhookSignature({"id", "5", "bodz"}, "key") != signature);
    QVERIFY(webhookSignature(call, "kez") != signature);
}

QTEST_GUILESS_MAIN(TestWebhookCall)
#include "tst_webhookcall.moc"
