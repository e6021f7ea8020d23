// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/info.h"

#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

QJsonObject toJson(const InfoMessage &info)
{
    return {
        {"code"_L1, info.code},
        {"params"_L1, QJsonArray::fromStringList(info.params)},
        {"message"_L1, info.message}};
}

template<>
Result<InfoMessage> fromJson<InfoMessage>(const QJsonObject &object)
{
    JsonReader reader(object);
    InfoMessage info;
    info.code = reader.text("code"_L1);
    info.params = reader.texts("params"_L1);
    info.message = reader.text("message"_L1);
    return reader.finish(info);
}

QByteArray errorBody(QLatin1StringView code, const QString &message)
{
    return toBytes(toJson(InfoMessage {.code = code, .message = message}));
}

} // namespace ct::protocol
