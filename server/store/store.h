// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/store/journal.h"
#include "server/store/storeconfig.h"
#include "shared/base/random.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace ct::server::store {

/// The embedded database and the one thread that speaks to it. Records are taken from any thread
/// and written in groups; nobody waits for the disk. While it fails, they wait in a bounded queue
/// and are written once it works again; what found the queue full is counted, and said by an audit
/// entry ("records.gap") before anything that came later. Owner and thread of construction, start,
/// ask() and destruction: main.
class Store
{
public:
    /// `say` is called from the store's thread; it and `clock` outlive the store.
    Store(const StoreConfig &config, const Clock &clock, RandomSource &random, Journal::Say say);
    /// Writes what waits, as far as the disk takes it.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Waits for the first try to open the database. Fails only when it must not be touched: a
    /// newer program has written it. Else the store is there, degraded or not.
    Status start();

    /// Ends what is being asked, before those go who asked. Thread: main.
    void settle();

    /// Thread: any.
    void append(Record record);

    using Kept = std::function<void(const Status &)>;
    /// As append(), for what stands or falls with its record: `done` is told, on the main thread,
    /// whether it has been written. If it has not, be it that the disk fails or that the database
    /// refuses it, it never will be. Thread: main.
    void keep(QObject *context, Record record, Kept done);

    /// Asks the database: `work` runs on the store's thread after everything appended before;
    /// `done` gets its answer on the main thread, unless `context` is gone by then.
    template<typename T>
    void ask(
        QObject *context,
        std::function<Result<T>(Database &)> work,
        std::function<void(const Result<T> &)> done)
    {
        enqueue([this,
                 context = QPointer<QObject>(context),
                 work = std::move(work),
                 done = std::move(done)](Database *database) {
            auto answer = std::make_shared<Result<T>>(
                database ? work(*database) : Result<T>(unavailable()));
            QMetaObject::invokeMethod(
                &m_home,
                [context, done, answer] {
                    if (context)
                        done(*answer);
                },
                Qt::QueuedConnection);
        });
    }

    /// As ask(), but waits for the answer: for the start, before any loop runs.
    template<typename T>
    Result<T> wait(std::function<Result<T>(Database &)> work)
    {
        const auto promise = std::make_shared<std::promise<Result<T>>>();
        enqueue([work = std::move(work), promise](Database *database) {
            promise->set_value(database ? work(*database) : Result<T>(unavailable()));
        });
        return promise->get_future().get();
    }

    struct Counters {
        quint64 written = 0;
        /// Found the queue full, or refused by the database.
        quint64 dropped = 0;
        /// Tries that the disk failed.
        quint64 failures = 0;
        quint64 waiting = 0;
    };
    /// Thread: any.
    Counters counters() const;
    /// Why records are not being written at present. Thread: any.
    std::optional<Error> fault() const;
    /// Waits until everything appended before is written or its first try has failed; false when
    /// that took longer. Thread: any but the store's.
    bool flush(std::chrono::milliseconds within = std::chrono::seconds(5));

private:
    using Question = std::function<void(Database *)>;
    using Receipt = std::function<void(const Status &)>;
    using Lock = std::unique_lock<std::mutex>;

    /// What was lost in a row.
    struct Gap {
        quint64 count = 0;
        WallTime from {};
        WallTime to {};
    };

    void enqueue(Question question);
    bool push(Record &&record, Receipt receipt);
    void settleBatch(
        const std::vector<Record> &batch, std::size_t own, const Journal::Written &written);
    void withdraw();
    void wake();
    void run();
    void waitForWork(Lock &lock);
    bool isDue() const;
    void open(Lock &lock);
    void writeWaiting(Lock &lock);
    bool writeBatch(Lock &lock);
    void putBack(std::vector<Record> batch, std::size_t settled, const std::optional<Gap> &gap);
    void answer(Lock &lock, std::deque<Question> questions, Database *database);
    void end(Lock &lock);
    void drop();
    Record gapRecord(const Gap &gap);
    void failed(Lock &lock, const Error &error);
    void worked(Lock &lock);
    static Error unavailable();

    const StoreConfig m_config;
    const Clock &m_clock;
    Journal::Say m_say;
    /// The store's thread only.
    Journal m_journal;
    /// Where answers arrive.
    QObject m_home;

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::deque<Record> m_records;
    /// Of all that wait, those being written included.
    qint64 m_bytes = 0;
    std::deque<Question> m_questions;
    /// Who waits for a record, by its sequence.
    std::map<qint64, Receipt> m_receipts;
    std::optional<Gap> m_gap;
    std::optional<Error> m_fault;
    Counters m_counters;
    qint64 m_nextSequence = 1;
    quint64 m_started = 0;
    quint64 m_finished = 0;
    Instant m_nextTry {};
    std::chrono::milliseconds m_retry {0};
    bool m_isOpen = false;
    bool m_hasTried = false;
    bool m_hasWork = false;
    bool m_isStopping = false;

    std::thread m_thread;
};

} // namespace ct::server::store
