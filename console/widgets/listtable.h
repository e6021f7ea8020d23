// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace ct::console::widgets {

/// A table that says so in words when there is nothing in it. Thread: main.
class ListTable : public QTableView
{
    Q_OBJECT

public:
    void setPlaceholder(const QString &words) { m_placeholder = words; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_placeholder;
};

} // namespace ct::console::widgets
