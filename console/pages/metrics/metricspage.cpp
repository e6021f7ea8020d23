// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/metrics/metricspage.h"

#include "console/pages/metrics/metricsform.h"
#include "console/pages/metrics/metricspreview.h"
#include "console/widgets/comparisondialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using protocol::admin::MetricsIntegration;

MetricsPage::MetricsPage(api::Connection &connection)
    : Page(connection),
      m_form(new MetricsForm(m_random)),
      m_preview(new MetricsPreview(connection.profile().url))
{
    body().addWidget(m_form);
    body().addWidget(m_preview, 1);
    connect(m_form, &MetricsForm::saveWanted, this, &MetricsPage::save);
    connect(m_form, &MetricsForm::testWanted, this, &MetricsPage::test);
    connect(m_form, &MetricsForm::changed, this, [this] {
        m_preview->setPrefix(m_form->wanted().statsdPrefix);
    });
}

bool MetricsPage::hasUnsavedChanges() const
{
    return m_form->isChanged();
}

void MetricsPage::discardChanges()
{
    m_form->discard();
}

void MetricsPage::refresh()
{
    showLoading();
    m_load.cancel();
    m_figures.cancel();
    m_form->setSaving(m_save.isRunning());
    m_load = client().ask<MetricsIntegration>(
        {"getMetricsIntegration"}, this, [this](const State &state) { take(state); });
    m_figures = client().ask<protocol::admin::Overview>(
        {"getOverview"}, this, [this](const auto &overview) {
            if (overview)
                m_preview->setFigures(overview->metrics);
            settlePart("figures"_L1, overview ? std::nullopt : std::optional(overview.failure()));
        });
}

void MetricsPage::take(const State &state)
{
    if (!state)
        return showFailure(state.failure());
    m_etag = state.etag();
    m_form->setState(*state);
    m_preview->setState(*state);
    showContent();
}

void MetricsPage::save()
{
    hideNotice();
    m_form->setSaving(true);
    api::Request request {"setMetricsIntegration"};
    request.body = protocol::FieldWriter::objectOf(m_form->wanted());
    request.ifMatch = m_etag;
    m_save = client().ask<MetricsIntegration>(
        request, this, [this](const State &state) { finishSaving(state); });
}

void MetricsPage::finishSaving(const State &state)
{
    m_form->setSaving(false);
    if (!state && state.failure().kind == api::FailureKind::Outdated)
        return compare();
    if (!state) {
        showFailure(state.failure());
        m_form->showFaults(state.failure());
        return;
    }
    take(state);
    m_form->discard();
    Q_EMIT done(tr("The metrics integration is in force."));
}

void MetricsPage::test()
{
    hideNotice();
    m_form->setSaving(true);
    api::Request request {"testMetricsIntegration"};
    request.body = protocol::FieldWriter::objectOf(m_form->wanted());
    m_test
        = client().ask<protocol::admin::MetricsTrials>(request, this, [this](const auto &trials) {
              m_form->setSaving(false);
              if (trials)
                  return m_form->showTrials(*trials);
              showFailure(trials.failure());
              m_form->showFaults(trials.failure());
          });
}

void MetricsPage::compare()
{
    m_load.cancel();
    m_load = client().ask<MetricsIntegration>(
        {"getMetricsIntegration"}, this, [this](const State &state) {
            take(state);
            if (!state)
                return;
            auto *dialog = new widgets::ComparisonDialog(m_form->differences(), this);
            connect(dialog, &widgets::ComparisonDialog::mineWanted, this, &MetricsPage::save);
            connect(
                dialog, &widgets::ComparisonDialog::theirsWanted, m_form, &MetricsForm::discard);
            dialog->open();
        });
}

} // namespace ct::console::pages
