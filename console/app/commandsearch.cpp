// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/commandsearch.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPixmap>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::app {

namespace {

/// Every word somewhere, in any order.
QRegularExpression wordsAnywhere(const QString &typed)
{
    QString pattern = u"^"_s;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts))
        pattern += u"(?=.*"_s + QRegularExpression::escape(word) + u')';
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

CommandSearch::CommandSearch(QList<Command> commands, QWidget *parent)
    : QDialog(parent),
      m_commands(std::move(commands)),
      m_field(new QLineEdit),
      m_list(new QListView),
      m_model(new QStandardItemModel(this)),
      m_found(new QSortFilterProxyModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Search for a Command"));
    m_field->setObjectName(u"commandField"_s);
    m_field->setPlaceholderText(tr("Type some words of what you want to do"));
    m_field->setAccessibleName(tr("Search for a command"));
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_list->setIconSize({side, side});
    // What has no picture of its own stands where the others' words do.
    QPixmap nothing(side, side);
    nothing.fill(Qt::transparent);
    const QSize row(0, std::max(side, fontMetrics().height()) + fontMetrics().descent());
    for (const Command &command : m_commands) {
        const QString text = command.shortcut.isEmpty()
            ? command.text
            : u"%1   (%2)"_s.arg(command.text, command.shortcut);
        auto *item = new QStandardItem(command.icon.isNull() ? QIcon(nothing) : command.icon, text);
        item->setSizeHint(row);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_found->setSourceModel(m_model);
    m_list->setModel(m_found);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().lineSpacing() * 18);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandSearch::filter);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandSearch::runCurrent);
    connect(m_list, &QListView::activated, this, &CommandSearch::runCurrent);
    filter({});
}

void CommandSearch::filter(const QString &typed)
{
    m_found->setFilterRegularExpression(wordsAnywhere(typed));
    m_list->setCurrentIndex(m_found->index(0, 0));
}

bool CommandSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isMove = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
    if (!isMove)
        return false;
    const int step = key == Qt::Key_Up ? -1
        : key == Qt::Key_Down          ? 1
        : key == Qt::Key_PageUp        ? -10
                                       : 10;
    const int last = m_found->rowCount() - 1;
    const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(last, 0));
    m_list->setCurrentIndex(m_found->index(row, 0));
    return true;
}

void CommandSearch::runCurrent()
{
    const QModelIndex found = m_found->mapToSource(m_list->currentIndex());
    if (!found.isValid())
        return;
    const auto run = m_commands.at(found.row()).run;
    accept();
    run();
}

} // namespace ct::console::app
