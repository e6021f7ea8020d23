// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/responsewriter.h"

#include "server/http/fieldsyntax.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace ct::server::http {

namespace {

constexpr std::array<QByteArrayView, 9> ownFields {
    "connection",
    "content-length",
    "date",
    "keep-alive",
    "proxy-connection",
    "server",
    "trailer",
    "transfer-encoding",
    "upgrade",
};
constexpr std::array<QByteArrayView, 7> weekdays {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<QByteArrayView, 12> months {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendStatusLine(QByteArray &out, int status)
{
    out.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ');
    out.append(reasonPhrase(status)).append("\r\n");
}

void appendFields(QByteArray &out, const QList<Field> &fields)
{
    for (const Field &field : fields) {
        const bool isOwn
            = std::any_of(ownFields.begin(), ownFields.end(), [&field](QByteArrayView own) {
                  return equalsIgnoringCase(field.name, own);
              });
        if (!isOwn)
            appendField(out, field.name, field.value);
    }
}

void appendConnection(QByteArray &out, const FrameOptions &options)
{
    if (!options.keepAlive)
        appendField(out, "Connection", "close");
    else if (options.version < 11)
        appendField(out, "Connection", "keep-alive");
}

void appendNumber(QByteArray &out, unsigned value, int digits)
{
    out.append(QByteArray::number(value).rightJustified(digits, '0'));
}

} // namespace

QByteArray writeResponse(const Response &response, const FrameOptions &options)
{
    const bool mayHaveBody = hasBody(response.status);
    const auto length = options.bodyFollows.value_or(static_cast<quint64>(response.body.size()));
    const bool isBodyHere = mayHaveBody && !options.isHead && !options.bodyFollows;
    QByteArray out;
    out.reserve(512 + (isBodyHere ? response.body.size() : 0));
    appendStatusLine(out, response.status);
    appendField(out, "Date", httpDate(options.now));
    appendFields(out, response.fields);
    if (mayHaveBody)
        appendField(out, "Content-Length", QByteArray::number(length));
    appendConnection(out, options);
    out.append("\r\n");
    if (isBodyHere)
        out.append(response.body);
    return out;
}

QByteArray writeContinue()
{
    return "HTTP/1.1 100 Continue\r\n\r\n"_ba;
}

QByteArray httpDate(WallTime time)
{
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - midnight));
    QByteArray out;
    out.reserve(29);
    out.append(weekdays.at(std::chrono::weekday(midnight).c_encoding())).append(", ");
    appendNumber(out, unsigned(date.day()), 2);
    out.append(' ').append(months.at(unsigned(date.month()) - 1)).append(' ');
    appendNumber(out, static_cast<unsigned>(int(date.year())), 4);
    out.append(' ');
    appendNumber(out, static_cast<unsigned>(clock.hours().count()), 2);
    out.append(':');
    appendNumber(out, static_cast<unsigned>(clock.minutes().count()), 2);
    out.append(':');
    appendNumber(out, static_cast<unsigned>(clock.seconds().count()), 2);
    return out.append(" GMT");
}

} // namespace ct::server::http
