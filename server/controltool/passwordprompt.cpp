// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/passwordprompt.h"

#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr qint64 longestLine = 4'096;

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

QByteArray line(QFile &input, const char *prompt)
{
    if (prompt)
        std::fputs(prompt, stderr);
    QByteArray text = input.readLine(longestLine);
    if (prompt)
        std::fputc('\n', stderr);
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

} // namespace

Result<QByteArray> askForPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error {ErrorCode::InvalidInput, u"The password is read from standard input"_s};
    if (::isatty(STDIN_FILENO) == 0) {
        QByteArray password = line(input, nullptr);
        if (password.isEmpty())
            return Error {ErrorCode::InvalidInput, u"Standard input holds no password"_s};
        return password;
    }
    const Silence silence;
    QByteArray password = line(input, "New password: ");
    if (line(input, "Once more: ") != password)
        return Error {ErrorCode::InvalidInput, u"These are two different passwords"_s};
    return password;
}

} // namespace ct::server::controltool
