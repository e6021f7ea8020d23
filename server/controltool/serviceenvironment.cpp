// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/serviceenvironment.h"

#include "server/config/spelling.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr qint64 longest = 1LL << 20;

} // namespace

QString environmentFile(const Options &options, const QProcessEnvironment &environment)
{
    if (!options.environmentFile.isEmpty())
        return options.environmentFile;
    const bool isOfAnother = !options.places.isEmpty() || environment.contains(u"CT_STATE_DIR"_s);
    return !isOfAnother && QFileInfo::exists(serviceFile) ? QString(serviceFile) : QString();
}

QProcessEnvironment asTheService(const QProcessEnvironment &own, const QString &file)
{
    QProcessEnvironment environment = own;
    if (file.isEmpty())
        return environment;
    const auto insert = [&environment, &own](const QString &name, const QString &value) {
        if (!own.contains(name))
            environment.insert(name, value);
    };
    insert(u"CT_STATE_DIR"_s, serviceStateFolder);
    insert(u"CT_LOG_DIR"_s, serviceLogFolder);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return environment;
    const QString text = QString::fromUtf8(in.read(longest));
    for (const QString &line : text.split(u'\n')) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (line.contains(u'=') && config::isOurName(name))
            insert(name, config::withoutQuotes(line.section(u'=', 1)));
    }
    return environment;
}

} // namespace ct::server::controltool
