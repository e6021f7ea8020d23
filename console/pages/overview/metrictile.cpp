// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/overview/metrictile.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

constexpr double microsecondsPerMillisecond = 1000;
constexpr int fullBar = 1000;

QString numberText(const QString &name, qint64 value)
{
    if (name != "serverLag"_L1)
        return QLocale().toString(value);
    const double milliseconds = static_cast<double>(value) / microsecondsPerMillisecond;
    return MetricTile::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', 1));
}

} // namespace

MetricTile::MetricTile(const QString &name, QWidget *parent)
    : QFrame(parent),
      m_value(new QLabel(u"–"_s)),
      m_limit(new QLabel),
      m_bar(new QProgressBar)
{
    setObjectName(u"tile-"_s + name);
    setFrameShape(QFrame::StyledPanel);
    auto *heading = new QLabel(title(name));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_value->setObjectName(u"value-"_s + name);
    m_limit->setObjectName(u"limit-"_s + name);
    QFont large = m_value->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    m_value->setFont(large);
    m_bar->setRange(0, fullBar);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_bar->setAccessibleName(tr("%1, part of the limit").arg(title(name)));
    QSizePolicy keepsItsPlace = m_bar->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(keepsItsPlace);
    m_bar->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    // So that figures stand in one line, however many lines headings have.
    layout->addStretch();
    layout->addWidget(m_value);
    layout->addWidget(m_bar);
    layout->addWidget(m_limit);
}

QString MetricTile::title(const QString &name)
{
    if (name == "usersOnline"_L1)
        return tr("Users online");
    if (name == "sessionsActive"_L1)
        return tr("Sessions");
    if (name == "sessionConnections"_L1)
        return tr("Connections in sessions");
    if (name == "serverLag"_L1)
        return tr("Server lag");
    if (name == "sessionsHosted"_L1)
        return tr("Sessions hosted so far");
    if (name == "clientDownloads"_L1)
        return tr("Clients downloaded so far");
    return name;
}

QString MetricTile::valueText(const protocol::admin::Metric &metric)
{
    return numberText(metric.name, metric.value);
}

bool MetricTile::isNearLimit(const protocol::admin::Metric &metric)
{
    return metric.limit.value_or(0) > 0 && metric.value * 10 >= *metric.limit * 9;
}

void MetricTile::show(const protocol::admin::Metric &metric)
{
    m_value->setText(valueText(metric));
    const qint64 limit = metric.limit.value_or(0);
    m_bar->setVisible(limit > 0);
    if (limit <= 0) {
        m_limit->setText(tr("No limit"));
        return;
    }
    m_bar->setValue(
        static_cast<int>(std::clamp<qint64>(metric.value * fullBar / limit, 0, fullBar)));
    //: %1 is a number, or a time in milliseconds
    m_limit->setText(tr("of at most %1").arg(numberText(metric.name, limit)));
}

} // namespace ct::console::pages
