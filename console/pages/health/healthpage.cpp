// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/health/healthpage.h"

#include "console/pages/licence/licencewords.h"
#include "console/pages/overview/alarmlist.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/words.h"

#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

/// A licence's state has words of its own; all else is the server's.
QString detailOf(const protocol::admin::HealthPart &part)
{
    if (part.name != "licence"_L1 || part.detail.contains(u':'))
        return part.detail;
    protocol::admin::LicenceDetail licence;
    licence.state = part.detail;
    return LicenceWords::state(licence);
}

} // namespace

HealthPage::HealthPage(api::Connection &connection)
    : Page(connection),
      m_version(widgets::named(widgets::plainLabel(), u"version"_s)),
      m_status(widgets::named(widgets::plainLabel(), u"status"_s)),
      m_uptime(widgets::named(widgets::plainLabel(), u"uptime"_s)),
      m_process(widgets::named(widgets::plainLabel(), u"process"_s))
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
    const QString words = part.good ? tr("good") : tr("needs to be seen to");
    auto *sign = widgets::named(new widgets::SignLabel, part.name);
    sign->setSign(
        part.good ? "good"_L1 : "warning"_L1,
        part.detail.isEmpty() ? words : tr("%1: %2", "state: detail").arg(words, detailOf(part)));
    //: %1 is a part of the server
    m_parts->addRow(tr("%1:").arg(AlarmList::partTitle(part.name)), sign);
}

} // namespace ct::console::pages
