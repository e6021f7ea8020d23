// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/secretstore.h"

#include <QMetaObject>

using namespace Qt::StringLiterals;

namespace ct::console::profiles {

QString keyOf(const SecretName &name)
{
    return name.profile + (name.kind == SecretKind::Password ? u"/password"_s : u"/token"_s);
}

void MemorySecretStore::read(const SecretName &name, QObject *context, ReadDone done)
{
    QMetaObject::invokeMethod(
        context,
        [done = std::move(done), secret = at(name)] { done(secret); },
        Qt::QueuedConnection);
}

void MemorySecretStore::keep(
    const SecretName &name, const QString &secret, QObject *context, KeepDone done)
{
    put(name, secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(Remembered::UntilTheEnd); }, Qt::QueuedConnection);
}

void MemorySecretStore::forget(const SecretName &name)
{
    m_secrets.remove(keyOf(name));
}

std::optional<QString> MemorySecretStore::at(const SecretName &name) const
{
    const auto found = m_secrets.constFind(keyOf(name));
    return found == m_secrets.cend() ? std::nullopt : std::optional(*found);
}

void MemorySecretStore::put(const SecretName &name, const QString &secret)
{
    m_secrets.insert(keyOf(name), secret);
}

} // namespace ct::console::profiles
