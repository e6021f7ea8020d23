// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoground.h"
#include "shared/protocol/admin/credentials.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/licence.h"
#include "shared/protocol/admin/settings.h"
#include "shared/protocol/admin/tokens.h"

namespace ct::console::demo {

/// What an administrator of the demo's server changes: sign-in, credentials, tokens, licence,
/// metrics. It lets anybody in and takes every licence. Thread: main.
class DemoAdministration
{
public:
    DemoAdministration(DemoTable &table, const DemoGround &ground);

    protocol::admin::LicenceDetail licence() const { return detailOf(m_licence); }

private:
    void bindSignIn(DemoTable &table);
    void bindTokens(DemoTable &table);
    void bindLicence(DemoTable &table);
    void bindMetrics(DemoTable &table);
    DemoAnswer setCredentials(const DemoCall &call);
    DemoAnswer makeToken(const DemoCall &call);
    DemoAnswer revokeToken(const DemoCall &call);
    DemoAnswer setLicence(const DemoCall &call, const protocol::admin::LicenceTexts &texts);
    DemoAnswer setMetrics(const DemoCall &call);
    protocol::admin::LicenceDetail detailOf(const protocol::admin::LicenceTexts &texts) const;

    DemoGround m_ground;
    protocol::admin::CredentialsState m_credentials {
        QStringLiteral("demo"), QStringLiteral("stored")};
    QList<protocol::admin::Token> m_tokens;
    protocol::admin::LicenceTexts m_licence;
    protocol::admin::MetricsIntegration m_metrics;
};

} // namespace ct::console::demo
