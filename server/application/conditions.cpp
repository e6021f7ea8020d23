// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/application/conditions.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ct::server::application {

namespace {

/// The form that is generated; dates of other forms count as none.
QDateTime timeOf(const QByteArray &field)
{
    QDateTime time = QLocale::c().toDateTime(
        QString::fromLatin1(field.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeZone(QTimeZone::utc());
    return time;
}

bool names(const QByteArray &list, QByteArrayView entityTag)
{
    for (const QByteArray &item : list.split(',')) {
        QByteArray one = item.trimmed();
        if (one.startsWith("W/"))
            one = one.sliced(2);
        if (one == "*" || one == entityTag)
            return true;
    }
    return false;
}

} // namespace

bool isUnchanged(const compat::Call &call, QByteArrayView entityTag, WallTime changed)
{
    const QByteArray tags = call.header("if-none-match");
    if (!tags.isEmpty())
        return names(tags, entityTag);
    const QByteArray since = call.header("if-modified-since");
    const QDateTime time = timeOf(since);
    return !since.isEmpty() && time.isValid()
        && sinceEpoch(changed).count() <= time.toSecsSinceEpoch();
}

} // namespace ct::server::application
