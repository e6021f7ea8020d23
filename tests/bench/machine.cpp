// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/machine.h"

#include <QDate>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <openssl/crypto.h>

namespace ct::bench {
using namespace Qt::StringLiterals;
namespace {

/// What stands behind the colon in the first line of /proc/`file` that begins with `name`.
QString procLine(const QString &file, const QByteArray &name)
{
    QFile source(u"/proc/"_s + file);
    if (!source.open(QIODevice::ReadOnly))
        return u"unknown"_s;
    // At once, since the size of such files is not known before.
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
    }
    return u"unknown"_s;
}

QString averageLoad()
{
    QFile source(u"/proc/loadavg"_s);
    const bool isOpen = source.open(QIODevice::ReadOnly);
    return isOpen ? QString::fromUtf8(source.readAll()).section(u' ', 2, 2) : u"unknown"_s;
}

} // namespace

QString machineText(const QJsonObject &versions)
{
    const auto line = [](const QString &name, const QString &value) -> QString {
        return u"- "_s + name + u": "_s + value + u'\n';
    };
    QString text = line(u"date"_s, QDate::currentDate().toString(Qt::ISODate));
    text += line(
        u"processor"_s,
        procLine(u"cpuinfo"_s, "model name") + u", "_s
            + QString::number(QThread::idealThreadCount()) + u" cores"_s);
    text += line(u"memory"_s, procLine(u"meminfo"_s, "MemTotal"));
    text += line(
        u"system"_s, QSysInfo::prettyProductName() + u", kernel "_s + QSysInfo::kernelVersion());
    text += line(u"compiler"_s, QString::fromLatin1(__VERSION__));
    text += line(u"Qt"_s, QString::fromLatin1(qVersion()));
    text += line(u"TLS"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION)));
    // What others did meanwhile shows in every figure but the ratios, and in those a little.
    text += line(u"load average over 15 minutes"_s, averageLoad());
    for (auto version = versions.begin(); version != versions.end(); ++version)
        text += line(version.key(), version.value().toString());
    return text;
}

} // namespace ct::bench
