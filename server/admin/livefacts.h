// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/session/sessionevents.h"
#include "server/session/sessionfacts.h"
#include "shared/protocol/admin/live.h"

/// Sessions and participants as the API tells them. Thread: any.
namespace ct::server::admin {

protocol::admin::LiveSession sessionOf(const session::SessionFacts &facts);
/// Whom the event is about, as of then.
protocol::admin::LiveParticipant participantOf(const session::SessionEvent &event);

} // namespace ct::server::admin
