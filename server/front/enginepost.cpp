// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an EngineLink works off what is posted: in shares of the loop's time.
#include "server/front/engineanswers.h"
#include "server/front/engineprobe.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

// Between two looks at the clock; a message has two.
constexpr std::size_t packetsAtOnce = 16;

} // namespace

PostMark postMark(QByteArray mark, const std::vector<engineio::Packet> &packets)
{
    if (mark.isEmpty())
        return {};
    std::size_t hash = packets.size();
    for (const engineio::Packet &packet : packets)
        hash = qHashMulti(hash, static_cast<int>(packet.type), packet.data);
    return {std::move(mark), hash};
}

void EngineLink::post(
    std::vector<engineio::Packet> packets,
    const Status &outcome,
    const ResponseHandle &response,
    const PostMark &mark)
{
    if (m_socket || m_phase == Phase::Over)
        return response.send(engineError(EngineFault::BadRequest));
    const bool hasSameMark = !mark.mark.isEmpty() && mark == m_postMark;
    if (hasSameMark && m_postRepeats < mostRepeats) {
        ++m_postRepeats;
        return postAgain(response);
    }
    if (m_formerPosts.has(mark.mark, mark.hash))
        return response.send(engineError(EngineFault::BadRequest));
    // Of a mark that comes too often none is known again.
    if (!hasSameMark) {
        m_postRepeats = 0;
        m_formerPosts.add(m_postMark.mark, m_postMark.hash);
    }
    m_postMark = mark;
    if (!m_posted.empty()) {
        response.send(engineError(EngineFault::BadRequest));
        return breakOff(u"The client posted twice at once"_s);
    }
    // One after the other, so the client posts nothing more until then.
    acceptPost();
    m_heldPost.add(response);
    m_postOutcome = outcome;
    m_posted = std::move(packets);
    std::reverse(m_posted.begin(), m_posted.end());
    takeShare();
}

/// The client has not seen the answer; what it has posted is here, or on its way.
void EngineLink::postAgain(const ResponseHandle &response)
{
    m_heldPost.add(response);
    if (m_posted.empty() && mayReadOn())
        acceptPost();
    else
        lookSoon();
}

void EngineLink::takeShare()
{
    {
        ReadQueue::Share share(readQueue());
        if (share.isGranted())
            takePosted(share);
    }
    if (!m_posted.empty())
        return readLater();
    m_posted = {};
    endPost();
}

void EngineLink::takePosted(ReadQueue::Share &share)
{
    while (!m_posted.empty() && !share.isUsedUp()) {
        for (std::size_t left = packetsAtOnce; left > 0 && !m_posted.empty(); --left) {
            engineio::Packet packet = std::move(m_posted.back());
            m_posted.pop_back();
            // It may end the session, and what is posted with it.
            take(std::move(packet));
        }
    }
}

void EngineLink::endPost()
{
    if (m_phase == Phase::Over)
        return;
    if (!m_postOutcome) {
        if (m_heldPost)
            m_heldPost.send(engineError(EngineFault::BadRequest));
        const QString why = m_postOutcome.error().message;
        return breakOff(u"The client posted a malformed payload: "_s + why);
    }
    if (mayReadOn())
        acceptPost();
    else
        lookSoon();
}

void EngineLink::acceptPost()
{
    if (m_heldPost && m_posted.empty())
        m_heldPost.send(postAccepted());
}

} // namespace ct::server::front
