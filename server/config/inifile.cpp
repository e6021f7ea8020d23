// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/inifile.h"

#include "server/config/settingsfiles.h"
#include "server/config/spelling.h"

#include <QRegularExpression>
#include <QSettings>
#include <QStringDecoder>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// Why QSettings would misread a value, or nothing.
QString trapIn(const QString &value)
{
    const bool isQuoted = value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"');
    const QString inner = isQuoted ? value.sliced(1, value.size() - 2) : value;
    if (inner.contains(u'\\'))
        return u"a backslash begins an escape in INI files: use another character, or set the "
               "variable in the environment or in codetogether.config"_s;
    if (inner.contains(u'"'))
        return u"a double quote may only stand around the whole value"_s;
    if (inner.startsWith(u'@'))
        return u"a value that begins with @ is misread in INI files: set the variable in the "
               "environment or in codetogether.config"_s;
    if (isQuoted)
        return {};
    if (inner.contains(u','))
        return u"a comma makes a list of it: put the whole value in double quotes"_s;
    if (inner.contains(u';'))
        return u"a semicolon begins a comment: put the whole value in double quotes"_s;
    return {};
}

QString plain(const QString &value)
{
    const bool isQuoted = value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"');
    return isQuoted ? value.sliced(1, value.size() - 2) : value;
}

/// `group/key` of each variable that may stand in the file.
QHash<QString, QString> variablesByKey(const QList<Setting> &settings)
{
    QHash<QString, QString> variables;
    for (const Setting &setting : settings) {
        variables.insert(setting.group + u'/' + flagOf(setting.name), setting.name);
        if (setting.isSecret)
            variables.insert(
                setting.group + u'/' + flagOf(setting.fileVariable()), setting.fileVariable());
    }
    return variables;
}

class Reading
{
public:
    Reading(QString path, const QList<Setting> &settings)
        : m_path(std::move(path)),
          m_store(m_path, QSettings::IniFormat),
          m_variables(variablesByKey(settings))
    {
        for (const Setting &setting : settings)
            m_groups.insert(setting.group);
    }

    void take(const QString &line);
    void finish();
    FileSettings result;

private:
    struct Entry {
        QString key;
        QString value;
        QString variable;
        int line = 0;
    };

    void takeGroup(const QString &text);
    void takeValue(const QString &key, const QString &value);
    void resolve(const QString &path, const Entry &entry);
    QString unknownKey(const QString &key) const;
    void fault(const QString &why);

    QString m_path;
    QSettings m_store;
    QHash<QString, QString> m_variables;
    QSet<QString> m_groups;
    QString m_group;
    /// By group and key.
    QMap<QString, Entry> m_seen;
    int m_line = 0;
};

void Reading::fault(const QString &why)
{
    result.faults.append(u"%1, line %2: %3"_s.arg(m_path).arg(m_line).arg(why));
}

void Reading::takeGroup(const QString &text)
{
    m_group = text.sliced(1, std::max(text.size() - 2, qsizetype(0))).trimmed();
    if (!text.endsWith(u']'))
        return fault(u"a group is written [name]"_s);
    if (m_groups.contains(m_group))
        return;
    QStringList groups = m_groups.values();
    groups.sort();
    result.warnings.append(u"%1, line %2: [%3] is no group of this server, which are %4"_s.arg(
        m_path, QString::number(m_line), m_group, groups.join(u", "_s)));
}

QString Reading::unknownKey(const QString &key) const
{
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it) {
        if (flagOf(it.value()) == key)
            return u"; it belongs into [%1]"_s.arg(it.key().section(u'/', 0, 0));
    }
    const QString nearest = nearestName(m_group + u'/' + key, m_variables.keys());
    return nearest.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(nearest.section(u'/', 1));
}

void Reading::takeValue(const QString &key, const QString &value)
{
    static const QRegularExpression name(u"^[A-Za-z0-9_-]+$"_s);
    if (!name.match(key).hasMatch())
        return fault(u"expected [group], key = value or a comment"_s);
    if (m_group.isEmpty())
        return fault(u"%1 stands in no group"_s.arg(key));
    const QString path = m_group + u'/' + key;
    const QString variable = m_variables.value(path);
    if (variable.isEmpty()) {
        result.warnings.append(u"%1, line %2: %3 is no key of [%4]%5"_s.arg(
            m_path, QString::number(m_line), key, m_group, unknownKey(key)));
        return;
    }
    const bool isFirst = !m_seen.contains(path);
    m_seen.insert(path, {key, value, variable, m_line});
    if (!isFirst)
        fault(u"%1 is given twice"_s.arg(key));
}

/// Only now, since of a key given twice QSettings has the last value.
void Reading::finish()
{
    for (auto it = m_seen.begin(); it != m_seen.end(); ++it) {
        m_line = it->line;
        resolve(it.key(), *it);
    }
}

void Reading::resolve(const QString &path, const Entry &entry)
{
    const auto &[key, value, variable, line] = entry;
    if (const QString trap = trapIn(value); !trap.isEmpty())
        return fault(u"%1: %2"_s.arg(key, trap));
    const QString read = m_store.value(path).toString();
    if (read != plain(value))
        return fault(u"%1: the value would be misread; put it in double quotes"_s.arg(key));
    result.values.insert(variable, {read, u"%1, line %2"_s.arg(m_path).arg(line)});
}

void Reading::take(const QString &line)
{
    ++m_line;
    const QString text = line.trimmed();
    if (text.isEmpty() || text.startsWith(u';') || text.startsWith(u'#'))
        return;
    if (text.startsWith(u'['))
        return takeGroup(text);
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return fault(u"expected [group], key = value or a comment"_s);
    takeValue(text.first(equals).trimmed(), text.sliced(equals + 1).trimmed());
}

QString quotedWhereNeeded(const QString &value)
{
    return value.contains(u',') || value.contains(u';') || value.contains(u' ')
        ? u'"' + value + u'"'
        : value;
}

QString exampleOf(const Setting &setting, const ServerConfig &defaults)
{
    const QString variable = setting.isSecret ? setting.fileVariable() : setting.name;
    const QString form
        = setting.isSecret ? u"a file that holds %1"_s.arg(setting.form) : setting.form;
    const QString value = setting.isSecret ? QString() : setting.read(defaults);
    const QString end = value.isEmpty() ? QString() : u' ' + quotedWhereNeeded(value);
    const QString restart
        = setting.takesEffect == TakesEffect::AtStart ? u" Needs a restart."_s : QString();
    return u"; %1.\n; Takes %2.%3\n; Variable: %4\n;%5 =%6\n\n"_s.arg(
        setting.help, form, restart, variable, flagOf(variable), end);
}

} // namespace

FileSettings readIniFile(
    const QString &path, const QByteArray &content, const QList<Setting> &settings)
{
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(content);
    if (decoder.hasError() || text.contains(QChar::Null))
        return {{}, {u"%1 is no UTF-8 text: write it anew with an editor"_s.arg(path)}, {}};
    Reading reading(path, settings);
    for (const QString &line : text.split(u'\n'))
        reading.take(line);
    reading.finish();
    return reading.result;
}

QString defaultIniText(const QList<Setting> &settings, const ServerConfig &defaults)
{
    QString text
        = u"; Settings of codetogether-edge. A flag, the environment and codetogether.config are\n"
          "; stronger than this file; what is not set has its default, shown behind each key.\n"
          "; Values with commas or semicolons stand in double quotes. Keep secrets in files of\n"
          "; their own, which only the server's user may read.\n\n"_s;
    QString group;
    for (const Setting &setting : settings) {
        if (placeNames().contains(setting.name))
            continue;
        if (setting.group != group)
            text += u"[%1]\n\n"_s.arg(group = setting.group);
        text += exampleOf(setting, defaults);
    }
    return text.trimmed() + u'\n';
}

} // namespace ct::server::config
