// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/operationtable.h"
#include "server/credentials/apitokens.h"
#include "server/credentials/gate.h"
#include "server/credentials/pagesessions.h"

namespace ct::server::admin {

/// The door of the admin API: lets through what is listed in protocol::admin::operations, for those
/// whom each entry names, and answers everything else. A sign-in is a page session of the
/// dashboard's, by its cookie; what changes something has to bring its token, too. By the private
/// port the operator comes in, with the control token, and nobody else. Thread: main.
class Api
{
public:
    /// All of them outlive it; `operatorToken` is what files::controlToken holds.
    Api(credentials::Gate &gate,
        credentials::PageSessions &sessions,
        credentials::ApiTokens &tokens,
        const credentials::CredentialsConfig &config,
        QByteArray operatorToken);
    Api(const Api &) = delete;
    Api &operator=(const Api &) = delete;

    /// Where the operations are bound; signing in and out are.
    OperationTable &table() { return m_table; }
    const OperationTable &table() const { return m_table; }

    void handle(const Request &request, const Done &done);
    /// Every call from now on is refused: the server ends.
    void close() { m_isClosed = true; }

private:
    /// Who asks, or why nobody may.
    std::variant<Caller, Answer> identify(const Request &request, protocol::admin::Needs needs);
    std::variant<Caller, Answer> bearer(const Request &request, protocol::admin::Needs needs);
    std::variant<Caller, Answer> operatorOf(const Request &request) const;
    void bindSignIn();
    void signIn(const Call &call, const Done &done);
    Answer signedIn(const QString &user, const QByteArray &session, int status) const;

    credentials::Gate &m_gate;
    credentials::PageSessions &m_sessions;
    credentials::ApiTokens &m_tokens;
    const credentials::CredentialsConfig &m_config;
    const QByteArray m_operatorToken;
    OperationTable m_table;
    bool m_isClosed = false;
};

} // namespace ct::server::admin
