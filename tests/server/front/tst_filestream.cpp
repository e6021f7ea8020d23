// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/eventloop/epolldispatcher.h"
#include "server/front/filestream.h"
#include "server/front/plainsocket.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ct::server::front;

namespace {

constexpr qint64 mebi = 1024LL * 1024;
constexpr qint64 bigSize = 20 * mebi;
// Small, so that a reader that stops is felt soon.
constexpr int kernelBuffer = 64 * 1024;

/// Bytes whose every place can be told from its neighbours'.
QByteArray pattern(qint64 size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

int descriptorsOf(const QString &path)
{
    int count = 0;
    const QDir folder(u"/proc/self/fd"_s);
    for (const QString &name : folder.entryList(QDir::Files | QDir::System)) {
        if (QFile::symLinkTarget(folder.filePath(name)) == path)
            ++count;
    }
    return count;
}

/// A stream at one end of a loopback connection and its reader at the other.
class Rig final : public QObject, private FileReceiver, private StreamEvents
{
public:
    Rig()
    {
        pool.setMaxThreadCount(2);
        QTcpServer listener;
        listener.listen(QHostAddress::LocalHost);
        client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        if (!listener.waitForNewConnection(5000) || !client.waitForConnected(5000))
            qFatal("no loopback");
        const std::unique_ptr<QTcpSocket> accepted(listener.nextPendingConnection());
        accepted->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, kernelBuffer);
        server = std::make_unique<PlainSocket>(
            ct::Descriptor(::dup(static_cast<int>(accepted->socketDescriptor()))));
        StreamEvents &events = *this;
        server->attach(events, buffers);
        server->setReading(true);
        client.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, kernelBuffer);
        connect(&client, &QTcpSocket::readyRead, this, [this] { received += client.readAll(); });
        FileReceiver &receiver = *this;
        stream = std::make_unique<FileStream>(pool, *this, receiver);
    }

    /// Nothing but what the kernel takes gets through until letGo().
    void holdClient()
    {
        client.disconnect(this);
        client.setReadBufferSize(1);
    }
    void letGo()
    {
        connect(&client, &QTcpSocket::readyRead, this, [this] { received += client.readAll(); });
        client.setReadBufferSize(0);
        received += client.readAll();
    }
    bool isStuck() const { return server->pending() >= FileStream::chunkSize; }

    QThreadPool pool;
    QTcpSocket client;
    StreamBuffers buffers;
    std::unique_ptr<PlainSocket> server;
    QByteArray received;
    qint64 peak = 0;
    std::optional<ByteRange> part;
    std::optional<qint64> openedSize;
    bool isRefused = false;
    bool isBroken = false;
    std::unique_ptr<FileStream> stream;

private:
    void fileOpened(qint64 size) override
    {
        openedSize = size;
        if (part)
            stream->choose(*part);
        stream->start(*server);
    }
    void fileRefused() override
    {
        isRefused = true;
        stream.reset();
    }
    void fileGiven() override
    {
        peak = std::max(peak, server->pending());
        stream->pump();
    }
    void fileBroken() override
    {
        isBroken = true;
        stream.reset();
    }
    void streamReadable() override
    {
        while (server->hasInput())
            server->skip();
        if (server->hasEnded())
            stream.reset();
    }
    void streamWritten() override
    {
        if (stream)
            stream->pump();
    }
};

} // namespace

class TestFileStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void bringsBigFileWithBoundedMemory();
    void waitsForSlowReader();
    void bringsPart();
    void bringsEmptyFile();
    void freesDescriptorWhenDroppedMidway();
    void saysNothingOnceDestroyed();
    void breaksWhenFileShrinks();
    void ignoresGrowth();
    void refuses_data();
    void refuses();
    void servesBelowLinkedFolder();
    void readsRange_data();
    void readsRange();

private:
    QString path(const QString &name) const { return m_root + u"/served/"_s + name; }
    QStringList folders() const { return {m_root + u"/served"_s}; }

    QByteArray m_big;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_root;
};

void TestFileStream::initTestCase()
{
    m_big = pattern(bigSize);
}

void TestFileStream::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_root = QDir(m_temporary->path()).canonicalPath();
    QVERIFY(QDir(m_root).mkpath(u"served/deep"_s));
    QVERIFY(QDir(m_root).mkpath(u"served-not"_s));
    writeFile(path(u"small"_s), "0123456789");
    writeFile(path(u"deep/small"_s), "deep");
    writeFile(m_root + u"/served-not/small"_s, "secret");
}

void TestFileStream::bringsBigFileWithBoundedMemory()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.stream->open(path(u"big"_s), folders());
    QTRY_COMPARE_WITH_TIMEOUT(rig.received.size(), m_big.size(), 30'000);
    QVERIFY(rig.received == m_big);
    QCOMPARE(rig.openedSize, std::optional(bigSize));
    QCOMPARE(rig.stream->left(), 0);
    QVERIFY(rig.peak > 0);
    QVERIFY2(rig.peak < 2 * FileStream::chunkSize, qPrintable(QString::number(rig.peak)));
}

void TestFileStream::waitsForSlowReader()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.holdClient();
    rig.stream->open(path(u"big"_s), folders());
    QTRY_VERIFY(rig.isStuck());
    QVERIFY(rig.pool.waitForDone(5000));
    for (int turn = 0; turn < 100; ++turn)
        QCoreApplication::processEvents();
    QVERIFY2(rig.stream->left() > bigSize / 2, qPrintable(QString::number(rig.stream->left())));
    QVERIFY(rig.peak >= FileStream::chunkSize);
    QVERIFY(rig.peak < 2 * FileStream::chunkSize);
    QCOMPARE(rig.pool.activeThreadCount(), 0);
    rig.letGo();
    QTRY_COMPARE_WITH_TIMEOUT(rig.received.size(), m_big.size(), 30'000);
    QVERIFY(rig.received == m_big);
    QVERIFY(rig.peak < 2 * FileStream::chunkSize);
}

void TestFileStream::bringsPart()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.part = ByteRange {mebi - 3, 2 * mebi + 7};
    rig.stream->open(path(u"big"_s), folders());
    QTRY_COMPARE(rig.received.size(), 2 * mebi + 7);
    QVERIFY(rig.received == m_big.mid(mebi - 3, 2 * mebi + 7));
}

void TestFileStream::bringsEmptyFile()
{
    writeFile(path(u"empty"_s), {});
    Rig rig;
    rig.stream->open(path(u"empty"_s), folders());
    QTRY_COMPARE(rig.openedSize, std::optional<qint64>(0));
    QCOMPARE(rig.stream->left(), 0);
    QCOMPARE(rig.server->pending(), 0);
}

void TestFileStream::freesDescriptorWhenDroppedMidway()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.holdClient();
    rig.stream->open(path(u"big"_s), folders());
    QTRY_VERIFY(rig.isStuck());
    QCOMPARE(descriptorsOf(path(u"big"_s)), 1);
    rig.client.abort();
    QTRY_VERIFY(!rig.stream);
    QTRY_COMPARE(descriptorsOf(path(u"big"_s)), 0);
    QVERIFY(!rig.isBroken);
}

void TestFileStream::saysNothingOnceDestroyed()
{
    Rig rig;
    rig.stream->open(path(u"small"_s), folders());
    QVERIFY(rig.pool.waitForDone(5000));
    // The answer waits in the loop's queue by now.
    rig.stream.reset();
    QCoreApplication::processEvents();
    QVERIFY(!rig.openedSize);
    QVERIFY(!rig.isRefused);
    QTRY_COMPARE(descriptorsOf(path(u"small"_s)), 0);
}

void TestFileStream::breaksWhenFileShrinks()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.holdClient();
    rig.stream->open(path(u"big"_s), folders());
    QTRY_VERIFY(rig.isStuck());
    QVERIFY(QFile::resize(path(u"big"_s), 1000));
    rig.letGo();
    QTRY_VERIFY(rig.isBroken);
    QVERIFY(m_big.startsWith(rig.received));
    QTRY_COMPARE(descriptorsOf(path(u"big"_s)), 0);
}

void TestFileStream::ignoresGrowth()
{
    writeFile(path(u"big"_s), m_big);
    Rig rig;
    rig.holdClient();
    rig.stream->open(path(u"big"_s), folders());
    QTRY_VERIFY(rig.isStuck());
    QVERIFY(QFile::resize(path(u"big"_s), bigSize + mebi));
    rig.letGo();
    QTRY_COMPARE_WITH_TIMEOUT(rig.stream->left(), 0, 30'000);
    QTRY_COMPARE(rig.server->pending(), 0);
    QTRY_COMPARE(rig.received.size(), m_big.size());
    QVERIFY(rig.received == m_big);
}

void TestFileStream::refuses_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("hasFolders");
    QTest::newRow("no folders") << u"served/small"_s << false;
    QTest::newRow("missing") << u"served/nothing"_s << true;
    QTest::newRow("below missing folder") << u"served/no/small"_s << true;
    QTest::newRow("other folder") << u"served-not/small"_s << true;
    QTest::newRow("dots") << u"served/../served-not/small"_s << true;
    QTest::newRow("doubled slash") << u"served//small"_s << true;
    QTest::newRow("link to a file") << u"served/link"_s << true;
    QTest::newRow("linked folder") << u"served/linked/small"_s << true;
    QTest::newRow("folder") << u"served/deep"_s << true;
    QTest::newRow("the folder itself") << u"served"_s << true;
    QTest::newRow("the folder itself, slash") << u"served/"_s << true;
    QTest::newRow("file as a folder") << u"served/small/x"_s << true;
    QTest::newRow("fifo") << u"served/fifo"_s << true;
    QTest::newRow("NUL") << u"served/small"_s + QChar(u'\0') + u"x"_s << true;
}

void TestFileStream::refuses()
{
    QFETCH(const QString, asked);
    QFETCH(const bool, hasFolders);
    QVERIFY(QFile::link(m_root + u"/served-not/small"_s, path(u"link"_s)));
    QVERIFY(QFile::link(m_root + u"/served-not"_s, path(u"linked"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"fifo"_s)).constData(), 0600), 0);
    Rig rig;
    rig.stream->open(m_root + u'/' + asked, hasFolders ? folders() : QStringList());
    QTRY_VERIFY(rig.isRefused);
    QVERIFY(!rig.openedSize);
    QCOMPARE(descriptorsOf(m_root + u"/served"_s), 0);

    Rig relative;
    relative.stream->open(u"small"_s, {u""_s, u"."_s});
    QTRY_VERIFY(relative.isRefused);
}

void TestFileStream::servesBelowLinkedFolder()
{
    QVERIFY(QFile::link(m_root + u"/served"_s, m_root + u"/alias"_s));
    Rig rig;
    rig.stream->open(m_root + u"/alias/deep/small"_s, {u"/nowhere"_s, m_root + u"/alias/"_s});
    QTRY_COMPARE(rig.received, "deep"_ba);
}

void TestFileStream::readsRange_data()
{
    using Kind = RangeChoice::Kind;
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("length");
    const auto row = [](const char *field, Kind kind, qint64 first, qint64 length) {
        QTest::newRow(field) << QByteArray(field) << int(kind) << first << length;
    };
    for (const char *whole :
         {"",
          "bytes",
          "bytes=",
          "bytes=-",
          "bytes=5",
          "bytes=5-4",
          "bytes=a-4",
          "bytes=1-b",
          "bytes=0-1,3-4",
          "bytes=0-1, 3-4",
          "bytes=+1-2",
          "bytes=1--2",
          "lines=0-1",
          "bytes=1 - 2"})
        row(whole, Kind::Whole, 0, 10);
    row("bytes=0-0", Kind::Part, 0, 1);
    row("BYTES= 2-4 ", Kind::Part, 2, 3);
    row("bytes=4-", Kind::Part, 4, 6);
    row("bytes=9-99", Kind::Part, 9, 1);
    row("bytes=0-99999999999999999999999999", Kind::Part, 0, 10);
    row("bytes=-3", Kind::Part, 7, 3);
    row("bytes=-99", Kind::Part, 0, 10);
    row("bytes=10-", Kind::Unsatisfiable, 0, 0);
    row("bytes=10-20", Kind::Unsatisfiable, 0, 0);
    row("bytes=99999999999999999999999999-", Kind::Unsatisfiable, 0, 0);
    row("bytes=-0", Kind::Unsatisfiable, 0, 0);
}

void TestFileStream::readsRange()
{
    QFETCH(const QByteArray, field);
    const RangeChoice choice = chooseRange(field, 10);
    QTEST(int(choice.kind), "kind");
    QTEST(choice.range.first, "first");
    QTEST(choice.range.length, "length");
    if (choice.kind == RangeChoice::Kind::Part)
        QCOMPARE(chooseRange(field, 0).kind, RangeChoice::Kind::Unsatisfiable);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(
        std::make_unique<ct::server::eventloop::EpollDispatcher>().release());
    const QCoreApplication application(argc, argv);
    TestFileStream test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_filestream.moc"
