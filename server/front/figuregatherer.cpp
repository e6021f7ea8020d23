// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/figuregatherer.h"

#include "server/front/worker.h"

#include <algorithm>
#include <utility>

namespace ct::server::front {

namespace {

constexpr std::chrono::milliseconds patience {1'000};

} // namespace

FigureGatherer::FigureGatherer(const FrontContext &context) : m_context(context)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &FigureGatherer::finish);
}

FigureGatherer::~FigureGatherer() = default;

void FigureGatherer::gather(Done done)
{
    m_waiting.push_back(std::move(done));
    if (m_deadline.isActive())
        return;
    m_sources.resize(m_context.workers.size());
    if (m_sources.empty())
        return finish();
    m_deadline.start(patience);
    for (std::size_t number = 0; number < m_sources.size(); ++number)
        ask(number);
}

void FigureGatherer::ask(std::size_t number)
{
    // One that owes an answer from before is stalled, and need not be asked twice.
    if (std::exchange(m_sources[number].isAsked, true))
        return;
    Worker *worker = m_context.workers[number];
    worker->post([this, worker, number] {
        QMetaObject::invokeMethod(
            this,
            [this, number, figures = worker->figures()] { take(number, figures); },
            Qt::QueuedConnection);
    });
}

void FigureGatherer::take(std::size_t number, WorkerFigures figures)
{
    if (number >= m_sources.size())
        return;
    m_sources[number] = {std::move(figures), false};
    const bool isComplete = std::none_of(
        m_sources.begin(), m_sources.end(), [](const Source &source) { return source.isAsked; });
    if (isComplete && m_deadline.isActive())
        finish();
}

void FigureGatherer::finish()
{
    m_deadline.stop();
    const FrontFigures figures = together();
    for (const Done &done : std::exchange(m_waiting, {}))
        done(figures);
}

FrontFigures FigureGatherer::together() const
{
    FrontFigures all;
    QSet<QString> connected;
    QSet<QString> seated;
    for (const Source &source : m_sources) {
        const WorkerFigures &one = source.last;
        all.sessions += one.sessions;
        all.participants += one.participants;
        all.connectedParticipants += one.connectedParticipants;
        connected += one.usersConnected;
        seated += one.usersSeated;
        all.relayed += one.relayed;
        all.links.polling += one.links.polling;
        all.links.webSocket += one.links.webSocket;
        all.links.rawSocket += one.links.rawSocket;
        all.loops.push_back(one.loop);
    }
    all.usersConnected = static_cast<int>(connected.size());
    all.usersSeated = static_cast<int>(seated.size());
    all.connections = m_context.ledger.counts();
    all.replayBytes = m_context.memory.used();
    return all;
}

} // namespace ct::server::front
