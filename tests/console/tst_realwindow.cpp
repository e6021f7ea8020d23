// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program itself, on an X server (tests/console/withdisplay), by keyboard.

#include "tests/console/edgeserver.h"
#include "tests/support/patience.h"

#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QProcess>
#include <QRasterWindow>
#include <QScreen>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using ct::test::EdgeServer;

namespace {

/// What the xdotool program says; empty when it fails, as it does when nothing is found.
QString tool(const QStringList &arguments)
{
    QProcess process;
    process.start(u"xdotool"_s, arguments);
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/// Visible windows whose titles are like that, by their ids.
QStringList windows(const QString &title)
{
    return tool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, title})
        .split(u'\n', Qt::SkipEmptyParts);
}

QRect place(const QString &window)
{
    QHash<QString, int> values;
    for (const QString &line : tool({u"getwindowgeometry"_s, u"--shell"_s, window}).split(u'\n'))
        values.insert(line.section(u'=', 0, 0), line.section(u'=', 1).toInt());
    return {values[u"X"_s], values[u"Y"_s], values[u"WIDTH"_s], values[u"HEIGHT"_s]};
}

/// What can be seen there now.
QImage picture(const QRect &part)
{
    const QPixmap all = QGuiApplication::primaryScreen()->grabWindow(0);
    return all.copy(part).toImage().convertToFormat(QImage::Format_RGB32);
}

QHash<QRgb, int> colours(const QImage &image)
{
    QHash<QRgb, int> count;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++count[image.pixel(x, y)];
    }
    return count;
}

/// Letters and lines on a ground, not one colour all over.
bool isDrawn(const QImage &image)
{
    const QHash<QRgb, int> count = colours(image);
    const int most = count.isEmpty() ? 0 : *std::max_element(count.cbegin(), count.cend());
    const qsizetype all = qsizetype {image.width()} * image.height();
    return count.size() > 30 && most < all * 99 / 100;
}

/// Lies above what was there before.
class Cover final : public QRasterWindow
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(QPoint(), size()), Qt::magenta);
    }
};

} // namespace

class TestRealWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_console.kill(); }
    void opensWhatTheCommandLineAsksFor();
    void isSignedInToByKeyboard();
    void drawsItsPages_data();
    void drawsItsPages();
    void findsCommandsByKeyboard();
    void comesToTheFrontWhenStartedAgain();
    void comesBackWhereItWas();

private:
    void start(const QStringList &arguments);
    QProcessEnvironment environment() const;
    QString window() const;
    void key(const QString &keys, const QString &title = {});
    void type(const QString &text) { tool({u"type"_s, u"--delay"_s, u"15"_s, text}); }
    /// How often the server was asked for something that begins so.
    qsizetype asked(const QByteArray &request) const
    {
        return m_server->log(u"access.log"_s).count(request);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<EdgeServer> m_server;
    QProcess m_console;
};

void TestRealWindow::initTestCase()
{
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
    m_server = std::make_unique<EdgeServer>(EdgeServer::withAdministrator());
    QVERIFY(m_server->isUp());
}

QProcessEnvironment TestRealWindow::environment() const
{
    QProcessEnvironment environment;
    for (const char *name : {"PATH", "LD_LIBRARY_PATH", "DISPLAY", "ASAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), m_folder.path());
    return environment;
}

void TestRealWindow::start(const QStringList &arguments)
{
    m_console.setProcessEnvironment(environment());
    m_console.setProcessChannelMode(QProcess::ForwardedChannels);
    m_console.start(qEnvironmentVariable("CT_CONSOLE_BIN"), arguments);
    QVERIFY(m_console.waitForStarted());
}

QString TestRealWindow::window() const
{
    return windows(u"CodeTogether Console$"_s).value(0);
}

void TestRealWindow::key(const QString &keys, const QString &title)
{
    // There is no window manager that would do it.
    const QString to = title.isEmpty() ? window() : windows(title).value(0);
    tool({u"windowfocus"_s, u"--sync"_s, to});
    tool({u"key"_s, keys});
}

void TestRealWindow::opensWhatTheCommandLineAsksFor()
{
    start({u"--connect"_s, m_server->url().toString(), u"--page"_s, u"configuration"_s});
    QTRY_VERIFY(
        !windows(u"^localhost:%1 – CodeTogether Console$"_s.arg(m_server->port())).isEmpty());
    QTRY_VERIFY(asked("GET /api/admin/v1/version") > 0);
    QTRY_VERIFY(isDrawn(picture(place(window()))));
}

void TestRealWindow::isSignedInToByKeyboard()
{
    key(u"Tab"_s);
    key(u"shift+Tab"_s);
    type(m_server->user());
    key(u"Tab"_s);
    type(m_server->password());
    key(u"Return"_s);
    QTRY_VERIFY(asked("POST /api/admin/v1/session") > 0);
    QTRY_VERIFY(asked("GET /api/admin/v1/configuration") > 0);
}

void TestRealWindow::drawsItsPages_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("overview") << u"ctrl+1"_s << "GET /api/admin/v1/overview/history"_ba;
    QTest::newRow("certificate") << u"ctrl+6"_s << "GET /api/admin/v1/certificate"_ba;
    QTest::newRow("audit") << u"ctrl+8"_s << "GET /api/admin/v1/audit"_ba;
}

void TestRealWindow::drawsItsPages()
{
    QFETCH(const QString, keys);
    QFETCH(const QByteArray, request);
    const qsizetype before = asked(request);
    const QImage former = picture(place(window()));
    key(keys);
    QTRY_VERIFY(asked(request) > before);
    const QRect whole = place(window());
    // Right of the list of servers, below the tool bar.
    const QRect page = whole.adjusted(whole.width() / 3, whole.height() / 6, 0, -30);
    QTRY_VERIFY(isDrawn(picture(page)));
    QVERIFY(picture(whole) != former);
}

void TestRealWindow::findsCommandsByKeyboard()
{
    const qsizetype before = asked("GET /api/admin/v1/packages");
    key(u"ctrl+k"_s);
    const QString search = u"^Search for a Command$"_s;
    QTRY_VERIFY(!windows(search).isEmpty());
    key(u"shift"_s, search);
    type(u"packages"_s);
    key(u"Return"_s, search);
    QTRY_VERIFY(asked("GET /api/admin/v1/packages") > before);
    QVERIFY(windows(search).isEmpty());
}

void TestRealWindow::comesToTheFrontWhenStartedAgain()
{
    const QRect whole = place(window());
    Cover cover;
    cover.setGeometry(QGuiApplication::primaryScreen()->geometry());
    cover.show();
    const QRgb magenta = QColor(Qt::magenta).rgb();
    QTRY_COMPARE(picture(whole).pixel(whole.width() / 2, whole.height() / 2), magenta);
    const qsizetype before = asked("GET /api/admin/v1/logs");
    QProcess second;
    second.setProcessEnvironment(environment());
    second.start(qEnvironmentVariable("CT_CONSOLE_BIN"), {u"--page"_s, u"logs"_s});
    QVERIFY(second.waitForFinished(20'000));
    QCOMPARE(second.exitCode(), 0);
    QTRY_VERIFY(asked("GET /api/admin/v1/logs") > before);
    QTRY_VERIFY(!colours(picture(whole)).contains(magenta));
    QCOMPARE(windows(u"CodeTogether Console$"_s).size(), 1);
}

void TestRealWindow::comesBackWhereItWas()
{
    const QRect wanted(60, 40, 980, 640);
    tool({u"windowmove"_s, u"--sync"_s, window(), u"60"_s, u"40"_s});
    tool({u"windowsize"_s, u"--sync"_s, window(), u"980"_s, u"640"_s});
    QTRY_COMPARE(place(window()), wanted);
    key(u"ctrl+q"_s);
    QTRY_COMPARE(m_console.state(), QProcess::NotRunning);
    QCOMPARE(m_console.exitCode(), 0);
    start({});
    // The same server, and it has to be signed in to: nothing was to be remembered.
    QTRY_VERIFY(
        !windows(u"^localhost:%1 – CodeTogether Console$"_s.arg(m_server->port())).isEmpty());
    QTRY_COMPARE(place(window()), wanted);
    QTRY_VERIFY(isDrawn(picture(wanted)));
    const qsizetype before = asked("GET /api/admin/v1/logs");
    key(u"Tab"_s);
    key(u"shift+Tab"_s);
    type(m_server->password());
    key(u"Return"_s);
    // At the page that was shown.
    QTRY_VERIFY(asked("GET /api/admin/v1/logs") > before);
    key(u"ctrl+q"_s);
    QTRY_COMPARE(m_console.state(), QProcess::NotRunning);
}

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "xcb");
    const QGuiApplication application(argc, argv);
    TestRealWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_realwindow.moc"
