// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/authconfig.h"
#include "server/auth/loginmethod.h"
#include "shared/base/random.h"

#include <QList>

#include <memory>
#include <vector>

namespace ct::server::auth {

/// The login methods that are switched on. Thread: application.
class LoginMethods
{
public:
    void add(std::unique_ptr<LoginMethod> method);

    bool isEmpty() const { return m_methods.empty(); }
    /// Null when no such method is on. Shared, as a try may end after its method was switched off.
    std::shared_ptr<LoginMethod> find(const QString &routeName) const;
    /// Whether tokens of this `authProvider` count: those of a method that is off do not.
    bool isActive(const QString &authProvider) const;
    /// What clients are told, in the order of add().
    QList<protocol::AuthProvider> descriptions() const;

private:
    std::vector<std::shared_ptr<LoginMethod>> m_methods;
};

/// Those that the configuration asks for. `random` must outlive them.
LoginMethods makeLoginMethods(const AuthConfig &config, RandomSource &random);

} // namespace ct::server::auth
