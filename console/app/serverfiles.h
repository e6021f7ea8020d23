// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace ct::console::app {

class ServerKeeper;

/// Asks for the files by which servers are passed on to other people, and reads and writes them.
/// Thread: main.
class ServerFiles : public QObject
{
    Q_OBJECT

public:
    /// `keeper` must outlive it; `window` owns it.
    ServerFiles(ServerKeeper &keeper, QWidget &window);

    void chooseImport();
    void chooseExport();

Q_SIGNALS:
    /// What came of it, in a sentence.
    void told(const QString &sentence);

private:
    void importFrom(const QString &path);
    void exportTo(const QString &path);

    ServerKeeper &m_keeper;
    QWidget &m_window;
};

} // namespace ct::console::app
