// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/engineio/packet.h"

#include <QByteArray>
#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

namespace ct::server::front {

// An HTTP client may send a request once more, unseen by what has asked for it, when the connection
// breaks before an answer has come: Node and browsers do so on connections that they use again. The
// clients of Engine.IO write another `t` into the query of every request, so that such a one can be
// told from a new one.

/// How often the next request of the same mark may be the same one. A client with too few values
/// for `t` would hear and be heard no more, else: from then on its requests are new ones.
constexpr int mostRepeats = 3;

/// What the last poll was answered with, for it to be answered once more.
struct PolledAnswer {
    /// The poll's `t`, or nothing.
    QByteArray mark;
    /// How often it has come again.
    int repeats = 0;
    bool isAnswered = false;
    /// The outbox's last message before the answer, and the last one in it.
    quint64 seen = 0;
    quint64 told = 0;
    std::vector<QByteArray> controls {};
    bool hasPing = false;
    bool isGoodbye = false;

    /// Whether a poll of that mark is the same one once more; counts it.
    bool comesAgain(const QByteArray &other)
    {
        if (other.isEmpty() || other != mark)
            return false;
        repeats = std::min(repeats + 1, mostRepeats + 1);
        return repeats <= mostRepeats;
    }
    /// For a poll of that mark, which is another one.
    PolledAnswer next(const QByteArray &other) const
    {
        return {.mark = other, .repeats = other == mark ? repeats : 0};
    }
};

/// What tells one POST from another. Without `t` none is known again.
struct PostMark {
    QByteArray mark;
    /// Of the content, should a client have too few values for `t`.
    std::size_t hash = 0;

    bool operator==(const PostMark &) const = default;
};

/// The marks of the last few requests before the present one. A connection that broke may be read
/// later than the one that came in its place, by another worker: what is found in it then has been
/// sent again and answered long ago, and must not be taken for the client's next request.
/// Engine.IO's clients write no `t` twice.
class FormerMarks
{
public:
    /// `content` is the hash of what the request carried.
    bool has(const QByteArray &mark, std::size_t content = 0) const
    {
        return std::find(m_marks.begin(), m_marks.end(), hashOf(mark, content)) != m_marks.end();
    }
    void add(const QByteArray &mark, std::size_t content = 0)
    {
        if (mark.isEmpty())
            return;
        if (m_marks.size() < mostKept)
            m_marks.push_back(hashOf(mark, content));
        else
            m_marks[std::exchange(m_oldest, (m_oldest + 1) % mostKept)] = hashOf(mark, content);
    }

private:
    static constexpr std::size_t mostKept = 8;
    static std::size_t hashOf(const QByteArray &mark, std::size_t content)
    {
        return qHash(QByteArrayView(mark), content);
    }

    std::vector<std::size_t> m_marks;
    std::size_t m_oldest = 0;
};

PostMark postMark(QByteArray mark, const std::vector<engineio::Packet> &packets);

} // namespace ct::server::front
