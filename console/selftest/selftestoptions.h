// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QUrl>

#include <optional>

class QCommandLineParser;

namespace ct::console::selftest {

/// What `--selftest` is told. Secrets are never on the command line, where everybody may read them.
struct SelfTestWish {
    enum class Input { None, Password, Token };

    QUrl server;
    /// Empty: whoever signs in there usually.
    QString user;
    /// SHA-256 of the certificate that the server must show; empty: the remembered one, or any
    /// that an authority vouches for.
    QByteArray fingerprint;
    /// What standard input brings.
    Input input = Input::None;
    /// The same, from somebody at a terminal; else empty.
    QByteArray typed {};
};

/// Its options beside `--connect`.
struct SelfTestOptions {
    QCommandLineOption selfTest;
    QCommandLineOption user;
    QCommandLineOption fingerprint;
    QCommandLineOption passwordFromInput;
    QCommandLineOption tokenFromInput;

    SelfTestOptions();
    QList<QCommandLineOption> all() const;
};

/// Nothing where no self-test is wanted; InvalidInput, with a sentence, for what can't be meant.
Result<std::optional<SelfTestWish>> wishOf(
    const QCommandLineParser &parser, const SelfTestOptions &options, const QString &server);

} // namespace ct::console::selftest
