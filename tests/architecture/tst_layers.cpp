// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/architecture/includes.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ct::test;

namespace {

/// Every source of the programs, by its path from the root.
QMap<QString, QString> sources()
{
    QMap<QString, QString> texts;
    const QDir root(QStringLiteral(CT_SOURCE_DIR));
    for (const QString &top : {u"shared"_s, u"server"_s, u"console"_s}) {
        QDirIterator files(
            root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                texts.insert(
                    root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return texts;
}

const Rule *ruleFor(const QList<Rule> &table, const QString &room)
{
    const auto rule = std::find_if(
        table.cbegin(), table.cend(), [&](const Rule &row) { return row.room == room; });
    return rule == table.cend() ? nullptr : &*rule;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRoomHasARow();
    void everyIncludeIsAllowed();
    void noIncludesGoInACircle();
    void noRoomsGoInACircle();
    void serverAndConsoleNeverMeet();
    void onlyTheApplicationKnowsQtHttpServer();
    void onlyTheStoreSpeaksSql();
    void sqlStandsInFilesOfItsOwn();

    void findsTheRoomOfAFile_data();
    void findsTheRoomOfAFile();
    void findsOurIncludes();
    void refusesWhatIsNotListed_data();
    void refusesWhatIsNotListed();
    void findsACycle();
    void findsNoCycleInADiamond();

private:
    /// Files of ours outside of `rooms` that have an #include line beginning with `start`.
    QStringList strayIncludes(const QString &start, const QStringList &rooms) const;

    QMap<QString, QString> m_sources;
    QList<Rule> m_table = includeTable();
};

void TestLayers::initTestCase()
{
    m_sources = sources();
    QVERIFY(m_sources.contains(u"shared/base/result.h"_s));
}

void TestLayers::everyRoomHasARow()
{
    for (auto path = m_sources.keyBegin(); path != m_sources.keyEnd(); ++path)
        QVERIFY2(ruleFor(m_table, roomOf(*path)), qPrintable(*path + u": no row for its room"_s));
}

void TestLayers::everyIncludeIsAllowed()
{
    QStringList faults;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        const Rule *rule = ruleFor(m_table, roomOf(source.key()));
        for (const QString &included : ownIncludes(source.value())) {
            if (rule && !isAllowed(*rule, included))
                faults.append(source.key() + u" must not include "_s + included);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayers::noIncludesGoInACircle()
{
    Graph graph;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source)
        graph.insert(source.key(), ownIncludes(source.value()));
    QCOMPARE(findCycle(graph), QStringList {});
}

void TestLayers::noRoomsGoInACircle()
{
    Graph graph;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        const QString room = roomOf(source.key());
        for (const QString &included : ownIncludes(source.value())) {
            if (const QString target = roomOf(included); target != room)
                graph[room].append(target);
        }
    }
    QCOMPARE(findCycle(graph), QStringList {});
}

void TestLayers::serverAndConsoleNeverMeet()
{
    for (const Rule &rule : m_table) {
        if (rule.room.startsWith("server"_L1))
            QVERIFY(!isAllowed(rule, u"console/api/serverclient.h"_s));
        else
            QVERIFY(!isAllowed(rule, u"server/net/netconfig.h"_s));
    }
}

QStringList TestLayers::strayIncludes(const QString &start, const QStringList &rooms) const
{
    QStringList strays;
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source) {
        if (source.value().contains(start) && !rooms.contains(roomOf(source.key())))
            strays.append(source.key());
    }
    return strays;
}

void TestLayers::onlyTheApplicationKnowsQtHttpServer()
{
    const QStringList rooms {u"server/application"_s, u"server/compat"_s};
    QCOMPARE(strayIncludes(u"#include <QHttpServer"_s, rooms), QStringList {});
    QCOMPARE(strayIncludes(u"#include <QAbstractHttpServer"_s, rooms), QStringList {});
}

void TestLayers::onlyTheStoreSpeaksSql()
{
    const QStringList rooms {u"server/store"_s};
    QCOMPARE(strayIncludes(u"#include <QSql"_s, rooms), QStringList {});
    QCOMPARE(strayIncludes(u"#include <QtSql"_s, rooms), QStringList {});
}

// Where a value could be glued into it. Pragmas and transactions have none.
void TestLayers::sqlStandsInFilesOfItsOwn()
{
    static const QRegularExpression sql(uR"("\s*(SELECT|INSERT|UPDATE|DELETE|CREATE)\s)"_s);
    for (auto source = m_sources.cbegin(); source != m_sources.cend(); ++source)
        QVERIFY2(!source->contains(sql), qPrintable(source.key()));
}

void TestLayers::findsTheRoomOfAFile_data()
{
    QTest::addColumn<QString>("room");
    QTest::newRow("server/net/netconfig.h") << u"server/net"_s;
    QTest::newRow("console/pages/server/serverpage.cpp") << u"console/pages"_s;
    QTest::newRow("server/main.cpp") << u"server"_s;
}

void TestLayers::findsTheRoomOfAFile()
{
    QFETCH(QString, room);
    QCOMPARE(roomOf(QString::fromLatin1(QTest::currentDataTag())), room);
}

void TestLayers::findsOurIncludes()
{
    const QString text
        = u"#pragma once\n#include \"shared/base/error.h\"\n#include <QString>\n"
          u"  #  include <server/net/netconfig.h>\n// #include \"server/app/app.h\"\n"
          u"#include \"tests/support/fakeclock.h\"\n"_s;
    const QStringList expected {
        u"shared/base/error.h"_s, u"server/net/netconfig.h"_s, u"tests/support/fakeclock.h"_s};
    QCOMPARE(ownIncludes(text), expected);
}

void TestLayers::refusesWhatIsNotListed_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("included");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QString &room, const QString &file, bool allowed) {
        QTest::newRow(name) << room << file << allowed;
    };
    row("own room", u"server/net"_s, u"server/net/netconfig.h"_s, true);
    row("folder", u"server/net"_s, u"shared/base/error.h"_s, true);
    row("downwards", u"server/front"_s, u"server/net/netconfig.h"_s, true);
    row("upwards", u"server/net"_s, u"server/front/frontconfig.h"_s, false);
    row("base knows nobody", u"shared/base"_s, u"shared/protocol/meta.h"_s, false);
    row("one header", u"server/session"_s, u"server/auth/user.h"_s, true);
    row("its neighbour", u"server/session"_s, u"server/auth/tokenservice.h"_s, false);
    row("config's headers", u"server/config"_s, u"server/front/frontconfig.h"_s, true);
    row("no other header", u"server/config"_s, u"server/front/front.h"_s, false);
    row("fakes", u"server/net"_s, u"tests/support/fakeclock.h"_s, false);
    row("similar name", u"server/http"_s, u"shared2/base/error.h"_s, false);
    row("api knows no page", u"console/api"_s, u"console/pages/server/serverpage.h"_s, false);
}

void TestLayers::refusesWhatIsNotListed()
{
    QFETCH(QString, room);
    QFETCH(QString, included);
    QFETCH(bool, allowed);
    const Rule *rule = ruleFor(m_table, room);
    QVERIFY(rule);
    QCOMPARE(isAllowed(*rule, included), allowed);
}

void TestLayers::findsACycle()
{
    const Graph graph {{u"a"_s, {u"b"_s}}, {u"b"_s, {u"c"_s}}, {u"c"_s, {u"b"_s}}};
    const QStringList expected {u"b"_s, u"c"_s, u"b"_s};
    QCOMPARE(findCycle(graph), expected);
}

void TestLayers::findsNoCycleInADiamond()
{
    const Graph graph {{u"a"_s, {u"b"_s, u"c"_s}}, {u"b"_s, {u"d"_s}}, {u"c"_s, {u"d"_s}}};
    QCOMPARE(findCycle(graph), QStringList {});
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
