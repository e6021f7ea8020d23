// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/packagemodel.h"
#include "console/widgets/signlabel.h"
#include "tests/console/pages/desk.h"
#include "tests/support/zips.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using ct::console::models::PackageModel;
using ct::console::widgets::SignLabel;
using ct::test::Desk;
using ct::test::EdgeServer;

namespace {

QByteArray extension(const QByteArray &version)
{
    return ct::test::zipOf(
        {{"extension/package.json",
          R"({"name":"oct","displayName":"Open Collaboration","publisher":"typefox","version":")"
              + version + R"("})"}});
}

} // namespace

/// Packages brought to a real server and taken out again.
class TestPackagesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsDroppedIsOfferedWithItsLink();
    void manyAreSentOneAfterTheOther();
    void whatIsNoPackageIsSaid_data();
    void whatIsNoPackageIsSaid();
    void whatTheServerRefusesIsSaidInItsWords();
    void anUploadThatIsCancelledLeavesNothing();
    void aPackageIsRemovedAfterSayingWhatHappens();
    void nothingIsSentToAServerThatTakesNone();

private:
    QString made(const QString &name, const QByteArray &content) const;
    void drop(const QStringList &files) const;
    QStringList onServer() const;
    QStringList column(int column) const;
    QString outcome() const { return m_desk->part<SignLabel>("uploadOutcome")->words(); }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<QTemporaryDir> m_clients;
    std::unique_ptr<EdgeServer> m_server;
    std::unique_ptr<Desk> m_desk;
};

void TestPackagesPage::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_clients = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<EdgeServer>(
        EdgeServer::Settings {{u"CT_CLIENTS_DIR"_s, m_clients->path()}});
    QVERIFY(m_server->isUp());
    m_desk = std::make_unique<Desk>(*m_server);
    m_desk->open("packages"_L1);
    QTRY_VERIFY(m_desk->page().isAnswered());
}

void TestPackagesPage::cleanup()
{
    m_desk.reset();
    m_server.reset();
}

QString TestPackagesPage::made(const QString &name, const QByteArray &content) const
{
    QFile file(m_files->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void TestPackagesPage::drop(const QStringList &files) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_desk->page(), &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_desk->page(), &drop);
}

QStringList TestPackagesPage::onServer() const
{
    return QDir(m_clients->filePath(u"vscode"_s)).entryList(QDir::Files);
}

QStringList TestPackagesPage::column(int column) const
{
    const QAbstractItemModel *model = m_desk->part<QTableView>("packages")->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, column).data().toString());
    return texts;
}

void TestPackagesPage::whatIsDroppedIsOfferedWithItsLink()
{
    const QSignalSpy done(&m_desk->page(), &ct::console::pages::Page::done);
    drop({made(u"oct-1.2.3.vsix"_s, extension("1.2.3"))});
    QTRY_COMPARE_WITH_TIMEOUT(column(PackageModel::Version), QStringList {u"1.2.3"_s}, 20'000);
    QCOMPARE(onServer(), QStringList {u"oct-1.2.3.vsix"_s});
    QVERIFY2(outcome().contains(u"oct-1.2.3.vsix"_s), qPrintable(outcome()));
    QCOMPARE(done.size(), 1);
    // It is chosen, so that its link can be copied at once.
    m_desk->click("copyLink");
    QCOMPARE(
        QGuiApplication::clipboard()->text(),
        m_server->url().toString() + u"clients/vscode/codetogether-onpremises-1.2.3.vsix"_s);
    m_desk->click("copyDigest");
    QCOMPARE(QGuiApplication::clipboard()->text().size(), 64);
}

void TestPackagesPage::manyAreSentOneAfterTheOther()
{
    drop(
        {made(u"one.vsix"_s, extension("1.0.0")),
         made(u"two.vsix"_s, extension("2.0.0")),
         made(u"three.vsix"_s, extension("3.0.0"))});
    const QStringList versions {u"3.0.0"_s, u"2.0.0"_s, u"1.0.0"_s};
    QTRY_COMPARE_WITH_TIMEOUT(column(PackageModel::Version), versions, 20'000);
    QTRY_VERIFY(
        m_desk->part<QProgressBar>("uploadBar")->isHidden()
        || !m_desk->part<QProgressBar>("uploadBar")->isVisible());
}

void TestPackagesPage::whatIsNoPackageIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("another file") << u"notes.txt"_s;
    QTest::newRow("none at all") << u"nowhere.vsix"_s;
}

void TestPackagesPage::whatIsNoPackageIsSaid()
{
    QFETCH(const QString, name);
    const QString path = name.endsWith(u".txt"_s) ? made(name, "x") : m_files->filePath(name);
    drop({path});
    QTRY_VERIFY(m_desk->part<SignLabel>("uploadOutcome")->isVisible());
    QCOMPARE(QString(m_desk->part<SignLabel>("uploadOutcome")->icon()), u"bad"_s);
    QVERIFY(outcome().contains(name));
    QCOMPARE(onServer(), QStringList {});
}

void TestPackagesPage::whatTheServerRefusesIsSaidInItsWords()
{
    drop({made(u"a name with spaces.vsix"_s, extension("1.0.0"))});
    QTRY_VERIFY2(outcome().contains(u"._+-"_s), qPrintable(outcome()));
    drop({made(u"rubbish.vsix"_s, "no zip")});
    QTRY_VERIFY(outcome().contains(u"rubbish.vsix"_s));
    QCOMPARE(QString(m_desk->part<SignLabel>("uploadOutcome")->icon()), u"bad"_s);
    drop({made(u"twice.vsix"_s, extension("1.0.0"))});
    QTRY_COMPARE(column(PackageModel::Version), QStringList {u"1.0.0"_s});
    drop({made(u"twice.vsix"_s, extension("1.0.1"))});
    QTRY_VERIFY2(outcome().contains(u"remove it first"_s), qPrintable(outcome()));
    QCOMPARE(onServer(), QStringList {u"twice.vsix"_s});
}

void TestPackagesPage::anUploadThatIsCancelledLeavesNothing()
{
    QFile file(m_files->filePath(u"big.vsix"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200LL << 20));
    auto *cancel = m_desk->part<QPushButton>("cancelUpload");
    connect(
        m_desk->part<QProgressBar>("uploadBar"),
        &QProgressBar::valueChanged,
        cancel,
        [cancel](int value) {
            if (value > 0)
                cancel->click();
        },
        Qt::QueuedConnection);
    drop({file.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(outcome().contains(u"keeps nothing"_s), 20'000);
    const QDir uploads(m_clients->filePath(u".uploads"_s));
    QTRY_COMPARE(uploads.entryList(QDir::Files), QStringList {});
    QCOMPARE(onServer(), QStringList {});
}

void TestPackagesPage::aPackageIsRemovedAfterSayingWhatHappens()
{
    drop({made(u"oct.vsix"_s, extension("1.2.3"))});
    QTRY_COMPARE_WITH_TIMEOUT(column(PackageModel::Version), QStringList {u"1.2.3"_s}, 20'000);
    m_desk->part<QTableView>("packages")->selectRow(0);
    m_desk->click("removePackage");
    auto *question = m_desk->part<QMessageBox>("removeQuestion");
    QVERIFY(question);
    for (const QString &word : {u"Open Collaboration 1.2.3"_s, u"oct.vsix"_s, u"VS Code"_s})
        QVERIFY2(question->text().contains(word), qPrintable(question->text()));
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(column(PackageModel::Version), QStringList {});
    QCOMPARE(onServer(), QStringList {});
}

void TestPackagesPage::nothingIsSentToAServerThatTakesNone()
{
    const EdgeServer server({{u"CT_NOCLIENTS"_s, u"true"_s}});
    m_desk = std::make_unique<Desk>(server);
    m_desk->open("packages"_L1);
    QTRY_VERIFY(m_desk->page().isAnswered());
    drop({made(u"oct.vsix"_s, extension("1.2.3"))});
    QVERIFY(!m_desk->part<SignLabel>("uploadOutcome")->isVisible());
    m_desk.reset();
}

QTEST_MAIN(TestPackagesPage)
#include "tst_packagespage.moc"
