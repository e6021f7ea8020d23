// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// How the programs end: the numbers of BSD's sysexits.h, which service managers know.
namespace ct::server::config::exitcode {

/// Wrong flags.
inline constexpr int usage = 64;
/// A file of ours holds nonsense.
inline constexpr int dataError = 65;
/// A file that was named can't be read.
inline constexpr int noInput = 66;
/// Something needed isn't there, as a port that another program has.
inline constexpr int unavailable = 69;
/// A fault of the program itself.
inline constexpr int software = 70;
/// A file or folder of ours can't be made.
inline constexpr int cannotCreate = 73;
inline constexpr int ioError = 74;
inline constexpr int noPermission = 77;
/// Faults in the settings.
inline constexpr int config = 78;

} // namespace ct::server::config::exitcode
