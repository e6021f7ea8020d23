// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/message.h"

#include <memory>

namespace ct::server::http {

struct ResponseLimits {
    qsizetype head = 32LL * 1024;
    int fields = 128;
    quint64 body = 16ULL * 1024 * 1024;
};

/// Reads the application's answers, one at a time, as bytes arrive. The application is ours and
/// trusted, yet what can't be read is never guessed: answers over the limits, interim answers (1xx)
/// and bytes behind an answer are failures. Not for answers to HEAD. Thread: its owner's.
class ResponseParser
{
public:
    enum class State { NeedMore, Done, Failed };

    explicit ResponseParser(ResponseLimits limits = {});
    ~ResponseParser();
    ResponseParser(ResponseParser &&) noexcept;
    ResponseParser &operator=(ResponseParser &&) noexcept;

    /// Takes all of `bytes`: what has arrived since the call before.
    State feed(QByteArrayView bytes);
    /// The connection has ended: Done when that was the answer's end, too.
    State finish();
    /// Once, after Done. Fields of the framing and of the connection are left out.
    Response takeResponse();
    /// Makes ready for the next answer.
    void reset();

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ct::server::http
