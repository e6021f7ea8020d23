// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"

#include <QCoreApplication>
#include <QString>

namespace ct::console::pages {

/// What went wrong and what to do about it, in the reader's language.
class FailureTexts
{
    Q_DECLARE_TR_FUNCTIONS(FailureTexts)

public:
    static QString sentence(api::FailureKind kind);
    /// With the server's or Qt's own words below; show it as plain text.
    static QString whole(const api::Failure &failure);
    /// For an address that serverAddress() has refused.
    static QString badAddress();
};

} // namespace ct::console::pages
