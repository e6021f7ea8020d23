// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"
#include "shared/base/random.h"
#include "shared/protocol/admin/settings.h"
#include "shared/protocol/admin/status.h"

namespace ct::console::pages {

class MetricsForm;
class MetricsPreview;

/// Where the server's metrics go, tried before it counts, and what is told there.
class MetricsPage : public Page
{
    Q_OBJECT

public:
    explicit MetricsPage(api::Connection &connection);

    void refresh() override;
    bool hasUnsavedChanges() const override;
    void discardChanges() override;

private:
    using State = api::Outcome<protocol::admin::MetricsIntegration>;

    void take(const State &state);
    void save();
    void finishSaving(const State &state);
    void test();
    void compare();

    SystemRandom m_random;
    MetricsForm *m_form;
    MetricsPreview *m_preview;
    QByteArray m_etag;
    api::Call m_load;
    api::Call m_figures;
    api::Call m_save;
    api::Call m_test;
};

} // namespace ct::console::pages
