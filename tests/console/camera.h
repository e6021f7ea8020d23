// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QTest>
#include <QWidget>

namespace ct::test {

/// Takes pictures into a folder, all of one language and palette. Thread: the test's.
class Camera
{
public:
    /// Names begin with `series`.
    Camera(QDir folder, QString series) : m_folder(std::move(folder)), m_series(std::move(series))
    { }

    void take(QWidget &widget, const QString &name) const
    {
        constexpr int settling = 200;
        QTest::qWait(settling);
        widget.grab().save(
            m_folder.filePath(m_series + QLatin1Char('-') + name + QStringLiteral(".png")));
    }

private:
    QDir m_folder;
    QString m_series;
};

} // namespace ct::test
