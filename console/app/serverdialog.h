// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QUrl>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ct::console::app {

/// Where a server's address, name and user are typed. What is wrong is said while typing. Shown
/// with open(). Thread: main.
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ServerDialog(QWidget *parent);

    /// Of a known server; the address is fixed then.
    void setServer(const QString &name, const QUrl &url, const QString &user);
    void setFault(const QString &sentence);

Q_SIGNALS:
    void wanted(const QString &name, const QUrl &url, const QString &user);

private:
    void check();
    void submit();

    QLineEdit *m_address;
    QLineEdit *m_name;
    QLineEdit *m_user;
    QLabel *m_fault;
    QPushButton *m_submit;
};

} // namespace ct::console::app
