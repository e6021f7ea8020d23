// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settings.h"

/// The parts of the manual pages that list settings, in man(7)'s roff. Thread: any.
namespace ct::server::config {

/// A paragraph for each flag, for codetogether-edge(8).
QString flagsAsRoff(const QList<Setting> &settings, const ServerConfig &defaults);

/// A section for each group of edge.ini with its keys and variables, for codetogether.config(5).
QString settingsAsRoff(const QList<Setting> &settings, const ServerConfig &defaults);

} // namespace ct::server::config
