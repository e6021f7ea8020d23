// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/health.h"

#include "shared/protocol/jsonreader.h"

#include <QLatin1StringView>

#include <array>

using namespace Qt::StringLiterals;

namespace ct::protocol {

namespace {

/// In the order of HealthStatus.
constexpr std::array statusNames {"ok"_L1, "starting"_L1, "draining"_L1};

HealthStatus readStatus(JsonReader &reader)
{
    const QString name = reader.text("status"_L1);
    for (std::size_t at = 0; at < statusNames.size(); ++at) {
        if (name == statusNames.at(at))
            return HealthStatus {static_cast<int>(at)};
    }
    reader.fail("status"_L1, u"is none of ok, starting, draining"_s);
    return {};
}

} // namespace

QJsonObject toJson(const Health &health)
{
    QJsonObject object {
        {"status"_L1, statusNames.at(static_cast<std::size_t>(health.status))},
        {"version"_L1, health.version},
        {"uptime"_L1, qint64 {health.uptime.count()}}};
    if (!health.degraded.isEmpty())
        object.insert("degraded"_L1, health.degraded);
    return object;
}

template<>
Result<Health> fromJson<Health>(const QJsonObject &object)
{
    JsonReader reader(object);
    Health health;
    health.status = readStatus(reader);
    health.version = reader.text("version"_L1);
    health.uptime = std::chrono::seconds(reader.integer("uptime"_L1));
    health.degraded = reader.optionalText("degraded"_L1);
    return reader.finish(health);
}

} // namespace ct::protocol
