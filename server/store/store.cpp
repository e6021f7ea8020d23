// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/store/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::store {

namespace {

/// Records of one transaction.
constexpr std::size_t batchSize = 500;
/// What a record costs besides its texts.
constexpr qint64 recordCost = 200;

qint64 sizeOf(const Record &record)
{
    qint64 letters = 0;
    for (const Statement &statement : record.statements + record.afterAudit) {
        for (const QVariant &value : statement.values)
            letters += value.typeId() == QMetaType::QString ? value.toString().size() : 8;
    }
    if (const auto &entry = record.audit)
        letters += entry->kind.size() + entry->actor.size() + entry->address.size()
            + entry->subject.size() + entry->detail.size();
    return recordCost + letters * 2;
}

/// The store waits for the disk by the machine's clock, whatever the records' times are.
Instant machineNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

Store::Store(const StoreConfig &config, const Clock &clock, RandomSource &random, Journal::Say say)
    : m_config(config),
      m_clock(clock),
      m_say(std::move(say)),
      m_journal(config.file, QString::fromLatin1(randomId(random, 16)), clock, m_say)
{ }

Store::~Store()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

Error Store::unavailable()
{
    return {ErrorCode::Unavailable, u"the database does not work at present"_s};
}

Status Store::start()
{
    // The process's signals are for others, and a file size limit is an error of write().
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    m_thread = std::thread([this] { run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    Lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_hasTried; });
    if (m_fault && m_fault->code == ErrorCode::Conflict)
        return *m_fault;
    return {};
}

void Store::settle()
{
    flush();
    QCoreApplication::sendPostedEvents(&m_home);
}

void Store::wake()
{
    if (!std::exchange(m_hasWork, true))
        m_wake.notify_one();
}

bool Store::push(Record &&record, Receipt receipt)
{
    const qint64 size = sizeOf(record);
    const bool hasRoom = m_counters.waiting < static_cast<quint64>(m_config.queue)
        && m_bytes + size <= m_config.queueBytes;
    if (m_isStopping || !hasRoom)
        return false;
    record.sequence = m_nextSequence++;
    if (receipt)
        m_receipts.emplace(record.sequence, std::move(receipt));
    m_bytes += size;
    ++m_counters.waiting;
    m_records.push_back(std::move(record));
    wake();
    return true;
}

void Store::append(Record record)
{
    const std::lock_guard lock(m_mutex);
    if (!push(std::move(record), {}))
        drop();
}

void Store::keep(QObject *context, Record record, Kept done)
{
    const Receipt receipt
        = [this, context = QPointer<QObject>(context), done = std::move(done)](const Status &kept) {
              QMetaObject::invokeMethod(
                  &m_home,
                  [context, done, kept] {
                      if (context)
                          done(kept);
                  },
                  Qt::QueuedConnection);
          };
    const std::lock_guard lock(m_mutex);
    if (!push(std::move(record), receipt))
        receipt(unavailable());
}

void Store::drop()
{
    const WallTime now = m_clock.wallNow();
    ++m_counters.dropped;
    if (!m_gap)
        m_gap = Gap {0, now, now};
    ++m_gap->count;
    m_gap->to = now;
}

void Store::enqueue(Question question)
{
    const std::lock_guard lock(m_mutex);
    m_questions.push_back(std::move(question));
    wake();
}

Store::Counters Store::counters() const
{
    const std::lock_guard lock(m_mutex);
    return m_counters;
}

std::optional<Error> Store::fault() const
{
    const std::lock_guard lock(m_mutex);
    return m_fault;
}

bool Store::flush(std::chrono::milliseconds within)
{
    Lock lock(m_mutex);
    const quint64 mine = m_started + 1;
    wake();
    return m_done.wait_for(lock, within, [this, mine] { return m_finished >= mine; });
}

void Store::run()
{
    Lock lock(m_mutex);
    open(lock);
    m_hasTried = true;
    m_done.notify_all();
    bool isLast = false;
    while (!isLast) {
        waitForWork(lock);
        isLast = m_isStopping;
        m_hasWork = false;
        ++m_started;
        // What is asked while records are written may follow one that is not written yet.
        std::deque<Question> questions = std::exchange(m_questions, {});
        if (isLast || isDue()) {
            if (!m_isOpen)
                open(lock);
            if (m_isOpen)
                writeWaiting(lock);
        }
        if (m_fault)
            withdraw();
        answer(lock, std::move(questions), m_isOpen ? &m_journal.database() : nullptr);
        m_finished = m_started;
        m_done.notify_all();
    }
    end(lock);
}

void Store::waitForWork(Lock &lock)
{
    const auto isAwake = [this] {
        return m_hasWork || m_isStopping;
    };
    if (m_fault)
        m_wake.wait_until(lock, m_nextTry, isAwake);
    else
        m_wake.wait(lock, isAwake);
}

bool Store::isDue() const
{
    return !m_fault || machineNow() >= m_nextTry;
}

void Store::open(Lock &lock)
{
    lock.unlock();
    const Status opened = m_journal.open();
    lock.lock();
    m_isOpen = opened.has_value();
    if (!opened)
        failed(lock, opened.error());
    else if (m_records.empty())
        worked(lock);
}

void Store::writeWaiting(Lock &lock)
{
    // What comes meanwhile has its turn after the questions.
    std::size_t rounds = m_records.size() / batchSize + 1;
    while (rounds-- > 0 && (!m_records.empty() || m_gap)) {
        if (!writeBatch(lock))
            return;
    }
    if (!m_records.empty())
        m_hasWork = true;
}

bool Store::writeBatch(Lock &lock)
{
    std::vector<Record> batch;
    const auto gap = std::exchange(m_gap, std::nullopt);
    if (gap)
        batch.push_back(gapRecord(*gap));
    const auto count = static_cast<qsizetype>(std::min(m_records.size(), batchSize));
    std::move(m_records.begin(), m_records.begin() + count, std::back_inserter(batch));
    m_records.erase(m_records.begin(), m_records.begin() + count);
    lock.unlock();
    const Journal::Written written = m_journal.write(batch);
    lock.lock();
    settleBatch(batch, gap ? 1 : 0, written);
    if (written.fault) {
        putBack(std::move(batch), written.settled, gap);
        withdraw();
        failed(lock, *written.fault);
        return false;
    }
    worked(lock);
    return true;
}

/// The first `own` ones are the store's, and nobody has put them into the queue.
void Store::settleBatch(
    const std::vector<Record> &batch, std::size_t own, const Journal::Written &written)
{
    for (std::size_t at = 0; at < written.settled; ++at) {
        const auto refused = written.refused.find(at);
        const bool isKept = refused == written.refused.end();
        ++(isKept ? m_counters.written : m_counters.dropped);
        if (at >= own) {
            m_bytes -= sizeOf(batch[at]);
            --m_counters.waiting;
        }
        const auto receipt = m_receipts.extract(batch[at].sequence);
        if (!receipt.empty())
            receipt.mapped()(isKept ? Status() : Status(refused->second));
    }
}

/// Whoever waits for a record to be written is told that it will not be.
void Store::withdraw()
{
    if (m_receipts.empty())
        return;
    std::erase_if(m_records, [this](const Record &record) {
        const auto receipt = m_receipts.extract(record.sequence);
        if (receipt.empty())
            return false;
        m_bytes -= sizeOf(record);
        --m_counters.waiting;
        receipt.mapped()(unavailable());
        return true;
    });
}

void Store::putBack(std::vector<Record> batch, std::size_t settled, const std::optional<Gap> &gap)
{
    const bool isGapTold = gap && settled > 0;
    const auto first = batch.begin()
        + static_cast<std::ptrdiff_t>(gap ? std::max<std::size_t>(settled, 1) : settled);
    m_records.insert(
        m_records.begin(), std::make_move_iterator(first), std::make_move_iterator(batch.end()));
    if (!gap || isGapTold)
        return;
    const quint64 since = m_gap ? m_gap->count : 0;
    m_gap = Gap {gap->count + since, gap->from, m_gap ? m_gap->to : gap->to};
}

Record Store::gapRecord(const Gap &gap)
{
    AuditEntry entry;
    entry.at = m_clock.wallNow();
    entry.kind = u"records.gap"_s;
    entry.detail = u"%1 records were lost between %2 and %3 (ms since 1970), as the disk did not "
                   "take them"_s.arg(
                       QString::number(gap.count),
                       QString::number(milliseconds(gap.from)),
                       QString::number(milliseconds(gap.to)));
    Record record;
    record.audit = entry;
    record.sequence = m_nextSequence++;
    return record;
}

void Store::answer(Lock &lock, std::deque<Question> questions, Database *database)
{
    lock.unlock();
    for (; !questions.empty(); questions.pop_front())
        questions.front()(database);
    lock.lock();
}

void Store::failed(Lock &lock, const Error &error)
{
    const bool isNew = !m_fault;
    m_fault = error;
    ++m_counters.failures;
    m_retry = isNew ? m_config.firstRetry : std::min(m_retry * 2, m_config.longestRetry);
    m_nextTry = machineNow() + m_retry;
    // A connection that has seen a broken disk is not trusted to see a mended one.
    m_isOpen = false;
    lock.unlock();
    m_journal.close();
    if (isNew && error.code != ErrorCode::Conflict)
        m_say(u"Records can't be written; sessions go on and records wait: "_s + error.message);
    lock.lock();
}

void Store::worked(Lock &lock)
{
    if (!std::exchange(m_fault, std::nullopt))
        return;
    lock.unlock();
    m_say(u"Records are being written again"_s);
    lock.lock();
}

void Store::end(Lock &lock)
{
    answer(lock, std::exchange(m_questions, {}), nullptr);
    withdraw();
    const quint64 lost = m_counters.waiting;
    lock.unlock();
    m_journal.close();
    if (lost > 0)
        m_say(u"%1 records could not be written before the end"_s.arg(lost));
    lock.lock();
}

} // namespace ct::server::store
