// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/packages/packagespage.h"

#include "console/widgets/copybutton.h"
#include "console/widgets/forms.h"
#include "console/widgets/tables.h"
#include "console/widgets/words.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using models::PackageModel;
using widgets::named;

PackagesPage::PackagesPage(api::Connection &connection)
    : Page(connection),
      m_model(new PackageModel(this)),
      m_table(named(new QTableView, u"packages"_s)),
      m_link(named(new QLineEdit, u"packageLink"_s)),
      m_digest(named(new QLineEdit, u"packageDigest"_s)),
      m_copyLink(named(
          new widgets::CopyButton(tr("Copy &Link"), [this] { return m_link->text(); }),
          u"copyLink"_s)),
      m_copyDigest(named(
          new widgets::CopyButton(tr("Copy &Digest"), [this] { return m_digest->text(); }),
          u"copyDigest"_s)),
      m_counts(named(widgets::plainLabel(), u"packageCounts"_s))
{
    build();
    connect(
        m_table->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &PackagesPage::showChosen);
}

void PackagesPage::build()
{
    constexpr int titleWidth = 220;
    constexpr int sinceWidth = 150;
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("Packages"));
    m_table->setColumnWidth(PackageModel::Title, titleWidth);
    m_table->setColumnWidth(PackageModel::Changed, sinceWidth);
    widgets::fitHeader(*m_table);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [form](const QString &label, QLineEdit *field, QWidget *copy) {
        field->setReadOnly(true);
        field->setPlaceholderText(tr("Choose a package above"));
        field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        auto *whole = new QWidget;
        auto *row = new QHBoxLayout(whole);
        row->setContentsMargins({});
        row->addWidget(field, 1);
        row->addWidget(copy);
        widgets::addRow(*form, label, whole, *field);
    };
    addRow(tr("Download link:"), m_link, m_copyLink);
    addRow(tr("SHA-256:"), m_digest, m_copyDigest);
    form->addRow(tr("Downloads ever:"), m_counts);
    body().addWidget(m_table, 1);
    body().addLayout(form);
    showChosen();
}

void PackagesPage::refresh()
{
    showLoading();
    m_list.cancel();
    m_list = client().ask<Packages>({"listPackages"}, this, [this](const auto &packages) {
        if (packages)
            take(*packages);
        else
            showFailure(packages.failure());
    });
}

void PackagesPage::take(const Packages &packages)
{
    if (!packages.offered)
        return showEmpty(
            tr("This server offers no packages."),
            tr("Its setting CT_NOCLIENTS says so. Change it there, and restart the server."));
    m_model->setRows(packages.packages);
    if (packages.packages.isEmpty() && packages.eclipseSite.isEmpty())
        return showEmpty(
            tr("There are no packages for IDEs yet."),
            tr("Put a .vsix into the folder vscode, or a JetBrains plugin's .zip into intellij, of "
               "the server's folder CT_CLIENTS_DIR. Seconds later it is offered at /clients."),
            tr("&Look Again"));
    showCounts(packages);
    showChosen();
    showContent();
}

void PackagesPage::showCounts(const Packages &packages)
{
    QStringList counts;
    for (const protocol::admin::DownloadCount &count : packages.downloads)
        //: %1 is an IDE, %2 how often its packages were downloaded
        counts.append(
            tr("%1: %2").arg(PackageModel::ideName(count.ide), QLocale().toString(count.count)));
    if (!packages.eclipseSite.isEmpty())
        counts.append(tr("Eclipse update site of version %1").arg(packages.eclipseSite));
    m_counts->setText(counts.join(u" · "_s));
}

void PackagesPage::showChosen()
{
    const QModelIndex chosen = m_table->currentIndex();
    const bool isChosen = chosen.isValid();
    if (isChosen) {
        const protocol::admin::PackageFacts &package = m_model->at(chosen.row());
        m_link->setText(connection().profile().url.resolved(QUrl(package.path.mid(1))).toString());
        m_digest->setText(package.sha256);
    } else {
        m_link->clear();
        m_digest->clear();
    }
    m_link->setCursorPosition(0);
    m_copyLink->setEnabled(isChosen);
    m_copyDigest->setEnabled(isChosen);
}

} // namespace ct::console::pages
