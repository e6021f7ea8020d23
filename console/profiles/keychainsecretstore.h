// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/profiles/secretstore.h"

namespace ct::console::profiles {

/// Keeps secrets in the desktop's keychain (Secret Service, KWallet), and in memory whatever the
/// keychain refuses. Never in a file of its own: QtKeychain's insecure fallback is off. Whoever
/// keeps a secret is told where it is, to say "not remembered on this computer". Thread: main.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT

public:
    /// `service` is what the keychain files the secrets under.
    explicit KeychainSecretStore(QString service);

    void read(const SecretName &name, QObject *context, ReadDone done) override;
    void keep(
        const SecretName &name, const QString &secret, QObject *context, KeepDone done) override;
    void forget(const SecretName &name) override;

private:
    QString m_service;
    MemorySecretStore m_memory;
};

} // namespace ct::console::profiles
