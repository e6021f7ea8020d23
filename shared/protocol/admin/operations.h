// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <array>

/// The admin API. `resources/openapi/admin-v1.json` says what its operations mean.
namespace ct::protocol::admin {

/// Before every path.
inline constexpr QByteArrayView base {"/api/admin/v1"};

enum class Verb { Get, Post, Put, Patch, Delete };

/// As they stand in requests.
inline constexpr std::array<QByteArrayView, 5> verbNames {"GET", "POST", "PUT", "PATCH", "DELETE"};

/// Who may ask for something.
enum class Needs {
    Nothing,
    /// A sign-in or an API token.
    Administrator,
    /// A person who is signed in: no token makes further tokens, or changes who may sign in.
    SignIn,
    /// Whoever runs the server, on its machine: with what files::controlToken holds.
    Operator,
};

/// One thing that can be asked.
struct Operation {
    /// As in the document.
    QByteArrayView id;
    Verb verb = Verb::Get;
    /// Below `base`; `{name}` stands for one segment.
    QByteArrayView path;
    Needs needs = Needs::SignIn;
};

/// Every one. What is not in this table does not exist.
inline constexpr std::array operations {
    Operation {"getDocument", Verb::Get, "/openapi.json", Needs::Nothing},
    Operation {"getVersion", Verb::Get, "/version", Needs::Nothing},
    Operation {"signIn", Verb::Post, "/session", Needs::Nothing},
    Operation {"getSignIn", Verb::Get, "/session", Needs::SignIn},
    Operation {"signOut", Verb::Delete, "/session", Needs::SignIn},
    Operation {"getServer", Verb::Get, "/server", Needs::Administrator},
    Operation {"listProcesses", Verb::Get, "/server/processes", Needs::Administrator},
    Operation {"drainServer", Verb::Post, "/server/drain", Needs::Operator},
    Operation {"stopServer", Verb::Post, "/server/stop", Needs::Operator},
    Operation {"getHealth", Verb::Get, "/health", Needs::Administrator},
    Operation {"getOverview", Verb::Get, "/overview", Needs::Administrator},
    Operation {"getUsageHistory", Verb::Get, "/overview/history", Needs::Administrator},
    Operation {"watchEvents", Verb::Get, "/events", Needs::Administrator},
    Operation {"listSessions", Verb::Get, "/sessions", Needs::Administrator},
    Operation {"endSession", Verb::Delete, "/sessions/{session}", Needs::Administrator},
    Operation {
        "removeParticipant",
        Verb::Delete,
        "/sessions/{session}/participants/{participant}",
        Needs::Administrator},
    Operation {"banParticipant", Verb::Post, "/sessions/{session}/bans", Needs::Administrator},
    Operation {"listBans", Verb::Get, "/bans", Needs::Administrator},
    Operation {"liftBan", Verb::Delete, "/bans/{ban}", Needs::Administrator},
    Operation {"getCredentials", Verb::Get, "/credentials", Needs::Administrator},
    Operation {"setCredentials", Verb::Put, "/credentials", Needs::SignIn},
    Operation {"getLicence", Verb::Get, "/licence", Needs::Administrator},
    Operation {"getSeatHistory", Verb::Get, "/licence/seats", Needs::Administrator},
    Operation {"installLicence", Verb::Put, "/licence", Needs::Administrator},
    Operation {"removeLicence", Verb::Delete, "/licence", Needs::Administrator},
    Operation {"previewLicence", Verb::Post, "/licence/preview", Needs::Administrator},
    Operation {"listTokens", Verb::Get, "/tokens", Needs::Administrator},
    Operation {"makeToken", Verb::Post, "/tokens", Needs::SignIn},
    Operation {"revokeToken", Verb::Delete, "/tokens/{token}", Needs::Administrator},
    Operation {"getConfiguration", Verb::Get, "/configuration", Needs::Administrator},
    Operation {"reloadConfiguration", Verb::Post, "/configuration/reload", Needs::Administrator},
    Operation {"getMetricsIntegration", Verb::Get, "/integrations/metrics", Needs::Administrator},
    Operation {"setMetricsIntegration", Verb::Put, "/integrations/metrics", Needs::Administrator},
    Operation {
        "testMetricsIntegration", Verb::Post, "/integrations/metrics/test", Needs::Administrator},
    Operation {"listLockouts", Verb::Get, "/lockouts", Needs::Administrator},
    Operation {"removeLockout", Verb::Delete, "/lockouts/{lockout}", Needs::Administrator},
    Operation {"getCertificate", Verb::Get, "/certificate", Needs::Administrator},
    Operation {"reloadCertificate", Verb::Post, "/certificate/reload", Needs::Administrator},
    Operation {"listPackages", Verb::Get, "/packages", Needs::Administrator},
    Operation {"beginUpload", Verb::Post, "/packages/uploads", Needs::Administrator},
    Operation {"sendPackage", Verb::Put, "/packages/uploads/{upload}", Needs::Administrator},
    Operation {"removePackage", Verb::Delete, "/packages/{ide}/{file}", Needs::Administrator},
    Operation {"listLogs", Verb::Get, "/logs", Needs::Administrator},
    Operation {"readLog", Verb::Get, "/logs/{log}", Needs::Administrator},
    Operation {"downloadLog", Verb::Get, "/logs/{log}/file", Needs::Administrator},
    Operation {"listAudit", Verb::Get, "/audit", Needs::Administrator},
    Operation {"exportAudit", Verb::Get, "/audit/export", Needs::Administrator},
    Operation {"verifyAudit", Verb::Get, "/audit/verify", Needs::Administrator},
};

/// The one with that id, which is there.
inline const Operation &operation(QByteArrayView id)
{
    const auto *const found = std::find_if(
        operations.begin(), operations.end(), [id](const Operation &one) { return one.id == id; });
    Q_ASSERT_X(found != operations.end(), "operation", id.data());
    return *found;
}

} // namespace ct::protocol::admin
