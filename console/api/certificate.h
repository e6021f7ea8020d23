// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace ct::console::api {

/// A certificate that should be looked at: what a person needs to compare it.
struct Certificate {
    QString host;
    QByteArray sha256;
    QString subject;
    QString issuer {};
    QDateTime begins {};
    QDateTime expires;
    /// Why it is in doubt; Qt's words.
    QStringList complaints;
    /// What was remembered for this server, where this is another one.
    QByteArray remembered {};
};

} // namespace ct::console::api
