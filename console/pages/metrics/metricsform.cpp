// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/metricsform.h"

#include "console/icons/icon.h"
#include "console/widgets/comparisondialog.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/faultlabel.h"
#include "console/widgets/forms.h"
#include "console/widgets/passwordedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using protocol::admin::MetricsIntegration;
using widgets::named;

namespace {

constexpr int highestPort = 65535;
constexpr int generatedLength = 32;

QString modeName(const QString &mode)
{
    if (mode == "statsd"_L1)
        return u"StatsD"_s;
    if (mode == "prometheus"_L1)
        return u"Prometheus"_s;
    return mode == "both"_L1 ? MetricsForm::tr("StatsD and Prometheus") : MetricsForm::tr("None");
}

} // namespace

MetricsForm::MetricsForm(RandomSource &random)
    : QGroupBox(tr("Where metrics go")),
      m_random(random),
      m_managed(named(new widgets::SignLabel, u"metricsManaged"_s)),
      m_mode(named(new QComboBox, u"metricsMode"_s)),
      m_protocol(named(new QComboBox, u"metricsProtocol"_s)),
      m_host(named(new QLineEdit, u"metricsHost"_s)),
      m_hostFault(new widgets::FaultLabel(*m_host)),
      m_port(named(new QSpinBox, u"metricsPort"_s)),
      m_portFault(new widgets::FaultLabel(*m_port)),
      m_prefix(named(new QLineEdit, u"metricsPrefix"_s)),
      m_prefixFault(new widgets::FaultLabel(*m_prefix)),
      m_token(named(new widgets::PasswordEdit, u"metricsToken"_s)),
      m_tokenFault(new widgets::FaultLabel(*m_token)),
      m_generate(
          named(new QPushButton(icons::icon("generate"_L1), tr("&Generate")), u"generateToken"_s)),
      m_copyToken(named(
          new widgets::CopyButton(tr("&Copy"), [this] { return m_token->text(); }),
          u"copyMetricsToken"_s)),
      m_removeToken(named(
          new QCheckBox(
              tr("Re&move the present token: whoever reaches the server may scrape then")),
          u"removeMetricsToken"_s)),
      m_trials(new QVBoxLayout),
      m_test(named(new QPushButton(icons::icon("test"_L1), tr("&Test")), u"testMetrics"_s)),
      m_save(named(new QPushButton(icons::icon("save"_L1), tr("&Save")), u"saveMetrics"_s)),
      m_discard(named(new QPushButton(tr("&Discard")), u"discardMetrics"_s))
{
    m_protocol->addItems({u"UDP"_s, u"TCP"_s});
    m_port->setRange(1, highestPort);
    build();
    for (QLineEdit *edit : {m_host, m_prefix, static_cast<QLineEdit *>(m_token)})
        connect(edit, &QLineEdit::textChanged, this, &MetricsForm::check);
    for (QComboBox *box : {m_mode, m_protocol})
        connect(box, &QComboBox::currentIndexChanged, this, &MetricsForm::check);
    connect(m_port, &QSpinBox::valueChanged, this, &MetricsForm::check);
    connect(m_removeToken, &QCheckBox::toggled, this, &MetricsForm::check);
    connect(m_generate, &QPushButton::clicked, this, [this] {
        m_token->setText(QString::fromLatin1(randomId(m_random, generatedLength)));
        m_token->setShown(true);
    });
    connect(m_test, &QPushButton::clicked, this, &MetricsForm::testWanted);
    connect(m_save, &QPushButton::clicked, this, &MetricsForm::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &MetricsForm::discard);
}

void MetricsForm::build()
{
    m_host->setPlaceholderText(u"metrics.example.com"_s);
    m_token->setPlaceholderText(tr("Empty: the present one stays"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto faulty = [](QWidget *field, widgets::FaultLabel *fault) {
        return widgets::fieldWithFault(*field, *fault);
    };
    widgets::addRow(*form, tr("&Mode:"), m_mode, *m_mode);
    widgets::addRow(*form, tr("&Protocol:"), m_protocol, *m_protocol);
    widgets::addRow(*form, tr("&Host:"), faulty(m_host, m_hostFault), *m_host);
    widgets::addRow(*form, tr("P&ort:"), faulty(m_port, m_portFault), *m_port);
    widgets::addRow(*form, tr("P&refix:"), faulty(m_prefix, m_prefixFault), *m_prefix);
    widgets::addRow(
        *form,
        tr("To&ken of scrapes:"),
        widgets::fieldWithFault(*m_token, *m_tokenFault, {m_generate, m_copyToken}),
        *m_token);
    form->addRow(QString(), m_removeToken);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_managed);
    column->addLayout(form);
    column->addLayout(m_trials);
    column->addLayout(buttons);
}

void MetricsForm::setState(const MetricsIntegration &state)
{
    const bool isTyped = m_hasState && isChanged();
    m_state = state;
    m_hasState = true;
    if (!isTyped)
        show(state);
    if (state.managedByEnvironment)
        m_managed->setSign(
            "locked"_L1,
            tr("The server's settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can "
               "be changed there only."));
    else if (!state.managedFields.isEmpty())
        m_managed->setSign(
            "locked"_L1,
            tr("The server's settings have some of it: those fields can be changed there only."));
    m_managed->setVisible(state.managedByEnvironment || !state.managedFields.isEmpty());
    check();
}

void MetricsForm::show(const MetricsIntegration &state)
{
    showModes();
    m_mode->setCurrentIndex(m_mode->findData(state.mode));
    m_protocol->setCurrentText(state.statsdProtocol);
    m_host->setText(state.statsdHost);
    m_port->setValue(static_cast<int>(state.statsdPort));
    m_prefix->setText(state.statsdPrefix);
    m_token->clear();
    m_token->setShown(false);
    m_removeToken->setChecked(false);
}

void MetricsForm::showModes()
{
    const QSignalBlocker blocker(m_mode);
    m_mode->clear();
    QStringList modes = m_state.modes;
    if (!modes.contains(m_state.mode))
        modes.append(m_state.mode);
    for (const QString &mode : modes)
        m_mode->addItem(modeName(mode), mode);
}

protocol::admin::NewMetricsIntegration MetricsForm::wanted() const
{
    protocol::admin::NewMetricsIntegration wanted {
        m_mode->currentData().toString(),
        m_host->text().trimmed(),
        m_port->value(),
        m_protocol->currentText(),
        m_prefix->text()};
    if (m_removeToken->isChecked())
        wanted.prometheusToken = QString();
    else if (!m_token->text().isEmpty())
        wanted.prometheusToken = m_token->text();
    return wanted;
}

bool MetricsForm::isChanged() const
{
    return m_hasState && !differences().isEmpty();
}

QList<widgets::Difference> MetricsForm::differences() const
{
    const auto typed = wanted();
    const QString token = m_removeToken->isChecked() ? tr("none") : tr("the one you typed");
    const QList<widgets::Difference> all {
        {tr("Mode"), modeName(m_state.mode), modeName(typed.mode)},
        {tr("Protocol"), m_state.statsdProtocol, typed.statsdProtocol},
        {tr("Host"), m_state.statsdHost, typed.statsdHost},
        {tr("Port"), QString::number(m_state.statsdPort), QString::number(typed.statsdPort)},
        {tr("Prefix"), m_state.statsdPrefix, typed.statsdPrefix},
        {tr("Token of scrapes"), QString(), typed.prometheusToken ? token : QString()}};
    QList<widgets::Difference> different;
    for (const widgets::Difference &one : all) {
        if (one.onServer != one.typed)
            different.append(one);
    }
    return different;
}

void MetricsForm::discard()
{
    show(m_state);
    check();
}

void MetricsForm::setSaving(bool saving)
{
    m_isSaving = saving;
    check();
}

bool MetricsForm::sendsStatsd() const
{
    const QString mode = m_mode->currentData().toString();
    return mode == "statsd"_L1 || mode == "both"_L1;
}

bool MetricsForm::isScraped() const
{
    const QString mode = m_mode->currentData().toString();
    return mode == "prometheus"_L1 || mode == "both"_L1;
}

QString MetricsForm::hostFault() const
{
    if (!sendsStatsd())
        return {};
    const QString host = m_host->text().trimmed();
    static const QRegularExpression allowed(uR"(^[A-Za-z0-9._:\-\[\]]+$)"_s);
    if (host.isEmpty())
        return tr("Where shall metrics be sent?");
    return allowed.match(host).hasMatch()
        ? QString()
        : tr("This is no name or address of a computer, such as metrics.example.com.");
}

QString MetricsForm::prefixFault() const
{
    static const QRegularExpression allowed(uR"(^[A-Za-z0-9._\-]*$)"_s);
    return !sendsStatsd() || allowed.match(m_prefix->text()).hasMatch()
        ? QString()
        : tr("A prefix is made of letters, digits, dots, hyphens and underscores.");
}

QString MetricsForm::tokenFault() const
{
    static const QRegularExpression allowed(uR"(^([!-~]{16,})?$)"_s);
    return allowed.match(m_token->text()).hasMatch()
        ? QString()
        : tr("A token has at least 16 letters of ASCII and no spaces.");
}

void MetricsForm::check()
{
    m_hostFault->setFault(hostFault());
    m_portFault->setFault({});
    m_prefixFault->setFault(prefixFault());
    m_tokenFault->setFault(tokenFault());
    clearTrials();
    enableFields();
    Q_EMIT changed();
}

void MetricsForm::enableFields()
{
    const auto may = [this](const QString &field) {
        return !m_isSaving && !m_state.managedByEnvironment
            && !m_state.managedFields.contains(field);
    };
    m_mode->setEnabled(may(u"mode"_s) || m_mode->count() > 1);
    m_protocol->setEnabled(may(u"statsdProtocol"_s) && sendsStatsd());
    m_host->setEnabled(may(u"statsdHost"_s) && sendsStatsd());
    m_port->setEnabled(may(u"statsdPort"_s) && sendsStatsd());
    m_prefix->setEnabled(may(u"statsdPrefix"_s) && sendsStatsd());
    // One that there is may go, whether it is asked for at present or not.
    m_removeToken->setVisible(m_state.prometheusToken);
    m_removeToken->setEnabled(may(u"prometheusToken"_s));
    const bool mayHaveToken
        = may(u"prometheusToken"_s) && isScraped() && !m_removeToken->isChecked();
    m_token->setEnabled(mayHaveToken);
    m_generate->setEnabled(mayHaveToken);
    m_copyToken->setEnabled(!m_token->text().isEmpty());
    const bool isRight = hostFault().isEmpty() && prefixFault().isEmpty() && tokenFault().isEmpty();
    const bool mayChange = m_hasState && !m_isSaving && !m_state.managedByEnvironment;
    m_test->setVisible(!m_state.managedByEnvironment);
    m_discard->setVisible(!m_state.managedByEnvironment);
    m_save->setVisible(!m_state.managedByEnvironment);
    m_test->setEnabled(mayChange && isRight && (sendsStatsd() || isScraped()));
    m_save->setEnabled(mayChange && isRight && isChanged());
    m_discard->setEnabled(mayChange && isChanged());
}

void MetricsForm::showFaults(const api::Failure &failure)
{
    m_hostFault->setFault(failure.faultOf(u"statsdHost"_s));
    m_portFault->setFault(failure.faultOf(u"statsdPort"_s));
    m_prefixFault->setFault(failure.faultOf(u"statsdPrefix"_s));
    m_tokenFault->setFault(failure.faultOf(u"prometheusToken"_s));
}

void MetricsForm::clearTrials()
{
    while (QLayoutItem *item = m_trials->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void MetricsForm::showTrials(const protocol::admin::MetricsTrials &trials)
{
    clearTrials();
    for (const protocol::admin::MetricsTrial &trial : trials.trials) {
        auto *line = named(new widgets::SignLabel, u"trial-"_s + trial.way);
        line->setSign(
            trial.good ? "good"_L1 : "bad"_L1,
            //: %1 is StatsD or Prometheus, %2 what happened
            tr("%1: %2").arg(modeName(trial.way), trial.detail));
        m_trials->addWidget(line);
    }
}

} // namespace ct::console::pages
