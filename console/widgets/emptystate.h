// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ct::console::widgets {

/// What is shown where there is nothing: a sentence, what to do next, and a button for it.
/// Thread: main.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Both as plain text; `hint` may be empty, and without `action` there is no button.
    void setWords(const QString &sentence, const QString &hint, const QString &action = {});

Q_SIGNALS:
    void actionWanted();

private:
    QLabel *m_sentence;
    QLabel *m_hint;
    QPushButton *m_action;
};

} // namespace ct::console::widgets
