// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace ct::protocol {

/// The messages in their order, each as its toJson() makes it.
template<typename T>
QJsonArray toArray(const QList<T> &messages)
{
    QJsonArray array;
    for (const T &message : messages)
        array.append(toJson(message));
    return array;
}

} // namespace ct::protocol
