// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/licence.h"

#include <QCoreApplication>

namespace ct::console::pages {

/// A licence in the reader's language.
class LicenceWords
{
    Q_DECLARE_TR_FUNCTIONS(LicenceWords)

public:
    /// A name of `resources/icons`; each state has another one.
    static QLatin1StringView sign(const protocol::admin::LicenceDetail &licence);
    static QString state(const protocol::admin::LicenceDetail &licence);
    static QString daysLeft(const protocol::admin::LicenceDetail &licence);
    static QString seats(const protocol::admin::LicenceDetail &licence);
    /// Of LicenceCheckResult::name.
    static QString check(const protocol::admin::LicenceCheckResult &result);
    static QString connections(const protocol::admin::LicenceTexts &texts);
    static QString locator(const protocol::admin::LicenceTexts &texts);
};

} // namespace ct::console::pages
