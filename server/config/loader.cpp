// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/loader.h"

#include "server/config/commandline.h"
#include "server/config/derived.h"
#include "server/config/secretfile.h"
#include "server/config/settings.h"
#include "server/config/spelling.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

constexpr qsizetype longestShown = 200;

/// A value as it may be shown: no secrets, also not such as people put into URLs; one line.
QString shown(const Setting &setting, QString value)
{
    static const QRegularExpression user(u"//.*@"_s);
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f-\\x9f]"_s);
    if (setting.isSecret)
        return value.isEmpty() ? QString() : u"********"_s;
    if (setting.show)
        value = setting.show(withoutQuotes(value));
    value.replace(user, u"//***@"_s).replace(control, u"?"_s);
    return value.size() > longestShown ? value.first(longestShown) + u"…"_s : value;
}

/// Values by name that settings have already, whatever the sources say.
using Pinned = QHash<QString, Given>;

/// One run of load(): gathers faults as it goes.
class Loading
{
public:
    Loading(const Sources &sources, const QProcessEnvironment &environment)
        : m_sources(sources),
          m_environment(environment)
    { }

    /// What needs a restart is not looked up, but taken from here or not given.
    void pin(const Pinned &pinned) { m_pinned = pinned; }
    LoadOutcome run();

private:
    std::optional<Given> find(const Setting &setting);
    std::optional<Given> secret(const Setting &setting);
    void apply(const Setting &setting);
    void fault(const Setting &setting, const Given &given, const QString &what);
    QStringList knownNames() const;
    QList<Assignment> assignments() const;

    const Sources &m_sources;
    const QProcessEnvironment &m_environment;
    std::optional<Pinned> m_pinned;
    QList<Setting> m_settings = allSettings();
    ServerConfig m_config = fixedDefaults();
    /// What is set, by name, whether right or wrong.
    QHash<QString, Given> m_given;
    QSet<QString> m_faulty;
    QStringList m_faults;
};

/// Of the secret and its file's name the stronger source counts; one source may not give both.
std::optional<Given> Loading::secret(const Setting &setting)
{
    auto direct = m_sources.lookUp(setting.name);
    const auto file = m_sources.lookUp(setting.fileVariable());
    if (!file || (direct && direct->source > file->source))
        return direct;
    const QString path = withoutQuotes(file->value);
    Given given {{}, Source::SecretFile, u"%1 by %2"_s.arg(path, setting.fileVariable())};
    const auto refuse = [&](const QString &sentence) {
        m_given.insert(setting.name, given);
        m_faulty.insert(setting.name);
        m_faults.append(sentence);
        return std::nullopt;
    };
    if (direct && direct->source == file->source)
        return refuse(
            u"%1 and %2 are both set: set one of them"_s.arg(setting.name, setting.fileVariable()));
    Result<QString> value = readSecret(path);
    if (!value)
        return refuse(u"%1 is \"%2\" (%3): %4"_s.arg(
            setting.fileVariable(), path, originOf(*file), value.error().message));
    given.value = *std::move(value);
    return given;
}

std::optional<Given> Loading::find(const Setting &setting)
{
    if (m_pinned && setting.takesEffect == TakesEffect::AtStart) {
        const auto pinned = m_pinned->constFind(setting.name);
        return pinned == m_pinned->cend() ? std::nullopt : std::optional(*pinned);
    }
    return setting.isSecret ? secret(setting) : m_sources.lookUp(setting.name);
}

void Loading::apply(const Setting &setting)
{
    const auto given = find(setting);
    if (!given)
        return;
    m_given.insert(setting.name, *given);
    if (hasCurlyQuotes(given->value))
        return fault(setting, *given, u"use straight quotes or none, not typographic ones"_s);
    if (!setting.write(withoutQuotes(given->value), m_config))
        fault(setting, *given, u"expected "_s + setting.form);
}

void Loading::fault(const Setting &setting, const Given &given, const QString &what)
{
    QString source = originOf(given);
    if (given.source == Source::Flag)
        source += u" --"_s + flagOf(setting.name);
    m_faulty.insert(setting.name);
    m_faults.append(u"%1 is \"%2\" (%3): %4"_s.arg(
        setting.name, shown(setting, given.value.trimmed()), source, what));
}

QStringList Loading::knownNames() const
{
    QStringList known;
    for (const Setting &setting : m_settings) {
        known.append(setting.name);
        if (setting.isSecret)
            known.append(setting.fileVariable());
    }
    return known;
}

QList<Assignment> Loading::assignments() const
{
    QList<Assignment> all;
    for (const Setting &setting : m_settings) {
        const Given given = m_given.value(setting.name);
        all.append(
            {setting.name, given.source, given.place, shown(setting, setting.read(m_config))});
    }
    return all;
}

LoadOutcome Loading::run()
{
    m_config.stateDir = defaultStateDir(m_environment);
    m_config.configFile = m_sources.configFile();
    m_config.iniFile = m_sources.iniFile();
    m_config.sslSettingsFile = m_sources.sslSettingsFile();
    m_faults += m_sources.faults();
    for (const Setting &setting : m_settings)
        apply(setting);
    const QStringList names = m_given.keys();
    deriveDefaults(m_config, QSet<QString>(names.begin(), names.end()));
    m_faults += contradictions(m_config, m_faulty);
    const QStringList warnings = m_sources.warnings(knownNames());
    if (!m_faults.isEmpty())
        return ConfigFaults {m_faults, warnings};
    return LoadedConfig {
        m_config, assignments(), m_given, warnings + doubts(m_config), graveDoubts(m_config)};
}

/// A default that follows from other settings is pinned, too: what it followed from may change.
Pinned pinnedOf(const LoadedConfig &inForce)
{
    Pinned pinned;
    for (const Setting &setting : allSettings()) {
        if (setting.takesEffect != TakesEffect::AtStart)
            continue;
        const auto given = inForce.given.constFind(setting.name);
        const QString value = setting.isSecret ? QString() : setting.read(inForce.config);
        if (given != inForce.given.cend())
            pinned.insert(setting.name, *given);
        else if (!value.isEmpty())
            pinned.insert(setting.name, {value, Source::Default});
    }
    return pinned;
}

bool isChanged(const Setting &setting, const LoadedConfig &from, const LoadedConfig &to)
{
    if (!setting.isSecret)
        return setting.read(from.config) != setting.read(to.config);
    return withoutQuotes(from.given.value(setting.name).value)
        != withoutQuotes(to.given.value(setting.name).value);
}

} // namespace

LoadOutcome load(
    const QStringList &arguments, const QProcessEnvironment &environment, const UsualFiles &usual)
{
    const CommandLine line = readCommandLine(arguments);
    if (line.action == CommandLine::Action::UsageError)
        return ConfigFaults {{line.text}, {}};
    const Sources sources(line.values, environment, usual, allSettings());
    LoadOutcome outcome = Loading(sources, environment).run();
    std::visit([&](auto &loaded) { loaded.warnings = line.warnings + loaded.warnings; }, outcome);
    return outcome;
}

std::variant<ReloadedConfig, ConfigFaults> loadAgain(
    const LoadedConfig &inForce,
    const QStringList &arguments,
    const QProcessEnvironment &environment,
    const UsualFiles &usual)
{
    const Sources sources(readCommandLine(arguments).values, environment, usual, allSettings());
    const LoadOutcome fresh = Loading(sources, environment).run();
    if (const auto *faults = std::get_if<ConfigFaults>(&fresh))
        return *faults;
    Loading again(sources, environment);
    again.pin(pinnedOf(inForce));
    LoadOutcome kept = again.run();
    if (auto *faults = std::get_if<ConfigFaults>(&kept))
        return *faults;
    ReloadedConfig reloaded {std::get<LoadedConfig>(std::move(kept)), {}, {}};
    for (const Setting &setting : allSettings()) {
        if (isChanged(setting, inForce, reloaded.loaded))
            reloaded.changed.append(setting.name);
        else if (isChanged(setting, inForce, std::get<LoadedConfig>(fresh)))
            reloaded.waiting.append(setting.name);
    }
    return reloaded;
}

QString effectiveConfig(const LoadedConfig &loaded)
{
    QString text;
    for (const Assignment &one : loaded.assignments) {
        const QString value = one.value.isEmpty() ? u"not set"_s : one.value;
        text += u"%1 = %2 (%3)\n"_s.arg(one.name, value, originOf({{}, one.source, one.place}));
    }
    return text;
}

} // namespace ct::server::config
