// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverprofile.h"
#include "console/profiles/secretstore.h"
#include "console/selftest/selftestoptions.h"

class QIODevice;

namespace ct::console::selftest {

inline constexpr const char *passwordVariable = "CT_CONSOLE_PASSWORD";
inline constexpr const char *tokenVariable = "CT_CONSOLE_TOKEN";

/// Asks for what standard input has to bring, if that is a terminal. InvalidInput when nothing was
/// typed. Thread: main, before there are others; blocks.
Status askAtTerminal(SelfTestWish &wish);

/// What the call brings to sign in `user`: the first line of `input` where that is wanted, else the
/// environment's token or password; nothing when it brings none. InvalidInput for an empty line.
Result<std::optional<api::Secret>> givenSecret(
    const SelfTestWish &wish, const QString &user, QIODevice &input);

using SecretDone = std::function<void(const std::optional<api::Secret> &secret)>;
/// What is remembered for that profile, token before password; of another user than the one whom
/// it is kept for, nothing. `store` must outlive `context`.
void readKept(
    profiles::SecretStore &store,
    const api::ServerProfile &profile,
    const QString &user,
    QObject *context,
    const SecretDone &done);

} // namespace ct::console::selftest
