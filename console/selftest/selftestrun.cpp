// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/selftest/selftestrun.h"

#include "console/api/connectionlist.h"
#include "console/profiles/keychainsecretstore.h"
#include "console/profiles/profilestore.h"
#include "console/selftest/secretsource.h"
#include "console/selftest/selftestreport.h"
#include "shared/base/version.h"

#include <QApplication>
#include <QFile>
#include <QSettings>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::selftest {

namespace {

/// For a keychain that asks somebody who is not there, and for saying good-bye.
constexpr auto longestWait = 5s;
const QString usualUser = u"ctuser"_s;

QtMessageHandler usualHandler = nullptr;

/// Without a display Qt complains of each window that nobody sees.
void passOn(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.contains("propagateSizeHints"_L1))
        usualHandler(type, context, text);
}

void print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

/// The one that is kept for that address, best for that user, or a new one.
api::ServerProfile keptProfile(const SelfTestWish &wish, const profiles::ProfileStore &store)
{
    api::ServerProfile profile {u"selftest"_s, {}, wish.server, usualUser};
    bool isOfUser = false;
    for (const profiles::Profile &kept : store.profiles()) {
        if (kept.url != wish.server || isOfUser)
            continue;
        profile = {kept.id, kept.name, kept.url, kept.user, kept.certificateSha256};
        isOfUser = kept.user == wish.user;
    }
    if (profile.user.isEmpty())
        profile.user = usualUser;
    return profile;
}

/// With what the call says.
api::ServerProfile asWished(api::ServerProfile profile, const SelfTestWish &wish)
{
    if (!wish.user.isEmpty())
        profile.user = wish.user;
    if (!wish.fingerprint.isEmpty())
        profile.trustedSha256 = wish.fingerprint;
    return profile;
}

/// Whether it came to that in time.
bool waitUntil(const std::function<bool()> &condition)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(longestWait);
    while (!condition() && end.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

std::optional<api::Secret> keptSecret(const api::ServerProfile &profile, const QString &user)
{
    profiles::KeychainSecretStore store(u"codetogether-console"_s);
    std::optional<api::Secret> secret;
    bool isKnown = false;
    QObject context;
    readKept(store, profile, user, &context, [&](const std::optional<api::Secret> &kept) {
        secret = kept;
        isKnown = true;
    });
    waitUntil([&isKnown] { return isKnown; });
    return secret;
}

int testServer(const api::ServerProfile &profile, const std::optional<api::Secret> &secret)
{
    const SystemClock clock;
    api::ConnectionList connections(clock);
    api::Connection &connection = connections.add(profile);
    connection.setSecret(secret);
    SelfTest test(connection, {clock});
    QObject::connect(
        &test, &SelfTest::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    test.start();
    QCoreApplication::exec();
    const QString version = connection.version().version;
    print(u"codetogether-console %1 at %2, %3\n\n"_s.arg(
        QLatin1StringView(productVersion),
        profile.url.toDisplayString(),
        version.isEmpty() ? u"which has not told its version"_s : u"version "_s + version));
    print(reportOf(test.results()));
    connection.close();
    // The sign-in ends there, too.
    waitUntil([&connection] { return connection.client().isIdle(); });
    return isWell(test.results()) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int run(const SelfTestWish &wish)
{
    usualHandler = qInstallMessageHandler(passOn);
    // Pages come and go.
    QApplication::setQuitOnLastWindowClosed(false);
    SystemRandom random;
    QSettings settings;
    const profiles::ProfileStore store(settings, random);
    const api::ServerProfile kept = keptProfile(wish, store);
    const api::ServerProfile profile = asWished(kept, wish);
    QFile input;
    const bool isOpen = input.open(stdin, QIODevice::ReadOnly);
    Q_UNUSED(isOpen) // What can't be read is empty.
    const auto given = givenSecret(wish, profile.user, input);
    if (!given) {
        std::fputs(qUtf8Printable(given.error().message + u'\n'), stderr);
        return EXIT_FAILURE;
    }
    return testServer(profile, *given ? *given : keptSecret(kept, profile.user));
}

} // namespace ct::console::selftest
