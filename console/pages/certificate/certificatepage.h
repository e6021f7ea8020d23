// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"
#include "shared/protocol/admin/certificate.h"

class QLabel;
class QPushButton;

namespace ct::console::widgets {
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

struct PageServices;

/// The certificate that the server shows, how long it is good, and reading it anew.
class CertificatePage : public Page
{
    Q_OBJECT

public:
    CertificatePage(api::Connection &connection, const PageServices &services);

    void refresh() override;

private:
    using Facts = api::Outcome<protocol::admin::CertificateFacts>;

    void build();
    void take(const Facts &facts);
    void showState(const protocol::admin::CertificateFacts &facts);
    void reload();

    const Clock &m_clock;
    widgets::SignLabel *m_state;
    widgets::SignLabel *m_warnings;
    QLabel *m_subject;
    QLabel *m_issuer;
    QLabel *m_names;
    QLabel *m_begins;
    QLabel *m_ends;
    QLabel *m_fingerprint;
    QPushButton *m_reload;
    api::Call m_call;
};

} // namespace ct::console::pages
