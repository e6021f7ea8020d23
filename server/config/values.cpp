// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/values.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// A unit that a number may be followed by.
struct Unit {
    const char *name;
    qint64 size;
};

// From the largest to the smallest, so that texts get the largest that fits.
constexpr std::array timeUnits {
    Unit {"h", 3'600'000}, Unit {"m", 60'000}, Unit {"s", 1'000}, Unit {"ms", 1}};
constexpr std::array byteUnits {
    Unit {"G", 1 << 30}, Unit {"M", 1 << 20}, Unit {"k", 1 << 10}, Unit {"", 1}};

/// Digits beyond these would not fit any number of ours, whatever their unit.
constexpr int mostDigits = 12;
constexpr qsizetype longestLine = 200;
constexpr qsizetype longestName = 64;
constexpr qsizetype shortestKey = 16;

const std::array<std::pair<QLatin1StringView, logging::Level>, 5> levels {
    {{"none"_L1, logging::Level::None},
     {"error"_L1, logging::Level::Error},
     {"warn"_L1, logging::Level::Warn},
     {"info"_L1, logging::Level::Info},
     {"debug"_L1, logging::Level::Debug}}};

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

template<std::size_t count>
QString textIn(const std::array<Unit, count> &units, qint64 value)
{
    const auto unit = std::find_if(units.begin(), units.end(), [value](const Unit &u) {
        return value != 0 && value % u.size == 0;
    });
    const Unit &chosen = unit == units.end() ? units.back() : *unit;
    return QString::number(value / chosen.size) + QLatin1StringView(chosen.name);
}

std::optional<auth::NamedApiKey> apiKey(const QString &item, qsizetype number)
{
    const qsizetype colon = item.indexOf(u':');
    const QString name
        = colon < 0 ? u"key-"_s + QString::number(number) : item.first(colon).trimmed();
    const QString key = item.mid(colon + 1).trimmed();
    const bool isGood = !name.isEmpty() && name.size() <= longestName && key.size() >= shortestKey
        && std::none_of(item.begin(), item.end(), isControl);
    if (!isGood)
        return std::nullopt;
    return auth::NamedApiKey {name, key.toUtf8()};
}

} // namespace

std::optional<qint64> wholeNumber(const QString &text)
{
    const auto isDigit = [](QChar c) {
        return c >= u'0' && c <= u'9';
    };
    if (text.isEmpty() || text.size() > mostDigits
        || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    return text.toLongLong();
}

std::optional<bool> truth(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "on"_L1 || word == "1"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "off"_L1 || word == "0"_L1)
        return false;
    return std::nullopt;
}

QString truthText(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

std::optional<std::chrono::milliseconds> duration(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]+) ?(ms|s|m|h)?\\z"_s);
    const auto match = form.match(text);
    const auto number = wholeNumber(match.captured(1));
    if (!number)
        return std::nullopt;
    const QString name = match.captured(2).isEmpty() ? u"s"_s : match.captured(2);
    const auto unit = std::find_if(timeUnits.begin(), timeUnits.end(), [&](const Unit &u) {
        return name == QLatin1StringView(u.name);
    });
    return std::chrono::milliseconds(*number * unit->size);
}

QString durationText(std::chrono::milliseconds value)
{
    return value.count() == 0 ? u"0"_s : textIn(timeUnits, value.count());
}

std::optional<qint64> byteCount(const QString &text)
{
    static const QRegularExpression form(
        u"\\A([0-9]+) ?([kmg]?)(i?b)?\\z"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    const auto number = wholeNumber(match.captured(1));
    if (!number || *number > (1LL << 40))
        return std::nullopt;
    const QString name = match.captured(2);
    const auto unit = std::find_if(byteUnits.begin(), byteUnits.end(), [&](const Unit &u) {
        return name.compare(QLatin1StringView(u.name), Qt::CaseInsensitive) == 0;
    });
    return *number * unit->size;
}

QString byteCountText(qint64 value)
{
    return textIn(byteUnits, value);
}

std::optional<logging::Level> logLevel(const QString &text)
{
    for (const auto &[name, level] : levels) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return level;
    }
    return std::nullopt;
}

QString logLevelText(logging::Level value)
{
    for (const auto &[name, level] : levels) {
        if (level == value)
            return name;
    }
    return {};
}

std::optional<QString> timeZone(const QString &text)
{
    const bool isGood = text == "UTC"_L1 || QTimeZone::isTimeZoneIdAvailable(text.toUtf8());
    return isGood ? std::optional(text) : std::nullopt;
}

std::optional<QString> lineOfText(const QString &text)
{
    if (text.size() > longestLine || std::any_of(text.begin(), text.end(), isControl))
        return std::nullopt;
    return text;
}

std::optional<QString> filePath(const QString &text)
{
    if (text.size() > 4096 || std::any_of(text.begin(), text.end(), isControl))
        return std::nullopt;
    return QDir::cleanPath(QDir::current().absoluteFilePath(text));
}

std::optional<QList<auth::NamedApiKey>> apiKeys(const QString &text)
{
    QList<auth::NamedApiKey> keys;
    QSet<QString> names;
    QSet<QByteArray> seen;
    const QStringList parts = items(QString(text).replace(u'\n', u','));
    for (const QString &item : parts) {
        const auto key = apiKey(item, keys.size() + 1);
        if (!key || names.contains(key->name) || seen.contains(key->key))
            return std::nullopt;
        names.insert(key->name);
        seen.insert(key->key);
        keys.append(*key);
    }
    return keys.isEmpty() ? std::nullopt : std::optional(keys);
}

QStringList items(const QString &text)
{
    QStringList all;
    for (const QString &part : text.split(u',')) {
        if (const QString item = part.trimmed(); !item.isEmpty())
            all.append(item);
    }
    return all;
}

} // namespace ct::server::config
