// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settings.h"

#include <array>
#include <optional>
#include <type_traits>

/// How settings are made: numbers out of table rows (the row is all there is to say about one),
/// what has a form of its own by special(). Thread: any.
namespace ct::server::config {

/// A member of a room's config that is a count (int), a size (qint64), a time, a port or a switch.
template<typename Room, typename Value>
struct Row {
    const char *name;
    Value Room::*member;
    const char *help;
    /// In the member's own unit; ports and switches need none.
    qint64 least = 0;
    qint64 most = 0;
};

/// What a number looks like when people write it.
struct Form {
    QString words;
    /// In the member's own unit; nothing when it isn't of this form or out of bounds.
    std::function<std::optional<qint64>(const QString &text)> parse;
    std::function<QString(qint64 value)> show;
};

Form countForm(qint64 least, qint64 most);
Form sizeForm(qint64 least, qint64 most);
Form portForm();
Form switchForm();
Form secondsForm(qint64 least, qint64 most);
Form millisecondsForm(qint64 least, qint64 most);

/// The form that goes with a member's type.
template<typename Value>
Form formFor(qint64 least, qint64 most)
{
    if constexpr (std::is_same_v<Value, bool>)
        return switchForm();
    else if constexpr (std::is_same_v<Value, quint16>)
        return portForm();
    else if constexpr (std::is_same_v<Value, int>)
        return countForm(least, most);
    else if constexpr (std::is_same_v<Value, qint64>)
        return sizeForm(least, most);
    else if constexpr (std::is_same_v<Value, std::chrono::seconds>)
        return secondsForm(least, most);
    else
        return millisecondsForm(least, most);
}

template<typename Value>
qint64 numberOf(Value value)
{
    if constexpr (std::is_arithmetic_v<Value>)
        return static_cast<qint64>(value);
    else
        return value.count();
}

/// A setting for each row.
template<typename Room, typename Value, std::size_t count>
QList<Setting> settingsOf(Room ServerConfig::*room, const std::array<Row<Room, Value>, count> &rows)
{
    QList<Setting> settings;
    for (const Row<Room, Value> &row : rows) {
        const Form form = formFor<Value>(row.least, row.most);
        const auto write
            = [form, room, member = row.member](const QString &text, ServerConfig &config) {
                  const auto number = form.parse(text);
                  if (number)
                      config.*room.*member = static_cast<Value>(*number);
                  return number.has_value();
              };
        const auto read = [form, room, member = row.member](const ServerConfig &config) {
            return form.show(numberOf(config.*room.*member));
        };
        settings.append(
            {QString::fromLatin1(row.name), QString::fromUtf8(row.help), form.words, write, read});
    }
    return settings;
}

struct Words {
    QString name;
    QString help;
    QString form;
};

/// A setting whose place is what `access(config)` refers to, read by `parse(text)` (an optional)
/// and shown by `show(value)`.
template<typename Access, typename Parse, typename Show>
Setting special(const Words &words, Access access, Parse parse, Show show)
{
    const auto write = [access, parse](const QString &text, ServerConfig &config) {
        auto value = parse(text);
        if (!value)
            return false;
        access(config) = *std::move(value);
        return true;
    };
    const auto read = [access, show](const ServerConfig &config) {
        return show(access(config));
    };
    return {words.name, words.help, words.form, write, read};
}

/// For values that are their own text.
inline QString itself(const QString &text)
{
    return text;
}

} // namespace ct::server::config
