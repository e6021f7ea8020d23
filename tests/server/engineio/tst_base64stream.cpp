// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/base64stream.h"

#include <QTest>

#include <optional>

using namespace ct::server::engineio;

namespace {

/// The bytes, or nothing when it is refused, fed in pieces of that length.
std::optional<QByteArray> decoded(const QByteArray &text, qsizetype piece)
{
    Base64Stream stream;
    QByteArray out;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        if (!stream.feed(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)), out))
            return std::nullopt;
    }
    return stream.finish(out) ? std::optional(out) : std::nullopt;
}

} // namespace

class TestBase64Stream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameForEveryCut();
    void takesMissingPadding();
    void refusesWhatIsNotBase64_data();
    void refusesWhatIsNotBase64();
    void beginsAnewAfterReset();
};

void TestBase64Stream::givesTheSameForEveryCut()
{
    QByteArray bytes;
    for (int length = 0; length < 40; ++length) {
        for (qsizetype piece = 1; piece < 9; ++piece)
            QCOMPARE(decoded(bytes.toBase64(), piece), std::optional(bytes));
        bytes.append(static_cast<char>(length * 41 + 130));
    }
}

void TestBase64Stream::takesMissingPadding()
{
    for (qsizetype piece = 1; piece < 6; ++piece) {
        QCOMPARE(decoded("YQ", piece), std::optional<QByteArray>("a"));
        QCOMPARE(decoded("YWI", piece), std::optional<QByteArray>("ab"));
    }
}

void TestBase64Stream::refusesWhatIsNotBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"Y",
          "YWJjY",
          "YW!j",
          "YW-j",
          "YW_j",
          "YW j",
          "YWJj\n",
          "=",
          "====",
          "Y===",
          "YQ=",
          "YQ=a",
          "YQ==YQ==",
          "YWI=YWI=",
          "YWI=Y",
          "YWJj="})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("NUL") << QByteArray("YW\0j", 4);
    QTest::newRow("high") << QByteArray("YW\xc3\xa4");
}

void TestBase64Stream::refusesWhatIsNotBase64()
{
    QFETCH(QByteArray, text);
    for (qsizetype piece = 1; piece < 10; ++piece)
        QVERIFY2(!decoded(text, piece), qPrintable(QString::number(piece)));
}

void TestBase64Stream::beginsAnewAfterReset()
{
    Base64Stream stream;
    QByteArray out;
    QVERIFY(stream.feed("YQ==", out));
    QVERIFY(!stream.feed("YWJj", out));
    stream.reset();
    out.clear();
    QVERIFY(stream.feed("YWJj", out));
    QVERIFY(stream.finish(out));
    QCOMPARE(out, QByteArray("abc"));
}

QTEST_GUILESS_MAIN(TestBase64Stream)
#include "tst_base64stream.moc"
