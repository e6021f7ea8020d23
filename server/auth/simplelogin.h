// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/loginmethod.h"
#include "shared/base/random.h"

namespace ct::server::auth {

/// Takes anybody's word for their name and e-mail address, and says so: its users are
/// "Unverified", and each login is a person of its own, whatever name it gives.
class SimpleLogin final : public LoginMethod
{
public:
    /// `random` must outlive the method.
    explicit SimpleLogin(RandomSource &random) : m_random(random) { }

    QString name() const override;
    QString routeName() const override;
    protocol::AuthProvider description() const override;
    QString account(const QJsonObject &form) const override;
    void authenticate(
        const QJsonObject &form, const LoginContext &context, const Finished &finished) override;

private:
    RandomSource &m_random;
};

} // namespace ct::server::auth
