// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/moments.h"

#include "console/app/certificatedialog.h"
#include "console/pages/packages/packageuploads.h"
#include "console/widgets/comparisondialog.h"
#include "shared/protocol/admin/bans.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/settings.h"
#include "tests/support/zips.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTreeView>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ct::test {

namespace {

using console::app::CertificateDialog;
using console::pages::Page;
using console::widgets::ComparisonDialog;
namespace wire = protocol::admin;

constexpr int patience = 15'000;

bool cameAbout(const QString &what, const std::function<bool()> &condition)
{
    if (QTest::qWaitFor(condition, patience))
        return true;
    std::fputs(qPrintable(u"in vain: %1\n"_s.arg(what)), stderr);
    return false;
}

/// One round through everything, of one console.
class Moments
{
public:
    Moments(ConsoleFixture &console, const EdgeServer &edge, const Camera &camera)
        : m_console(console),
          m_edge(edge),
          m_camera(camera)
    { }

    bool ban();
    bool makeToken();
    bool previewLicence(const QString &name, const QByteArray &licence);
    bool compareMetrics();
    bool offerPackages();
    bool signInAgain();

private:
    bool open(const QString &page);
    template<typename Widget>
    Widget &part(const char *name)
    {
        return *m_console.part<Widget>(QString::fromLatin1(name));
    }
    void click(const char *name) { part<QAbstractButton>(name).click(); }
    void take(const QString &name) { m_camera.take(m_console.window(), name); }
    /// The dialog that has come up; it is closed.
    template<typename Dialog>
    bool takeDialog(const QString &name);
    /// Sends it, whatever comes of it.
    bool send(const console::api::Request &request);

    ConsoleFixture &m_console;
    const EdgeServer &m_edge;
    const Camera &m_camera;
};

bool Moments::open(const QString &page)
{
    m_console.window().go({}, page);
    return cameAbout(page, [&] {
        auto *shown = m_console.window().findChild<Page *>(page);
        return shown && shown->isVisible() && shown->isAnswered()
            && m_console.connection().client().isIdle();
    });
}

template<typename Dialog>
bool Moments::takeDialog(const QString &name)
{
    const auto find = [this] {
        return m_console.window().findChild<Dialog *>();
    };
    if (!cameAbout(name, [&] { return find() && find()->isVisible(); }))
        return false;
    m_camera.take(*find(), name);
    find()->close();
    return cameAbout(name + u" closes"_s, [&] { return !find(); });
}

bool Moments::send(const console::api::Request &request)
{
    bool isDone = false;
    m_console.connection().client().askRaw(
        request, &m_console.window(), [&isDone](const auto &) { isDone = true; });
    return cameAbout(QString::fromLatin1(request.operation), [&] { return isDone; });
}

bool Moments::ban()
{
    if (!open(u"sessions"_s))
        return false;
    auto &tree = part<QTreeView>("sessionTree");
    QModelIndex session = tree.model()->index(0, 0);
    while (session.isValid() && tree.model()->rowCount(session) < 2)
        session = session.siblingAtRow(session.row() + 1);
    tree.setCurrentIndex(session);
    click("sessionAction");
    if (!takeDialog<QMessageBox>(u"dialog-end"_s))
        return false;
    tree.setCurrentIndex(tree.model()->index(1, 0, session));
    click("banAction");
    auto *dialog = m_console.window().findChild<QDialog *>(u"banDialog"_s);
    if (!dialog)
        return false;
    m_camera.take(*dialog, u"dialog-ban"_s);
    click("banByAddress");
    click("banForTime");
    m_camera.take(*dialog, u"dialog-ban-2"_s);
    click("banByAccount");
    click("banForSession");
    click("sureToBan");
    if (!cameAbout(u"the ban"_s, [&] { return part<QTableView>("bans").isVisible(); }))
        return false;
    take(u"sessions-banned"_s);
    std::optional<wire::Bans> bans;
    m_console.connection().client().ask<wire::Bans>(
        {"listBans"}, &m_console.window(), [&bans](const auto &list) {
            bans = list ? *list : wire::Bans();
        });
    if (!cameAbout(u"the bans"_s, [&] { return bans.has_value(); }))
        return false;
    for (const wire::Ban &one : bans->bans)
        send({"liftBan", {one.id}});
    return true;
}

bool Moments::makeToken()
{
    if (!open(u"credentials"_s))
        return false;
    part<QLineEdit>("tokenName").setText(u"nightly export"_s);
    click("makeToken");
    auto &secret = part<QLineEdit>("tokenSecret");
    if (!cameAbout(u"the token"_s, [&] { return secret.isVisible(); }))
        return false;
    take(u"credentials-token"_s);
    click("hideToken");
    part<QTableView>("tokens").selectRow(0);
    click("revokeToken");
    return takeDialog<QMessageBox>(u"dialog-revoke"_s);
}

bool Moments::previewLicence(const QString &name, const QByteArray &licence)
{
    if (!open(u"licence"_s))
        return false;
    auto &differences = part<QTableWidget>("licenceDifferences");
    part<QPlainTextEdit>("licenceText").setPlainText(QString::fromUtf8(licence));
    if (!cameAbout(name, [&] { return differences.isVisible(); }))
        return false;
    auto *page = m_console.window().findChild<Page *>(u"licence"_s);
    for (QScrollArea *scroll : page->findChildren<QScrollArea *>())
        scroll->ensureWidgetVisible(&differences);
    take(name);
    page->discardChanges();
    return true;
}

bool Moments::compareMetrics()
{
    if (!open(u"metrics"_s))
        return false;
    auto &port = part<QSpinBox>("metricsPort");
    auto &mode = part<QComboBox>("metricsMode");
    mode.setCurrentIndex(mode.findData(u"statsd"_s));
    part<QLineEdit>("metricsHost").setText(u"localhost"_s);
    port.setValue(8125);
    click("testMetrics");
    if (!cameAbout(u"the trial"_s, [&] { return m_console.connection().client().isIdle(); }))
        return false;
    take(u"metrics-test"_s);
    // Somebody else is faster.
    console::api::Request request {"setMetricsIntegration"};
    const auto get = [&](const auto &state) {
        static int changes = 0;
        wire::NewMetricsIntegration theirs {
            u"none"_s, u"metrics.example.org"_s, 9000 + ++changes, u"TCP"_s, u"edge"_s};
        request.body = protocol::FieldWriter::objectOf(theirs);
        request.ifMatch = state.etag();
    };
    m_console.connection().client().ask<wire::MetricsIntegration>(
        {"getMetricsIntegration"}, &m_console.window(), get);
    if (!cameAbout(u"the present one"_s, [&] { return request.body.has_value(); })
        || !send(request))
        return false;
    click("saveMetrics");
    if (!takeDialog<ComparisonDialog>(u"dialog-compare"_s))
        return false;
    m_console.window().findChild<Page *>(u"metrics"_s)->discardChanges();
    return true;
}

bool Moments::offerPackages()
{
    if (!open(u"packages"_s))
        return false;
    const QByteArray facts
        = R"({"name":"oct","displayName":"Open Collaboration Tools","publisher":"typefox","version":"0.3.1"})";
    QFile file(m_edge.folder() + u"/open-collaboration-tools-0.3.1.vsix"_s);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(zipOf({{"extension/package.json", facts}})) < 0)
        return false;
    file.close();
    auto *uploads = m_console.part<console::pages::PackageUploads>(u"uploads"_s);
    uploads->add({file.fileName(), m_edge.folder() + u"/nowhere.vsix"_s});
    auto &table = part<QTableView>("packages");
    if (!cameAbout(u"the package"_s, [&] {
            return table.model()->rowCount() == 1 && !uploads->isRunning()
                && m_console.connection().client().isIdle();
        }))
        return false;
    table.selectRow(0);
    take(u"packages-some"_s);
    click("removePackage");
    if (!takeDialog<QMessageBox>(u"dialog-remove"_s))
        return false;
    return send({"removePackage", {u"vscode"_s, u"open-collaboration-tools-0.3.1.vsix"_s}});
}

bool Moments::signInAgain()
{
    if (!open(u"credentials"_s))
        return false;
    auto &user = part<QLineEdit>("user");
    user.setText(u"grace"_s);
    // The sign-in has ended, and nobody was here.
    m_console.connection().client().signOut();
    m_console.pass(std::chrono::minutes(31));
    m_console.window().findChild<Page *>(u"credentials"_s)->refresh();
    if (!m_console.waitFor(console::api::ConnectionState::SignInNeeded))
        return false;
    take(u"signin-again"_s);
    m_console.connection().signIn({m_edge.user(), m_edge.password(), {}});
    if (!m_console.waitFor(console::api::ConnectionState::Online))
        return false;
    m_console.window().findChild<Page *>(u"credentials"_s)->discardChanges();
    return true;
}

/// As the issuer of this build makes it; without one, a made-up one.
QByteArray issuedLicence()
{
    if (!qEnvironmentVariableIsSet("CT_LICENSE_BIN"))
        return {};
    QProcess tool;
    tool.start(
        qEnvironmentVariable("CT_LICENSE_BIN"),
        {u"sign"_s,
         u"--key"_s,
         qEnvironmentVariable("CT_LICENSE_KEY"),
         u"--licensee"_s,
         u"Größe & Söhne AG"_s,
         u"--max-connections"_s,
         u"250"_s,
         u"--expiration"_s,
         QDate::currentDate().addDays(200).toString(u"yyyy/MM/dd"_s)});
    tool.waitForFinished();
    return tool.readAllStandardOutput();
}

} // namespace

bool takeMoments(ConsoleFixture &console, const EdgeServer &edge, const Camera &camera)
{
    Moments moments(console, edge, camera);
    const QByteArray issued = issuedLicence();
    const QByteArray forged
        = "CT_LICENSEE=Acme\nCT_MAXCONNECTIONS=5000\nCT_EXPIRATION=2020/01/31\nCT_SIGNATURE=x\n";
    return moments.ban() && moments.makeToken()
        && (issued.isEmpty() || moments.previewLicence(u"licence-preview"_s, issued))
        && moments.previewLicence(u"licence-forged"_s, forged) && moments.compareMetrics()
        && moments.offerPackages() && moments.signInAgain();
}

bool takeCertificates(ConsoleFixture &console, const EdgeServer &edge, const Camera &camera)
{
    const auto dialog = [&console] {
        return console.window().findChild<CertificateDialog *>();
    };
    const auto takeIt = [&](const QString &name) {
        if (!cameAbout(name, [&] { return dialog() && dialog()->isVisible(); }))
            return false;
        camera.take(*dialog(), u"dialog-"_s + name);
        dialog()->close();
        camera.take(console.window(), name);
        return true;
    };
    console.window().go(edge.httpsUrl().toString(), {});
    if (!takeIt(u"certificate-unknown"_s))
        return false;
    // As if another one had been remembered.
    constexpr int digestSize = 32;
    console.connection(1).trustForGood(QByteArray(digestSize, '\x5a'));
    return takeIt(u"certificate-changed"_s);
}

} // namespace ct::test
