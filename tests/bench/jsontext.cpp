// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ct::bench {

std::string jsonText(std::string_view object, const char *member)
{
    const QByteArray bytes
        = QByteArray::fromRawData(object.data(), static_cast<qsizetype>(object.size()));
    return QJsonDocument::fromJson(bytes)
        .object()
        .value(QLatin1String(member))
        .toString()
        .toStdString();
}

std::string jsonObject(std::initializer_list<std::string_view> namesAndValues)
{
    std::string text = "{";
    bool isName = true;
    for (const std::string_view part : namesAndValues) {
        if (isName && text.size() > 1)
            text += ',';
        text += '"';
        text += part;
        text += isName ? "\":" : "\"";
        isName = !isName;
    }
    return text + '}';
}

} // namespace ct::bench
