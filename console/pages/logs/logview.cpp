// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/logs/logview.h"

#include "console/icons/icon.h"
#include "console/widgets/forms.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

LogView::LogView()
    : m_level(named(new QComboBox, u"logLevel"_s)),
      m_search(named(new QLineEdit, u"logSearch"_s)),
      m_next(named(new QPushButton(tr("&Next")), u"logNext"_s)),
      m_previous(named(new QPushButton(tr("Pre&vious")), u"logPrevious"_s)),
      m_found(named(new QLabel, u"logFound"_s)),
      m_follow(named(new QCheckBox(tr("&Follow")), u"logFollow"_s)),
      m_text(named(new QPlainTextEdit, u"logText"_s))
{
    build();
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogView::fill);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(Direction::Backward); });
    connect(m_search, &QLineEdit::textChanged, m_found, &QLabel::clear);
    connect(m_next, &QPushButton::clicked, this, [this] { find(Direction::Forward); });
    connect(m_previous, &QPushButton::clicked, this, [this] { find(Direction::Backward); });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follows) {
        if (follows)
            scrollToEnd();
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
}

void LogView::build()
{
    m_level->addItem(tr("Every line"), static_cast<int>(LogLevel::None));
    m_level->addItem(tr("Information and graver"), static_cast<int>(LogLevel::Info));
    m_level->addItem(tr("Warnings and errors"), static_cast<int>(LogLevel::Warning));
    m_level->addItem(tr("Errors"), static_cast<int>(LogLevel::Error));
    m_level->setAccessibleName(tr("Level"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search"));
    m_follow->setChecked(true);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(LogLines::most);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Lines of the log"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QHBoxLayout;
    row->addWidget(m_level);
    row->addWidget(m_search, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_found);
    row->addWidget(m_follow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_text, 1);
}

bool LogView::isFollowing() const
{
    return m_follow->isChecked();
}

LogLevel LogView::level() const
{
    return static_cast<LogLevel>(m_level->currentData().toInt());
}

void LogView::clear()
{
    m_lines.clear();
    m_text->clear();
    m_found->clear();
}

void LogView::append(const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    m_lines.append(lines);
    m_level->setEnabled(m_lines.hasLevels());
    const QStringList shown = m_lines.newest(lines.size(), level());
    if (!shown.isEmpty())
        m_text->appendPlainText(shown.join(u'\n'));
    if (isFollowing())
        scrollToEnd();
}

void LogView::fill()
{
    m_text->setPlainText(m_lines.atLeast(level()).join(u'\n'));
    scrollToEnd();
}

void LogView::scrollToEnd()
{
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    m_text->horizontalScrollBar()->setValue(0);
}

void LogView::find(Direction direction)
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty())
        return;
    const bool isBack = direction == Direction::Backward;
    const QTextDocument::FindFlags flags
        = isBack ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    m_follow->setChecked(false);
    if (m_text->find(wanted, flags))
        return m_found->clear();
    // Once around.
    m_text->moveCursor(isBack ? QTextCursor::End : QTextCursor::Start);
    m_found->setText(m_text->find(wanted, flags) ? tr("From the other end") : tr("Not found"));
}

} // namespace ct::console::pages
