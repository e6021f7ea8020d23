// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionevents.h"
#include "server/store/store.h"

namespace ct::server::store {

/// Keeps session events: who was in which session from when to when, and each of them in the audit.
/// Thread: any.
class SessionLedger final : public session::SessionEvents
{
public:
    /// `store` outlives this.
    explicit SessionLedger(Store &store) : m_store(store) { }

    void record(const session::SessionEvent &event) override;

private:
    Store &m_store;
};

} // namespace ct::server::store
