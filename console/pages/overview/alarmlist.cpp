// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/overview/alarmlist.h"

#include "console/pages/overview/metrictile.h"
#include "console/widgets/signlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

AlarmList::AlarmList(QWidget *parent)
    : QGroupBox(tr("Alarms"), parent),
      m_layout(new QVBoxLayout(this))
{
    setObjectName(u"alarms"_s);
}

QString AlarmList::partTitle(const QString &name)
{
    if (name == "store"_L1)
        return tr("Records");
    if (name == "logging"_L1)
        return tr("Logs");
    if (name == "certificate"_L1)
        return tr("Certificate");
    if (name == "licence"_L1)
        return tr("Licence");
    if (name == "audit-syslog"_L1)
        return tr("Audit to syslog");
    if (name == "audit-webhook"_L1)
        return tr("Audit to the webhook");
    if (name == "audit-retention"_L1)
        return tr("Audit retention");
    return name;
}

QList<Alarm> AlarmList::alarms(const api::Live &live)
{
    QList<Alarm> all;
    if (live.health()) {
        for (const protocol::admin::HealthPart &part : live.health()->parts) {
            //: %1 is a part of the server, %2 what is wrong with it
            if (!part.good)
                all.append({part.name, tr("%1: %2").arg(partTitle(part.name), part.detail)});
        }
    }
    if (live.overview()) {
        for (const protocol::admin::Metric &metric : live.overview()->metrics) {
            if (!MetricTile::isNearLimit(metric))
                continue;
            const QString title = MetricTile::title(metric.name);
            all.append(
                {metric.name,
                 tr("%1: near or over the limit, %2").arg(title, MetricTile::valueText(metric))});
        }
    }
    return all;
}

void AlarmList::show(const api::Live &live)
{
    QStringList wanted;
    for (const Alarm &alarm : alarms(live))
        wanted.append(alarm.sentence);
    if (wanted == m_shown && m_layout->count() > 0)
        return;
    m_shown = wanted;
    qDeleteAll(findChildren<widgets::SignLabel *>(Qt::FindDirectChildrenOnly));
    const auto add = [this](QLatin1StringView sign, const QString &words) {
        auto *label = new widgets::SignLabel(this);
        label->setSign(sign, words);
        m_layout->addWidget(label);
    };
    for (const QString &alarm : wanted)
        add("warning"_L1, alarm);
    if (wanted.isEmpty())
        add("good"_L1, tr("Nothing needs to be seen to."));
}

} // namespace ct::console::pages
