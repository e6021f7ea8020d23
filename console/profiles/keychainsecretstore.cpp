// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/keychainsecretstore.h"

#include <QLoggingCategory>
#include <qt6keychain/keychain.h>

namespace ct::console::profiles {

namespace {

Q_LOGGING_CATEGORY(secretLog, "ct.console.profiles")

void start(QKeychain::Job *job, const SecretName &name)
{
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    job->setKey(keyOf(name));
    job->start();
}

bool isUnavailable(const QKeychain::Job &job)
{
    return job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service) : m_service(std::move(service))
{ }

void KeychainSecretStore::read(const SecretName &name, QObject *context, ReadDone done)
{
    if (m_memory.at(name)) {
        m_memory.read(name, context, std::move(done));
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    connect(job, &QKeychain::Job::finished, context, [done = std::move(done), job] {
        if (isUnavailable(*job))
            qCInfo(secretLog) << "the keychain does not answer:" << job->errorString();
        const bool isThere = job->error() == QKeychain::NoError;
        done(isThere ? std::optional(job->textData()) : std::nullopt);
    });
    start(job, name);
}

void KeychainSecretStore::keep(
    const SecretName &name, const QString &secret, QObject *context, KeepDone done)
{
    // At once, so that whoever reads it before the keychain has answered finds the new one.
    m_memory.put(name, secret);
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, name, secret, job] {
        if (job->error() == QKeychain::NoError && m_memory.at(name) == secret)
            m_memory.forget(name);
        else if (isUnavailable(*job))
            qCInfo(secretLog) << "the keychain keeps nothing:" << job->errorString();
    });
    connect(job, &QKeychain::Job::finished, context, [done = std::move(done), job] {
        const bool isKept = job->error() == QKeychain::NoError;
        done(isKept ? Remembered::OnThisComputer : Remembered::UntilTheEnd);
    });
    start(job, name);
}

void KeychainSecretStore::forget(const SecretName &name)
{
    m_memory.forget(name);
    start(new QKeychain::DeletePasswordJob(m_service), name);
}

} // namespace ct::console::profiles
