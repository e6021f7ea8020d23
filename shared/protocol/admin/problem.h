// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// The type of every body of the admin API that says what is wrong (RFC 9457).
inline constexpr QByteArrayView problemType {"application/problem+json"};

/// What is wrong with one field of a message.
struct FieldFault {
    QString field;
    QString detail;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("field", self.field);
        fields("detail", self.detail);
    }
};

/// Why something was not done.
struct Problem {
    /// A name for programs: "urn:codetogether:problem:precondition-failed".
    QString type;
    QString title;
    qint64 status = 0;
    /// A sentence for people.
    QString detail {};
    QList<FieldFault> errors {};
    /// When to come back.
    std::optional<std::chrono::seconds> retryAfterSeconds {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("type", self.type);
        fields("title", self.title);
        fields("status", self.status);
        fields("detail", self.detail);
        fields("errors", self.errors);
        fields("retryAfterSeconds", self.retryAfterSeconds);
    }
};

} // namespace ct::protocol::admin
