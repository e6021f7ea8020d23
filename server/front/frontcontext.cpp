// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/frontcontext.h"

#include "server/front/worker.h"

#include <string_view>

namespace ct::server::front {

namespace {

constexpr int readingThreads = 2;
// At its own limit a long poll lets an older one go, so the newcomer must get as far as there.
constexpr int requestsPerPoll = 2;

} // namespace

FrontContext::FrontContext(const FrontServices &given)
    : services(given),
      cors(given.front.allowedOrigins),
      ledger(given.net),
      requestRate(
          {given.net.requestsPerSecond, std::chrono::seconds(1), given.net.requestBurst},
          given.clock),
      refusalRate(
          {given.net.refusedHandshakesPerMinute,
           std::chrono::minutes(1),
           given.net.refusedHandshakesPerMinute},
          given.clock),
      waitingRequests(
          given.longPolls * requestsPerPoll, given.longPollsPerAddress * requestsPerPoll),
      memory(given.session.replayTotal),
      quota(given.session.rooms, given.session.roomsPerUser)
{
    fileReaders.setMaxThreadCount(readingThreads);
}

Worker *FrontContext::ownerOf(const QByteArray &room) const
{
    const std::string_view id(room.data(), static_cast<std::size_t>(room.size()));
    return workers[std::hash<std::string_view> {}(id) % workers.size()];
}

Worker &FrontContext::workerOf(net::ConnectionId id) const
{
    return *workers[static_cast<std::size_t>(id) % workers.size()];
}

void FrontContext::evict(const std::vector<net::ConnectionId> &connections) const
{
    for (const net::ConnectionId id : connections) {
        Worker &worker = workerOf(id);
        worker.post([&worker, id] { worker.evict(id); });
    }
}

} // namespace ct::server::front
