// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/derived.h"
#include "server/config/manpages.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::config;

namespace {

QString pageText(const QString &name)
{
    QFile page(QStringLiteral(CT_SOURCE_DIR "/packaging/reference/") + name);
    return page.open(QIODevice::ReadOnly) ? QString::fromUtf8(page.readAll()) : QString();
}

QString dashed(QString text)
{
    return text.replace(u'-', u"\\-"_s);
}

} // namespace

class TestConfigManPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsNamed();
    void everyGroupIsNamed();
    void saysWhatNeedsARestart();
    void textNeverBecomesARequest();
    void thePagesHaveAPlaceForThem();
};

void TestConfigManPages::everySettingIsNamed()
{
    const QString flags = flagsAsRoff(allSettings(), fixedDefaults());
    const QString settings = settingsAsRoff(allSettings(), fixedDefaults());
    for (const Setting &setting : allSettings()) {
        const QString flag = flagOf(setting.isSecret ? setting.fileVariable() : setting.name);
        QVERIFY2(flags.contains(u"\\-\\-"_s + dashed(flag) + u"= VALUE"_s), qPrintable(flag));
        QVERIFY2(settings.contains(setting.name), qPrintable(setting.name));
        QVERIFY2(settings.contains(dashed(flag)), qPrintable(flag));
    }
}

void TestConfigManPages::everyGroupIsNamed()
{
    const QString settings = settingsAsRoff(allSettings(), fixedDefaults());
    for (const Setting &setting : allSettings())
        QCOMPARE(settings.count(u".SS Group [%1]\n"_s.arg(setting.group)), 1);
}

void TestConfigManPages::saysWhatNeedsARestart()
{
    QList<Setting> settings = allSettings().first(1);
    QVERIFY(!settingsAsRoff(settings, fixedDefaults()).contains(u"Needs a restart"_s));
    settings.first().takesEffect = TakesEffect::AtStart;
    QVERIFY(settingsAsRoff(settings, fixedDefaults()).contains(u"Needs a restart"_s));
}

void TestConfigManPages::textNeverBecomesARequest()
{
    Setting setting = allSettings().constFirst();
    setting.help = u".so /etc/passwd"_s;
    setting.form = u"a back\\slash"_s;
    const QString text = settingsAsRoff({setting}, fixedDefaults());
    QVERIFY(text.contains(u"\n\\&.so /etc/passwd"_s));
    QVERIFY(text.contains(u"a back\\eslash"_s));
}

void TestConfigManPages::thePagesHaveAPlaceForThem()
{
    QVERIFY(pageText(u"codetogether-edge.8.in"_s).contains(u"\n@FLAGS@\n"_s));
    QVERIFY(pageText(u"codetogether.config.5.in"_s).contains(u"\n@SETTINGS@\n"_s));
}

QTEST_APPLESS_MAIN(TestConfigManPages)
#include "tst_configmanpages.moc"
