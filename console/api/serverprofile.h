// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace ct::console::api {

/// A server that somebody looks after, as it is kept between two runs; no secret is part of it.
struct ServerProfile {
    /// Stays the same when everything else is changed.
    QString id;
    /// Empty: the address is shown instead.
    QString name;
    /// As serverAddress() gives it.
    QUrl url;
    QString user;
    /// The certificate that was accepted for good; empty: none.
    QByteArray trustedSha256 {};
    bool opensAtStart = false;

    QString shownName() const { return name.isEmpty() ? url.authority() : name; }
};

/// What opens a server's admin API: user and password, or an API token.
struct Secret {
    QString user;
    QString password {};
    QByteArray token {};
};

} // namespace ct::console::api
