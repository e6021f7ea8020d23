// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/sources.h"

#include "server/config/spelling.h"

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

std::optional<Given> given(const QString &value, Source source, const QString &place = {})
{
    if (withoutQuotes(value).isEmpty())
        return std::nullopt;
    return Given {value, source, place};
}

std::optional<Given> given(const ReadFile &file, const QString &name, Source source)
{
    const FileValue found = file.settings.values.value(name);
    return given(found.value, source, found.place);
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

/// Nothing for a name that is known or none of ours.
QString unknown(const QString &name, const QStringList &known, const QString &place)
{
    if (!isOurName(name) || known.contains(name))
        return {};
    const QString nearest = nearestName(name, known);
    const QString hint = nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest);
    return u"%1 (%2) is no setting of this server%3"_s.arg(name, place, hint);
}

} // namespace

QString sourceName(Source source)
{
    switch (source) {
    case Source::SslFile:
        return u"codetogether-ssl-settings.conf"_s;
    case Source::IniFile:
        return u"edge.ini"_s;
    case Source::ConfigFile:
        return u"codetogether.config"_s;
    case Source::Environment:
        return u"environment"_s;
    case Source::SecretFile:
        return u"file"_s;
    case Source::Flag:
        return u"flag"_s;
    case Source::Default:
        break;
    }
    return u"default"_s;
}

QString originOf(const Given &given)
{
    return given.place.isEmpty() ? sourceName(given.source) : given.place;
}

UsualFiles usualFiles()
{
    return {
        {u"/opt/codetogether/codetogether.config"_s, u"/opt/codetogether/.bashrc"_s},
        {u"/etc/codetogether/edge.ini"_s},
        {u"/etc/nginx/includes/codetogether-ssl-settings.conf"_s}};
}

Sources::Sources(
    QHash<QString, QString> flags,
    const QProcessEnvironment &environment,
    const UsualFiles &usual,
    const QList<Setting> &settings)
    : m_flags(std::move(flags)),
      m_environment(environment)
{
    // The files are read before anything else is looked up, so only flags and environment name
    // them.
    ReadFile config = readConfigFile(placesOf(u"CT_CONFIG_FILE"_s, usual.config));
    ReadFile ini = readIniFile(placesOf(u"CT_INI_FILE"_s, usual.ini), settings);
    takeIn(config);
    takeIn(ini);
    m_configFile = std::move(config);
    m_iniFile = std::move(ini);
    readSslFile(usual.ssl);
}

/// A certificate and its key come from one place, or they would hardly fit.
void Sources::readSslFile(const QStringList &usual)
{
    const bool isPairGiven = lookUp(u"CT_TLS_CERTIFICATE"_s) || lookUp(u"CT_TLS_KEY"_s);
    ReadFile file = readSslSettingsFile(placesOf(u"CT_SSL_SETTINGS_FILE"_s, usual));
    takeIn(file);
    if (isPairGiven) {
        file.settings.values.remove(u"CT_TLS_CERTIFICATE"_s);
        file.settings.values.remove(u"CT_TLS_KEY"_s);
    }
    m_sslFile = std::move(file);
}

FilePlaces Sources::placesOf(const QString &name, const QStringList &others) const
{
    const auto named = lookUp(name);
    return {named ? withoutQuotes(named->value) : QString(), others};
}

void Sources::takeIn(ReadFile &file)
{
    for (const QString &name : placeNames()) {
        if (const FileValue value = file.settings.values.take(name); !value.place.isEmpty())
            m_warnings.append(
                u"%1 (%2) counts only as a flag or in the environment"_s.arg(name, value.place));
    }
    m_faults += file.settings.faults;
    m_warnings += file.settings.warnings;
}

std::optional<Given> Sources::lookUp(const QString &name) const
{
    if (auto flag = given(m_flags.value(name), Source::Flag))
        return flag;
    if (auto variable = given(m_environment.value(name), Source::Environment))
        return variable;
    if (auto exported = given(m_configFile, name, Source::ConfigFile))
        return exported;
    if (auto kept = given(m_iniFile, name, Source::IniFile))
        return kept;
    return given(m_sslFile, name, Source::SslFile);
}

QStringList Sources::warnings(const QStringList &known) const
{
    // edge.ini has told of its own already.
    QStringList all = m_warnings;
    for (const QString &name : sorted(m_environment.keys()))
        all.append(unknown(name, known, sourceName(Source::Environment)));
    const auto &exported = m_configFile.settings.values;
    for (const QString &name : sorted(exported.keys()))
        all.append(unknown(name, known, exported.value(name).place));
    all.removeAll(QString());
    return all;
}

} // namespace ct::server::config
