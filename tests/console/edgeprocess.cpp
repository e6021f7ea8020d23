// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/edgeprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::test {

EdgeProcess::EdgeProcess()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

EdgeProcess::~EdgeProcess()
{
    stop();
}

QString EdgeProcess::urlOf(const QString &scheme) const
{
    return u"%1://localhost:%2/"_s.arg(scheme).arg(m_ports.value(scheme).toInt());
}

bool EdgeProcess::start(const QHash<QString, QString> &settings)
{
    m_settings = settings;
    m_settings.insert(u"CT_BIND_ADDRESS"_s, u"127.0.0.1"_s);
    for (const QString &port : {u"CT_HTTP_PORT"_s, u"CT_HTTPS_PORT"_s, u"CT_PRIVATE_PORT"_s})
        m_settings.insert(port, u"0"_s);
    m_settings.insert(u"CT_STATE_DIR"_s, m_folder.path());
    m_settings.insert(u"CT_LOG_DIR"_s, m_folder.filePath(u"log"_s));
    m_settings.insert(u"CT_DASHBOARD_USER"_s, user);
    m_settings.insert(u"CT_DASHBOARD_PASSWORD"_s, password);
    m_settings.insert(u"CT_DRAIN_SECONDS"_s, u"0"_s);
    m_settings.insert(u"OCT_ACTIVATE_SIMPLE_LOGIN"_s, u"true"_s);
    m_settings.insert(u"CT_LOGIN_TRIES_PER_MINUTE"_s, u"100000"_s);
    return run();
}

bool EdgeProcess::restart()
{
    stop();
    m_settings.insert(u"CT_HTTP_PORT"_s, QString::number(m_ports.value(u"http"_s).toInt()));
    m_settings.insert(u"CT_HTTPS_PORT"_s, QString::number(m_ports.value(u"https"_s).toInt()));
    return run();
}

bool EdgeProcess::run()
{
    QProcessEnvironment environment;
    for (const char *name : {"PATH", "LD_LIBRARY_PATH", "LANG", "HOME", "ASAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    for (auto setting = m_settings.cbegin(); setting != m_settings.cend(); ++setting)
        environment.insert(setting.key(), setting.value());
    m_process.setProcessEnvironment(environment);
    QFile ports(m_folder.filePath(u"ports.json"_s));
    ports.remove();
    m_process.start(qEnvironmentVariable("CT_EDGE_BIN"), {});
    const auto isUp = [this, &ports] {
        ports.close();
        if (!ports.open(QIODevice::ReadOnly))
            return false;
        m_ports = QJsonDocument::fromJson(ports.readAll()).object();
        return !m_ports.isEmpty();
    };
    return m_process.waitForStarted()
        && QTest::qWaitFor(
               [&] { return isUp() || m_process.state() == QProcess::NotRunning; }, 60'000)
        && m_process.state() == QProcess::Running;
}

void EdgeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(30'000))
        kill();
}

void EdgeProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace ct::test
