// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/message.h"

#include "server/http/fieldsyntax.h"
#include "server/http/target.h"

#include <algorithm>
#include <array>

namespace ct::server::http {

namespace {

struct Phrase {
    int status;
    QByteArrayView text;
};

constexpr std::array phrases {
    Phrase {100, "Continue"},
    Phrase {101, "Switching Protocols"},
    Phrase {200, "OK"},
    Phrase {201, "Created"},
    Phrase {202, "Accepted"},
    Phrase {204, "No Content"},
    Phrase {206, "Partial Content"},
    Phrase {301, "Moved Permanently"},
    Phrase {302, "Found"},
    Phrase {303, "See Other"},
    Phrase {304, "Not Modified"},
    Phrase {307, "Temporary Redirect"},
    Phrase {308, "Permanent Redirect"},
    Phrase {400, "Bad Request"},
    Phrase {401, "Unauthorized"},
    Phrase {403, "Forbidden"},
    Phrase {404, "Not Found"},
    Phrase {405, "Method Not Allowed"},
    Phrase {406, "Not Acceptable"},
    Phrase {408, "Request Timeout"},
    Phrase {409, "Conflict"},
    Phrase {410, "Gone"},
    Phrase {411, "Length Required"},
    Phrase {412, "Precondition Failed"},
    Phrase {413, "Content Too Large"},
    Phrase {414, "URI Too Long"},
    Phrase {415, "Unsupported Media Type"},
    Phrase {416, "Range Not Satisfiable"},
    Phrase {417, "Expectation Failed"},
    Phrase {421, "Misdirected Request"},
    Phrase {422, "Unprocessable Content"},
    Phrase {426, "Upgrade Required"},
    Phrase {428, "Precondition Required"},
    Phrase {429, "Too Many Requests"},
    Phrase {431, "Request Header Fields Too Large"},
    Phrase {500, "Internal Server Error"},
    Phrase {501, "Not Implemented"},
    Phrase {502, "Bad Gateway"},
    Phrase {503, "Service Unavailable"},
    Phrase {504, "Gateway Timeout"},
    Phrase {505, "HTTP Version Not Supported"},
};

/// Several parties add to it, none may take away.
void addToList(QByteArray &list, QByteArrayView value)
{
    const auto present = listMembers(list);
    QByteArray joined = list;
    for (const QByteArrayView member : listMembers(value)) {
        const bool isPresent
            = std::any_of(present.begin(), present.end(), [member](QByteArrayView p) {
                  return equalsIgnoringCase(p, member);
              });
        if (!isPresent)
            joined.append(joined.isEmpty() ? "" : ", ").append(member);
    }
    list = joined;
}

} // namespace

QByteArrayView RequestHead::header(QByteArrayView name) const
{
    const auto found = std::find_if(
        fields.cbegin(), fields.cend(), [name](const Field &f) { return f.name == name; });
    return found == fields.cend() ? QByteArrayView() : QByteArrayView(found->value);
}

QByteArray RequestHead::headerList(QByteArrayView name) const
{
    QByteArray joined;
    bool isFirst = true;
    for (const Field &field : fields) {
        if (field.name != name)
            continue;
        if (!isFirst)
            joined.append(", ");
        joined.append(field.value);
        isFirst = false;
    }
    return joined;
}

std::optional<QByteArray> RequestHead::queryValue(QByteArrayView name) const
{
    return http::queryValue(query, name);
}

void Response::setHeader(QByteArrayView name, QByteArrayView value)
{
    const QByteArray lowered = name.toByteArray().toLower();
    const auto hasName = [&lowered](const Field &field) {
        return field.name == lowered;
    };
    const auto first = std::find_if(fields.begin(), fields.end(), hasName);
    if (first == fields.end()) {
        fields.append({lowered, value.toByteArray()});
    } else if (lowered == "vary") {
        addToList(first->value, value);
    } else {
        first->value = value.toByteArray();
        fields.erase(std::remove_if(first + 1, fields.end(), hasName), fields.end());
    }
}

QByteArray takeField(Response &response, QByteArrayView name)
{
    QList<Field> &fields = response.fields;
    const auto at = std::find_if(
        fields.begin(), fields.end(), [name](const Field &field) { return field.name == name; });
    if (at == fields.end())
        return {};
    QByteArray value = at->value;
    fields.erase(at);
    return value;
}

QByteArrayView reasonPhrase(int status)
{
    const auto found = std::find_if(
        phrases.begin(), phrases.end(), [status](const Phrase &p) { return p.status == status; });
    return found == phrases.end() ? QByteArrayView("Unknown") : found->text;
}

} // namespace ct::server::http
