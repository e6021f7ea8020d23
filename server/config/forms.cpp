// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"

#include "server/config/values.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

constexpr qint64 millisecondsInSecond = 1'000;

std::optional<qint64> within(std::optional<qint64> number, qint64 least, qint64 most)
{
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

std::optional<qint64> milliseconds(const QString &text)
{
    const auto value = duration(text);
    return value ? std::optional<qint64>(value->count()) : std::nullopt;
}

QString millisecondsText(qint64 value)
{
    return durationText(std::chrono::milliseconds(value));
}

} // namespace

Form countForm(qint64 least, qint64 most)
{
    return {
        u"a whole number, %1 to %2"_s.arg(least).arg(most),
        [=](const QString &text) { return within(wholeNumber(text), least, most); },
        [](qint64 value) {
            return QString::number(value);
        }};
}

Form sizeForm(qint64 least, qint64 most)
{
    return {
        u"a number of bytes, %1 to %2 (k, M and G mean KiB, MiB and GiB)"_s.arg(
            byteCountText(least), byteCountText(most)),
        [=](const QString &text) { return within(byteCount(text), least, most); },
        byteCountText};
}

Form portForm()
{
    constexpr qint64 most = std::numeric_limits<quint16>::max();
    return {
        u"a port, 0 to 65535"_s,
        [](const QString &text) { return within(wholeNumber(text), 0, most); },
        [](qint64 value) {
            return QString::number(value);
        }};
}

Form switchForm()
{
    return {
        u"true or false"_s,
        [](const QString &text) -> std::optional<qint64> {
            const auto value = truth(text);
            return value ? std::optional<qint64>(*value) : std::nullopt;
        },
        [](qint64 value) {
            return truthText(value != 0);
        }};
}

Form secondsForm(qint64 least, qint64 most)
{
    const auto parse = [=](const QString &text) -> std::optional<qint64> {
        const auto value = milliseconds(text);
        if (!value || *value % millisecondsInSecond != 0)
            return std::nullopt;
        return within(*value / millisecondsInSecond, least, most);
    };
    return {
        u"a time in seconds, %1 to %2 (or with s, m, h)"_s.arg(
            millisecondsText(least * millisecondsInSecond),
            millisecondsText(most * millisecondsInSecond)),
        parse,
        [](qint64 value) {
            return millisecondsText(value * millisecondsInSecond);
        }};
}

Form millisecondsForm(qint64 least, qint64 most)
{
    return {
        u"a time in seconds, %1 to %2 (or with ms, s, m, h)"_s.arg(
            millisecondsText(least), millisecondsText(most)),
        [=](const QString &text) { return within(milliseconds(text), least, most); },
        millisecondsText};
}

} // namespace ct::server::config
