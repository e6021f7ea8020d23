// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/console/camera.h"
#include "tests/console/consolefixture.h"

namespace ct::test {

/// Pictures of what is only to be seen amid some work: dialogs, previews, results. The console is
/// signed in by http, and the server has guests in a session; afterwards all is as before, but
/// that a guest is gone. False when it could not be brought about; what it was is said.
bool takeMoments(ConsoleFixture &console, const EdgeServer &edge, const Camera &camera);

/// Of certificates that are in doubt: the server's by https, unknown first and then another one
/// than remembered.
bool takeCertificates(ConsoleFixture &console, const EdgeServer &edge, const Camera &camera);

} // namespace ct::test
