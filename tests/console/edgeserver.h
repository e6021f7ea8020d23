// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace ct::test {

/// A real server (CT_EDGE_BIN) of a test's own, on free loopback ports and in a private folder;
/// ends with it. Thread: the test's.
class EdgeServer
{
public:
    using Settings = QMap<QString, QString>;

    /// Beside what every test wants: loopback, free ports, simple login.
    explicit EdgeServer(const Settings &settings = {});
    ~EdgeServer();
    EdgeServer(const EdgeServer &) = delete;
    EdgeServer &operator=(const EdgeServer &) = delete;

    /// Of a server with an administrator whom restarts don't change.
    static Settings withAdministrator();

    /// Whether it serves; what it has said is in the test's output when not.
    bool isUp() const { return m_port != 0; }
    void stop();
    /// On the same ports as before; settings of the same names are replaced.
    bool restart(const Settings &settings = {});

    quint16 port() const { return m_port; }
    QUrl url() const;
    QUrl httpsUrl() const;
    /// As somebody types it.
    QString httpUrl() const { return url().toString(); }
    /// "ctuser", unless the settings name another.
    QString user() const;
    /// That of the settings, else the one its log tells.
    QString password() const;
    QString folder() const { return m_folder.path(); }
    QByteArray log(const QString &name) const;

private:
    void start();

    QTemporaryDir m_folder;
    Settings m_settings;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_httpsPort = 0;
};

} // namespace ct::test
