// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace ct::test {

/// The real server (CT_EDGE_BIN), in a private folder on free ports of loopback, with an
/// administrator of its own. Ends with this object, or by stop(). Thread: the test's.
class EdgeProcess
{
public:
    static inline const QString user = QStringLiteral("ada");
    static inline const QString password = QStringLiteral("a good password");

    EdgeProcess();
    ~EdgeProcess();

    /// False when it did not come up; output() says why. `settings` are beside the usual ones.
    bool start(const QHash<QString, QString> &settings = {});
    /// On the same ports as before.
    bool restart();
    void stop();
    /// Without a last word, as a crash is.
    void kill();
    QString httpUrl() const { return urlOf(QStringLiteral("http")); }
    QString httpsUrl() const { return urlOf(QStringLiteral("https")); }
    QByteArray output() { return m_output += m_process.readAll(); }

private:
    QString urlOf(const QString &scheme) const;
    bool run();

    QTemporaryDir m_folder;
    QProcess m_process;
    QHash<QString, QString> m_settings;
    QJsonObject m_ports;
    QByteArray m_output;
};

} // namespace ct::test
