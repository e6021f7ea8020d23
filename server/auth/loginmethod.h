// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/user.h"
#include "shared/base/result.h"
#include "shared/protocol/login.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace ct::server::auth {

/// What a login method may know beside the form. The poll token is not among it: it would end up
/// in the addresses and logs of others.
struct LoginContext {
    /// The real client's, as limits count it.
    QByteArray clientAddress;
};

/// One way to log in. A new one is a new file and a line in makeLoginMethods(); nothing else knows
/// of it. Thread: application.
class LoginMethod
{
public:
    using Finished = std::function<void(Result<User>)>;

    LoginMethod() = default;
    virtual ~LoginMethod() = default;
    LoginMethod(const LoginMethod &) = delete;
    LoginMethod &operator=(const LoginMethod &) = delete;

    /// `authProvider` in tokens.
    virtual QString name() const = 0;
    /// The last part of its path, POST /api/login/<routeName>.
    virtual QString routeName() const = 0;
    /// What clients are told of it.
    virtual protocol::AuthProvider description() const = 0;
    /// Whose login a form is a try at, for the throttle.
    virtual QString account(const QJsonObject &form) const = 0;
    /// Calls `finished` exactly once, at once or later, on the same thread. InvalidInput: a field
    /// is missing or makes no sense. Forbidden: the credentials are wrong.
    virtual void authenticate(
        const QJsonObject &form, const LoginContext &context, const Finished &finished)
        = 0;
};

} // namespace ct::server::auth
