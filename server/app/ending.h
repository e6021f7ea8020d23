// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/serverlog.h"

#include <QTimer>

namespace ct::server::app {

/// How the server ends, step by step: it drains (no new session, running ones live on to their
/// end), then tells everybody who is left, then the audit's receivers, then ends. Thread: main.
class Ending final : public QObject
{
    Q_OBJECT

public:
    struct Services {
        const Clock &clock;
        logging::ServerLog &log;
        /// How long running sessions may go on (CT_DRAIN_SECONDS); asked when draining begins.
        std::function<std::chrono::seconds()> patience;
        /// No new sessions from now on.
        std::function<void()> turnNewcomersAway;
        /// `answer` gets the number of sessions, now or later.
        std::function<void(const std::function<void(int sessions)> &answer)> countSessions;
        /// Ends all sessions, for that reason.
        std::function<void(const QString &reason)> endSessions;
        /// Answers every poll that is held.
        std::function<void()> releasePolls;
        /// What the present step still has to wait for: last words, then connections; 0: nothing.
        std::function<int()> remaining;
        /// Closes the doors, and the connections.
        std::function<void()> beginFarewell;
        /// Takes no more calls, and has the audit's last entries delivered; calls `done`, now or
        /// later.
        std::function<void(const std::function<void()> &done)> deliver;
    };

    explicit Ending(Services services);

    /// Drains; nothing new when the server is about to end already.
    void drain();
    /// Waits for no session any longer, but tells everybody.
    void stop();
    /// The next step, whichever that is: to drain, to stop, to wait for nothing at all.
    void goOn();
    /// The same, but past draining.
    void hurryOn();

    std::chrono::seconds patience() const { return m_services.patience(); }
    bool hasBegun() const { return m_step != Step::Running; }

Q_SIGNALS:
    /// There is no way back from here.
    void begun();
    /// Everything is said and delivered, or time is up. Once.
    void ended();

private:
    enum class Step { Running, Draining, LastWords, Farewell, Delivering, Ended };

    void lookForSessions();
    void deliverWhenSaid();
    void deliver();
    void finish();

    const Services m_services;
    Step m_step = Step::Running;
    Instant m_deadline {};
    /// Looks for sessions, then for words that are still to be said.
    QTimer m_timer;
};

} // namespace ct::server::app
