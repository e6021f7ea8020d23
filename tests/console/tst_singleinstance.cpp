// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/singleinstance.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace ct::console::app;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstFindsNobody();
    void theSecondHandsOver();
    void onlyTheUserMayReachIt();
    void takesTheSocketOfOneThatCrashed();
    void dropsWhatIsNoWish_data();
    void dropsWhatIsNoWish();
    void eachIsOnItsOwnWithoutAPlace();

private:
    QString socket() const { return m_folder->filePath(u"socket"_s); }
    /// From another thread, as another process would.
    bool handOver(const Wish &wish) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

bool TestSingleInstance::handOver(const Wish &wish) const
{
    bool taken = false;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { taken = SingleInstance(socket()).handOver(wish); }));
    thread->start();
    [&] {
        QTRY_VERIFY(thread->isFinished());
    }();
    thread->wait();
    return taken;
}

void TestSingleInstance::theFirstFindsNobody()
{
    QVERIFY(!SingleInstance(socket()).handOver({}));
}

void TestSingleInstance::theSecondHandsOver()
{
    SingleInstance first(socket());
    first.listen();
    Wish heard;
    connect(&first, &SingleInstance::wished, this, [&](const Wish &wish) { heard = wish; });
    QVERIFY(handOver({u"https://edge.example.org"_s, u"health"_s}));
    QTRY_COMPARE(heard.address, u"https://edge.example.org"_s);
    QCOMPARE(heard.page, u"health"_s);
}

void TestSingleInstance::onlyTheUserMayReachIt()
{
    SingleInstance first(socket());
    first.listen();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(socket()));
    QVERIFY(!(QFile::permissions(socket()) & others));
}

void TestSingleInstance::takesTheSocketOfOneThatCrashed()
{
    QFile left(socket());
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(!SingleInstance(socket()).handOver({}));
    SingleInstance first(socket());
    first.listen();
    QVERIFY(handOver({}));
}

void TestSingleInstance::dropsWhatIsNoWish_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("no JSON") << "hello\n"_ba;
    QTest::newRow("no page") << "{\"address\":\"a\"}\n"_ba;
    QTest::newRow("endless") << QByteArray(20'000, 'a');
}

void TestSingleInstance::dropsWhatIsNoWish()
{
    QFETCH(QByteArray, sent);
    SingleInstance first(socket());
    first.listen();
    int wishes = 0;
    connect(&first, &SingleInstance::wished, this, [&](const Wish &) { ++wishes; });
    QLocalSocket stranger;
    stranger.connectToServer(socket());
    stranger.write(sent);
    QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(wishes, 0);
}

void TestSingleInstance::eachIsOnItsOwnWithoutAPlace()
{
    SingleInstance first {QString()};
    first.listen();
    QVERIFY(!first.handOver({}));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
