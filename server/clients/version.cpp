// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/version.h"

#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

bool isVersion(const QString &text)
{
    static const QRegularExpression form(uR"(\A[0-9A-Za-z][0-9A-Za-z._+-]{0,63}\z)"_s);
    return form.match(text).hasMatch();
}

bool isNewer(const QString &one, const QString &other)
{
    qsizetype oneEnd = 0;
    qsizetype otherEnd = 0;
    const auto oneNumber = QVersionNumber::fromString(one, &oneEnd).normalized();
    const auto otherNumber = QVersionNumber::fromString(other, &otherEnd).normalized();
    if (oneNumber != otherNumber)
        return oneNumber > otherNumber;
    const QString oneRest = one.sliced(oneEnd);
    const QString otherRest = other.sliced(otherEnd);
    if (oneRest.isEmpty() || otherRest.isEmpty())
        return oneRest.isEmpty() ? otherRest.startsWith(u'-') : !oneRest.startsWith(u'-');
    return oneRest > otherRest;
}

} // namespace ct::server::clients
