// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;

namespace ct::console::widgets {

/// A field for a password, which can be looked at. Thread: main.
class PasswordEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    void setShown(bool shown);
    bool isShown() const { return echoMode() == Normal; }

private:
    QAction *m_show;
};

} // namespace ct::console::widgets
