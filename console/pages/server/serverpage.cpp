// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/server/serverpage.h"

#include "console/api/serveraddress.h"
#include "console/api/serverclient.h"
#include "console/pages/server/certificatedialog.h"
#include "console/pages/words/failuretexts.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

/// Plain, since the words are the server's; selectable, so that they can be put into a report.
QLabel *valueLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString shortTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

ServerPage::ServerPage(api::ServerClient &client, QWidget *parent)
    : QWidget(parent),
      m_client(client)
{
    auto *layout = new QVBoxLayout(this);
    buildAddressRow(*layout);
    m_failure = valueLabel(u"failure"_s);
    m_failure->hide();
    layout->addWidget(m_failure);
    buildState(*layout);
    layout->addStretch();
    setAsking(false);

    connect(&m_client, &api::ServerClient::stateReceived, this, &ServerPage::showState);
    connect(&m_client, &api::ServerClient::failed, this, [this](const api::Failure &failure) {
        showFailure(FailureTexts::sentence(failure.kind), failure.detail);
    });
    connect(
        &m_client, &api::ServerClient::certificateDoubted, this, &ServerPage::askAboutCertificate);
}

void ServerPage::buildAddressRow(QVBoxLayout &layout)
{
    m_address = new QLineEdit;
    m_address->setObjectName(u"address"_s);
    m_address->setPlaceholderText(u"https://edge.example.org"_s);
    m_address->setClearButtonEnabled(true);
    auto *label = new QLabel(tr("&Server address:"));
    label->setBuddy(m_address);
    m_connect = new QPushButton;
    m_connect->setObjectName(u"connect"_s);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->setAccessibleName(tr("Asking the server"));
    QSizePolicy keepsItsPlace = m_progress->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsPlace);

    auto *row = new QHBoxLayout;
    row->addWidget(m_address);
    row->addWidget(m_connect);
    layout.addWidget(label);
    layout.addLayout(row);
    layout.addWidget(m_progress);
    connect(m_address, &QLineEdit::returnPressed, this, &ServerPage::connectToServer);
    connect(m_connect, &QPushButton::clicked, this, &ServerPage::connectOrCancel);
}

void ServerPage::buildState(QVBoxLayout &layout)
{
    m_owner = valueLabel(u"owner"_s);
    m_version = valueLabel(u"version"_s);
    m_protocol = valueLabel(u"protocol"_s);
    m_transports = valueLabel(u"transports"_s);
    m_health = valueLabel(u"health"_s);
    m_runningSince = valueLabel(u"runningSince"_s);
    m_askedAt = valueLabel(u"askedAt"_s);
    m_healthSign = new QLabel;
    m_healthSign->setObjectName(u"healthSign"_s);

    auto *health = new QHBoxLayout;
    health->addWidget(m_healthSign);
    health->addWidget(m_health, 1);
    m_state = new QGroupBox(tr("Server"));
    auto *form = new QFormLayout(m_state);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name:"), m_owner);
    form->addRow(tr("Version:"), m_version);
    form->addRow(tr("Health:"), health);
    form->addRow(tr("Running since:"), m_runningSince);
    form->addRow(tr("Protocol version:"), m_protocol);
    form->addRow(tr("Transports:"), m_transports);
    form->addRow(tr("Asked at:"), m_askedAt);
    m_state->hide();
    layout.addWidget(m_state);
}

void ServerPage::setAddress(const QString &address)
{
    m_address->setText(address);
}

void ServerPage::connectOrCancel()
{
    if (!m_isAsking) {
        connectToServer();
        return;
    }
    m_client.cancel();
    setAsking(false);
}

void ServerPage::connectToServer()
{
    const Result<QUrl> server = api::serverAddress(m_address->text());
    m_state->hide();
    m_failure->hide();
    if (!server) {
        showFailure(FailureTexts::badAddress());
        m_address->setFocus();
        return;
    }
    m_server = *server;
    setAsking(true);
    m_client.ask(m_server);
}

void ServerPage::setAsking(bool asking)
{
    m_isAsking = asking;
    m_progress->setVisible(asking);
    m_connect->setText(asking ? tr("&Cancel") : tr("&Connect"));
}

void ServerPage::showState(const api::ServerState &state)
{
    setAsking(false);
    m_owner->setText(state.meta.owner);
    m_protocol->setText(state.meta.version);
    m_transports->setText(state.meta.transports.join(u", "_s));
    m_askedAt->setText(shortTime(state.askedAt));
    m_version->setText(state.health ? state.health->version : tr("Not told"));
    m_runningSince->setText(
        state.health ? shortTime(state.askedAt.addSecs(-state.health->uptime.count()))
                     : tr("Not told"));
    showHealth(state.health);
    m_state->show();
    Q_EMIT serverReached(m_server);
}

void ServerPage::showHealth(const std::optional<protocol::Health> &health)
{
    // The signs differ in shape, so that nobody needs to tell their colours apart.
    QStyle::StandardPixmap sign = QStyle::SP_MessageBoxWarning;
    if (!health) {
        sign = QStyle::SP_MessageBoxQuestion;
        m_health->setText(tr("Unknown: this server does not tell its health"));
    } else if (health->status == protocol::HealthStatus::Ok) {
        sign = QStyle::SP_DialogApplyButton;
        m_health->setText(tr("Ready: takes new sessions"));
    } else if (health->status == protocol::HealthStatus::Starting) {
        m_health->setText(tr("Starting: takes no sessions yet"));
    } else {
        m_health->setText(tr("Draining: running sessions go on, new ones are refused"));
    }
    m_healthSign->setPixmap(style()->standardIcon(sign).pixmap(20, 20));
}

void ServerPage::showFailure(const QString &sentence, const QString &detail)
{
    setAsking(false);
    m_failure->setText(detail.isEmpty() ? sentence : sentence + u"\n("_s + detail + u')');
    m_failure->show();
}

void ServerPage::askAboutCertificate(const api::Certificate &certificate)
{
    setAsking(false);
    auto *dialog = new CertificateDialog(certificate, this);
    connect(dialog, &QDialog::accepted, this, [this, certificate] {
        m_client.trust(certificate);
        connectToServer();
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        showFailure(tr("Not connected: the certificate was refused."));
    });
    dialog->open();
}

} // namespace ct::console::pages
