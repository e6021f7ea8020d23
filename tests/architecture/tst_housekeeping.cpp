// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Our files under a folder, by their paths.
QStringList filesUnder(const QString &folder, const QStringList &patterns)
{
    QStringList found;
    QDirIterator files(
        QStringLiteral(CT_SOURCE_DIR "/") + folder,
        patterns,
        QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.contains("/node_modules/"_L1))
            found.append(path);
    }
    return found;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestHousekeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileIsTooLong_data();
    void noFileIsTooLong();
    void everySourceNamesItsLicence();
    void noSourceHoldsASecret();
    void pagesKeepToTheirPolicy();
    void pagesNameNoOtherHost();
    void pagesSpeakBothLanguagesAlike_data();
    void pagesSpeakBothLanguagesAlike();
};

void TestHousekeeping::noFileIsTooLong_data()
{
    QTest::addColumn<QStringList>("patterns");
    const QStringList cpp {u"*.cpp"_s, u"*.h"_s};
    QTest::newRow("shared") << cpp;
    QTest::newRow("server") << cpp;
    QTest::newRow("console") << cpp;
    QTest::newRow("tests") << QStringList {u"*.cpp"_s, u"*.h"_s, u"*.mjs"_s};
    QTest::newRow("resources") << QStringList {u"*.html"_s, u"*.css"_s, u"*.js"_s};
}

void TestHousekeeping::noFileIsTooLong()
{
    QFETCH(QStringList, patterns);
    QStringList faults;
    for (const QString &path : filesUnder(QString::fromLatin1(QTest::currentDataTag()), patterns)) {
        const qsizetype lines = textOf(path).count(u'\n');
        const qsizetype most = path.endsWith(".h"_L1) ? 200 : 500;
        if (lines > most)
            faults.append(path + u" has "_s + QString::number(lines) + u" lines"_s);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestHousekeeping::everySourceNamesItsLicence()
{
    const QStringList patterns {u"*.cpp"_s, u"*.h"_s, u"*.mjs"_s, u"*.js"_s, u"*.css"_s};
    for (const QString &folder :
         {u"shared"_s, u"server"_s, u"console"_s, u"tests"_s, u"resources"_s}) {
        for (const QString &path : filesUnder(folder, patterns)) {
            const QStringList lines = textOf(path).split(u'\n').mid(0, 5);
            QVERIFY2(
                lines.join(u'\n').contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1),
                qPrintable(path));
        }
    }
}

// What looks like a key somebody made once: long, and of letters of both kinds and digits. Whoever
// follows a hint to the letter would have a secret that everybody knows.
void TestHousekeeping::noSourceHoldsASecret()
{
    static const QRegularExpression key(
        uR"((?<![\w+/])(?<!sha512-)(?!ABCDEF)(?=[A-Za-z+/]*\d)(?=[a-z\d+/]*[A-Z])(?=[A-Z\d+/]*[a-z])[\w+/]{32,})"_s);
    QVERIFY(
        key.match(u"needs 32 bytes; Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdo+x/yz makes one"_s).hasMatch());
    for (const QString &folder :
         {u"shared"_s, u"server"_s, u"console"_s, u"resources"_s, u"packaging"_s}) {
        for (const QString &path : filesUnder(folder, {u"*"_s})) {
            const QRegularExpressionMatch match = key.match(textOf(path));
            QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
        }
    }
}

// Their Content-Security-Policy forbids these, and a browser would drop them without a word.
void TestHousekeeping::pagesKeepToTheirPolicy()
{
    static const QRegularExpression forbidden(
        uR"(<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringList pages = filesUnder(u"resources"_s, {u"*.html"_s});
    QVERIFY(!pages.isEmpty());
    for (const QString &path : pages) {
        const QRegularExpressionMatch match = forbidden.match(textOf(path));
        QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
    }
}

void TestHousekeeping::pagesNameNoOtherHost()
{
    static const QRegularExpression host(uR"(\b(https?|wss?)://|["'(]//\w)"_s);
    for (const QString &path : filesUnder(u"resources"_s, {u"*.html"_s, u"*.css"_s, u"*.js"_s})) {
        const QRegularExpressionMatch match = host.match(textOf(path));
        QVERIFY2(!match.hasMatch(), qPrintable(path + u": "_s + match.captured()));
    }
}

void TestHousekeeping::pagesSpeakBothLanguagesAlike_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("login") << u"login/texts.js"_s;
    QTest::newRow("clients") << u"clients/texts.js"_s;
    QTest::newRow("dashboard") << u"dashboard/texts.js"_s;
}

void TestHousekeeping::pagesSpeakBothLanguagesAlike()
{
    QFETCH(const QString, file);
    const QString script = textOf(QStringLiteral(CT_SOURCE_DIR "/resources/") + file);
    QHash<QString, QStringList> keys;
    QString language;
    for (const QString &line : script.split(u'\n')) {
        static const QRegularExpression table(uR"(^    (en|de): \{$)"_s);
        static const QRegularExpression entry(uR"(^        (\w+):)"_s);
        if (const auto match = table.match(line); match.hasMatch())
            language = match.captured(1);
        else if (const auto text = entry.match(line); text.hasMatch())
            keys[language].append(text.captured(1));
    }
    QVERIFY(keys.value(u"en"_s).size() > 10);
    QCOMPARE(keys.value(u"de"_s), keys.value(u"en"_s));
}

QTEST_GUILESS_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
