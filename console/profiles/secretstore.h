// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace ct::console::profiles {

/// Which secret of a profile.
enum class SecretKind { Password, Token };

struct SecretName {
    QString profile;
    SecretKind kind = SecretKind::Password;
};

/// Where a secret is now.
enum class Remembered {
    /// In the desktop's keychain, for the next start, too.
    OnThisComputer,
    /// In this program's memory, until it ends.
    UntilTheEnd,
};

/// Keeps passwords and tokens, and nothing else does: they never come near a settings file.
/// Nothing blocks; each answer comes once, later, and only while `context` lives. Thread: main.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using ReadDone = std::function<void(const std::optional<QString> &secret)>;
    using KeepDone = std::function<void(Remembered)>;

    /// Nothing when there is none, or when the keychain is not there or not unlocked.
    virtual void read(const SecretName &name, QObject *context, ReadDone done) = 0;
    virtual void keep(
        const SecretName &name, const QString &secret, QObject *context, KeepDone done)
        = 0;
    virtual void forget(const SecretName &name) = 0;
};

/// For as long as the program runs: what people get who don't want more, and where there is no
/// keychain.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT

public:
    void read(const SecretName &name, QObject *context, ReadDone done) override;
    void keep(
        const SecretName &name, const QString &secret, QObject *context, KeepDone done) override;
    void forget(const SecretName &name) override;

    std::optional<QString> at(const SecretName &name) const;
    void put(const SecretName &name, const QString &secret);

private:
    QHash<QString, QString> m_secrets;
};

/// What a secret is kept under, for example "x7Kq…/password".
QString keyOf(const SecretName &name);

} // namespace ct::console::profiles
