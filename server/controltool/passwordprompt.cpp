// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/passwordprompt.h"

#include "shared/base/hiddeninput.h"
#include "shared/base/lineend.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

constexpr qint64 longestLine = 4'096;

Result<QByteArray> readPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error {ErrorCode::InvalidInput, u"The password is read from standard input"_s};
    QByteArray password = withoutLineEnd(input.readLine(longestLine));
    if (password.isEmpty())
        return Error {ErrorCode::InvalidInput, u"Standard input holds no password"_s};
    return password;
}

} // namespace

Result<QByteArray> askForPassword()
{
    if (!HiddenInput::isPossible())
        return readPassword();
    const HiddenInput input;
    auto password = input.ask("New password: ");
    if (!password)
        return password;
    const auto again = input.ask("Once more: ");
    if (!again)
        return again.error();
    if (*again != *password)
        return Error {ErrorCode::InvalidInput, u"These are two different passwords"_s};
    return password;
}

} // namespace ct::server::controltool
