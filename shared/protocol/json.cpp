// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ct::protocol {

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> objectFromBytes(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error {
            ErrorCode::InvalidInput,
            u"not JSON at byte %1: %2"_s.arg(fault.offset).arg(fault.errorString())};
    if (!document.isObject())
        return Error {ErrorCode::InvalidInput, u"not a JSON object"_s};
    return document.object();
}

} // namespace ct::protocol
