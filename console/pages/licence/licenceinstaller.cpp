// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licenceinstaller.h"

#include "console/icons/icon.h"
#include "console/pages/licence/licencetext.h"
#include "console/pages/licence/licenceview.h"
#include "console/pages/licence/licencewords.h"
#include "console/widgets/faultlabel.h"
#include "console/widgets/forms.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

namespace {

constexpr int linesShown = 6;

QTableWidget *emptyTable(const QStringList &header)
{
    auto *table = new QTableWidget(0, static_cast<int>(header.size()));
    table->setHorizontalHeaderLabels(header);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setMinimumHeight(table->fontMetrics().height() * linesShown * 3 / 2);
    return table;
}

} // namespace

LicenceInstaller::LicenceInstaller()
    : QGroupBox(tr("Install another licence")),
      m_text(named(new QPlainTextEdit, u"licenceText"_s)),
      m_fault(new widgets::FaultLabel(*m_text)),
      m_differences(named(
          emptyTable({tr("Field"), tr("In force"), tr("The new licence")}),
          u"licenceDifferences"_s)),
      m_preview(named(new QWidget, u"licencePreview"_s)),
      m_checks(new QVBoxLayout),
      m_open(named(new QPushButton(icons::icon("open"_L1), tr("&Open File…")), u"openLicence"_s)),
      m_install(
          named(new QPushButton(icons::icon("good"_L1), tr("&Install")), u"installLicence"_s)),
      m_discard(named(new QPushButton(tr("&Discard")), u"discardLicence"_s))
{
    build();
    setAcceptDrops(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LicenceInstaller::textChanged);
    connect(m_open, &QPushButton::clicked, this, &LicenceInstaller::openFile);
    connect(m_install, &QPushButton::clicked, this, &LicenceInstaller::installWanted);
    connect(m_discard, &QPushButton::clicked, this, &LicenceInstaller::discard);
    textChanged();
}

void LicenceInstaller::build()
{
    m_text->setPlaceholderText(
        tr("Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and "
           "CT_SIGNATURE=…"));
    m_text->setAccessibleName(tr("Text of the licence"));
    m_text->setTabChangesFocus(true);
    // Files are ours to read; the field would put their names in.
    m_text->setAcceptDrops(false);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * (linesShown + 1));
    auto *preview = new QVBoxLayout(m_preview);
    preview->setContentsMargins({});
    preview->addWidget(m_differences);
    preview->addLayout(m_checks);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_fault);
    column->addWidget(m_preview);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_install);
    column->addLayout(buttons);
}

void LicenceInstaller::setPresent(const protocol::admin::LicenceDetail &present)
{
    m_present = present;
    setVisible(!present.managedByEnvironment);
}

protocol::admin::LicenceTexts LicenceInstaller::wanted() const
{
    return licenceIn(m_text->toPlainText());
}

bool LicenceInstaller::isChanged() const
{
    return !m_text->toPlainText().isEmpty();
}

void LicenceInstaller::discard()
{
    m_text->clear();
}

void LicenceInstaller::textChanged()
{
    m_isGood = false;
    m_preview->hide();
    const bool hasLicence = !isEmpty(wanted());
    m_fault->setFault(
        isChanged() && !hasLicence ? tr("No licence can be found in this text.") : QString());
    m_install->setEnabled(false);
    m_discard->setEnabled(isChanged());
    if (hasLicence)
        Q_EMIT previewWanted();
}

void LicenceInstaller::setPreview(const protocol::admin::LicenceDetail &preview)
{
    m_isGood = !preview.checks.isEmpty()
        && std::all_of(preview.checks.cbegin(), preview.checks.cend(), [](const auto &check) {
               return check.passed;
           });
    showDifferences(preview);
    showChecks(*m_checks, preview.checks);
    m_preview->show();
    m_install->setEnabled(m_isGood && !m_isInstalling);
}

void LicenceInstaller::showDifferences(const protocol::admin::LicenceDetail &preview)
{
    using protocol::admin::LicenceTexts;
    const LicenceTexts &now = m_present.texts;
    const LicenceTexts &then = preview.texts;
    const bool isNone = isEmpty(now);
    const QString none = tr("none");
    const QList<QStringList> rows {
        {tr("Licensee"), isNone ? none : now.licensee, then.licensee},
        {tr("Connections"),
         isNone ? none : LicenceWords::connections(now),
         LicenceWords::connections(then)},
        {tr("Last day"), isNone ? none : now.expiration, then.expiration},
        {tr("Locator"), isNone ? none : LicenceWords::locator(now), LicenceWords::locator(then)},
        {tr("State"), LicenceWords::state(m_present), LicenceWords::state(preview)}};
    m_differences->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column) {
            auto *item = new QTableWidgetItem(rows.at(row).at(column));
            item->setToolTip(item->text());
            m_differences->setItem(row, column, item);
        }
    }
    m_differences->resizeRowsToContents();
}

void LicenceInstaller::setInstalling(bool installing)
{
    m_isInstalling = installing;
    m_text->setReadOnly(installing);
    m_install->setEnabled(m_isGood && !installing);
}

void LicenceInstaller::showFaults(const api::Failure &failure)
{
    QStringList faults;
    if (failure.problem) {
        for (const auto &fault : failure.problem->errors)
            faults.append(fault.detail);
    }
    m_fault->setFault(faults.join(u'\n'));
}

void LicenceInstaller::openFile()
{
    auto *dialog = named(
        new QFileDialog(
            this,
            tr("Open Licence"),
            {},
            tr("Licences (*.properties *.txt *.lic)") + u";;"_s + tr("All files (*)")),
        u"licenceFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LicenceInstaller::readFile);
    dialog->open();
}

void LicenceInstaller::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_fault->setFault(tr("This file can't be read: %1").arg(file.errorString()));
        return;
    }
    const QByteArray content = file.read(longestLicence + 1);
    if (content.size() > longestLicence) {
        m_fault->setFault(tr("This file is too large for a licence."));
        return;
    }
    m_text->setPlainText(QString::fromUtf8(content));
}

void LicenceInstaller::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void LicenceInstaller::dropEvent(QDropEvent *event)
{
    const QList<QUrl> files = event->mimeData()->urls();
    if (!files.isEmpty() && files.constFirst().isLocalFile())
        readFile(files.constFirst().toLocalFile());
    else
        m_text->setPlainText(event->mimeData()->text().left(longestLicence));
    event->acceptProposedAction();
}

} // namespace ct::console::pages
