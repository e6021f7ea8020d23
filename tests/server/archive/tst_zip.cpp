// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archive/ziprewriter.h"
#include "tests/support/zips.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::archive;
using ct::test::ZipItem;
using ct::test::zipOf;

class TestZip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEntriesInOrder();
    void knowsSafeNames_data();
    void knowsSafeNames();
    void refusesUnsafeEntries();
    void refusesLinks();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void refusesManyEntriesBeforeTheyAreListed();
    void noticesDamage();
    void stopsWhenTold();
    void changesOneEntryOnly();
    void givesTheSameBytesEachTime();
    void tellsWhenItCantWrite();

private:
    QString fileOf(const QByteArray &zip);
    /// What comes of reading it whole.
    static Status readWhole(const QByteArray &zip, const ZipLimits &limits = {});
    /// Name and content of each entry.
    static QList<std::pair<QString, QByteArray>> entriesOf(const QByteArray &zip);

    QTemporaryDir m_folder;
};

void TestZip::initTestCase()
{
    // As the program does it.
    std::setlocale(LC_CTYPE, "C.UTF-8");
}

QString TestZip::fileOf(const QByteArray &zip)
{
    QFile file(m_folder.filePath(u"a.zip"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(zip) != zip.size())
        qFatal("cannot write");
    return file.fileName();
}

Status TestZip::readWhole(const QByteArray &zip, const ZipLimits &limits)
{
    ZipReader reader(limits);
    const Status opened = reader.openBytes(zip);
    return opened ? reader.finish() : opened;
}

QList<std::pair<QString, QByteArray>> TestZip::entriesOf(const QByteArray &zip)
{
    ZipReader reader({});
    QList<std::pair<QString, QByteArray>> entries;
    if (!reader.openBytes(zip))
        return entries;
    while (true) {
        const auto more = reader.next();
        if (!more || !*more)
            return entries;
        const auto content = reader.content(1 << 20);
        entries.append({reader.name(), content ? *content : "?"_ba});
    }
}

void TestZip::readsEntriesInOrder()
{
    const QByteArray big(300'000, 'x');
    const QList<std::pair<QString, QByteArray>> expected {
        {u"b/"_s, {}}, {u"b/Größe.txt"_s, big}, {u"a"_s, "one"}};
    const QByteArray zip
        = zipOf({{"b/", {}, S_IFDIR | 0755}, {"b/Größe.txt"_ba, big}, {"a", "one"}});
    QCOMPARE(entriesOf(zip), expected);
    ZipReader reader({});
    QVERIFY(reader.openFile(fileOf(zip)));
    QVERIFY(reader.next());
    QVERIFY(reader.isFolder());
    QVERIFY(reader.next());
    QCOMPARE(reader.content(1'000).error().code, ErrorCode::TooLarge);
}

void TestZip::knowsSafeNames_data()
{
    QTest::addColumn<bool>("isSafe");
    for (const char *safe : {"a", "a/b.c", "a/", "[Content_Types].xml", "a/..b", "...", "Größe"})
        QTest::newRow(safe) << true;
    for (const char *unsafe :
         {"", "/", "/a", "..", "../a", "a/../b", "a/..", "./a", "a//b", "a\\b", "C:a", "a\nb"})
        QTest::newRow(unsafe) << false;
}

void TestZip::knowsSafeNames()
{
    QFETCH(const bool, isSafe);
    QCOMPARE(isSafeEntryName(QString::fromUtf8(QTest::currentDataTag())), isSafe);
    QVERIFY(!isSafeEntryName(QString(1'001, u'a')));
}

void TestZip::refusesUnsafeEntries()
{
    for (const QByteArray name : {"../a", "/etc/passwd", "a\\..\\..\\b", "a/../../b"}) {
        const Status outcome = readWhole(zipOf({{"good", "x"}, {name, "x"}}));
        QVERIFY2(!outcome, name.constData());
        QCOMPARE(outcome.error().code, ErrorCode::Corrupt);
    }
}

void TestZip::refusesLinks()
{
    const Status outcome = readWhole(zipOf({{"link", "/etc/passwd", S_IFLNK | 0777}}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, u"link is neither file nor folder"_s);
}

void TestZip::keepsToItsLimits_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<bool>("fits");
    constexpr qsizetype mebibyte = 1 << 20;
    QTest::newRow("three entries") << zipOf({{"a"}, {"b"}, {"c"}}) << true;
    QTest::newRow("four entries") << zipOf({{"a"}, {"b"}, {"c"}, {"d"}}) << false;
    // Of one letter it packs to a thousandth.
    QTest::newRow("small bomb") << zipOf({{"a", QByteArray(3 * mebibyte, 'a')}}) << true;
    QTest::newRow("bomb") << zipOf({{"a", QByteArray(5 * mebibyte, 'a')}}) << false;
    QTest::newRow("bomb in parts")
        << zipOf({{"a", QByteArray(3 * mebibyte, 'a')}, {"b", QByteArray(3 * mebibyte, 'a')}})
        << false;
    QByteArray noise(9 * mebibyte, '\0');
    quint32 state = 7;
    for (char &byte : noise) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = static_cast<char>(state >> 24U);
    }
    QTest::newRow("big") << zipOf({{"a", noise}}) << false;
    QTest::newRow("not so big") << zipOf({{"a", noise.first(7 * mebibyte)}}) << true;
}

void TestZip::keepsToItsLimits()
{
    QFETCH(const QByteArray, zip);
    QFETCH(const bool, fits);
    const Status outcome = readWhole(zip, {3, 8LL << 20, 100});
    QCOMPARE(outcome.has_value(), fits);
    if (!fits)
        QCOMPARE(outcome.error().code, ErrorCode::TooLarge);
}

// The library would allocate for each of them before a limit could tell.
void TestZip::refusesManyEntriesBeforeTheyAreListed()
{
    const QByteArray zip = zipOf(QList<ZipItem>(20'000, {"a"}));
    ZipReader reader({3});
    QCOMPARE(reader.openBytes(zip).error().code, ErrorCode::TooLarge);
    QCOMPARE(reader.openFile(fileOf(zip)).error().code, ErrorCode::TooLarge);
    ZipReader patient({6'000});
    QVERIFY(patient.openFile(fileOf(zip)));
}

void TestZip::noticesDamage()
{
    const QByteArray zip = zipOf({{"a", QByteArray("content").repeated(100)}, {"b", "x"}});
    QVERIFY(readWhole(zip));
    QVERIFY(!readWhole({}));
    QVERIFY(!readWhole("no zip"));
    QVERIFY(!readWhole(zip.chopped(30)));
    QByteArray changed = zip;
    changed[35] = static_cast<char>(changed[35] ^ 1);
    const Status outcome = readWhole(changed);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Corrupt);
}

void TestZip::stopsWhenTold()
{
    const QByteArray zip = zipOf({{"a", "x"}});
    std::atomic<bool> isStopped = false;
    ZipLimits limits;
    limits.isStopped = &isStopped;
    QVERIFY(readWhole(zip, limits));
    isStopped = true;
    QCOMPARE(readWhole(zip, limits).error().code, ErrorCode::Unavailable);
}

void TestZip::changesOneEntryOnly()
{
    const QByteArray big(300'000, 'x');
    const QString file
        = fileOf(zipOf({{"a", "1"}, {"x/a", "2"}, {"big", big}, {"z/", {}, S_IFDIR | 0755}}));
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const ZipChange change {u"x/a"_s, 10, [](const QByteArray &content) -> Result<QByteArray> {
                                return QByteArray(content + " and more");
                            }};
    QVERIFY(rewriteZip(file, {}, change, out));
    const QList<std::pair<QString, QByteArray>> expected {
        {u"a"_s, "1"}, {u"x/a"_s, "2 and more"}, {u"big"_s, big}, {u"z/"_s, {}}};
    QCOMPARE(entriesOf(out.data()), expected);
    const ZipChange refusing {u"a"_s, 10, [](const QByteArray &) -> Result<QByteArray> {
                                  return Error {ErrorCode::NotFound, u"no"_s};
                              }};
    QCOMPARE(rewriteZip(file, {}, refusing, out).error().code, ErrorCode::NotFound);
    const ZipChange tooBig {u"big"_s, 10, change.apply};
    QCOMPARE(rewriteZip(file, {}, tooBig, out).error().code, ErrorCode::TooLarge);
}

void TestZip::givesTheSameBytesEachTime()
{
    const QString file = fileOf(zipOf({{"a", "1"}, {"b", QByteArray(10'000, 'b')}}));
    const ZipChange change {u"a"_s, 10, [](const QByteArray &) {
                                return Result<QByteArray>("2");
                            }};
    QBuffer first;
    QBuffer second;
    first.open(QIODevice::WriteOnly);
    second.open(QIODevice::WriteOnly);
    QVERIFY(rewriteZip(file, {}, change, first));
    QVERIFY(rewriteZip(file, {}, change, second));
    QCOMPARE(first.data(), second.data());
}

void TestZip::tellsWhenItCantWrite()
{
    const QString file = fileOf(zipOf({{"a", "1"}}));
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const ZipChange change {u"a"_s, 10, [](const QByteArray &) {
                                return Result<QByteArray>("2");
                            }};
    const Status outcome = rewriteZip(file, {}, change, full);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
