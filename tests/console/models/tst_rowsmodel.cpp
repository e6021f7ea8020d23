// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/auditmodel.h"
#include "console/models/banmodel.h"
#include "console/models/lockoutmodel.h"
#include "console/models/tokenmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::console::models;

namespace {

ct::protocol::AuditItem item(qint64 entry, const QString &kind = {})
{
    ct::protocol::AuditItem made;
    made.entry = entry;
    made.kind = kind;
    return made;
}

/// As they are shown, by their kinds.
QStringList kinds(const AuditModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.index(row, AuditModel::Kind).data().toString());
    return found;
}

} // namespace

class TestRowsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesRowByRow();
    void showsWhatIsToldTwiceOnce();
    void takesNothingTwiceFromOlderPages();
    void keepsOnlyTheNewest();
    void listsWhoIsKeptOut();
    void listsWhoIsLockedOut();
};

void TestRowsModel::changesRowByRow()
{
    AuditModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFirst({{item(3, u"c"_s), item(2, u"b"_s), item(1, u"a"_s)}, std::nullopt});
    const QPersistentModelIndex chosen(model.index(1, 0));
    model.setFirst({{item(4, u"d"_s), item(2, u"b"_s), item(3, u"c"_s)}, std::nullopt});
    QCOMPARE(kinds(model), QStringList({u"d"_s, u"b"_s, u"c"_s}));
    QCOMPARE(chosen.sibling(chosen.row(), AuditModel::Kind).data().toString(), u"b"_s);
}

// No server should, but one that does must not bring the program down.
void TestRowsModel::showsWhatIsToldTwiceOnce()
{
    AuditModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int time = 0; time < 3; ++time) {
        model.setFirst({{item(2, u"b"_s), item(1, u"a"_s), item(2, u"x"_s)}, std::nullopt});
        QCOMPARE(kinds(model), QStringList({u"b"_s, u"a"_s}));
    }
    model.setFirst({{item(1, u"a"_s), item(1, u"y"_s), item(2, u"b"_s)}, std::nullopt});
    QCOMPARE(kinds(model), QStringList({u"a"_s, u"b"_s}));
}

void TestRowsModel::takesNothingTwiceFromOlderPages()
{
    AuditModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFirst({{item(3, u"c"_s), item(2, u"b"_s)}, 2});
    model.addOlder({{item(2, u"b"_s), item(1, u"a"_s), item(1, u"a"_s)}, std::nullopt});
    QCOMPARE(kinds(model), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    model.addOlder({{item(1, u"a"_s)}, std::nullopt});
    QCOMPARE(model.rowCount(), 3);
}

void TestRowsModel::keepsOnlyTheNewest()
{
    TokenModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ct::protocol::admin::Token> tokens(5);
    for (int count = 0; count < tokens.size(); ++count)
        tokens[count].id = QString::number(count);
    model.append(tokens);
    model.trim(2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.at(0).id, u"3"_s);
}

void TestRowsModel::listsWhoIsKeptOut()
{
    BanModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ct::protocol::admin::Ban ada {
        .id = u"1"_s, .session = {}, .by = u"account"_s, .who = u"Ada"_s, .createdBy = u"root"_s};
    const ct::protocol::admin::Ban other {
        .id = u"2"_s,
        .session = u"s"_s,
        .by = u"address"_s,
        .who = u"192.0.2.7"_s,
        .createdBy = u"root"_s};
    model.setRows({ada, other});
    QCOMPARE(model.index(1, BanModel::Who).data().toString(), u"192.0.2.7"_s);
    model.setRows({other});
    QCOMPARE(model.rowCount(), 1);
    for (int column = 0; column < BanModel::Columns; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.index(0, column).data().toString().isEmpty());
    }
}

void TestRowsModel::listsWhoIsLockedOut()
{
    LockoutModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ct::protocol::admin::Lockout lockout {
        .id = u"1"_s, .door = u"login"_s, .address = u"192.0.2.7"_s, .failures = 5};
    model.setRows({lockout});
    lockout.failures = 6;
    model.setRows({lockout});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, LockoutModel::Failures).data().toString(), u"6"_s);
}

QTEST_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"
