// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/logoutput.h"
#include "server/logging/logstream.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ct::server::logging {

/// The one thread that writes logs, and the lines waiting for it. It owns the outputs. Nobody waits
/// for a disk: what a full queue or a failing output costs is counted, and said in the log itself
/// as soon as it can be ("N lines dropped"). A line is written at once, unless there are so many
/// of its kind that they may gather behind the first for a moment, so that they cost few calls.
/// Thread: any, but construction and destruction.
class LogWriter
{
public:
    enum class Channel : std::size_t {};
    /// Makes the line that tells of lost ones, without its line feed. Called by the writer's
    /// thread.
    using Notice = std::function<QByteArray(quint64 lost)>;

    struct Counters {
        quint64 written = 0;
        /// Lines lost, because the queue was full or the output failed.
        quint64 dropped = 0;
        /// Batches that an output refused.
        quint64 failures = 0;
    };

    /// Each channel keeps up to `queue` lines (and 512 bytes for each) for the writer.
    explicit LogWriter(int queue);
    /// As stop().
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    Channel add(std::unique_ptr<LogOutput> output, Notice notice);
    /// Whether a line may wait for a moment for those that follow it.
    enum class Haste { AtOnce, MayGather };
    /// One line without its line feed, already escaped. Never blocks on output.
    void write(Channel channel, QByteArrayView line, Haste haste = Haste::AtOnce);
    /// Opens all files anew (SIGHUP, SIGUSR1), before the next line.
    void reopenAll();
    /// Waits until what was written before is in the files; false when that took longer.
    bool flush(std::chrono::milliseconds within = std::chrono::seconds(2));
    /// Writes what waits and ends the thread; later lines are dropped.
    void stop();

    Counters counters() const;
    /// Why an output fails at present, for the health report.
    std::optional<Error> fault() const;

private:
    struct Batch {
        QByteArray lines;
        quint64 count = 0;
        /// Lines that found the queue full, after those above.
        quint64 dropped = 0;
    };
    struct Slot {
        // Guarded by m_mutex:
        Batch pending;
        std::optional<Error> fault;
        // The writer's thread only:
        std::unique_ptr<LogOutput> output;
        Notice notice;
        Batch writing;
        quint64 lost = 0;
    };

    void start();
    void run();
    void writeAll(std::unique_lock<std::mutex> &lock);
    Status deliver(Slot &slot);
    void settle(Slot &slot, const Status &status);
    void report(const Slot &slot, const Status &status);
    void wake();
    void hurry();

    const quint64 m_queue;
    LogStream m_complaints;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::condition_variable m_wake;
    /// Ends the gathering.
    std::condition_variable m_urgent;
    std::condition_variable m_done;
    Counters m_counters;
    quint64 m_started = 0;
    quint64 m_finished = 0;
    bool m_hasWork = false;
    bool m_isUrgent = false;
    bool m_mustReopen = false;
    bool m_isStopping = false;

    std::thread m_thread;
};

} // namespace ct::server::logging
