// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"
#include "shared/protocol/admin/licence.h"

namespace ct::console::pages {

class LicenceHistory;
class LicenceInstaller;
class LicenceView;

/// The server's licence: what it is worth, how it is replaced or removed, and how it was.
class LicencePage : public Page
{
    Q_OBJECT

public:
    explicit LicencePage(api::Connection &connection);

    void refresh() override;
    bool hasUnsavedChanges() const override;
    void discardChanges() override;

private:
    using Detail = api::Outcome<protocol::admin::LicenceDetail>;

    void take(const Detail &licence);
    void preview();
    void install();
    void askToRemove();
    void remove();
    void finish(const Detail &licence, const QString &sentence);
    void compare();

    LicenceView *m_view;
    LicenceInstaller *m_installer;
    LicenceHistory *m_history;
    QByteArray m_etag;
    api::Call m_load;
    api::Call m_preview;
    api::Call m_change;
};

} // namespace ct::console::pages
