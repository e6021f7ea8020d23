// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/audit/auditfilter.h"

#include "console/widgets/forms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

namespace {

constexpr std::chrono::milliseconds pauseInTyping {250};

QString millisecondsAt(const QDate &day)
{
    return QString::number(day.startOfDay().toMSecsSinceEpoch());
}

} // namespace

AuditFilter::AuditFilter()
    : m_kind(named(new QComboBox, u"auditKind"_s)),
      m_actor(named(new QLineEdit, u"auditActor"_s)),
      m_subject(named(new QLineEdit, u"auditSubject"_s)),
      m_hasDays(named(new QCheckBox(tr("&Days:")), u"auditHasDays"_s)),
      m_since(named(new QDateEdit(QDate::currentDate().addDays(-7)), u"auditSince"_s)),
      m_until(named(new QDateEdit(QDate::currentDate()), u"auditUntil"_s)),
      m_pause(new QTimer(this))
{
    m_kind->addItem(tr("Everything"), QString());
    m_kind->addItem(tr("What administrators did"), u"admin"_s);
    m_kind->addItem(tr("Sign-ins of administrators"), u"dashboard"_s);
    m_kind->addItem(tr("Logins"), u"login"_s);
    m_kind->addItem(tr("Sessions"), u"session"_s);
    m_kind->addItem(tr("The server itself"), u"server"_s);
    m_kind->setAccessibleName(tr("What"));
    m_actor->setPlaceholderText(tr("Who"));
    m_subject->setPlaceholderText(tr("To what"));
    m_actor->setAccessibleName(tr("Who"));
    m_subject->setAccessibleName(tr("To what"));
    m_since->setAccessibleName(tr("First day"));
    m_until->setAccessibleName(tr("Last day"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_kind);
    row->addWidget(m_actor, 1);
    row->addWidget(m_subject, 1);
    row->addWidget(m_hasDays);
    for (QDateEdit *day : {m_since, m_until}) {
        day->setCalendarPopup(true);
        day->setEnabled(false);
        row->addWidget(day);
        connect(m_hasDays, &QCheckBox::toggled, day, &QWidget::setEnabled);
        connect(day, &QDateEdit::dateChanged, m_pause, qOverload<>(&QTimer::start));
    }
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseInTyping);
    connect(m_pause, &QTimer::timeout, this, &AuditFilter::changed);
    connect(m_kind, &QComboBox::currentIndexChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_actor, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_subject, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_hasDays, &QCheckBox::toggled, m_pause, qOverload<>(&QTimer::start));
}

QUrlQuery AuditFilter::query() const
{
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QString &value) {
        // A plus would be read as a space.
        if (!value.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"kind"_s, m_kind->currentData().toString());
    add(u"actor"_s, m_actor->text().trimmed());
    add(u"subject"_s, m_subject->text().trimmed());
    if (m_hasDays->isChecked()) {
        add(u"since"_s, millisecondsAt(m_since->date()));
        add(u"until"_s, millisecondsAt(m_until->date().addDays(1)));
    }
    return query;
}

void AuditFilter::clear()
{
    m_kind->setCurrentIndex(0);
    m_actor->clear();
    m_subject->clear();
    m_hasDays->setChecked(false);
}

} // namespace ct::console::pages
