// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/csv.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ct::server::store {

QByteArray csvField(const QString &text)
{
    static const QString formula = u"=+-@\t\r"_s;
    QString safe = text;
    if (!safe.isEmpty() && formula.contains(safe.front()))
        safe.prepend(u'\'');
    safe.replace(u'"', u"\"\""_s);
    return '"' + safe.toUtf8() + '"';
}

QString csvTime(const QVariant &milliseconds)
{
    if (milliseconds.isNull())
        return {};
    // Qt 6.4 would write the zone object's offset instead of Z.
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), QTimeZone::utc())
        .toUTC()
        .toString(Qt::ISODateWithMs);
}

} // namespace ct::server::store
