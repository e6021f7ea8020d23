// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/logs/loglines.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ct::console::pages {

/// The lines of one log, with a filter by level and a search. While it follows, the newest line
/// stays in sight. Thread: main.
class LogView : public QWidget
{
    Q_OBJECT

public:
    LogView();

    void clear();
    void append(const QStringList &lines);
    bool isFollowing() const;

private:
    void build();
    void fill();
    void scrollToEnd();
    LogLevel level() const;
    enum class Direction { Forward, Backward };
    void find(Direction direction);

    LogLines m_lines;
    QComboBox *m_level;
    QLineEdit *m_search;
    QPushButton *m_next;
    QPushButton *m_previous;
    QLabel *m_found;
    QCheckBox *m_follow;
    QPlainTextEdit *m_text;
};

} // namespace ct::console::pages
