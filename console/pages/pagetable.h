// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"

#include <memory>
#include <vector>

namespace ct::console::pages {

/// What pages are given beside their connection; all of it outlives them.
struct PageServices {
    const Clock &clock;
};

/// One page that there is.
struct PageRow {
    /// As `--page` takes it; of lower-case letters.
    QLatin1StringView name;
    /// In the context "PageTable"; with a mnemonic for the menu.
    const char *title;
    /// Of icons::icon().
    QLatin1StringView icon;
    std::unique_ptr<Page> (*make)(api::Connection &connection, const PageServices &services);

    /// In the reader's language, without the mnemonic's mark.
    QString shownTitle() const;
    QString menuTitle() const;
};

/// Every page, in the order in which they are listed.
const std::vector<PageRow> &pageTable();

} // namespace ct::console::pages
