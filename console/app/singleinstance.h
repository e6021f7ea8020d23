// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/app/wish.h"

#include <QLocalServer>
#include <QObject>

namespace ct::console::app {

/// Sees to it that one user has one window: a later start tells the first what it wants and ends.
/// The socket is in the user's own runtime folder, which nobody else may enter. Thread: main.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `socket` is a path; empty: there is no place for one, and each start is on its own.
    explicit SingleInstance(QString socket);

    /// In the user's runtime folder.
    static QString usualSocket();
    /// Whether another one runs and has taken the wish. Waits a second at the most; before the
    /// first window only.
    bool handOver(const Wish &wish) const;
    /// From now on wishes of others are wished().
    void listen();

Q_SIGNALS:
    void wished(const ct::console::app::Wish &wish);

private:
    void serve();
    void read(QLocalSocket &socket);

    QString m_socket;
    QLocalServer m_server;
};

} // namespace ct::console::app
