// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/commandsearch.h"
#include "console/pages/sessions/bandialog.h"
#include "console/translations/translators.h"
#include "tests/console/consolefixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QProgressBar>
#include <QSpinBox>
#include <QToolBar>

using namespace Qt::StringLiterals;
using namespace ct::console;
using ct::test::EdgeServer;

namespace {

/// What a person reads or types into; empty: nothing of this widget is cut off.
QString cutOff(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const bool isField = qobject_cast<const QLineEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QSpinBox *>(&widget);
    if (!label && !button && !isField)
        return {};
    const bool wraps = label && label->wordWrap();
    const int height
        = wraps ? label->heightForWidth(label->width()) : widget.minimumSizeHint().height();
    const int width = wraps || isField ? 0 : widget.minimumSizeHint().width();
    if (widget.height() >= height && widget.width() >= width)
        return {};
    const QString text = label ? label->text() : button ? button->text() : QString();
    return u"%1 %2 “%3” is %4×%5, but needs %6×%7"_s.arg(
        QString::fromLatin1(widget.metaObject()->className()),
        widget.objectName(),
        text,
        QString::number(widget.width()),
        QString::number(widget.height()),
        QString::number(width),
        QString::number(height));
}

} // namespace

/// That in no language anything is cut off, even in a small window.
class TestFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsAllOfEveryPage_data();
    void showsAllOfEveryPage();
    void showsAllOfABan_data() { showsAllOfEveryPage_data(); }
    void showsAllOfABan();
    void showsAllOfACommand();

private:
    static QStringList allCutOff(const QWidget &whole);

    std::unique_ptr<EdgeServer> m_server;
};

void TestFit::initTestCase()
{
    m_server = std::make_unique<EdgeServer>();
    QVERIFY(m_server->isUp());
}

QStringList TestFit::allCutOff(const QWidget &whole)
{
    QStringList faults;
    for (const QWidget *widget : whole.findChildren<QWidget *>()) {
        // Parts of others, which see to them.
        const QWidget *parent = widget->parentWidget();
        const bool isPart = qobject_cast<const QToolBar *>(parent)
            || qobject_cast<const QMenuBar *>(parent) || qobject_cast<const QSpinBox *>(parent)
            || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QLineEdit *>(parent);
        if (!widget->isVisible() || isPart || widget->objectName().startsWith("qt_"_L1))
            continue;
        if (const QString fault = cutOff(*widget); !fault.isEmpty())
            faults.append(fault);
    }
    for (const QHeaderView *header : whole.findChildren<QHeaderView *>()) {
        for (int section = 0; header->isVisible() && section < header->count(); ++section) {
            const bool isWide = header->isSectionHidden(section)
                || header->orientation() == Qt::Vertical
                || header->sectionSize(section) >= header->sectionSizeHint(section);
            if (!isWide)
                faults.append(
                    u"heading "_s
                    + header->model()->headerData(section, Qt::Horizontal).toString());
        }
    }
    return faults;
}

void TestFit::showsAllOfEveryPage_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de", "es", "fr", "ja", "zh_CN"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestFit::showsAllOfEveryPage()
{
    QFETCH(const QString, language);
    QLocale::setDefault(QLocale(language));
    const translations::Translators translators {QLocale(language)};
    ct::test::ConsoleFixture console;
    console.window().resize(880, 560);
    QVERIFY(console.open(*m_server));
    QStringList faults;
    const auto look = [&](const QString &where) {
        QTest::qWait(50);
        for (const QString &fault : allCutOff(console.window()))
            faults.append(where + u": "_s + fault);
    };
    for (const auto &row : pages::pageTable()) {
        console.window().go({}, row.name);
        const auto *page = console.window().findChild<pages::Page *>(row.name);
        QTRY_VERIFY(page->isAnswered() && console.connection().client().isIdle());
        look(row.name);
    }
    // A fault at a field and the sign-in above take room away.
    console.window().go({}, u"credentials"_s);
    console.part<QLineEdit>(u"user"_s)->setText(u"grace"_s);
    console.connection().client().signOut();
    console.pass(std::chrono::minutes(31));
    console.window().findChild<pages::Page *>(u"credentials"_s)->refresh();
    QVERIFY(console.waitFor(api::ConnectionState::SignInNeeded));
    look(u"sign-in"_s);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestFit::showsAllOfABan()
{
    QFETCH(const QString, language);
    QLocale::setDefault(QLocale(language));
    const translations::Translators translators {QLocale(language)};
    pages::BanDialog dialog(
        {u"id"_s, u"Guest 1"_s, u"2001:db8:1234:5678:9abc:def0:1234:5678"_s}, nullptr);
    dialog.show();
    QTest::qWait(50);
    QStringList faults = allCutOff(dialog);
    for (const char *choice : {"banByAddress", "banForTime"})
        dialog.findChild<QAbstractButton *>(QString::fromLatin1(choice))->click();
    QTest::qWait(50);
    faults += allCutOff(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestFit::showsAllOfACommand()
{
    QPixmap large(64, 64);
    large.fill(Qt::red);
    // The first decides on all rows.
    app::CommandSearch search({{u"Über Qt"_s}, {u"Öffnen"_s, {}, QIcon(large)}}, nullptr);
    search.show();
    const auto *list = search.findChild<QListView *>(u"commandList"_s);
    const int letters = list->fontMetrics().height();
    for (int row = 0; row < 2; ++row) {
        const int height = list->visualRect(list->model()->index(row, 0)).height();
        QVERIFY2(
            height >= letters && height >= list->iconSize().height(),
            qPrintable(QString::number(height)));
    }
}

QTEST_MAIN(TestFit)
#include "tst_fit.moc"
