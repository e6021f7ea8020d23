// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/watcher.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace topics = protocol::admin::topics;

constexpr std::array names {
    std::pair {topics::sessions, Topic::Sessions},
    std::pair {topics::overview, Topic::Overview},
    std::pair {topics::health, Topic::Health},
    std::pair {topics::audit, Topic::Audit},
    std::pair {topics::settings, Topic::Settings}};

} // namespace

Result<Topics> topicsOf(const Call &call)
{
    const QString wanted = call.text(u"topics"_s);
    if (wanted.isEmpty())
        return allTopics;
    Topics found = 0;
    for (const QString &name : wanted.split(u',')) {
        const auto at = std::find_if(
            names.begin(), names.end(), [&name](const auto &one) { return one.first == name; });
        if (at == names.end())
            return Error {
                ErrorCode::InvalidInput,
                u"topics are sessions, overview, health, audit, settings, with commas between"_s};
        found |= static_cast<Topics>(at->second);
    }
    return found;
}

} // namespace ct::server::admin
