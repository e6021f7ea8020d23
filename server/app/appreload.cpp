// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/app.h"
#include "server/app/memorylimit.h"
#include "server/app/tokenkeys.h"
#include "server/auth/apikeylogin.h"
#include "server/net/descriptors.h"
#include "server/net/selfsigned.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What is made from settings at the start and again at each reload.
namespace ct::server::app {

Result<net::TlsSource> App::tlsSource(const config::ServerConfig &config) const
{
    if (!config.net.certificateFile.isEmpty())
        return net::TlsSource {
            config.net.certificateFile, config.net.privateKeyFile, config.net.tlsVersions};
    const auto folder = m_state->folder(u"tls"_s);
    if (!folder)
        return folder.error();
    const auto made = net::ensureSelfSigned(*folder, {}, m_clock);
    if (!made)
        return made.error();
    m_log->info(
        u"Using a self-signed certificate, SHA-256 %1 (CT_TLS_CERTIFICATE and CT_TLS_KEY set another)"_s
            .arg(QString::fromLatin1(made->fingerprint)));
    return net::TlsSource {made->certificateFile, made->keyFile, config.net.tlsVersions};
}

void App::addReloadParts()
{
    using Config = config::ServerConfig;
    m_reloader.add(u"The certificate"_s, [this](const Config &to) -> Result<Reloader::Apply> {
        const auto source = tlsSource(to);
        if (!source)
            return source.error();
        if (const Status read = m_tls->reload(*source); !read)
            return read.error();
        return Reloader::Apply([this] {
            for (const QString &warning : m_tls->facts().warnings)
                m_log->warn(warning);
        });
    });
    m_reloader.add(u"The token key"_s, [this](const Config &to) -> Result<Reloader::Apply> {
        const auto keys = tokenKeys(to, m_random);
        if (!keys)
            return keys.error();
        return Reloader::Apply([this, keys = *keys] { endSeats(m_tokens->setKeys(keys)); });
    });
    m_reloader.add(u"The licence"_s, [this](const Config &to) -> Result<Reloader::Apply> {
        return Reloader::Apply([this, config = to.licence, kept = m_licence->readFile()] {
            m_licence->load(config, kept);
        });
    });
    m_reloader.addOnMain(u"Logins"_s, [this](const Config &to) {
        m_application->apply(to.auth, to.owner);
        endSeats(m_tokens->setApiKeys(auth::apiKeyDigests(to.auth)));
    });
    m_reloader.addOnMain(u"The dashboard's credentials"_s, [this](const Config &to) {
        m_administration->reload(to.credentials, to.auth);
    });
    m_reloader.addOnMain(
        u"The client packages"_s, [this](const Config &to) { m_clients->apply(to.clients); });
    m_reloader.addOnMain(u"Limits"_s, [this](const Config &to) {
        Config fitting = to;
        net::fitConnections(fitting.net, m_mostConnections);
        if (m_memory)
            fitReplay(fitting.session, *m_memory);
        m_front->apply(
            {fitting.net,
             to.front,
             fitting.session,
             http::CorsPolicy(to.front.allowedOrigins),
             to.auth.longPolls,
             to.auth.longPollsPerAddress,
             to.auth.longPoll});
    });
}

void App::endSeats(const QList<QByteArray> &withdrawnKeys)
{
    if (withdrawnKeys.isEmpty())
        return;
    for (const QByteArray &key : withdrawnKeys)
        m_front->endSeats({{}, {}, key});
    m_log->info(u"%1 of the keys of before count no more, and what they issued has ended"_s.arg(
        withdrawnKeys.size()));
}

void App::reload(const Reloader::Finished &finished)
{
    m_writer->reopenAll();
    m_service.reloading();
    m_reloader.reload([this, finished](const ReloadReport &report) {
        // Whoever is told so may log in with the new password next.
        m_administration->whenSettled([this, finished, report] {
            m_service.reloaded();
            sayReloaded(report);
            if (finished)
                finished(report);
        });
    });
}

/// The more talkative of both log levels has the say until all is said.
void App::sayReloaded(const ReloadReport &report)
{
    const logging::Level level = m_reloader.inForce().config.logging.level;
    m_log->setLevel(std::min(m_log->level(), level));
    for (const QString &sentence : report.errors)
        m_log->error(sentence);
    for (const QString &sentence : report.warnings)
        m_log->warn(sentence);
    if (report.isDone)
        m_log->info(report.summary);
    m_log->setLevel(level);
}

} // namespace ct::server::app
