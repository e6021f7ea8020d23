// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licencepage.h"

#include "console/pages/licence/licencehistory.h"
#include "console/pages/licence/licenceinstaller.h"
#include "console/pages/licence/licenceview.h"
#include "console/widgets/forms.h"

#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

LicencePage::LicencePage(api::Connection &connection)
    : Page(connection),
      m_view(new LicenceView),
      m_installer(new LicenceInstaller),
      m_history(new LicenceHistory(client()))
{
    body().addWidget(m_view);
    body().addWidget(m_installer);
    body().addWidget(m_history);
    body().addStretch(1);
    connect(m_view, &LicenceView::removeWanted, this, &LicencePage::askToRemove);
    connect(m_installer, &LicenceInstaller::previewWanted, this, &LicencePage::preview);
    connect(m_installer, &LicenceInstaller::installWanted, this, &LicencePage::install);
    connect(m_history, &LicenceHistory::settled, this, &LicencePage::settlePart);
}

bool LicencePage::hasUnsavedChanges() const
{
    return m_installer->isChanged();
}

void LicencePage::discardChanges()
{
    m_installer->discard();
}

void LicencePage::refresh()
{
    showLoading();
    m_load.cancel();
    m_load = client().ask<protocol::admin::LicenceDetail>(
        {"getLicence"}, this, [this](const Detail &licence) {
            take(licence);
            if (licence && m_installer->isChanged())
                preview();
        });
    m_history->refresh();
}

void LicencePage::take(const Detail &licence)
{
    if (!licence)
        return showFailure(licence.failure());
    m_etag = licence.etag();
    m_view->setLicence(*licence);
    m_installer->setPresent(*licence);
    showContent();
}

void LicencePage::preview()
{
    m_preview.cancel();
    api::Request request {"previewLicence"};
    request.body = protocol::FieldWriter::objectOf(m_installer->wanted());
    m_preview = client().ask<protocol::admin::LicenceDetail>(
        request, this, [this](const Detail &licence) {
            if (licence)
                m_installer->setPreview(*licence);
            else
                showFailure(licence.failure());
        });
}

void LicencePage::install()
{
    hideNotice();
    m_installer->setInstalling(true);
    api::Request request {"installLicence"};
    request.body = protocol::FieldWriter::objectOf(m_installer->wanted());
    request.ifMatch = m_etag;
    m_change = client().ask<protocol::admin::LicenceDetail>(
        request, this, [this](const Detail &licence) {
            m_installer->setInstalling(false);
            finish(licence, tr("The licence is installed and in force."));
        });
}

void LicencePage::finish(const Detail &licence, const QString &sentence)
{
    if (!licence && licence.failure().kind == api::FailureKind::Outdated)
        return compare();
    take(licence);
    if (!licence) {
        m_installer->showFaults(licence.failure());
        return;
    }
    m_installer->discard();
    m_history->refresh();
    Q_EMIT done(sentence);
}

void LicencePage::compare()
{
    // The preview is the comparison: it shows what is in force now beside what was brought.
    m_load.cancel();
    m_load = client().ask<protocol::admin::LicenceDetail>(
        {"getLicence"}, this, [this](const Detail &licence) {
            take(licence);
            if (!licence)
                return;
            if (m_installer->isChanged())
                preview();
            showWarning(tr("Somebody else has changed the licence meanwhile. Look at what is in "
                           "force now, and decide again."));
        });
}

void LicencePage::askToRemove()
{
    auto *question = widgets::named(
        new QMessageBox(
            QMessageBox::Warning,
            tr("Remove Licence"),
            tr("Remove the licence? Sessions go on; how many people can come is then what the "
               "server gives without one."),
            QMessageBox::Cancel,
            this),
        u"removeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &LicencePage::remove);
    question->open();
}

void LicencePage::remove()
{
    api::Request request {"removeLicence"};
    request.ifMatch = m_etag;
    m_change = client().ask<protocol::admin::LicenceDetail>(
        request, this, [this](const Detail &licence) {
            finish(licence, tr("The licence is removed."));
        });
}

} // namespace ct::console::pages
