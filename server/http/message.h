// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace ct::server::http {

/// One header field, its name in lower case and its value trimmed.
struct Field {
    QByteArray name;
    QByteArray value;
};

/// A request's head after strict framing checks. Holds no body.
struct RequestHead {
    /// Upper case, one of those that the parser admits: GET HEAD POST PUT PATCH DELETE OPTIONS.
    QByteArray method;
    /// The target as sent (origin form), for the log only.
    QByteArray target;
    /// Percent-decoded (unreserved characters only), `//` folded to `/`, no dot segments; starts
    /// with `/`.
    QByteArray path;
    /// Raw, without the `?`.
    QByteArray query;
    /// 10 or 11.
    int version = 11;
    QList<Field> fields;
    bool keepAlive = true;
    bool expectContinue = false;
    bool chunked = false;
    /// Declared body length; 0 when there is none. Meaningless when chunked.
    quint64 contentLength = 0;

    /// The first field of that name (lower case); an empty view when there is none.
    QByteArrayView header(QByteArrayView name) const;
    /// All fields of that name joined by ", ".
    QByteArray headerList(QByteArrayView name) const;
    /// The percent-decoded value of the first query parameter of that name.
    std::optional<QByteArray> queryValue(QByteArrayView name) const;
};

/// An answer of ours, ready to be framed. The writer adds Date, Content-Length, Connection.
struct Response {
    int status = 200;
    QList<Field> fields;
    QByteArray body;

    /// Replaces the fields of that name (in any case); to `vary` it only adds.
    void setHeader(QByteArrayView name, QByteArrayView value);
};

/// Takes the field of that name (lower case) off an answer; empty when there is none.
QByteArray takeField(Response &response, QByteArrayView name);

/// The standard phrase of a status.
QByteArrayView reasonPhrase(int status);

} // namespace ct::server::http
