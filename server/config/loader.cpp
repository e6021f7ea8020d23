// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/loader.h"

#include "server/config/commandline.h"
#include "server/config/derived.h"
#include "server/config/settings.h"
#include "server/config/spelling.h"

#include <QFile>
#include <QRegularExpression>

#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

constexpr qint64 longestSecret = 64LL * 1024;
constexpr qsizetype longestShown = 200;

QString masked()
{
    return u"********"_s;
}

/// A value as it may be shown: no secrets, also not such as people put into URLs; one line.
QString shown(const Setting &setting, QString value)
{
    static const QRegularExpression user(u"//[^/@]*@"_s);
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f-\\x9f]"_s);
    if (setting.isSecret)
        return value.isEmpty() ? QString() : masked();
    value.replace(user, u"//***@"_s).replace(control, u"?"_s);
    return value.size() > longestShown ? value.first(longestShown) + u"…"_s : value;
}

struct Given {
    QString value;
    Source source = Source::Default;
};

/// One run of load(): gathers faults as it goes.
class Loading
{
public:
    Loading(QHash<QString, QString> flags, const QProcessEnvironment &environment)
        : m_flags(std::move(flags)),
          m_environment(environment)
    { }

    LoadOutcome run();

private:
    std::optional<Given> lookUp(const QString &name) const;
    std::optional<Given> secret(const Setting &setting);
    std::optional<QString> secretFile(const Setting &setting, const Given &given);
    void apply(const Setting &setting);
    void fault(const Setting &setting, const Given &given, const QString &what);
    void warnOfUnknownNames();
    QList<Assignment> assignments() const;

    QHash<QString, QString> m_flags;
    const QProcessEnvironment &m_environment;
    QList<Setting> m_settings = allSettings();
    ServerConfig m_config = fixedDefaults();
    /// What is set, by name, whether right or wrong.
    QHash<QString, Source> m_given;
    QSet<QString> m_faulty;
    QStringList m_faults;
    QStringList m_warnings;
};

/// An empty value is none, so the next weaker source counts.
std::optional<Given> Loading::lookUp(const QString &name) const
{
    if (const QString value = m_flags.value(name); !withoutQuotes(value).isEmpty())
        return Given {value, Source::Flag};
    if (const QString value = m_environment.value(name); !withoutQuotes(value).isEmpty())
        return Given {value, Source::Environment};
    return std::nullopt;
}

std::optional<Given> Loading::secret(const Setting &setting)
{
    auto direct = lookUp(setting.name);
    const auto file = lookUp(setting.fileVariable());
    if (!file)
        return direct;
    m_given.insert(setting.name, Source::SecretFile);
    if (direct) {
        m_faulty.insert(setting.name);
        m_faults.append(
            u"%1 and %2 are both set: set one of them"_s.arg(setting.name, setting.fileVariable()));
        return std::nullopt;
    }
    const auto value = secretFile(setting, *file);
    return value ? std::optional(Given {*value, Source::SecretFile}) : std::nullopt;
}

std::optional<QString> Loading::secretFile(const Setting &setting, const Given &given)
{
    const QString path = withoutQuotes(given.value);
    const auto refuse = [&](const QString &why) {
        m_faulty.insert(setting.name);
        m_faults.append(u"%1 is \"%2\" (%3): %4"_s.arg(
            setting.fileVariable(), path, sourceName(given.source), why));
        return std::nullopt;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(u"the file can't be read, "_s + file.errorString());
    const QByteArray content = file.read(longestSecret + 1);
    if (content.size() > longestSecret)
        return refuse(u"expected a file of 64 KiB at most"_s);
    const QString value = QString::fromUtf8(content).trimmed();
    return value.isEmpty() ? refuse(u"the file is empty"_s) : std::optional(value);
}

void Loading::apply(const Setting &setting)
{
    const auto given = setting.isSecret ? secret(setting) : lookUp(setting.name);
    if (!given)
        return;
    m_given.insert(setting.name, given->source);
    if (hasCurlyQuotes(given->value))
        return fault(setting, *given, u"use straight quotes or none, not typographic ones"_s);
    if (!setting.write(withoutQuotes(given->value), m_config))
        fault(setting, *given, u"expected "_s + setting.form);
}

void Loading::fault(const Setting &setting, const Given &given, const QString &what)
{
    QString source = sourceName(given.source);
    if (given.source == Source::Flag)
        source += u" --"_s + flagOf(setting.name);
    m_faulty.insert(setting.name);
    m_faults.append(u"%1 is \"%2\" (%3): %4"_s.arg(
        setting.name, shown(setting, given.value.trimmed()), source, what));
}

void Loading::warnOfUnknownNames()
{
    QStringList known;
    for (const Setting &setting : m_settings) {
        known.append(setting.name);
        if (setting.isSecret)
            known.append(setting.fileVariable());
    }
    QStringList names = m_environment.keys();
    names.sort();
    for (const QString &name : names) {
        if ((!name.startsWith("CT_"_L1) && !name.startsWith("OCT_"_L1)) || known.contains(name))
            continue;
        const QString nearest = nearestName(name, known);
        m_warnings.append(
            nearest.isEmpty()
                ? u"%1 is no setting of this server"_s.arg(name)
                : u"%1 is no setting of this server; did you mean %2?"_s.arg(name, nearest));
    }
}

QList<Assignment> Loading::assignments() const
{
    QList<Assignment> all;
    for (const Setting &setting : m_settings) {
        const Source source = m_given.value(setting.name, Source::Default);
        all.append({setting.name, source, shown(setting, setting.read(m_config))});
    }
    return all;
}

LoadOutcome Loading::run()
{
    m_config.stateDir = defaultStateDir(m_environment, geteuid() == 0);
    for (const Setting &setting : m_settings)
        apply(setting);
    const QStringList names = m_given.keys();
    deriveDefaults(m_config, QSet<QString>(names.begin(), names.end()));
    m_faults += contradictions(m_config, m_faulty);
    warnOfUnknownNames();
    if (!m_faults.isEmpty())
        return ConfigFaults {m_faults, m_warnings};
    return LoadedConfig {m_config, assignments(), m_warnings + doubts(m_config)};
}

} // namespace

QString sourceName(Source source)
{
    switch (source) {
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

LoadOutcome load(const QStringList &arguments, const QProcessEnvironment &environment)
{
    const CommandLine line = readCommandLine(arguments);
    if (line.action == CommandLine::Action::UsageError)
        return ConfigFaults {{line.text}, {}};
    return Loading(line.values, environment).run();
}

QString effectiveConfig(const LoadedConfig &loaded)
{
    QString text;
    for (const Assignment &one : loaded.assignments) {
        const QString value = one.value.isEmpty() ? u"not set"_s : one.value;
        text += u"%1 = %2 (%3)\n"_s.arg(one.name, value, sourceName(one.source));
    }
    return text;
}

} // namespace ct::server::config
