// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/jsonreader.h"

#include <chrono>

/// Messages whose fields are named once for both directions: a struct with a static function
/// `describe(fields, self)` that calls `fields("name", self.member)` for each of them. An optional
/// member may be missing; every other one has to be there.
namespace ct::protocol {

/// Puts fields into an object.
class FieldWriter
{
public:
    const QJsonObject &object() const { return m_object; }

    void operator()(const char *name, const QString &value)
    {
        m_object.insert(QLatin1StringView(name), value);
    }
    void operator()(const char *name, bool value)
    {
        m_object.insert(QLatin1StringView(name), value);
    }
    void operator()(const char *name, qint64 value)
    {
        m_object.insert(QLatin1StringView(name), value);
    }
    void operator()(const char *name, const QStringList &value)
    {
        m_object.insert(QLatin1StringView(name), QJsonArray::fromStringList(value));
    }
    template<typename Rep, typename Period>
    void operator()(const char *name, std::chrono::duration<Rep, Period> value)
    {
        m_object.insert(QLatin1StringView(name), qint64 {value.count()});
    }
    template<typename T>
    void operator()(const char *name, const std::optional<T> &value)
    {
        if (value)
            (*this)(name, *value);
    }
    template<typename T>
    void operator()(const char *name, const QList<T> &messages)
    {
        QJsonArray array;
        for (const T &message : messages)
            array.append(objectOf(message));
        m_object.insert(QLatin1StringView(name), array);
    }
    template<typename T>
    requires std::is_class_v<T>
    void operator()(const char *name, const T &message)
    {
        m_object.insert(QLatin1StringView(name), objectOf(message));
    }

    template<typename T>
    static QJsonObject objectOf(const T &message)
    {
        FieldWriter writer;
        T::describe(writer, message);
        return writer.m_object;
    }

private:
    QJsonObject m_object;
};

/// Takes fields out of an object.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object) : m_object(object), m_reader(object) { }

    void operator()(const char *name, QString &value)
    {
        value = m_reader.text(QLatin1StringView(name));
    }
    void operator()(const char *name, bool &value)
    {
        value = m_reader.boolean(QLatin1StringView(name));
    }
    void operator()(const char *name, qint64 &value)
    {
        value = m_reader.integer(QLatin1StringView(name));
    }
    void operator()(const char *name, QStringList &value)
    {
        value = m_reader.texts(QLatin1StringView(name));
    }
    template<typename Rep, typename Period>
    void operator()(const char *name, std::chrono::duration<Rep, Period> &value)
    {
        value = std::chrono::duration<Rep, Period>(m_reader.integer(QLatin1StringView(name)));
    }
    template<typename T>
    void operator()(const char *name, std::optional<T> &value)
    {
        if (const QJsonValue found = m_object.value(QLatin1StringView(name));
            found.isUndefined() || found.isNull())
            return;
        T there {};
        (*this)(name, there);
        value = std::move(there);
    }
    template<typename T>
    void operator()(const char *name, QList<T> &messages)
    {
        for (const QJsonValue value : m_reader.array(QLatin1StringView(name)))
            take(name, value.toObject(), messages.emplaceBack());
    }
    template<typename T>
    requires std::is_class_v<T>
    void operator()(const char *name, T &message)
    {
        take(name, m_reader.object(QLatin1StringView(name)), message);
    }

    template<typename T>
    static Result<T> messageOf(const QJsonObject &object)
    {
        FieldReader reader(object);
        T message {};
        T::describe(reader, message);
        return reader.m_reader.finish(message);
    }

private:
    template<typename T>
    void take(const char *name, const QJsonObject &from, T &message)
    {
        Result<T> inner = messageOf<T>(from);
        if (inner)
            message = *std::move(inner);
        else
            m_reader.fail(QLatin1StringView(name), inner.error().message);
    }

    const QJsonObject m_object;
    JsonReader m_reader;
};

} // namespace ct::protocol
