// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/manpages.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// Text that roff takes as it stands.
QString plain(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    const bool looksLikeARequest = text.startsWith(u'.') || text.startsWith(u'\'');
    return looksLikeARequest ? u"\\&"_s + text : text;
}

QString variableOf(const Setting &setting)
{
    return setting.isSecret ? setting.fileVariable() : setting.name;
}

QString formOf(const Setting &setting)
{
    return setting.isSecret ? u"a file that holds %1"_s.arg(setting.form) : setting.form;
}

/// What a setting is, which values it takes, and which it has.
QString description(const Setting &setting, const ServerConfig &defaults)
{
    const QString value = setting.isSecret ? QString() : setting.read(defaults);
    QString text = plain(setting.help) + u".\nTakes "_s + plain(formOf(setting)) + u".\n"_s;
    if (!value.isEmpty())
        text += u"Default: "_s + plain(value) + u".\n"_s;
    if (setting.takesEffect == TakesEffect::AtStart)
        text += u"Needs a restart.\n"_s;
    return text;
}

} // namespace

QString flagsAsRoff(const QList<Setting> &settings, const ServerConfig &defaults)
{
    QString text;
    for (const Setting &setting : settings)
        text += u".TP\n.BI \\-\\-%1= VALUE\n%2"_s.arg(
            plain(flagOf(variableOf(setting))), description(setting, defaults));
    return text;
}

QString settingsAsRoff(const QList<Setting> &settings, const ServerConfig &defaults)
{
    QString text;
    QString group;
    for (const Setting &setting : settings) {
        if (setting.group != group) {
            group = setting.group;
            text += u".SS Group ["_s + plain(group) + u"]\n"_s;
        }
        text += u".TP\n.BR %1 \", \" %2\n%3"_s.arg(
            variableOf(setting),
            plain(flagOf(variableOf(setting))),
            description(setting, defaults));
        if (setting.isSecret)
            text
                += u"The secret itself may be given as\n.BR %1 ,\nkey\n.BR %2 ;\na file is safer.\n"_s
                       .arg(setting.name, plain(flagOf(setting.name)));
    }
    return text;
}

} // namespace ct::server::config
