// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/pollingclient.h"

#include "tests/bench/jsontext.h"

#include <utility>

namespace ct::bench {
namespace {

constexpr char separator = '\x1e';
/// What the servers say in their open packets by default.
constexpr std::size_t maxPayload = 1'000'000;

} // namespace

PollingClient::PollingClient(Dialer &dialer, in_addr from, PollingUser &user)
    : m_dialer(dialer),
      m_user(&user),
      m_getter(dialer, from),
      m_poster(dialer, from)
{ }

void PollingClient::open(std::string headers)
{
    m_headers = std::move(headers);
    poll();
}

void PollingClient::send(std::string packet)
{
    m_queue.push_back(std::move(packet));
    if (m_isPosting)
        return;
    // At the end of the turn, so that packets of one turn share a body.
    m_isPosting = true;
    m_dialer.reactor().post([this] { post(); });
}

void PollingClient::pause()
{
    m_isPausing = true;
    checkPaused();
}

void PollingClient::poll()
{
    m_isPolling = true;
    m_getter.send(
        {"GET", target(), m_headers, {}}, [this](const HttpAnswer &answer) { taken(answer); });
}

void PollingClient::taken(const HttpAnswer &answer)
{
    m_isPolling = false;
    if (m_user == nullptr)
        return;
    if (answer.status != 200) {
        fail("poll", answer);
        return;
    }
    if (m_sid.empty())
        m_sid = jsonText(std::string_view(answer.body).substr(1), "sid");
    const std::int64_t at = steadyNow();
    for (std::size_t start = 0; start < answer.body.size() && m_user != nullptr;) {
        const std::size_t end = std::min(answer.body.find(separator, start), answer.body.size());
        m_user->pollingPacket(std::string_view(answer.body).substr(start, end - start), at);
        start = end + 1;
    }
    if (m_user == nullptr)
        return;
    if (m_isPausing)
        checkPaused();
    else
        poll();
}

void PollingClient::post()
{
    if (m_user == nullptr || m_queue.empty()) {
        m_isPosting = false;
        return;
    }
    std::string body;
    std::size_t count = 0;
    while (count < m_queue.size()
           && (count == 0 || body.size() + m_queue[count].size() < maxPayload)) {
        if (count > 0)
            body += separator;
        body += m_queue[count++];
    }
    m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(count));
    m_poster.send(
        {"POST",
         target(),
         m_headers + "Content-Type: text/plain;charset=UTF-8\r\n",
         std::move(body)},
        [this](const HttpAnswer &answer) { posted(answer); });
}

void PollingClient::posted(const HttpAnswer &answer)
{
    m_isPosting = false;
    if (m_user == nullptr)
        return;
    if (answer.status != 200) {
        fail("post", answer);
    } else if (!m_queue.empty()) {
        m_isPosting = true;
        post();
    } else {
        checkPaused();
    }
}

void PollingClient::checkPaused()
{
    if (!m_isPausing || m_isPolling || m_isPosting || m_user == nullptr)
        return;
    std::exchange(m_user, nullptr)->pollingPaused();
}

void PollingClient::fail(const std::string &what, const HttpAnswer &answer)
{
    const std::string why = what + " answered with " + std::to_string(answer.status) + ' '
        + answer.body.substr(0, 200);
    std::exchange(m_user, nullptr)->pollingBroken(why);
}

std::string PollingClient::target() const
{
    const std::string start = m_dialer.address().path + "/socket.io/?EIO=4&transport=polling";
    return m_sid.empty() ? start : start + "&sid=" + m_sid;
}

} // namespace ct::bench
