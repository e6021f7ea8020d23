// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/configuration/configurationpage.h"

#include "console/icons/icon.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/tables.h"
#include "console/widgets/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using models::SettingModel;
using widgets::named;

namespace {

/// By words in any column or the help, and without defaults when they are not wanted.
class SettingFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWanted(const QString &words, bool onlySet)
    {
        m_words = words;
        m_onlySet = onlySet;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex & /*parent*/) const override
    {
        const auto &setting = static_cast<const SettingModel *>(sourceModel())->at(row);
        if (m_onlySet && setting.source == "default"_L1)
            return false;
        const auto has = [this](const QString &text) {
            return text.contains(m_words, Qt::CaseInsensitive);
        };
        return m_words.isEmpty() || has(setting.name) || has(setting.value) || has(setting.help)
            || has(SettingModel::sourceOf(setting));
    }

private:
    QString m_words;
    bool m_onlySet = false;
};

} // namespace

ConfigurationPage::ConfigurationPage(api::Connection &connection)
    : Page(connection),
      m_model(new SettingModel(this)),
      m_shown(new SettingFilter(this)),
      m_search(named(new QLineEdit, u"settingSearch"_s)),
      m_onlySet(named(new QCheckBox(tr("&Only what is set")), u"settingOnlySet"_s)),
      m_table(named(new QTableView, u"settings"_s)),
      m_help(named(widgets::plainLabel(), u"settingHelp"_s)),
      m_report(named(new widgets::SignLabel, u"reloadReport"_s)),
      m_reload(named(
          new QPushButton(icons::icon("refresh"_L1), tr("&Read Settings Anew")),
          u"reloadSettings"_s))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ConfigurationPage::filter);
    connect(m_onlySet, &QCheckBox::toggled, this, &ConfigurationPage::filter);
    connect(m_reload, &QPushButton::clicked, this, &ConfigurationPage::reload);
    connect(
        m_table->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &ConfigurationPage::showChosen);
}

void ConfigurationPage::build()
{
    constexpr int nameWidth = 260;
    constexpr int valueWidth = 300;
    constexpr int helpLines = 4;
    m_search->setPlaceholderText(tr("Search settings, values and explanations"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search"));
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    widgets::setUpList(*m_table, tr("Settings"));
    m_table->setColumnWidth(SettingModel::Name, nameWidth);
    m_table->setColumnWidth(SettingModel::Value, valueWidth);
    widgets::fitHeader(*m_table);
    m_help->setMinimumHeight(m_help->fontMetrics().lineSpacing() * helpLines);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_report->setSign(
        "info"_L1,
        tr("Settings are changed where they come from. Reading them anew ends no session."));
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_onlySet);
    auto *below = new QHBoxLayout;
    below->addWidget(m_report, 1);
    below->addWidget(m_reload, 0, Qt::AlignTop);
    body().addLayout(top);
    body().addWidget(m_table, 1);
    body().addWidget(m_help);
    body().addLayout(below);
}

void ConfigurationPage::refresh()
{
    showLoading();
    m_list.cancel();
    m_list = client().ask<protocol::admin::Configuration>(
        {"getConfiguration"}, this, [this](const auto &configuration) {
            if (!configuration)
                return showFailure(configuration.failure());
            m_model->setRows(configuration->settings);
            showContent();
            showChosen();
        });
}

void ConfigurationPage::filter()
{
    static_cast<SettingFilter *>(m_shown)->setWanted(
        m_search->text().trimmed(), m_onlySet->isChecked());
}

void ConfigurationPage::showChosen()
{
    const QModelIndex chosen = m_shown->mapToSource(m_table->currentIndex());
    if (!chosen.isValid())
        return m_help->setText(tr("Choose a setting to read what it is for."));
    const protocol::admin::SettingFacts &setting = m_model->at(chosen.row());
    QStringList words {setting.help};
    if (setting.secret)
        words.append(tr("It is a secret, so its value is not shown."));
    words.append(
        setting.needsRestart ? tr("A change counts from the next start on.")
                             : tr("A change counts once the settings are read anew."));
    m_help->setText(words.join(u'\n'));
}

void ConfigurationPage::reload()
{
    m_reload->setEnabled(false);
    client().ask<protocol::ReloadAnswer>({"reloadConfiguration"}, this, [this](const auto &report) {
        m_reload->setEnabled(true);
        if (!report)
            return showFailure(report.failure());
        showReport(*report);
        refresh();
    });
}

void ConfigurationPage::showReport(const protocol::ReloadAnswer &report)
{
    if (!report.done)
        return m_report->setSign(
            "bad"_L1,
            tr("Nothing has changed, since the settings are wrong:") + u'\n'
                + report.errors.join(u'\n'));
    QStringList words {
        report.changed.isEmpty()
            ? tr("Read. No setting is another one.")
            : tr("These count from now on: %1").arg(report.changed.join(u", "_s))};
    if (!report.needRestart.isEmpty())
        words.append(tr("These wait for a restart: %1").arg(report.needRestart.join(u", "_s)));
    words += report.warnings;
    const bool isCalm = report.warnings.isEmpty() && report.needRestart.isEmpty();
    m_report->setSign(isCalm ? "good"_L1 : "warning"_L1, words.join(u'\n'));
}

} // namespace ct::console::pages
