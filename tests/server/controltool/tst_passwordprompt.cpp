// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/passwordprompt.h"

#include <QTest>

#include <csignal>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

using namespace ct::server::controltool;

namespace {

constexpr char controlC = '\x03';

/// A process that asks for a password at a terminal of its own, and ends with 0 if it is "secret".
class Asked
{
public:
    Asked()
    {
        if (::openpty(&m_keyboard, &m_terminal, nullptr, nullptr, nullptr) != 0)
            qFatal("no terminal");
        m_pid = ::fork();
        if (m_pid != 0)
            return;
        ::close(m_keyboard);
        ::login_tty(::dup(m_terminal));
        const auto password = askForPassword();
        ::_exit(password && *password == "secret" ? 0 : 1);
    }
    ~Asked()
    {
        if (!m_hasEnded) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        ::close(m_keyboard);
        ::close(m_terminal);
    }
    Asked(const Asked &) = delete;
    Asked &operator=(const Asked &) = delete;

    bool isShown() const
    {
        termios settings {};
        ::tcgetattr(m_terminal, &settings);
        return (settings.c_lflag & ECHO) != 0;
    }
    void type(const QByteArray &keys) const
    {
        QCOMPARE(::write(m_keyboard, keys.constData(), keys.size()), keys.size());
    }
    void send(int signal) const { ::kill(m_pid, signal); }
    bool hasEnded()
    {
        m_hasEnded = m_hasEnded || ::waitpid(m_pid, &m_status, WNOHANG) == m_pid;
        return m_hasEnded;
    }
    /// How, once it has.
    int status() const { return m_status; }

private:
    int m_keyboard = -1;
    int m_terminal = -1;
    pid_t m_pid = -1;
    int m_status = 0;
    bool m_hasEnded = false;
};

} // namespace

class TestPasswordPrompt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsTypedTwice()
    {
        Asked asked;
        QTRY_VERIFY(!asked.isShown());
        // Both at once, as by whoever pastes them.
        asked.type("secret\nsecret\n");
        QTRY_VERIFY(asked.hasEnded());
        QCOMPARE(asked.status(), 0);
        QVERIFY(asked.isShown());
    }

    void refusesTwoDifferentOnes()
    {
        Asked asked;
        QTRY_VERIFY(!asked.isShown());
        asked.type("secret\nsecrets\n");
        QTRY_VERIFY(asked.hasEnded());
        QVERIFY(WIFEXITED(asked.status()) && WEXITSTATUS(asked.status()) == 1);
        QVERIFY(asked.isShown());
    }

    void leavesTheTerminalAsItWasAtTheEndKey()
    {
        Asked asked;
        QTRY_VERIFY(!asked.isShown());
        asked.type("sec" + QByteArray(1, controlC));
        QTRY_VERIFY(asked.hasEnded());
        QVERIFY(WIFSIGNALED(asked.status()) && WTERMSIG(asked.status()) == SIGINT);
        QVERIFY(asked.isShown());
    }

    void leavesTheTerminalAsItWasAtASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
        QTest::newRow("SIGQUIT") << SIGQUIT;
    }

    void leavesTheTerminalAsItWasAtASignal()
    {
        QFETCH(int, signal);
        Asked asked;
        QTRY_VERIFY(!asked.isShown());
        asked.send(signal);
        QTRY_VERIFY(asked.hasEnded());
        QVERIFY(WIFSIGNALED(asked.status()) && WTERMSIG(asked.status()) == signal);
        QVERIFY(asked.isShown());
    }
};

QTEST_GUILESS_MAIN(TestPasswordPrompt)
#include "tst_passwordprompt.moc"
