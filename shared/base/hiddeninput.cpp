// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/base/hiddeninput.h"

#include "shared/base/lineend.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct {

namespace {

constexpr qint64 longestLine = 4'096;

/// Signals that end the process wait as long as this lives; then they do what they always do.
class HeldSignals
{
public:
    HeldSignals()
    {
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
            sigaddset(&ending, signal);
        ::pthread_sigmask(SIG_BLOCK, &ending, &m_before);
        m_descriptor = ::signalfd(-1, &ending, SFD_NONBLOCK | SFD_CLOEXEC);
    }
    ~HeldSignals()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    HeldSignals(const HeldSignals &) = delete;
    HeldSignals &operator=(const HeldSignals &) = delete;

    /// Readable when there is one.
    int descriptor() const { return m_descriptor; }

private:
    sigset_t m_before {};
    int m_descriptor = -1;
};

/// A terminal shows nothing of what is typed as long as this lives.
class Silence
{
public:
    Silence()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    termios m_before {};
};

} // namespace

/// In this order: the terminal is as before when a signal that was held ends the process.
struct HiddenInput::Parts {
    HeldSignals held;
    Silence silence;
};

bool HiddenInput::isPossible()
{
    return ::isatty(STDIN_FILENO) != 0;
}

HiddenInput::HiddenInput() : m_parts(std::make_unique<Parts>())
{ }

HiddenInput::~HiddenInput() = default;

// A terminal hands out whole lines.
Result<QByteArray> HiddenInput::ask(const char *prompt) const
{
    std::fputs(prompt, stderr);
    std::array<pollfd, 2> sources {
        {{STDIN_FILENO, POLLIN, 0}, {m_parts->held.descriptor(), POLLIN, 0}}};
    const bool isAnswered
        = ::poll(sources.data(), sources.size(), -1) > 0 && sources.back().revents == 0;
    std::fputc('\n', stderr);
    QByteArray line(longestLine, Qt::Uninitialized);
    const ssize_t length = isAnswered
        ? ::read(STDIN_FILENO, line.data(), static_cast<std::size_t>(line.size()))
        : -1;
    if (length < 0)
        return Error {ErrorCode::InvalidInput, u"Nothing was typed"_s};
    line.truncate(length);
    return withoutLineEnd(std::move(line));
}

} // namespace ct
