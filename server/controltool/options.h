// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>

namespace ct::server::controltool {

/// What a call comes to: texts for the two outputs, each with its line end, and a sysexits code.
struct Outcome {
    int exitCode = 0;
    QString output {};
    QString complaint {};
};

/// With the program's name in front and the line end behind.
Outcome fail(int exitCode, const QString &sentence);

/// A call, taken apart.
struct Options {
    /// The command and its own words.
    QStringList words;
    bool isHelp = false;
    bool isVersion = false;
    /// Answers as JSON.
    bool isJson = false;
    /// Comes back only when the server has ended.
    bool isWaiting = false;
    /// Flags of the command's own by name, without their dashes.
    QHash<QString, QString> values {};
    /// Of restore: files beyond the folders of the settings may be written.
    bool isBeyond = false;
    /// The file with the environment of the server's service, if the call is about that one.
    QString environmentFile {};
    /// Flags that say where the server's settings are, as it takes them itself.
    QStringList places {};
};

/// Those that not every command has, as they were given: "for", "wait".
QStringList ownFlags(const Options &options);

/// `arguments` begin with the program's name. Fails with a sentence for whoever called.
Result<Options> readOptions(const QStringList &arguments);

/// The folder that the server keeps its state in, by the same rules as the server's.
Result<QString> stateFolder(const Options &options, const QProcessEnvironment &environment);

} // namespace ct::server::controltool
