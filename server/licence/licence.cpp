// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/licence.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::licence {

bool Licence::isEmpty() const
{
    return std::all_of(licenceFields.begin(), licenceFields.end(), [this](const auto &field) {
        return field.text == &Licence::locator || (this->*field.text).isEmpty();
    });
}

std::optional<int> Licence::connections() const
{
    static const QRegularExpression form(u"\\A(?:0|[1-9][0-9]{0,6})\\z"_s);
    return form.match(maxConnections).hasMatch() ? std::optional(maxConnections.toInt())
                                                 : std::nullopt;
}

std::optional<QDate> Licence::lastDay() const
{
    static const QRegularExpression form(u"\\A[0-9]{4}/[0-9]{2}/[0-9]{2}\\z"_s);
    const QDate day = form.match(expiration).hasMatch()
        ? QDate::fromString(expiration, u"yyyy/MM/dd"_s)
        : QDate();
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QByteArray signedBytes(const Licence &licence)
{
    QByteArray bytes = "codetogether-licence-1\n";
    for (const LicenceField &field : licenceFields) {
        if (field.text == &Licence::signature)
            continue;
        const QByteArray text = (licence.*field.text).toUtf8();
        bytes += field.name;
        bytes += ' ' + QByteArray::number(text.size()) + '\n';
        bytes += text + '\n';
    }
    return bytes;
}

} // namespace ct::server::licence
