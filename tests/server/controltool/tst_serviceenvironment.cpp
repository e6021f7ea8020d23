// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/serviceenvironment.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct;
using namespace ct::server::controltool;

class TestServiceEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheServiceReads();
    void leavesWhatIsSetAlone();
    void knowsTheFoldersOfTheUnit();
    void isForNoOtherServer();

private:
    QTemporaryDir m_folder;
};

void TestServiceEnvironment::readsWhatTheServiceReads()
{
    QFile file(m_folder.filePath(u"service"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# CT_HTTP_PORT=1\n; CT_HTTP_PORT=2\n\nCT_HTTP_PORT=1081\nOCT_API_KEY=\"ann:a=b\"\n"
               "OCT_SERVER_OWNER=Our House\nPATH=/evil\nCT_LOG_DIR='/logs'\nrubbish\n");
    file.close();
    const QProcessEnvironment environment = asTheService({}, file.fileName());
    QStringList expected {
        u"CT_HTTP_PORT=1081"_s,
        u"CT_LOG_DIR=/logs"_s,
        u"CT_STATE_DIR=/var/lib/codetogether"_s,
        u"OCT_API_KEY=ann:a=b"_s,
        u"OCT_SERVER_OWNER=Our House"_s};
    QStringList read = environment.toStringList();
    read.sort();
    QCOMPARE(read, expected);
}

void TestServiceEnvironment::leavesWhatIsSetAlone()
{
    QProcessEnvironment own;
    own.insert(u"CT_STATE_DIR"_s, u"/mine"_s);
    QCOMPARE(asTheService(own, {}), own);
    const QProcessEnvironment with = asTheService(own, u"/nowhere"_s);
    QCOMPARE(with.value(u"CT_STATE_DIR"_s), u"/mine"_s);
    QCOMPARE(with.value(u"CT_LOG_DIR"_s), u"/var/log/codetogether"_s);
}

void TestServiceEnvironment::knowsTheFoldersOfTheUnit()
{
    QFile unit(QStringLiteral(CT_SOURCE_DIR "/packaging/systemd/codetogether-edge.service"));
    QVERIFY(unit.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(unit.readAll());
    QVERIFY(text.contains(u"\nEnvironment=CT_STATE_DIR="_s + serviceStateFolder + u'\n'));
    QVERIFY(text.contains(u"\nEnvironment=CT_LOG_DIR="_s + serviceLogFolder + u'\n'));
    QVERIFY(text.contains(u"\nEnvironmentFile=-"_s + serviceFile + u'\n'));
}

void TestServiceEnvironment::isForNoOtherServer()
{
    Options options;
    options.environmentFile = u"/named"_s;
    QCOMPARE(environmentFile(options, {}), u"/named"_s);
    options.environmentFile.clear();
    options.places.append(u"--state-dir=/mine"_s);
    QCOMPARE(environmentFile(options, {}), QString());
    QProcessEnvironment own;
    own.insert(u"CT_STATE_DIR"_s, u"/mine"_s);
    QCOMPARE(environmentFile({}, own), QString());
}

QTEST_GUILESS_MAIN(TestServiceEnvironment)
#include "tst_serviceenvironment.moc"
