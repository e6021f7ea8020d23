// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrlQuery>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QTimer;

namespace ct::console::pages {

/// Which audit entries one wants to see. Thread: main.
class AuditFilter : public QWidget
{
    Q_OBJECT

public:
    AuditFilter();

    /// As listAudit and exportAudit take it; days are those of this computer's zone.
    QUrlQuery query() const;
    bool isEmpty() const { return query().isEmpty(); }
    void clear();

Q_SIGNALS:
    /// After a pause in typing.
    void changed();

private:
    QComboBox *m_kind;
    QLineEdit *m_actor;
    QLineEdit *m_subject;
    QCheckBox *m_hasDays;
    QDateEdit *m_since;
    QDateEdit *m_until;
    QTimer *m_pause;
};

} // namespace ct::console::pages
