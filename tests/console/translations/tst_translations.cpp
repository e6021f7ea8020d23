// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/translations/translators.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source {};
    /// "unfinished", "vanished", "obsolete"; empty: it is translated.
    QString type {};
    /// One, or one for each form of a count.
    QStringList translations {};
    bool isCount = false;
};

QString nameOf(const Message &message)
{
    return message.context + u": "_s + message.source;
}

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value("type"_L1).toString();
    QString text;
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
        if (xml.isStartElement() && xml.name() == "numerusform"_L1)
            message.translations.append(xml.readElementText());
        else if (xml.isCharacters())
            text += xml.text();
    }
    if (!message.isCount)
        message.translations.append(text);
}

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append({context});
            messages.last().isCount = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, messages.last());
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// "%1", "%Ln" and the like, sorted.
QStringList places(const QString &text)
{
    static const QRegularExpression place(uR"(%L?[\dn])"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : place.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(uR"(&\S)"_s);
    return text.contains(mnemonic);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStringIsTranslated_data() { languages(); }
    void everyStringIsTranslated();
    void nothingIsMissingOrLeftOver_data() { languages(); }
    void nothingIsMissingOrLeftOver();
    void countsHaveTheirForms_data();
    void countsHaveTheirForms();
    void areCompiledInAndShown_data();
    void areCompiledInAndShown();

private:
    static void languages();
    static QString pathOf(const QString &language)
    {
        return QStringLiteral(CT_SOURCE_DIR "/translations/console_") + language + u".ts"_s;
    }
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "es", "fr", "ja", "zh_CN", "en"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestTranslations::everyStringIsTranslated()
{
    QFETCH(const QString, language);
    const QList<Message> messages = messagesOf(pathOf(language));
    QVERIFY(!messages.isEmpty());
    QStringList faults;
    for (const Message &message : messages) {
        if (!message.type.isEmpty() || message.translations.isEmpty())
            faults.append(nameOf(message) + u" is "_s + message.type);
        for (const QString &text : message.translations) {
            if (text.isEmpty())
                faults.append(nameOf(message) + u" is empty"_s);
            else if (places(text) != places(message.source))
                faults.append(nameOf(message) + u" has other places: "_s + text);
            else if (hasMnemonic(text) != hasMnemonic(message.source))
                faults.append(nameOf(message) + u" has no mnemonic or one too many: "_s + text);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

// What lupdate would change in a copy is what is wrong with the file.
void TestTranslations::nothingIsMissingOrLeftOver()
{
    QFETCH(const QString, language);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.ts"_s);
    QVERIFY(QFile::copy(pathOf(language), copy));
    QStringList arguments {
        QStringLiteral(CT_SOURCE_DIR "/console"),
        u"-I"_s,
        QStringLiteral(CT_SOURCE_DIR),
        u"-locations"_s,
        u"none"_s,
        u"-disable-heuristic"_s,
        u"sametext"_s,
        u"-disable-heuristic"_s,
        u"similartext"_s};
    if (language == "en"_L1)
        arguments.append(u"-pluralonly"_s);
    arguments += {u"-ts"_s, copy};
    QProcess lupdate;
    lupdate.start(QStringLiteral(CT_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
    const QList<Message> messages = messagesOf(copy);
    QVERIFY(!messages.isEmpty());
    QStringList faults;
    for (const Message &message : messages) {
        if (!message.type.isEmpty())
            faults.append(nameOf(message) + u" is "_s + message.type);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::countsHaveTheirForms_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("forms");
    for (const char *language : {"de", "es", "fr", "en"})
        QTest::newRow(language) << QString::fromLatin1(language) << 2;
    for (const char *language : {"ja", "zh_CN"})
        QTest::newRow(language) << QString::fromLatin1(language) << 1;
}

void TestTranslations::countsHaveTheirForms()
{
    QFETCH(const QString, language);
    QFETCH(const int, forms);
    int counts = 0;
    for (const Message &message : messagesOf(pathOf(language))) {
        if (!message.isCount)
            continue;
        ++counts;
        QVERIFY2(message.translations.size() == forms, qPrintable(nameOf(message)));
    }
    QVERIFY(counts > 5);
}

void TestTranslations::areCompiledInAndShown_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("three");
    QTest::newRow("en") << u"en_GB"_s << u"1 day left"_s << u"3 days left"_s;
    QTest::newRow("de") << u"de_AT"_s << u"noch 1 Tag"_s << u"noch 3 Tage"_s;
    QTest::newRow("fr") << u"fr_FR"_s << u"encore 1 jour"_s << u"encore 3 jours"_s;
    QTest::newRow("es") << u"es_MX"_s << u"queda 1 día"_s << u"quedan 3 días"_s;
    QTest::newRow("ja") << u"ja_JP"_s << u"残り 1 日"_s << u"残り 3 日"_s;
    QTest::newRow("zh") << u"zh_CN"_s << u"剩余 1 天"_s << u"剩余 3 天"_s;
}

void TestTranslations::areCompiledInAndShown()
{
    QFETCH(const QString, language);
    QFETCH(const QString, one);
    QFETCH(const QString, three);
    const ct::console::translations::Translators translators {QLocale(language)};
    const auto days = [](int count) {
        return QCoreApplication::translate("LicenceWords", "%n days left", nullptr, count);
    };
    QCOMPARE(days(1), one);
    QCOMPARE(days(3), three);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
