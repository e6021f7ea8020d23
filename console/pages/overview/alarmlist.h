// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/live.h"

#include <QGroupBox>

class QVBoxLayout;

namespace ct::console::pages {

/// Something that should be seen to.
struct Alarm {
    /// The same for as long as it lasts, whatever its figures do.
    QString subject;
    QString sentence;
};

/// What should be seen to: parts of the server that are not well (licence, certificate, store with
/// its disk, logs with their spool), and figures near their limits. Says so when there is nothing.
class AlarmList : public QGroupBox
{
    Q_OBJECT

public:
    explicit AlarmList(QWidget *parent = nullptr);

    /// Of a part of the server, as its health names it.
    static QString partTitle(const QString &name);
    /// The worst first.
    static QList<Alarm> alarms(const api::Live &live);
    void show(const api::Live &live);

private:
    QVBoxLayout *m_layout;
    QStringList m_shown;
};

} // namespace ct::console::pages
