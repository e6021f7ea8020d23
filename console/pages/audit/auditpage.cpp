// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/audit/auditpage.h"

#include "console/icons/icon.h"
#include "console/models/times.h"
#include "console/pages/audit/auditfilter.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/tables.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

AuditPage::AuditPage(api::Connection &connection)
    : Page(connection),
      m_model(new models::AuditModel(this)),
      m_filter(new AuditFilter),
      m_table(named(new QTableView, u"audit"_s)),
      m_verdict(named(new widgets::SignLabel, u"auditVerdict"_s)),
      m_verify(
          named(new QPushButton(icons::icon("certificate"_L1), tr("&Verify")), u"verifyAudit"_s)),
      m_export(named(new QPushButton(icons::icon("save"_L1), tr("&Export…")), u"exportAudit"_s))
{
    build();
    connect(m_filter, &AuditFilter::changed, this, &AuditPage::refresh);
    connect(m_model, &models::AuditModel::olderWanted, this, &AuditPage::askOlder);
    connect(m_verify, &QPushButton::clicked, this, &AuditPage::verify);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::chooseFile);
}

void AuditPage::build()
{
    constexpr int timeWidth = 120;
    constexpr int kindWidth = 158;
    constexpr int subjectWidth = 190;
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("Audit entries"));
    m_table->setColumnWidth(models::AuditModel::At, timeWidth);
    m_table->setColumnWidth(models::AuditModel::Kind, kindWidth);
    m_table->setColumnWidth(models::AuditModel::Subject, subjectWidth);
    widgets::fitHeader(*m_table);
    m_verdict->setSign(
        "info"_L1, tr("Entries are chained: Verify finds any that was changed or removed."));
    auto *below = new QHBoxLayout;
    below->addWidget(m_verdict, 1);
    below->addWidget(m_verify);
    below->addWidget(m_export);
    body().addWidget(m_filter);
    body().addWidget(m_table, 1);
    body().addLayout(below);
}

void AuditPage::refresh()
{
    showLoading();
    m_list.cancel();
    m_older.cancel();
    api::Request request {"listAudit"};
    request.query = m_filter->query();
    m_list = client().ask<protocol::AuditPage>(
        request, this, [this](const auto &page) { take(page); });
}

void AuditPage::take(const api::Outcome<protocol::AuditPage> &page)
{
    if (!page) {
        m_model->giveUpOlder();
        return showFailure(page.failure());
    }
    m_model->setFirst(*page);
    if (!page->entries.isEmpty())
        return showContent();
    if (m_filter->isEmpty())
        showEmpty(
            tr("Nothing has happened yet."),
            tr("Sign-ins, sessions and changes appear here once there are any."),
            tr("&Look Again"));
    else
        showEmpty(
            tr("No entry fits the filter."),
            tr("Show everything, or choose other days, people or things."),
            tr("&Show Everything"));
}

void AuditPage::actEmpty()
{
    m_filter->clear();
    refresh();
}

void AuditPage::askOlder(qint64 before)
{
    api::Request request {"listAudit"};
    request.query = m_filter->query();
    request.query.addQueryItem(u"before"_s, QString::number(before));
    m_older = client().ask<protocol::AuditPage>(request, this, [this](const auto &page) {
        if (page) {
            m_model->addOlder(*page);
        } else {
            m_model->giveUpOlder();
            showFailure(page.failure());
        }
    });
}

void AuditPage::verify()
{
    m_verify->setEnabled(false);
    m_verdict->setSign("refresh"_L1, tr("Checking the entries…"));
    client().ask<protocol::AuditVerdict>({"verifyAudit"}, this, [this](const auto &verdict) {
        m_verify->setEnabled(true);
        if (verdict)
            return showVerdict(*verdict);
        m_verdict->setSign("unknown"_L1, tr("The entries could not be checked."));
        showFailure(verdict.failure());
    });
}

void AuditPage::showVerdict(const protocol::AuditVerdict &verdict)
{
    if (verdict.sound)
        m_verdict->setSign("good"_L1, soundText(verdict));
    else
        m_verdict->setSign("bad"_L1, tr("Somebody has changed the entries: %1").arg(verdict.fault));
}

QString AuditPage::soundText(const protocol::AuditVerdict &verdict)
{
    QString sound = tr(
        "All %Ln entries are as they were written.", nullptr, static_cast<int>(verdict.checked));
    if (!verdict.purged)
        return sound;
    //: %1 is the number of an entry, %2 a date
    const QString purged = tr("Those up to number %1 were purged on %2, as the settings have it.");
    return sound + u' '
        + purged.arg(
            QLocale().toString(verdict.purged->upTo), models::shortTime(verdict.purged->at));
}

void AuditPage::chooseFile()
{
    const QString lines = tr("Lines of JSON (*.ndjson)");
    auto *dialog = named(
        new QFileDialog(this, tr("Export Audit"), {}, tr("Table (*.csv)") + u";;"_s + lines),
        u"auditFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"audit.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, lines](const QString &filter) {
        dialog->setDefaultSuffix(filter == lines ? u"ndjson"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    const auto format
        = path.endsWith(".ndjson"_L1) ? AuditExport::Format::Lines : AuditExport::Format::Csv;
    m_exporter = std::make_unique<AuditExport>(client(), m_filter->query(), path, format);
    connect(m_exporter.get(), &AuditExport::failed, this, &AuditPage::showFailure);
    connect(m_exporter.get(), &AuditExport::notWritten, this, [this](const QString &why) {
        showWarning(tr("The file could not be written: %1").arg(why));
    });
    connect(m_exporter.get(), &AuditExport::finished, this, [this](qint64 entries) {
        Q_EMIT done(tr("%Ln entries exported.", nullptr, static_cast<int>(entries)));
    });
    m_exporter->start();
}

} // namespace ct::console::pages
