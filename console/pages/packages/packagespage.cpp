// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/packages/packagespage.h"

#include "console/icons/icon.h"
#include "console/pages/packages/packageuploads.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/forms.h"
#include "console/widgets/tables.h"
#include "console/widgets/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using models::PackageModel;
using widgets::named;

PackagesPage::PackagesPage(api::Connection &connection)
    : Page(connection),
      m_model(new PackageModel(this)),
      m_table(named(new QTableView, u"packages"_s)),
      m_uploads(named(new PackageUploads(client()), u"uploads"_s)),
      m_upload(named(
          new QPushButton(icons::icon("upload"_L1), tr("&Upload Packages…")), u"uploadPackages"_s)),
      m_remove(named(
          new QPushButton(icons::icon("remove"_L1), tr("&Remove Package…")), u"removePackage"_s)),
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
    setAcceptDrops(true);
    connect(
        m_table->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &PackagesPage::showChosen);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &PackagesPage::showChosen);
    connect(m_upload, &QPushButton::clicked, this, &PackagesPage::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &PackagesPage::askToRemove);
    connect(m_uploads, &PackageUploads::started, this, [this] { showContent(); });
    connect(m_uploads, &PackageUploads::uploaded, this, [this](const auto &package) {
        m_wanted = package.path;
        Q_EMIT done(tr("%1 %2 is offered now.").arg(package.title, package.version));
        refresh();
    });
}

void PackagesPage::build()
{
    constexpr int sinceWidth = 150;
    m_table->setModel(m_model);
    widgets::setUpList(*m_table, tr("Packages"));
    m_table->setColumnWidth(PackageModel::Changed, sinceWidth);
    widgets::fitHeader(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(PackageModel::Title, QHeaderView::Stretch);
    // Files are the page's to take.
    m_table->setAcceptDrops(false);
    body().addWidget(m_table, 1);
    buildButtons();
    body().addWidget(m_uploads);
    body().addWidget(buildFacts());
    showChosen();
}

void PackagesPage::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_upload);
    row->addWidget(
        widgets::plainLabel(tr("Or drop files here: a .vsix for VS Code, a plugin's .zip "
                               "for JetBrains' IDEs.")),
        1);
    row->addWidget(m_remove);
    body().addLayout(row);
}

QWidget *PackagesPage::buildFacts()
{
    auto *facts = new QWidget;
    auto *form = new QFormLayout(facts);
    form->setContentsMargins({});
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
    return facts;
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
    m_uploads->setLimit(packages.uploadLimit);
    m_upload->setEnabled(m_uploads->isPossible());
    m_model->setRows(packages.packages);
    const bool isEmpty = packages.packages.isEmpty() && packages.eclipseSite.isEmpty();
    if (isEmpty && !m_uploads->isRunning() && m_uploads->isPossible())
        return showEmpty(
            tr("There are no packages for IDEs yet."),
            tr("Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains' IDEs: it is "
               "offered at /clients at once."),
            tr("&Upload Packages…"));
    if (isEmpty && !m_uploads->isPossible())
        return showEmpty(
            tr("There are no packages for IDEs yet."),
            tr("Put a .vsix into the folder vscode, or a JetBrains plugin's .zip into intellij, of "
               "the server's folder CT_CLIENTS_DIR. Seconds later it is offered at /clients."),
            tr("&Look Again"));
    showCounts(packages);
    if (!m_wanted.isEmpty())
        choose(std::exchange(m_wanted, {}));
    showChosen();
    showContent();
}

void PackagesPage::choose(const QString &path)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->at(row).path == path)
            m_table->selectRow(row);
    }
}

void PackagesPage::actEmpty()
{
    if (m_uploads->isPossible())
        chooseFiles();
    else
        refresh();
}

void PackagesPage::chooseFiles()
{
    auto *dialog = named(
        new QFileDialog(
            this,
            tr("Upload Packages"),
            {},
            tr("Packages (*.vsix *.zip)") + u";;"_s + tr("All files (*)")),
        u"packageFiles"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_uploads, &PackageUploads::add);
    dialog->open();
}

void PackagesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_uploads->isPossible())
        event->acceptProposedAction();
}

void PackagesPage::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    m_uploads->add(files);
    event->acceptProposedAction();
}

void PackagesPage::askToRemove()
{
    const QModelIndex chosen = m_table->currentIndex();
    if (!chosen.isValid())
        return;
    const protocol::admin::PackageFacts package = m_model->at(chosen.row());
    auto *question = named(
        new QMessageBox(
            QMessageBox::Warning,
            tr("Remove Package"),
            tr("Remove %1 %2 for %3? Its file %4 is deleted from the server's folder, and its "
               "download link leads nowhere then. Whoever has installed it keeps it.")
                .arg(
                    package.title,
                    package.version,
                    PackageModel::ideName(package.ide),
                    package.file.value_or(QString())),
            QMessageBox::Cancel,
            this),
        u"removeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *yes = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, package] { remove(package); });
    question->open();
}

void PackagesPage::remove(const protocol::admin::PackageFacts &package)
{
    const api::Request request {"removePackage", {package.ide, package.file.value_or(QString())}};
    client().ask<api::Nothing>(request, this, [this, package](const auto &outcome) {
        // Somebody else was faster.
        if (!outcome && outcome.failure().kind != api::FailureKind::NotFound)
            return showFailure(outcome.failure());
        Q_EMIT done(tr("%1 %2 is removed.").arg(package.title, package.version));
        refresh();
    });
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
    // Older servers don't say what the file is called, and remove none.
    m_remove->setEnabled(isChosen && m_model->at(chosen.row()).file.has_value());
}

} // namespace ct::console::pages
