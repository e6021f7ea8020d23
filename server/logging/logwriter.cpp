// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/logging/logwriter.h"

#include <algorithm>
#include <csignal>
#include <unistd.h>
#include <utility>

namespace ct::server::logging {

namespace {

constexpr qsizetype bytesPerLine = 512;
/// A burst's buffer is given back.
constexpr qsizetype keptCapacity = 1'048'576;
/// How long lines gather behind others.
constexpr std::chrono::milliseconds gatherFor {5};

} // namespace

LogWriter::LogWriter(int queue)
    : m_queue(static_cast<quint64>(std::max(queue, 1))),
      m_complaints(STDERR_FILENO)
{
    start();
}

LogWriter::~LogWriter()
{
    stop();
}

void LogWriter::start()
{
    // The thread inherits the mask: the process's signals are for others, and a closed standard
    // output or a file size limit is an error of write(), not the end of the process.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([this] { run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

LogWriter::Channel LogWriter::add(std::unique_ptr<LogOutput> output, Notice notice)
{
    auto slot = std::make_unique<Slot>();
    slot->output = std::move(output);
    slot->notice = std::move(notice);
    const std::lock_guard lock(m_mutex);
    m_slots.push_back(std::move(slot));
    return Channel {m_slots.size() - 1};
}

void LogWriter::wake()
{
    if (!std::exchange(m_hasWork, true))
        m_wake.notify_one();
}

/// As wake(), for what shall not wait.
void LogWriter::hurry()
{
    wake();
    if (!std::exchange(m_isUrgent, true))
        m_urgent.notify_one();
}

void LogWriter::write(Channel channel, QByteArrayView line, Haste haste)
{
    const std::lock_guard lock(m_mutex);
    Batch &pending = m_slots[static_cast<std::size_t>(channel)]->pending;
    const auto mostBytes = static_cast<qsizetype>(m_queue) * bytesPerLine;
    const bool hasRoom = pending.count == 0
        || (pending.count < m_queue && pending.lines.size() + line.size() < mostBytes);
    if (m_isStopping || !hasRoom) {
        ++pending.dropped;
        ++m_counters.dropped;
    } else {
        pending.lines.append(line).append('\n');
        ++pending.count;
    }
    if (haste == Haste::AtOnce || pending.count > m_queue / 2)
        hurry();
    else
        wake();
}

void LogWriter::reopenAll()
{
    const std::lock_guard lock(m_mutex);
    m_mustReopen = true;
    hurry();
}

bool LogWriter::flush(std::chrono::milliseconds within)
{
    std::unique_lock lock(m_mutex);
    if (m_isStopping)
        return true;
    const quint64 mine = m_started + 1;
    hurry();
    return m_done.wait_for(lock, within, [this, mine] { return m_finished >= mine; });
}

void LogWriter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_wake.notify_one();
        m_urgent.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

LogWriter::Counters LogWriter::counters() const
{
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

std::optional<Error> LogWriter::fault() const
{
    const std::lock_guard lock(m_mutex);
    for (const auto &slot : m_slots) {
        if (slot->fault)
            return slot->fault;
    }
    return std::nullopt;
}

void LogWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_hasWork || m_isStopping; });
        if (!std::exchange(m_hasWork, false))
            return;
        m_isUrgent = false;
        ++m_started;
        writeAll(lock);
        m_finished = m_started;
        m_done.notify_all();
        m_urgent.wait_for(lock, gatherFor, [this] { return m_isUrgent || m_isStopping; });
    }
}

void LogWriter::writeAll(std::unique_lock<std::mutex> &lock)
{
    const bool mustReopen = std::exchange(m_mustReopen, false);
    // add() may lengthen the list while the lock is open.
    // NOLINTNEXTLINE(modernize-loop-convert)
    for (std::size_t at = 0; at < m_slots.size(); ++at) {
        Slot &slot = *m_slots[at];
        std::swap(slot.pending, slot.writing);
        lock.unlock();
        if (mustReopen)
            slot.output->reopen();
        const Status status = deliver(slot);
        report(slot, status);
        lock.lock();
        settle(slot, status);
    }
}

Status LogWriter::deliver(Slot &slot)
{
    const Batch &batch = slot.writing;
    if (batch.count == 0 && batch.dropped == 0)
        return {};
    if (slot.lost == 0 && batch.dropped == 0)
        return slot.output->append(batch.lines);
    QByteArray all;
    if (slot.lost > 0)
        all.append(slot.notice(slot.lost)).append('\n');
    all.append(batch.lines);
    if (batch.dropped > 0)
        all.append(slot.notice(batch.dropped)).append('\n');
    return slot.output->append(all);
}

/// One line at a fault's beginning and one at its end, on the standard error: the log itself is
/// what does not work. Called by the writer's thread, who alone changes `fault`.
void LogWriter::report(const Slot &slot, const Status &status)
{
    const bool isEmpty = slot.writing.count == 0 && slot.writing.dropped == 0;
    if (isEmpty || slot.fault.has_value() != status.has_value())
        return;
    const QString sentence
        = status ? slot.fault->message + QStringLiteral(" (over)") : status.error().message;
    // Nowhere is left to tell of a standard error that fails as well.
    const QByteArray line = "log: " + sentence.toUtf8() + '\n';
    static_cast<void>(m_complaints.append(line));
}

void LogWriter::settle(Slot &slot, const Status &status)
{
    Batch &batch = slot.writing;
    if (batch.count > 0 || batch.dropped > 0) {
        if (status) {
            slot.fault.reset();
            slot.lost = 0;
            m_counters.written += batch.count;
        } else {
            slot.fault = status.error();
            slot.lost += batch.count + batch.dropped;
            m_counters.dropped += batch.count;
            ++m_counters.failures;
        }
    }
    batch.count = 0;
    batch.dropped = 0;
    if (batch.lines.capacity() > keptCapacity)
        batch.lines = QByteArray();
    else
        batch.lines.resize(0);
}

} // namespace ct::server::logging
