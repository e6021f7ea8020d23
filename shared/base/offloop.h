// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ct {

/// Lets work be done on threads of its own and its answer come back to the caller's. What is to be
/// done with an answer, and all that holds on to, never leaves the caller's thread. Owner and
/// thread: whoever made it; its end waits for what runs, and what waits is dropped.
class OffLoop
{
public:
    /// `atOnce` is how many threads there may be.
    explicit OffLoop(int atOnce = 1);
    ~OffLoop();
    OffLoop(const OffLoop &) = delete;
    OffLoop &operator=(const OffLoop &) = delete;

    /// How much has been asked for and not been answered yet.
    std::size_t pending() const { return m_waiting.size(); }

    /// `done` gets the answer of `work`, which runs elsewhere and holds only what may be used
    /// there.
    template<typename T>
    void run(std::function<T()> work, std::function<void(const T &)> done)
    {
        auto answer = std::make_shared<std::optional<T>>();
        start(
            [answer, work = std::move(work)] { answer->emplace(work()); },
            [answer, done = std::move(done)] { done(**answer); });
    }

private:
    void start(std::function<void()> work, std::function<void()> done);
    void finish(quint64 number);

    std::unordered_map<quint64, std::function<void()>> m_waiting;
    quint64 m_last = 0;
    QThreadPool m_threads;
    /// Where answers arrive.
    QObject m_home;
};

} // namespace ct
