// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licencehistory.h"

#include "console/widgets/forms.h"
#include "console/widgets/listtable.h"
#include "console/widgets/tables.h"
#include "console/widgets/timechart.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

namespace wire = protocol::admin;
using models::AuditModel;
using widgets::named;

constexpr double noLimit = std::numeric_limits<double>::quiet_NaN();
constexpr int linesShown = 14;

} // namespace

LicenceHistory::LicenceHistory(api::AdminClient &client)
    : QGroupBox(tr("How it was")),
      m_client(client),
      m_chart(named(
          new widgets::TimeChart(
              tr("Seats used in 30 days"), {tr("Seats used"), tr("Limit of the licence")}),
          u"seatsChart"_s)),
      m_table(named(new widgets::ListTable, u"licenceChanges"_s))
{
    build();
}

void LicenceHistory::build()
{
    m_chart->setCounts();
    m_table->setPlaceholder(tr("Nobody has changed the licence yet."));
    m_table->setModel(&m_changes);
    widgets::setUpList(*m_table, tr("Changes of the licence"));
    // It is always the licence.
    m_table->setColumnHidden(AuditModel::Subject, true);
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(AuditModel::At, letter * 22);
    m_table->setColumnWidth(AuditModel::Kind, letter * 24);
    widgets::fitHeader(*m_table);
    auto *tabs = named(new QTabWidget, u"licenceTabs"_s);
    tabs->addTab(m_chart, tr("&Seats of 30 Days"));
    tabs->addTab(m_table, tr("&Changes"));
    tabs->setMinimumHeight(fontMetrics().lineSpacing() * linesShown);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tabs);
}

void LicenceHistory::refresh()
{
    askSeats();
    askChanges();
}

void LicenceHistory::askSeats()
{
    m_seatsCall.cancel();
    m_seatsCall
        = m_client.ask<wire::SeatHistory>({"getSeatHistory"}, this, [this](const auto &history) {
              if (history)
                  showSeats(*history);
              // An older server has counted none.
              const bool isFault = !history && history.failure().kind != api::FailureKind::NotFound;
              Q_EMIT settled("seats"_L1, isFault ? std::optional(history.failure()) : std::nullopt);
          });
}

void LicenceHistory::showSeats(const wire::SeatHistory &history)
{
    QList<widgets::SeriesRow> rows;
    rows.reserve(history.points.size());
    for (const wire::SeatPoint &point : history.points) {
        const double limit = point.limit ? static_cast<double>(*point.limit) : noLimit;
        rows.append({qint64 {point.atMs.count()}, {static_cast<double>(point.used), limit}});
    }
    m_chart->setLongestStep(qint64 {history.stepMs.count()} * 2);
    m_chart->series().setRows(rows);
}

void LicenceHistory::askChanges()
{
    api::Request request {"listAudit"};
    request.query.addQueryItem(u"kind"_s, u"admin.licence"_s);
    m_changesCall.cancel();
    m_changesCall = m_client.ask<protocol::AuditPage>(request, this, [this](const auto &page) {
        // Older ones are the audit page's to show.
        if (page)
            m_changes.setFirst({page->entries, std::nullopt});
        Q_EMIT settled("changes"_L1, page ? std::nullopt : std::optional(page.failure()));
    });
}

} // namespace ct::console::pages
