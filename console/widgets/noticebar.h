// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QStyle>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ct::console::widgets {

/// A line above what it is about: a sign, a sentence, and buttons for what can be done. It takes
/// the place of a message box. Thread: main.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Its sign differs in shape, so that nobody has to tell colours apart.
    void setSign(QStyle::StandardPixmap sign);
    /// Shown as plain text: it may hold a server's words. Screen readers are told.
    void setText(const QString &text);
    QString text() const;
    /// From left to right; the bar owns it.
    QPushButton *addButton(const QString &text);
    void showNotice(QStyle::StandardPixmap sign, const QString &text);

private:
    QHBoxLayout *m_row;
    QLabel *m_sign;
    QLabel *m_text;
};

} // namespace ct::console::widgets
