// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settingsfiles.h"

#include <QProcessEnvironment>

#include <optional>

namespace ct::server::config {

/// Where a value comes from, from the weakest to the strongest.
enum class Source { Default, SslFile, IniFile, ConfigFile, Environment, SecretFile, Flag };

QString sourceName(Source source);

/// A value as it was given.
struct Given {
    QString value;
    Source source = Source::Default;
    /// "edge.ini, line 12", where it stands in a file.
    QString place = {};
};

/// Where it comes from, as people are told.
QString originOf(const Given &given);

/// Where settings files are looked for when none is named.
struct UsualFiles {
    /// codetogether.config, as the technical notes mount it.
    QStringList config;
    /// edge.ini
    QStringList ini;
    /// codetogether-ssl-settings.conf
    QStringList ssl;
};

UsualFiles usualFiles();

/// All that is given, and what is wrong with the files that give it. Thread: any; the constructor
/// blocks on these files.
class Sources
{
public:
    Sources(
        QHash<QString, QString> flags,
        const QProcessEnvironment &environment,
        const UsualFiles &usual,
        const QList<Setting> &settings);

    /// Of the strongest source. An empty value is none, so the next weaker source counts.
    std::optional<Given> lookUp(const QString &name) const;

    const QString &configFile() const { return m_configFile.path; }
    const QString &iniFile() const { return m_iniFile.path; }
    const QString &sslSettingsFile() const { return m_sslFile.path; }
    const QStringList &faults() const { return m_faults; }
    /// Among them a sentence for each name that isn't `known`.
    QStringList warnings(const QStringList &known) const;

private:
    FilePlaces placesOf(const QString &name, const QStringList &others) const;
    void takeIn(ReadFile &file);
    void readSslFile(const QStringList &usual);

    QHash<QString, QString> m_flags;
    QProcessEnvironment m_environment;
    ReadFile m_configFile;
    ReadFile m_iniFile;
    ReadFile m_sslFile;
    QStringList m_faults;
    QStringList m_warnings;
};

} // namespace ct::server::config
