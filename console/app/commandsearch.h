// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace ct::console::app {

/// Something that can be done, by its words.
struct Command {
    QString text;
    QString shortcut {};
    QIcon icon {};
    std::function<void()> run {};
};

/// A field and a list: type some words of what you want, press Enter. Shown with open().
/// Thread: main.
class CommandSearch : public QDialog
{
    Q_OBJECT

public:
    CommandSearch(QList<Command> commands, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void runCurrent();

    QList<Command> m_commands;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
};

} // namespace ct::console::app
