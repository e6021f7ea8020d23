// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/frontcontext.h"

#include "server/front/worker.h"

#include <string_view>

namespace ct::server::front {

namespace {

constexpr int readingThreads = 2;
constexpr int writingThreads = 2;
// At its own limit a long poll lets an older one go, so the newcomer must get as far as there.
constexpr int requestsPerPoll = 2;

net::Rate requestRateOf(const net::NetConfig &net)
{
    return {net.requestsPerSecond, std::chrono::seconds(1), net.requestBurst};
}

net::Rate refusalRateOf(const net::NetConfig &net)
{
    return {
        net.refusedHandshakesPerMinute, std::chrono::minutes(1), net.refusedHandshakesPerMinute};
}

} // namespace

FrontContext::FrontContext(const FrontServices &given)
    : services(given),
      firstPolicies {
          given.net,
          given.front,
          given.session,
          http::CorsPolicy(given.front.allowedOrigins),
          given.longPolls,
          given.longPollsPerAddress,
          given.longPoll},
      ledger(given.net),
      requestRate(requestRateOf(given.net), given.clock),
      refusalRate(refusalRateOf(given.net), given.clock),
      waitingRequests(
          given.longPolls * requestsPerPoll, given.longPollsPerAddress * requestsPerPoll),
      memory(given.session.replayTotal),
      quota(given.session.rooms, given.session.roomsPerUser)
{
    fileReaders.setMaxThreadCount(readingThreads);
    fileWriters.setMaxThreadCount(writingThreads);
}

void FrontContext::apply(const Policies &policies)
{
    ledger.setLimits(policies.net);
    requestRate.setRate(requestRateOf(policies.net));
    refusalRate.setRate(refusalRateOf(policies.net));
    waitingRequests.setLimits(
        policies.longPolls * requestsPerPoll, policies.longPollsPerAddress * requestsPerPoll);
    memory.setLimit(policies.session.replayTotal);
    quota.setLimits(policies.session.rooms, policies.session.roomsPerUser);
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
