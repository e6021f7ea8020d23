// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace ct::server::front {

namespace {

/// Digits only; what is too big for the type is as good as the biggest.
std::optional<qint64> number(QByteArrayView digits)
{
    constexpr qint64 biggest = std::numeric_limits<qint64>::max();
    const auto isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return {};
    qint64 value = 0;
    for (const char digit : digits) {
        if (value > (biggest - 9) / 10)
            return biggest;
        value = value * 10 + (digit - '0');
    }
    return value;
}

RangeChoice part(qint64 first, qint64 last, qint64 size)
{
    if (first >= size)
        return {RangeChoice::Kind::Unsatisfiable, {}};
    return {RangeChoice::Kind::Part, {first, std::min(last, size - 1) - first + 1}};
}

} // namespace

RangeChoice chooseRange(QByteArrayView field, qint64 size)
{
    static constexpr QByteArrayView unit = "bytes=";
    const RangeChoice whole {RangeChoice::Kind::Whole, {0, size}};
    if (field.size() < unit.size()
        || field.first(unit.size()).compare(unit, Qt::CaseInsensitive) != 0)
        return whole;
    const QByteArrayView asked = field.sliced(unit.size()).trimmed();
    const qsizetype dash = asked.indexOf('-');
    if (dash < 0)
        return whole;
    const auto first = number(asked.first(dash));
    const auto last = number(asked.sliced(dash + 1));
    const bool isOpen = dash + 1 == asked.size();
    if (dash == 0 && last)
        return part(*last > 0 ? std::max<qint64>(0, size - *last) : size, size - 1, size);
    if (!first || (!last && !isOpen) || (last && *last < *first))
        return whole;
    return part(*first, last.value_or(size - 1), size);
}

} // namespace ct::server::front
