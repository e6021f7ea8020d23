// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/health/healthpage.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

/// Plain, since the words are the server's; selectable, so that they can be put into a report.
QLabel *valueLabel(const QString &name, const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

HealthPage::HealthPage(api::Connection &connection)
    : Page(connection),
      m_version(valueLabel(u"version"_s)),
      m_status(valueLabel(u"status"_s)),
      m_uptime(valueLabel(u"uptime"_s)),
      m_process(valueLabel(u"process"_s))
{
    auto *server = new QGroupBox(tr("Server"));
    auto *form = new QFormLayout(server);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Version:"), m_version);
    form->addRow(tr("State:"), m_status);
    form->addRow(tr("Running for:"), m_uptime);
    form->addRow(tr("Process:"), m_process);
    auto *parts = new QGroupBox(tr("Parts"));
    m_parts = new QFormLayout(parts);
    m_parts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    body().addWidget(server);
    body().addWidget(parts);
    body().addStretch();
}

void HealthPage::refresh()
{
    showLoading();
    m_call.cancel();
    m_call = client().ask<protocol::admin::HealthDetail>(
        {"getHealth"}, this, [this](const auto &health) {
            if (health)
                show(*health);
            else
                showFailure(health.failure());
        });
}

void HealthPage::show(const protocol::admin::HealthDetail &health)
{
    m_version->setText(connection().version().version);
    if (health.status == "ok"_L1)
        m_status->setText(tr("Ready: takes new sessions"));
    else if (health.status == "starting"_L1)
        m_status->setText(tr("Starting: takes no sessions yet"));
    else if (health.status == "draining"_L1)
        m_status->setText(tr("Draining: running sessions go on, new ones are refused"));
    else
        m_status->setText(health.status);
    m_uptime->setText(uptime(health.uptimeSeconds));
    m_process->setText(QLocale::c().toString(health.pid));
    while (m_parts->rowCount() > 0)
        m_parts->removeRow(0);
    for (const protocol::admin::HealthPart &part : health.parts)
        showPart(part);
    showContent();
}

QString HealthPage::uptime(std::chrono::seconds time)
{
    using namespace std::chrono;
    const auto count = [](auto part) {
        return static_cast<int>(part.count());
    };
    const auto wholeDays = duration_cast<days>(time);
    const auto wholeHours = duration_cast<hours>(time - wholeDays);
    const auto wholeMinutes = duration_cast<minutes>(time - wholeDays - wholeHours);
    QStringList parts;
    if (wholeDays.count() > 0)
        parts.append(tr("%n day(s)", nullptr, count(wholeDays)));
    if (wholeHours.count() > 0)
        parts.append(tr("%n hour(s)", nullptr, count(wholeHours)));
    // Of no use to anybody after days.
    if (wholeMinutes.count() > 0 && wholeDays.count() == 0)
        parts.append(tr("%n minute(s)", nullptr, count(wholeMinutes)));
    if (parts.isEmpty())
        return tr("less than a minute");
    //: days and hours, or hours and minutes
    return parts.size() == 1 ? parts.constFirst() : tr("%1, %2").arg(parts.at(0), parts.at(1));
}

void HealthPage::showPart(const protocol::admin::HealthPart &part)
{
    // The signs differ in shape, so that nobody needs to tell their colours apart.
    const auto shape = part.good ? QStyle::SP_DialogApplyButton : QStyle::SP_MessageBoxWarning;
    auto *sign = new QLabel;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign->setPixmap(style()->standardIcon(shape).pixmap(size, size));
    auto *row = new QHBoxLayout;
    const QString words = part.good ? tr("good") : tr("needs to be seen to");
    const QString text
        = part.detail.isEmpty() ? words : tr("%1: %2", "state: detail").arg(words, part.detail);
    row->addWidget(sign);
    row->addWidget(valueLabel(part.name, text), 1);
    m_parts->addRow(part.name, row);
}

} // namespace ct::console::pages
