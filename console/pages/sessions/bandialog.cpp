// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/sessions/bandialog.h"

#include "console/widgets/forms.h"
#include "console/widgets/words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

using widgets::named;

constexpr int mostMinutes = 366 * 24 * 60;
constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * 60;
constexpr int secondsPerMinute = 60;
constexpr int letters = 52;

} // namespace

BanDialog::BanDialog(const Guest &guest, QWidget *parent)
    : QDialog(parent),
      m_guest(guest),
      //: the account that somebody has signed in with
      m_byAccount(named(new QRadioButton(tr("By their &account")), u"banByAccount"_s)),
      //: %1 is the address
      m_byAddress(named(
          new QRadioButton(tr("By their a&ddress %1").arg(guest.address)), u"banByAddress"_s)),
      m_forSession(
          named(new QRadioButton(tr("From this &session, until it ends")), u"banForSession"_s)),
      m_forTime(named(new QRadioButton(tr("From e&very session, for")), u"banForTime"_s)),
      m_count(named(new QSpinBox, u"banCount"_s)),
      m_unit(named(new QComboBox, u"banUnit"_s)),
      m_consequence(named(widgets::plainLabel(), u"banConsequence"_s))
{
    setWindowTitle(tr("Ban a Participant"));
    build();
    m_byAccount->setChecked(true);
    m_forSession->setChecked(true);
    for (const QRadioButton *choice : {m_byAccount, m_forSession})
        connect(choice, &QRadioButton::toggled, this, &BanDialog::showConsequence);
    connect(m_count, &QSpinBox::valueChanged, this, &BanDialog::showConsequence);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &BanDialog::showConsequence);
    showConsequence();
}

void BanDialog::build()
{
    auto *who = new QGroupBox(tr("Who is kept out"));
    auto *whoColumn = new QVBoxLayout(who);
    whoColumn->addWidget(m_byAccount);
    whoColumn->addWidget(m_byAddress);
    auto *howLong = new QGroupBox(tr("From what, and for how long"));
    auto *longColumn = new QVBoxLayout(howLong);
    longColumn->addWidget(m_forSession);
    longColumn->addWidget(buildTime());
    // Each group decides something of its own.
    auto *times = new QButtonGroup(this);
    times->addButton(m_forSession);
    times->addButton(m_forTime);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *sure
        = named(buttons->addButton(tr("&Ban"), QDialogButtonBox::AcceptRole), u"sureToBan"_s);
    sure->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(who);
    column->addWidget(howLong);
    m_consequence->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    m_consequence->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    column->addWidget(m_consequence);
    column->addWidget(buttons);
}

QWidget *BanDialog::buildTime()
{
    m_unit->addItem(tr("minutes"), 1);
    m_unit->addItem(tr("hours"), minutesPerHour);
    m_unit->addItem(tr("days"), minutesPerDay);
    m_unit->setCurrentIndex(1);
    m_unit->setAccessibleName(tr("Unit of the time"));
    m_count->setRange(1, mostMinutes / minutesPerDay);
    m_count->setAccessibleName(tr("How long"));
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins({});
    row->addWidget(m_forTime);
    row->addWidget(m_count);
    row->addWidget(m_unit);
    row->addStretch();
    return whole;
}

protocol::admin::NewBan BanDialog::wanted() const
{
    protocol::admin::NewBan ban {
        m_guest.id, m_byAccount->isChecked() ? u"account"_s : u"address"_s};
    if (m_forTime->isChecked())
        ban.minutes = qint64 {m_count->value()} * m_unit->currentData().toInt();
    return ban;
}

QString BanDialog::consequence() const
{
    const auto minutes = wanted().minutes;
    if (!minutes) {
        return m_byAccount->isChecked()
            ? tr("%1 is taken out and told so, and cannot come back to this session with the same "
                 "account until it ends. The others go on.")
                  .arg(m_guest.name)
            : tr("Everybody at the address %1 but the host is taken out and told so, %2 among "
                 "them, and cannot come back to this session until it ends.")
                  .arg(m_guest.address, m_guest.name);
    }
    const QDateTime until = QDateTime::currentDateTime().addSecs(*minutes * secondsPerMinute);
    const QString time = QLocale().toString(until, QLocale::ShortFormat);
    return m_byAccount->isChecked()
        ? tr("%1 is taken out of every session of this server and told so, and cannot join any "
             "with the same account until %2.")
              .arg(m_guest.name, time)
        : tr("Everybody at the address %1 is taken out of every session of this server and told "
             "so, %2 among them, and cannot join any until %3. Sessions that are shared from there "
             "go on.")
              .arg(m_guest.address, m_guest.name, time);
}

void BanDialog::showConsequence()
{
    m_count->setEnabled(m_forTime->isChecked());
    m_unit->setEnabled(m_forTime->isChecked());
    m_consequence->setText(consequence());
    // Whatever the sentence needs at the least width, so that nothing above it is squeezed.
    setMinimumHeight(layout()->totalHeightForWidth(layout()->totalMinimumSize().width()));
}

} // namespace ct::console::pages
