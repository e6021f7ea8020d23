// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/edgeserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::test {

namespace {

constexpr int startTimeout = 60'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

EdgeServer::EdgeServer(const Settings &settings)
    : m_settings(
        {{u"CT_BIND_ADDRESS"_s, u"127.0.0.1"_s},
         {u"CT_HTTP_PORT"_s, u"0"_s},
         {u"CT_HTTPS_PORT"_s, u"0"_s},
         {u"CT_PRIVATE_PORT"_s, u"0"_s},
         {u"OCT_ACTIVATE_SIMPLE_LOGIN"_s, u"true"_s},
         {u"CT_LOGIN_TRIES_PER_MINUTE"_s, u"100000"_s},
         {u"CT_DRAIN_SECONDS"_s, u"0"_s},
         {u"CT_STATE_DIR"_s, m_folder.filePath(u"state"_s)},
         {u"CT_LOG_DIR"_s, m_folder.filePath(u"log"_s)}})
{
    m_settings.insert(settings);
    start();
}

EdgeServer::~EdgeServer()
{
    stop();
}

EdgeServer::Settings EdgeServer::withAdministrator()
{
    return {{u"CT_DASHBOARD_USER"_s, u"ada"_s}, {u"CT_DASHBOARD_PASSWORD"_s, u"a good password"_s}};
}

void EdgeServer::start()
{
    QProcessEnvironment environment;
    for (const char *name : {"PATH", "LD_LIBRARY_PATH", "LANG", "HOME", "ASAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    for (auto setting = m_settings.cbegin(); setting != m_settings.cend(); ++setting)
        environment.insert(setting.key(), setting.value());
    const QString ports = m_folder.filePath(u"state/ports.json"_s);
    QFile::remove(ports);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(qEnvironmentVariable("CT_EDGE_BIN"), {});
    m_port = 0;
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(
            QJsonDocument::fromJson(contentOf(ports)).isObject()
                || m_process.state() == QProcess::NotRunning,
            startTimeout);
    }();
    const QJsonObject taken = QJsonDocument::fromJson(contentOf(ports)).object();
    m_port = static_cast<quint16>(taken.value("http"_L1).toInt());
    m_httpsPort = static_cast<quint16>(taken.value("https"_L1).toInt());
}

void EdgeServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(startTimeout)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool EdgeServer::restart(const Settings &settings)
{
    stop();
    m_settings.insert(settings);
    m_settings.insert(u"CT_HTTP_PORT"_s, QString::number(m_port));
    m_settings.insert(u"CT_HTTPS_PORT"_s, QString::number(m_httpsPort));
    start();
    return isUp();
}

QUrl EdgeServer::url() const
{
    return QUrl(u"http://localhost:"_s + QString::number(m_port) + u'/');
}

QUrl EdgeServer::httpsUrl() const
{
    return QUrl(u"https://localhost:"_s + QString::number(m_httpsPort) + u'/');
}

QString EdgeServer::user() const
{
    return m_settings.value(u"CT_DASHBOARD_USER"_s, u"ctuser"_s);
}

QString EdgeServer::password() const
{
    if (m_settings.contains(u"CT_DASHBOARD_PASSWORD"_s))
        return m_settings.value(u"CT_DASHBOARD_PASSWORD"_s);
    static const QRegularExpression told(uR"(temporary password: (\S+))"_s);
    auto all = told.globalMatch(QString::fromUtf8(log(u"server.log"_s)));
    QString last;
    while (all.hasNext())
        last = all.next().captured(1);
    return last;
}

QByteArray EdgeServer::log(const QString &name) const
{
    return contentOf(m_settings.value(u"CT_LOG_DIR"_s) + u'/' + name);
}

} // namespace ct::test
