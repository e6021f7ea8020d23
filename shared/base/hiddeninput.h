// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>

#include <memory>

namespace ct {

/// Asks whoever sits at the terminal of standard input, which shows nothing of what is typed as
/// long as this lives. A signal that ends the process waits until the terminal is as before.
/// Thread: main, before there are others; blocks.
class HiddenInput
{
public:
    /// Whether standard input is a terminal; nothing else can be asked.
    static bool isPossible();

    HiddenInput();
    ~HiddenInput();
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

    /// A line, without its end. InvalidInput when a signal came instead.
    Result<QByteArray> ask(const char *prompt) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ct
