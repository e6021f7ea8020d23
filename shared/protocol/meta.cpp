// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/meta.h"

#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

QJsonObject toJson(const Meta &meta)
{
    return {
        {"owner"_L1, meta.owner},
        {"version"_L1, meta.version},
        {"transports"_L1, QJsonArray::fromStringList(meta.transports)}};
}

template<>
Result<Meta> fromJson<Meta>(const QJsonObject &object)
{
    JsonReader reader(object);
    Meta meta;
    meta.owner = reader.text("owner"_L1);
    meta.version = reader.text("version"_L1);
    meta.transports = reader.texts("transports"_L1);
    return reader.finish(meta);
}

} // namespace ct::protocol
