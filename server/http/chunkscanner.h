// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/http/requestparser.h"

namespace ct::server::http {

/// What stands between the data of two chunks, or behind the last: measured and checked more
/// strictly than Beast does it, and bounded, before Beast sees it.
struct ChunkHead {
    /// HeadDone, NeedMore or Refused.
    ParseState state = ParseState::NeedMore;
    /// After HeadDone: its bytes, trailers included when it is the last chunk's.
    qsizetype size = 0;
    /// After Refused.
    Refusal refusal;
};

/// `bytes` begins at the chunk's head, or, unless it is the first, at the line end of the data
/// before. Thread: any.
ChunkHead scanChunkHead(QByteArrayView bytes, bool isFirst);

} // namespace ct::server::http
