// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/loginmethods.h"

#include "server/auth/apikeylogin.h"
#include "server/auth/simplelogin.h"

#include <algorithm>

namespace ct::server::auth {

void LoginMethods::add(std::unique_ptr<LoginMethod> method)
{
    m_methods.push_back(std::move(method));
}

std::shared_ptr<LoginMethod> LoginMethods::find(const QString &routeName) const
{
    const auto found = std::find_if(m_methods.begin(), m_methods.end(), [&](const auto &method) {
        return method->routeName() == routeName;
    });
    return found == m_methods.end() ? nullptr : *found;
}

bool LoginMethods::isActive(const QString &authProvider) const
{
    return std::any_of(m_methods.begin(), m_methods.end(), [&](const auto &method) {
        return method->name() == authProvider;
    });
}

QList<protocol::AuthProvider> LoginMethods::descriptions() const
{
    QList<protocol::AuthProvider> list;
    for (const auto &method : m_methods)
        list.append(method->description());
    return list;
}

LoginMethods makeLoginMethods(const AuthConfig &config, RandomSource &random)
{
    LoginMethods methods;
    if (config.simpleLogin)
        methods.add(std::make_unique<SimpleLogin>(random));
    if (config.apiKeyLogin)
        methods.add(std::make_unique<ApiKeyLogin>(config.apiKeys));
    return methods;
}

} // namespace ct::server::auth
