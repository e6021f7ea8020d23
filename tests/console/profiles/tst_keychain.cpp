// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/keychainsecretstore.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace ct::console::profiles;

namespace {

const SecretName password {u"x7Kq"_s, SecretKind::Password};
const SecretName token {u"x7Kq"_s, SecretKind::Token};

Remembered keepIn(SecretStore &store, const SecretName &name, const QString &secret)
{
    QObject context;
    std::optional<Remembered> where;
    store.keep(name, secret, &context, [&](Remembered answer) { where = answer; });
    [&] {
        QTRY_VERIFY(where);
    }();
    return where.value_or(Remembered::UntilTheEnd);
}

std::optional<QString> readFrom(SecretStore &store, const SecretName &name)
{
    QObject context;
    bool isDone = false;
    std::optional<QString> found;
    store.read(name, &context, [&](const std::optional<QString> &secret) {
        found = secret;
        isDone = true;
    });
    [&] {
        QTRY_VERIFY(isDone);
    }();
    return found;
}

} // namespace

/// Against a real gnome-keyring on a message bus of its own, with a private folder.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void memoryForgetsWithTheProgram();
    void keepsSecretsForTheNextStart();
    void keepsKindsApart();
    void forgets();
    void knowsNothingOfOthers();
    void anAnswerNeedsItsAsker();
    void writesNoFileOfItsOwn();
    // Last: it ends the keychain.
    void keepsInMemoryWithoutAKeychain();

private:
    void startBus();
    void startKeyring();

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

void TestKeychain::initTestCase()
{
    for (const char *variable :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, m_home.path().toLocal8Bit());
    // So that the bus starts nothing by itself.
    qputenv("XDG_DATA_DIRS", m_home.path().toLocal8Bit());
    qunsetenv("DISPLAY");
    startBus();
    startKeyring();
}

void TestKeychain::startBus()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForReadyRead(), qPrintable(m_bus.errorString()));
    const QByteArray address = m_bus.readLine().trimmed();
    QVERIFY(!address.isEmpty());
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
}

void TestKeychain::startKeyring()
{
    m_keyring.start(
        u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY2(m_keyring.waitForStarted(), qPrintable(m_keyring.errorString()));
    m_keyring.write("unlocks the test's own keyring");
    m_keyring.closeWriteChannel();
    KeychainSecretStore store(u"codetogether-console-test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(
        keepIn(store, password, u"first"_s), Remembered::OnThisComputer, 20'000);
}

void TestKeychain::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished());
    }
}

void TestKeychain::memoryForgetsWithTheProgram()
{
    MemorySecretStore store;
    QCOMPARE(keepIn(store, password, u"s3cret"_s), Remembered::UntilTheEnd);
    QCOMPARE(readFrom(store, password), std::optional(u"s3cret"_s));
    store.forget(password);
    QCOMPARE(readFrom(store, password), std::nullopt);
}

void TestKeychain::keepsSecretsForTheNextStart()
{
    const QString secret = u"pä55 \"w\\ord\"; 日本\n"_s;
    {
        KeychainSecretStore store(u"codetogether-console-test"_s);
        QCOMPARE(keepIn(store, password, secret), Remembered::OnThisComputer);
    }
    KeychainSecretStore next(u"codetogether-console-test"_s);
    QCOMPARE(readFrom(next, password), std::optional(secret));
}

void TestKeychain::keepsKindsApart()
{
    KeychainSecretStore store(u"codetogether-console-test"_s);
    QCOMPARE(keepIn(store, password, u"one"_s), Remembered::OnThisComputer);
    QCOMPARE(keepIn(store, token, u"other"_s), Remembered::OnThisComputer);
    QCOMPARE(readFrom(store, password), std::optional(u"one"_s));
    QCOMPARE(readFrom(store, token), std::optional(u"other"_s));
}

void TestKeychain::forgets()
{
    KeychainSecretStore store(u"codetogether-console-test"_s);
    QCOMPARE(keepIn(store, token, u"gone soon"_s), Remembered::OnThisComputer);
    store.forget(token);
    QTRY_COMPARE(readFrom(store, token), std::nullopt);
}

void TestKeychain::knowsNothingOfOthers()
{
    KeychainSecretStore store(u"codetogether-console-test"_s);
    QCOMPARE(readFrom(store, {u"another"_s, SecretKind::Password}), std::nullopt);
}

void TestKeychain::anAnswerNeedsItsAsker()
{
    KeychainSecretStore store(u"codetogether-console-test"_s);
    auto asker = std::make_unique<QObject>();
    store.read(password, asker.get(), [](const auto &) { QFAIL("nobody asks any more"); });
    asker.reset();
    QCOMPARE(readFrom(store, {u"another"_s, SecretKind::Password}), std::nullopt);
}

void TestKeychain::writesNoFileOfItsOwn()
{
    const QStringList files
        = QDir(m_home.path()).entryList({u"*.conf"_s, u"*.ini"_s}, QDir::Files | QDir::Hidden);
    QCOMPARE(files, QStringList {});
}

void TestKeychain::keepsInMemoryWithoutAKeychain()
{
    m_keyring.terminate();
    QVERIFY(m_keyring.waitForFinished());
    {
        KeychainSecretStore store(u"codetogether-console-test"_s);
        QCOMPARE(keepIn(store, token, u"s3cret"_s), Remembered::UntilTheEnd);
        QCOMPARE(readFrom(store, token), std::optional(u"s3cret"_s));
    }
    KeychainSecretStore next(u"codetogether-console-test"_s);
    QCOMPARE(readFrom(next, token), std::nullopt);
    writesNoFileOfItsOwn();
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
