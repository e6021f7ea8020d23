// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/connectionview.h"

#include "console/app/certificatedialog.h"
#include "console/app/signinpanel.h"
#include "console/pages/words/connectiontexts.h"
#include "console/widgets/emptystate.h"
#include "console/widgets/noticebar.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::app {

using api::ConnectionState;
using pages::ConnectionTexts;

ConnectionView::ConnectionView(
    api::Connection &connection, ServerKeeper &keeper, const pages::PageServices &services)
    : m_connection(connection),
      m_keeper(keeper),
      m_services(services),
      m_notice(new widgets::NoticeBar(this)),
      m_act(m_notice->addButton({})),
      m_signIn(new SignInPanel(this)),
      m_stack(new QStackedWidget(this)),
      m_start(new widgets::EmptyState)
{
    m_notice->setObjectName(u"connectionNotice"_s);
    m_act->setObjectName(u"connectionAction"_s);
    m_stack->addWidget(m_start);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_signIn);
    layout->addWidget(m_stack, 1);
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionView::showState);
    connect(m_act, &QPushButton::clicked, this, &ConnectionView::act);
    connect(m_start, &widgets::EmptyState::actionWanted, this, &ConnectionView::act);
    connect(
        m_signIn,
        &SignInPanel::signInWanted,
        this,
        [this](const api::Secret &secret, bool remember) {
            using Remember = ServerKeeper::Remember;
            m_keeper.signIn(m_connection, secret, remember ? Remember::Yes : Remember::No);
        });
    connect(&m_connection, &api::Connection::stateChanged, this, &ConnectionView::follow);
    m_last = m_connection.state();
    follow();
}

ConnectionView::~ConnectionView() = default;

void ConnectionView::follow()
{
    const ConnectionState state = m_connection.state();
    m_wasOnline
        = (m_wasOnline || state == ConnectionState::Online) && state != ConnectionState::Offline;
    if (state == ConnectionState::Reconnecting)
        m_countdown.start();
    else
        m_countdown.stop();
    followSignIn();
    showState();
    makeWantedPage();
    const bool isNews = std::exchange(m_last, state) != state;
    const bool isDoubt = state == ConnectionState::CertificateDoubted
        || state == ConnectionState::CertificateChanged;
    if (isDoubt && isNews && isVisible())
        askAboutCertificate();
}

void ConnectionView::followSignIn()
{
    const ConnectionState state = m_connection.state();
    const bool needed = state == ConnectionState::SignInNeeded;
    const bool waits = state == ConnectionState::SigningIn;
    m_signIn->setVisible(needed || (waits && m_last == ConnectionState::SignInNeeded));
    m_signIn->setWaiting(waits);
    m_signIn->setTitle(tr("Sign in to %1").arg(m_connection.profile().shownName()));
    m_signIn->setUser(m_connection.profile().user);
    if (needed) {
        m_signIn->setFault(ConnectionTexts::signInFault(m_connection));
        m_signIn->begin();
    } else if (!waits) {
        m_signIn->clearSecrets();
    }
}

void ConnectionView::showState()
{
    const QString sentence = ConnectionTexts::sentence(m_connection);
    const QString next = ConnectionTexts::nextTry(m_connection, m_services.clock.now());
    if (m_wasOnline) {
        const bool isStop = m_connection.state() == ConnectionState::CertificateChanged;
        m_notice->setSign(isStop ? QStyle::SP_MessageBoxCritical : QStyle::SP_MessageBoxWarning);
        m_notice->setText(next.isEmpty() ? sentence : sentence + u'\n' + next);
        m_act->setText(action());
        m_act->setVisible(!action().isEmpty());
    } else if (m_connection.state() == ConnectionState::SignInNeeded) {
        m_start->setWords({}, {});
        m_stack->setCurrentWidget(m_start);
    } else {
        QStringList hints {m_connection.failure().detail, next};
        hints.removeAll(QString());
        m_start->setWords(sentence, hints.join(u'\n'), action());
        m_stack->setCurrentWidget(m_start);
    }
    m_notice->setVisible(
        m_wasOnline && !m_connection.isOnline()
        && m_connection.state() != ConnectionState::SignInNeeded);
}

QString ConnectionView::action() const
{
    switch (m_connection.state()) {
    case ConnectionState::Offline:
        return tr("&Connect");
    case ConnectionState::CertificateDoubted:
    case ConnectionState::CertificateChanged:
        return tr("Look at the Certi&ficate…");
    case ConnectionState::NoAdminApi:
    case ConnectionState::ServerTooOld:
    case ConnectionState::ServerTooNew:
        return tr("&Try Again");
    case ConnectionState::Reconnecting:
        return tr("&Try Now");
    default:
        return {};
    }
}

void ConnectionView::act()
{
    switch (m_connection.state()) {
    case ConnectionState::Offline:
        m_keeper.open(m_connection);
        break;
    case ConnectionState::CertificateDoubted:
    case ConnectionState::CertificateChanged:
        askAboutCertificate();
        break;
    case ConnectionState::Online:
    case ConnectionState::SigningIn:
    case ConnectionState::SignInNeeded:
        break;
    default:
        m_connection.open();
    }
}

void ConnectionView::askAboutCertificate()
{
    if (findChild<CertificateDialog *>())
        return;
    const QByteArray shown = m_connection.certificate().sha256;
    auto *dialog = new CertificateDialog(m_connection.certificate(), this);
    connect(dialog, &CertificateDialog::onceWanted, &m_connection, [this, shown] {
        m_connection.trustOnce(shown);
    });
    connect(dialog, &CertificateDialog::forGoodWanted, &m_connection, [this, shown] {
        m_connection.trustForGood(shown);
    });
    dialog->open();
}

void ConnectionView::showPage(const pages::PageRow &row)
{
    m_wanted = &row;
    makeWantedPage();
}

void ConnectionView::makeWantedPage()
{
    if (!m_wasOnline || !m_wanted)
        return;
    pages::Page *&page = m_pages[m_wanted];
    if (!page) {
        page = m_wanted->make(m_connection, m_services).release();
        page->setObjectName(m_wanted->name);
        page->setAccessibleName(m_wanted->shownTitle());
        connect(page, &pages::Page::done, this, &ConnectionView::done);
        m_stack->addWidget(page);
    }
    m_stack->setCurrentWidget(page);
}

pages::Page *ConnectionView::page() const
{
    return qobject_cast<pages::Page *>(m_stack->currentWidget());
}

QStringList ConnectionView::unsaved() const
{
    QStringList titles;
    for (const auto &[row, page] : m_pages) {
        if (page->hasUnsavedChanges())
            titles.append(row->shownTitle());
    }
    return titles;
}

} // namespace ct::console::app
