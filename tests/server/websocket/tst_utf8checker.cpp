// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/websocket/utf8checker.h"

#include <QStringDecoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::websocket;

class TestUtf8Checker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsValidText_data();
    void acceptsValidText();
    void refusesInvalidText_data();
    void refusesInvalidText();
    void agreesWithQtOnEveryCodePoint();
    void agreesWithQtOnEveryPairAndTriple();
};

namespace {

/// As one piece and cut at every place.
bool validHoweverCut(const QByteArray &bytes, bool expected)
{
    if (isUtf8(bytes) != expected)
        return false;
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        Utf8Checker checker;
        const bool valid = checker.feed(QByteArrayView(bytes).first(at))
            && checker.feed(QByteArrayView(bytes).sliced(at)) && checker.isComplete();
        if (valid != expected)
            return false;
    }
    return true;
}

bool validToQt(QByteArrayView bytes)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8,
        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes;
}

} // namespace

void TestUtf8Checker::acceptsValidText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("ascii") << "Hello, world, this is longer than a word"_ba;
    QTest::newRow("nul") << QByteArray("\0a\0", 3);
    QTest::newRow("greek") << "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5"_ba;
    QTest::newRow("mixed") << "Hello-\xc2\xb5@\xc3\x9f\xc3\xb6\xc3\xa4\xc3\xbc\xc3\xa0\xc3\xa1"_ba;
    QTest::newRow("first of 2") << "\xc2\x80"_ba;
    QTest::newRow("last of 2") << "\xdf\xbf"_ba;
    QTest::newRow("first of 3") << "\xe0\xa0\x80"_ba;
    QTest::newRow("last of 3") << "\xef\xbf\xbf"_ba;
    QTest::newRow("first of 4") << "\xf0\x90\x80\x80"_ba;
    QTest::newRow("last of 4") << "\xf4\x8f\xbf\xbf"_ba;
    QTest::newRow("before surrogates") << "\xed\x9f\xbf"_ba;
    QTest::newRow("after surrogates") << "\xee\x80\x80"_ba;
    QTest::newRow("replacement character") << "\xef\xbf\xbd"_ba;
    QTest::newRow("non-characters") << "\xef\xb7\x90\xef\xbf\xbe\xf0\x9f\xbf\xbe"_ba;
    QTest::newRow("byte order mark") << "\xef\xbb\xbfx"_ba;
}

void TestUtf8Checker::acceptsValidText()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(validHoweverCut(bytes, true));
}

void TestUtf8Checker::refusesInvalidText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray greek = "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5"_ba;
    QTest::newRow("surrogate in text") << greek + "\xed\xa0\x80" + "edited";
    QTest::newRow("above the last") << greek + "\xf4\x90\x80\x80" + "edited";
    QTest::newRow("impossible FE") << "\xfe"_ba;
    QTest::newRow("impossible FF") << "\xff"_ba;
    QTest::newRow("FE FE FF FF") << "\xfe\xfe\xff\xff"_ba;
    QTest::newRow("five bytes") << "\xf8\x88\x80\x80\x80"_ba;
    QTest::newRow("six bytes") << "\xfc\x84\x80\x80\x80\x80"_ba;
    QTest::newRow("lone continuation 80") << "\x80"_ba;
    QTest::newRow("lone continuation BF") << "\xbf"_ba;
    QTest::newRow("continuation after a word") << "12345678\x80"_ba;
    QTest::newRow("two continuations") << "\x80\xbf"_ba;
    QTest::newRow("half of 2") << "\xc3"_ba;
    QTest::newRow("two thirds of 3") << "\xe2\x82"_ba;
    QTest::newRow("three quarters of 4") << "\xf0\x9f\x98"_ba;
    QTest::newRow("lead then blank") << "\xc3 "_ba;
    QTest::newRow("lead then lead") << "\xe2\x82\xe2\x82\xac"_ba;
    QTest::newRow("overlong slash of 2") << "\xc0\xaf"_ba;
    QTest::newRow("overlong slash of 3") << "\xe0\x80\xaf"_ba;
    QTest::newRow("overlong slash of 4") << "\xf0\x80\x80\xaf"_ba;
    QTest::newRow("highest overlong of 2") << "\xc1\xbf"_ba;
    QTest::newRow("highest overlong of 3") << "\xe0\x9f\xbf"_ba;
    QTest::newRow("highest overlong of 4") << "\xf0\x8f\xbf\xbf"_ba;
    QTest::newRow("overlong nul") << "\xc0\x80"_ba;
    QTest::newRow("first surrogate") << "\xed\xa0\x80"_ba;
    QTest::newRow("last surrogate") << "\xed\xbf\xbf"_ba;
    QTest::newRow("surrogate pair") << "\xed\xa0\x80\xed\xb0\x80"_ba;
    QTest::newRow("F5") << "\xf5\x80\x80\x80"_ba;
}

void TestUtf8Checker::refusesInvalidText()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(validHoweverCut(bytes, false));
}

void TestUtf8Checker::agreesWithQtOnEveryCodePoint()
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (!isUtf8(bytes))
            QFAIL(bytes.toHex().constData());
    }
}

void TestUtf8Checker::agreesWithQtOnEveryPairAndTriple()
{
    // The third byte only where bounds lie: each pair with the bytes around them.
    const QByteArray thirds("\x00\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xff", 10);
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            QByteArray bytes(1, static_cast<char>(first));
            bytes += static_cast<char>(second);
            QCOMPARE(isUtf8(bytes), validToQt(bytes));
            for (const char third : thirds) {
                const QByteArray triple = bytes + third;
                QCOMPARE(isUtf8(triple), validToQt(triple));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestUtf8Checker)
#include "tst_utf8checker.moc"
