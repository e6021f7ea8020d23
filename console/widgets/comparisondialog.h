// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>

namespace ct::console::widgets {

/// One field that somebody else has changed, too.
struct Difference {
    QString field;
    QString onServer;
    QString typed;
};

/// What stands on the server now beside what was typed, when the two have met: one of them is
/// kept. Shown with open(); closing it decides nothing. Thread: main.
class ComparisonDialog : public QDialog
{
    Q_OBJECT

public:
    ComparisonDialog(const QList<Difference> &differences, QWidget *parent);

Q_SIGNALS:
    void mineWanted();
    void theirsWanted();
};

} // namespace ct::console::widgets
