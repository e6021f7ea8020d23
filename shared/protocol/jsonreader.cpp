// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

QString JsonReader::text(QLatin1StringView name)
{
    return value(name, QJsonValue::String, "a string"_L1).toString();
}

QString JsonReader::optionalText(QLatin1StringView name)
{
    const QJsonValue found = m_object.value(name);
    return found.isUndefined() || found.isNull() ? QString() : text(name);
}

bool JsonReader::boolean(QLatin1StringView name)
{
    return value(name, QJsonValue::Bool, "true or false"_L1).toBool();
}

qint64 JsonReader::integer(QLatin1StringView name)
{
    const QJsonValue found = value(name, QJsonValue::Double, "a number"_L1);
    // Two defaults tell a fraction from a number that happens to be the default.
    if (found.isDouble() && found.toInteger(0) != found.toInteger(1))
        fail(name, u"is not a whole number"_s);
    return found.toInteger();
}

std::optional<qint64> JsonReader::optionalInteger(QLatin1StringView name)
{
    const QJsonValue found = m_object.value(name);
    return found.isUndefined() || found.isNull() ? std::nullopt : std::optional(integer(name));
}

QStringList JsonReader::texts(QLatin1StringView name)
{
    QStringList list;
    for (const QJsonValue one : array(name)) {
        if (!one.isString())
            fail(name, u"is not a list of strings"_s);
        list.append(one.toString());
    }
    return list;
}

QJsonObject JsonReader::object(QLatin1StringView name)
{
    return value(name, QJsonValue::Object, "an object"_L1).toObject();
}

QJsonArray JsonReader::array(QLatin1StringView name)
{
    return value(name, QJsonValue::Array, "a list"_L1).toArray();
}

void JsonReader::fail(QLatin1StringView name, const QString &what)
{
    if (!m_fault)
        m_fault = Error {ErrorCode::InvalidInput, u"\"%1\" %2"_s.arg(name, what)};
}

QJsonValue JsonReader::value(
    QLatin1StringView name, QJsonValue::Type type, QLatin1StringView typeName)
{
    QJsonValue found = m_object.value(name);
    if (found.isUndefined())
        fail(name, u"is missing"_s);
    else if (found.type() != type)
        fail(name, u"is not %1"_s.arg(typeName));
    else
        return found;
    return {};
}

} // namespace ct::protocol
