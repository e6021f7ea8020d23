// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engineio/base64.h"

#include <QTest>

#include <numeric>

using namespace ct::server::engineio;
using namespace Qt::StringLiterals;

class TestBase64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatQtWrites();
    void readsBackAllLengths();
    void stopsAtTheFirstOddGroup();
    void leavesWhatIsLessThanAGroup();
};

namespace {

/// Every byte there is, more than once.
QByteArray allBytes()
{
    QByteArray bytes(3 * 256 + 1, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    return bytes;
}

} // namespace

void TestBase64::writesWhatQtWrites()
{
    const QByteArray bytes = allBytes();
    for (qsizetype length = 0; length <= bytes.size(); ++length) {
        QByteArray out = "before"_ba;
        appendBase64(out, bytes.first(length));
        QCOMPARE(out, "before" + bytes.first(length).toBase64());
    }
}

void TestBase64::readsBackAllLengths()
{
    const QByteArray bytes = allBytes();
    for (qsizetype length = 0; length <= bytes.size(); length += 3) {
        const QByteArray text = bytes.first(length).toBase64();
        QByteArray out = "before"_ba;
        QCOMPARE(decodePlainGroups(out, text), text.size());
        QCOMPARE(out, "before" + bytes.first(length));
    }
}

void TestBase64::stopsAtTheFirstOddGroup()
{
    const QByteArray text = "QUJDREVGR0hJ"_ba;
    for (int value = 0; value < 256; ++value) {
        const auto odd = static_cast<char>(value);
        const bool isPlain = (odd >= 'A' && odd <= 'Z') || (odd >= 'a' && odd <= 'z')
            || (odd >= '0' && odd <= '9') || odd == '+' || odd == '/';
        for (qsizetype at = 4; at < 8; ++at) {
            QByteArray changed = text;
            changed[at] = odd;
            QByteArray out;
            QCOMPARE(decodePlainGroups(out, changed), isPlain ? 12 : 4);
            QCOMPARE(out, isPlain ? QByteArray::fromBase64(changed) : "ABC"_ba);
        }
    }
}

void TestBase64::leavesWhatIsLessThanAGroup()
{
    QByteArray out;
    QCOMPARE(decodePlainGroups(out, "QUJDREV"), 4);
    QCOMPARE(out, "ABC"_ba);
    QCOMPARE(decodePlainGroups(out, "QUI"), 0);
    QCOMPARE(decodePlainGroups(out, {}), 0);
    QCOMPARE(out, "ABC"_ba);
}

QTEST_APPLESS_MAIN(TestBase64)
#include "tst_base64.moc"
