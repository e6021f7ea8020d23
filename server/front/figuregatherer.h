// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/frontcontext.h"
#include "server/front/frontfigures.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace ct::server::front {

/// What one worker tells of itself.
struct WorkerFigures {
    int sessions = 0;
    int participants = 0;
    int connectedParticipants = 0;
    QSet<QString> usersConnected;
    QSet<QString> usersSeated;
    session::RelayCounts relayed;
    LinkFigures links;
    LoopFigures loop;
};

/// Asks the workers for their figures and puts them together. However many ask at once, each worker
/// is asked once; one that does not answer within a second counts as it was last, so that a stalled
/// loop can be seen instead of hiding all others. Owner: Front. Thread: main; outlives the workers'
/// loops.
class FigureGatherer final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const FrontFigures &)>;

    explicit FigureGatherer(const FrontContext &context);
    ~FigureGatherer() override;

    /// `done` is called once, later; at once when there are no workers.
    void gather(Done done);

private:
    struct Source {
        WorkerFigures last;
        /// Has been asked and has not answered yet.
        bool isAsked = false;
    };

    void ask(std::size_t number);
    void take(std::size_t number, WorkerFigures figures);
    void finish();
    FrontFigures together() const;

    const FrontContext &m_context;
    std::vector<Source> m_sources;
    std::vector<Done> m_waiting;
    QTimer m_deadline;
};

} // namespace ct::server::front
