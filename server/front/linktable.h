// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/enginelink.h"
#include "server/front/frontfigures.h"
#include "server/front/rawlink.h"

#include <map>
#include <memory>
#include <unordered_map>

namespace ct::server::front {

/// The participants' connections of one worker. Thread: the worker's.
class LinkTable
{
public:
    LinkTable(LinkContext &context, Worker &worker) : m_context(context), m_worker(worker) { }
    ~LinkTable();

    /// A fresh Engine.IO session; null when too many clients that were refused linger already.
    EngineLink *openEngine(LinkHandshake handshake);
    EngineLink *engine(const QByteArray &sid) const;
    void openRaw(LinkHandshake handshake, std::unique_ptr<WebSocketTransport> socket);

    /// Looks at those links for which something is due.
    void tick();
    /// How many still have something to say.
    int owing() const;
    /// Those that have a seat.
    LinkFigures figures() const;

private:
    void remove(const ParticipantLink &link);

    LinkContext &m_context;
    Worker &m_worker;
    std::map<QByteArray, std::unique_ptr<EngineLink>> m_engines;
    std::unordered_map<const ParticipantLink *, std::unique_ptr<RawLink>> m_raws;
};

} // namespace ct::server::front
