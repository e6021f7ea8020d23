// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/forms.h"

namespace ct::server::config {

namespace {

using store::StoreConfig;

constexpr auto counts = std::to_array<Row<StoreConfig, int>>({
    {"CT_STORE_QUEUE",
     &StoreConfig::queue,
     "Records waiting for the database; more are dropped and counted",
     100,
     10'000'000},
});

constexpr auto times = std::to_array<Row<StoreConfig, std::chrono::seconds>>({
    {"CT_USAGE_INTERVAL",
     &StoreConfig::usageInterval,
     "Time between two lines of usage.log",
     1,
     86'400},
});

} // namespace

QList<Setting> storeSettings()
{
    return settingsOf(&ServerConfig::store, counts) + settingsOf(&ServerConfig::store, times);
}

} // namespace ct::server::config
