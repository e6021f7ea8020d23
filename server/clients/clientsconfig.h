// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace ct::server::clients {

struct ClientsConfig {
    /// CT_NOCLIENTS: there is no /clients.
    bool isOff = false;
    /// CT_CLIENTS_DIR
    QString folder;
    /// Nobody has named the folder, so it is made when it is missing.
    bool isOwnFolder = false;
    /// CT_SERVER_URL: what packages are made to know; may be empty.
    QString serverUrl;
    /// CT_CLIENTS_KEY: the Ed25519 key whose manifest names every file; empty: none is needed.
    QByteArray manifestKey;
    /// How often the folder is looked at.
    std::chrono::seconds interval {5};
    /// In all folders together.
    int files = 2'000;
    qint64 fileSize = 256LL << 20;
    /// What uploads leave free on each disk that they and their copies are written to.
    qint64 reserve = 256LL << 20;
    /// Of a zip (.vsix, .zip): entries, bytes when unpacked, bytes unpacked for each packed.
    int zipEntries = 50'000;
    qint64 zipUnpacked = 1LL << 30;
    int zipRatio = 100;

    bool operator==(const ClientsConfig &) const = default;
};

} // namespace ct::server::clients
