// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/error.h"

namespace ct::protocol {

/// The one place where causes become HTTP's statuses (RFC 9110). Thread: any.
int statusOf(ErrorCode code);

} // namespace ct::protocol
