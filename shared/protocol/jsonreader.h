// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/json.h"

#include <QJsonArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace ct::protocol {

/// Takes fields out of one object and remembers the first that is missing or mistyped, so that a
/// message's fromJson() reads like its list of fields. Thread: any, one at a time.
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object) : m_object(std::move(object)) { }

    QString text(QLatin1StringView name);
    /// Empty when missing or null, which stand for the same on the wire.
    QString optionalText(QLatin1StringView name);
    QByteArray bytes(QLatin1StringView name) { return text(name).toUtf8(); }
    bool boolean(QLatin1StringView name);
    qint64 integer(QLatin1StringView name);
    /// Nothing when missing or null.
    std::optional<qint64> optionalInteger(QLatin1StringView name);
    QStringList texts(QLatin1StringView name);
    QJsonObject object(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);

    template<typename T>
    T message(QLatin1StringView name)
    {
        return taken<T>(name, object(name)).value_or(T {});
    }
    template<typename T>
    std::optional<T> optionalMessage(QLatin1StringView name)
    {
        if (const QJsonValue value = m_object.value(name); value.isUndefined() || value.isNull())
            return std::nullopt;
        return taken<T>(name, object(name));
    }
    template<typename T>
    QList<T> messages(QLatin1StringView name)
    {
        QList<T> list;
        for (const QJsonValue value : array(name)) {
            if (const auto one = taken<T>(name, value.toObject()))
                list.append(*one);
        }
        return list;
    }

    /// The message, or the first fault.
    template<typename T>
    Result<T> finish(T value) const
    {
        if (m_fault)
            return *m_fault;
        return value;
    }
    void fail(QLatin1StringView name, const QString &what);

private:
    template<typename T>
    std::optional<T> taken(QLatin1StringView name, const QJsonObject &from)
    {
        if (m_fault)
            return std::nullopt;
        Result<T> inner = fromJson<T>(from);
        if (inner)
            return *std::move(inner);
        fail(name, inner.error().message);
        return std::nullopt;
    }
    QJsonValue value(QLatin1StringView name, QJsonValue::Type type, QLatin1StringView typeName);

    QJsonObject m_object;
    std::optional<Error> m_fault;
};

} // namespace ct::protocol
