// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/paging.h"

using namespace Qt::StringLiterals;

namespace ct::server::admin {

Result<int> pageSize(const Call &call, int most)
{
    const auto number = numberOf(call, u"limit"_s, most);
    if (number && *number >= 1 && *number <= most)
        return static_cast<int>(*number);
    return Error {ErrorCode::InvalidInput, u"limit is a number from 1 to %1"_s.arg(most)};
}

Result<qint64> numberOf(const Call &call, const QString &name, qint64 otherwise)
{
    const QString text = call.text(name);
    if (text.isEmpty())
        return otherwise;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && number >= 0)
        return number;
    return Error {ErrorCode::InvalidInput, u"%1 is a whole number"_s.arg(name)};
}

} // namespace ct::server::admin
