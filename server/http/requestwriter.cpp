// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/requestwriter.h"

#include "server/http/fieldsyntax.h"

#include <algorithm>
#include <array>

namespace ct::server::http {

namespace {

constexpr std::array<QByteArrayView, 6> framingFields {
    "connection", "content-length", "expect", "keep-alive", "transfer-encoding", "upgrade"};
constexpr std::array<QByteArrayView, 3> methodsWithBody {"POST", "PUT", "PATCH"};

bool isFraming(const Field &field)
{
    return std::any_of(framingFields.begin(), framingFields.end(), [&field](QByteArrayView name) {
        return equalsIgnoringCase(field.name, name);
    });
}

bool isHost(const Field &field)
{
    return equalsIgnoringCase(field.name, "host");
}

bool isTarget(QByteArrayView target)
{
    return target.startsWith('/')
        && std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool saysLength(QByteArrayView method, QByteArrayView body)
{
    return !body.isEmpty()
        || std::find(methodsWithBody.begin(), methodsWithBody.end(), method)
        != methodsWithBody.end();
}

} // namespace

QByteArray writeRequest(
    QByteArrayView method, QByteArrayView target, const QList<Field> &fields, QByteArrayView body)
{
    Q_ASSERT(isToken(method));
    Q_ASSERT(isTarget(target));
    QByteArray out;
    out.reserve(512 + target.size() + body.size());
    out.append(method).append(' ').append(isTarget(target) ? target : "/").append(" HTTP/1.1\r\n");
    if (std::none_of(fields.begin(), fields.end(), isHost))
        appendField(out, "Host", "localhost");
    for (const Field &field : fields) {
        if (!isFraming(field))
            appendField(out, field.name, field.value);
    }
    if (saysLength(method, body))
        appendField(out, "Content-Length", QByteArray::number(body.size()));
    return out.append("\r\n").append(body);
}

} // namespace ct::server::http
