// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/ledger.h"
#include "server/admin/operationtable.h"
#include "server/config/loader.h"
#include "server/net/tls.h"
#include "shared/protocol/control.h"

namespace ct::server::admin {

/// What the server was set to: settings and certificate, and reading all of it anew. Thread: main.
class SettingOperations final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives them.
    struct Services {
        Ledger &ledger;
        std::function<const config::LoadedConfig &()> inForce;
        std::function<net::TlsContext::Facts()> certificate;
        std::function<void(const std::function<void(const protocol::ReloadAnswer &)> &)> reload;
    };

    SettingOperations(OperationTable &table, Services services);

private:
    void tellSettings(const Done &done) const;
    Answer certificateAnswer() const;
    void reload(const Call &call, const QString &kind, const Done &done);
    void reloadCertificate(const Call &call, const Done &done);

    const Services m_services;
};

} // namespace ct::server::admin
