// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QWidget>

class QLabel;

namespace ct::console::widgets {

/// A sign and what it means in words, so that nobody has to tell colours apart. Thread: main.
class SignLabel : public QWidget
{
    Q_OBJECT

public:
    explicit SignLabel(QWidget *parent = nullptr);

    /// `icon` is a name of `resources/icons`; the words are shown as plain text.
    void setSign(QLatin1StringView icon, const QString &words);
    QString words() const;
    QLatin1StringView icon() const { return m_icon; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QLatin1StringView m_icon;
    QLabel *m_sign;
    QLabel *m_words;
};

} // namespace ct::console::widgets
