// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/framewriter.h"
#include "server/websocket/utf8checker.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace ct::server::websocket;

class TestFrameWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheShortestLength_data();
    void writesTheShortestLength();
    void appendsFrames();
    void appendsAFrameOfParts();
    void appendsAMessageBehindItsHeading();
    void writesCloseFrames();
    void cutsAReasonBetweenCharacters();
    void answersAnEmptyCloseWithAnEmptyOne();
};

void TestFrameWriter::writesTheShortestLength_data()
{
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("0") << quint64(0) << QByteArray("\x82\x00", 2);
    QTest::newRow("125") << quint64(125) << QByteArray("\x82\x7d", 2);
    QTest::newRow("126") << quint64(126) << QByteArray("\x82\x7e\x00\x7e", 4);
    QTest::newRow("65535") << quint64(65535) << QByteArray("\x82\x7e\xff\xff", 4);
    QTest::newRow("65536") << quint64(65536) << QByteArray("\x82\x7f\0\0\0\0\0\x01\0\0", 10);
    QTest::newRow("5 GiB") << 5ULL * 1024 * 1024 * 1024
                           << QByteArray("\x82\x7f\0\0\0\x01\x40\0\0\0", 10);
}

void TestFrameWriter::writesTheShortestLength()
{
    QFETCH(quint64, length);
    QFETCH(QByteArray, header);
    QByteArray out = "before"_ba;
    appendFrameHeader(out, Opcode::Binary, length);
    QCOMPARE(out, "before" + header);
}

void TestFrameWriter::appendsFrames()
{
    QByteArray out;
    appendFrame(out, Opcode::Text, "Hello"_ba);
    appendFrame(out, Opcode::Ping, {});
    appendFrame(out, Opcode::Pong, "p"_ba);
    QCOMPARE(out, QByteArray("\x81\x05Hello\x89\x00\x8a\x01p", 12));
}

void TestFrameWriter::appendsAFrameOfParts()
{
    QByteArray out = "before"_ba;
    const QByteArray large(200, '*');
    const std::array<QByteArrayView, 4> parts {"one", {}, large, "end"};
    appendFrameOf(out, Opcode::Binary, parts);
    QCOMPARE(out, "before" + QByteArray("\x82\x7e\x00\xce", 4) + "one" + large + "end");
    appendFrameOf(out, Opcode::Text, {});
    QVERIFY(out.endsWith(QByteArray("\x81\x00", 2)));
}

void TestFrameWriter::appendsAMessageBehindItsHeading()
{
    QByteArray out = "before"_ba;
    const QByteArray large(200, '*');
    const std::array<QByteArrayView, 3> parts {"one", {}, large};
    appendFramesOf(out, "head", parts);
    QCOMPARE(
        out,
        "before" + QByteArray("\x81\x04head", 6) + QByteArray("\x82\x7e\x00\xcb", 4) + "one"
            + large);
    appendFramesOf(out, {}, {});
    QVERIFY(out.endsWith(QByteArray("\x81\x00\x82\x00", 4)));
}

void TestFrameWriter::writesCloseFrames()
{
    QByteArray out;
    appendCloseFrame(out, 1001, "going"_ba);
    QCOMPARE(out, QByteArray("\x88\x07\x03\xe9going", 9));
    out.clear();
    appendCloseFrame(out, 1000, {});
    QCOMPARE(out, QByteArray("\x88\x02\x03\xe8", 4));
}

void TestFrameWriter::cutsAReasonBetweenCharacters()
{
    for (qsizetype blanks = 100; blanks < 130; ++blanks) {
        const QByteArray reason
            = QByteArray(blanks, ' ') + "\xf0\x9f\x98\x80\xc3\xa4\xe2\x82\xac and more";
        QByteArray out;
        appendCloseFrame(out, 1008, reason);
        const QByteArray written = out.sliced(4);
        QVERIFY(out.size() <= 127);
        QVERIFY(written.size() >= qMin<qsizetype>(reason.size(), 120));
        QVERIFY(reason.startsWith(written));
        QVERIFY(isUtf8(written));
        QCOMPARE(qsizetype(out.at(1)), written.size() + 2);
    }
    // A reason that is no text at all must not be read beyond its beginning.
    QByteArray out;
    appendCloseFrame(out, 1008, QByteArray(200, '\x80'));
    QCOMPARE(out.size(), 4);
}

void TestFrameWriter::answersAnEmptyCloseWithAnEmptyOne()
{
    QByteArray out;
    appendCloseFrame(out, noCloseCode, "ignored"_ba);
    QCOMPARE(out, QByteArray("\x88\x00", 2));
}

QTEST_GUILESS_MAIN(TestFrameWriter)
#include "tst_framewriter.moc"
