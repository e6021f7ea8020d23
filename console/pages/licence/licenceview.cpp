// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licenceview.h"

#include "console/icons/icon.h"
#include "console/pages/licence/licencetext.h"
#include "console/pages/licence/licencewords.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

void showChecks(QVBoxLayout &column, const QList<protocol::admin::LicenceCheckResult> &checks)
{
    while (QLayoutItem *item = column.takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const protocol::admin::LicenceCheckResult &check : checks) {
        auto *line = named(new widgets::SignLabel, u"check-"_s + check.name);
        const QString words = LicenceWords::check(check);
        line->setSign(
            check.passed ? "good"_L1 : "bad"_L1,
            check.fault.isEmpty() ? words : words + u" ("_s + check.fault + u')');
        column.addWidget(line);
    }
}

LicenceView::LicenceView()
    : QGroupBox(tr("Licence in force")),
      m_state(named(new widgets::SignLabel, u"licenceState"_s)),
      m_managed(named(new widgets::SignLabel, u"licenceManaged"_s)),
      m_form(new QFormLayout),
      m_licensee(named(widgets::plainLabel(), u"licensee"_s)),
      m_connections(named(widgets::plainLabel(), u"connections"_s)),
      m_expiration(named(widgets::plainLabel(), u"expiration"_s)),
      m_locator(named(widgets::plainLabel(), u"locator"_s)),
      m_seats(named(widgets::plainLabel(), u"seats"_s)),
      m_bar(named(new QProgressBar, u"seatsBar"_s)),
      m_checks(new QVBoxLayout),
      m_remove(named(
          new QPushButton(icons::icon("remove"_L1), tr("&Remove Licence…")), u"removeLicence"_s))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Licensee:"), m_licensee);
    m_form->addRow(tr("Connections:"), m_connections);
    m_form->addRow(tr("Last day:"), m_expiration);
    m_form->addRow(tr("Locator:"), m_locator);
    m_bar->setTextVisible(false);
    auto *seats = new QHBoxLayout;
    m_seats->setWordWrap(false);
    seats->addWidget(m_seats);
    seats->addWidget(m_bar, 1);
    m_form->addRow(tr("Seats:"), seats);
    m_form->addRow(tr("Checks:"), m_checks);
    m_managed->setSign(
        "locked"_L1,
        tr("The server's settings have it (CT_LICENSEE and its companions). It can be changed "
           "there only."));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_state);
    column->addWidget(m_managed);
    column->addLayout(m_form);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
    connect(m_remove, &QPushButton::clicked, this, &LicenceView::removeWanted);
}

void LicenceView::setLicence(const protocol::admin::LicenceDetail &licence)
{
    m_state->setSign(LicenceWords::sign(licence), LicenceWords::state(licence));
    m_managed->setVisible(licence.managedByEnvironment);
    m_remove->setVisible(!licence.managedByEnvironment && !isEmpty(licence.texts));
    showTexts(licence);
    showSeats(licence);
    showChecks(*m_checks, licence.checks);
}

void LicenceView::showTexts(const protocol::admin::LicenceDetail &licence)
{
    const bool isThere = !isEmpty(licence.texts);
    m_licensee->setText(licence.texts.licensee);
    m_connections->setText(LicenceWords::connections(licence.texts));
    const QString left = LicenceWords::daysLeft(licence);
    m_expiration->setText(
        left.isEmpty() ? licence.texts.expiration
                       : licence.texts.expiration + u" ("_s + left + u')');
    m_locator->setText(LicenceWords::locator(licence.texts));
    // Before the seats, which there are always.
    for (QLabel *label : {m_licensee, m_connections, m_expiration, m_locator}) {
        label->setVisible(isThere);
        m_form->labelForField(label)->setVisible(isThere);
    }
    m_form->labelForField(m_checks)->setVisible(!licence.checks.isEmpty());
}

void LicenceView::showSeats(const protocol::admin::LicenceDetail &licence)
{
    m_seats->setText(LicenceWords::seats(licence));
    m_bar->setVisible(licence.limit > 0);
    m_bar->setRange(0, static_cast<int>(std::max<qint64>(licence.limit, 1)));
    m_bar->setValue(static_cast<int>(std::min(licence.seatsUsed, licence.limit)));
    m_bar->setAccessibleName(m_seats->text());
}

} // namespace ct::console::pages
