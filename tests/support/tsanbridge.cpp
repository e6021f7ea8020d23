// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ThreadSanitizer cannot see in Debian's Qt, which is not built for it: that a posted call
// begins after it was posted, a slot after its signal, a pool's task after it was started, and what
// waits for a thread or takes a lock after what let it go. Linked into the programs of the preset
// tsan only, where these definitions come before Qt's own and call them. Each edge is told of the
// one object it belongs to: two threads that merely both use Qt stay unordered, so that their races
// are found.

#include <QMutex>
#include <QObject>
#include <QReadWriteLock>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <functional>
#include <sanitizer/tsan_interface.h>

static_assert(QT_VERSION < QT_VERSION_CHECK(6, 7, 0), "slot objects look different from Qt 6.7 on");

namespace {

template<typename Function>
Function *next(const char *symbol)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, symbol));
}

/// What thread is told to have done, for whoever waits for its end.
void tellThread()
{
    __tsan_release(QThread::currentThread());
}

/// A slot that begins after `from` was released.
class OrderedSlot final : public QtPrivate::QSlotObjectBase
{
public:
    OrderedSlot(QSlotObjectBase *inner, const void *from)
        : QSlotObjectBase(&run),
          m_inner(inner),
          m_from(from != nullptr ? from : this)
    {
        __tsan_release(this);
    }

private:
    static void run(
        int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *result)
    {
        __tsan_acquire(self);
        auto *slot = static_cast<OrderedSlot *>(self);
        void *from = const_cast<void *>(slot->m_from);
        switch (which) {
        case Destroy:
            slot->m_inner->destroyIfLastRef();
            delete slot;
            break;
        case Call:
            __tsan_acquire(from);
            slot->m_inner->call(receiver, arguments);
            __tsan_release(self);
            tellThread();
            break;
        case Compare:
            *result = slot->m_inner->compare(arguments);
            break;
        default:
            break;
        }
    }

    QSlotObjectBase *m_inner;
    const void *m_from;
};

/// A pool's task that begins after it was started.
class OrderedTask final : public QRunnable
{
public:
    OrderedTask(QThreadPool &pool, std::function<void()> task)
        : m_pool(pool),
          m_task(std::move(task))
    {
        __tsan_release(this);
    }

    void run() override
    {
        __tsan_acquire(this);
        m_task();
        m_task = nullptr;
        __tsan_release(&m_pool);
    }

private:
    QThreadPool &m_pool;
    std::function<void()> m_task;
};

} // namespace

bool QMetaObject::invokeMethodImpl(
    QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static auto *const real
        = next<decltype(invokeMethodImpl)>("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivat"
                                           "e15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *ordered = new OrderedSlot(slot, nullptr);
    if (type != Qt::BlockingQueuedConnection)
        return real(object, ordered, type, result);
    ordered->ref();
    const bool done = real(object, ordered, type, result);
    __tsan_acquire(ordered);
    ordered->destroyIfLastRef();
    return done;
}

QMetaObject::Connection QObject::connectImpl(
    const QObject *sender,
    void **signal,
    const QObject *receiver,
    void **slotPointer,
    QtPrivate::QSlotObjectBase *slot,
    Qt::ConnectionType type,
    const int *types,
    const QMetaObject *senderMetaObject)
{
    static auto *const real = next<decltype(connectImpl)>(
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_"
        "PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
    return real(
        sender,
        signal,
        receiver,
        slotPointer,
        new OrderedSlot(slot, sender),
        type,
        types,
        senderMetaObject);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    using Activate = void(QObject *, const QMetaObject *, int, void **);
    static auto *const real = next<Activate>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    __tsan_release(sender);
    real(sender, meta, signal, arguments);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Wait = bool(QThread *, QDeadlineTimer);
    static auto *const real = next<Wait>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    if (ended)
        __tsan_acquire(this);
    return ended;
}

void QThreadPool::start(std::function<void()> task, int priority)
{
    start(new OrderedTask(*this, std::move(task)), priority);
}

bool QThreadPool::waitForDone(int patience)
{
    using Wait = bool(QThreadPool *, int);
    static auto *const real = next<Wait>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, patience);
    __tsan_acquire(this);
    return done;
}

void QBasicMutex::lockInternal()
{
    using Lock = void(QBasicMutex *);
    static auto *const real = next<Lock>("_ZN11QBasicMutex12lockInternalEv");
    real(this);
    __tsan_acquire(this);
}

void QBasicMutex::unlockInternal() noexcept
{
    using Unlock = void(QBasicMutex *);
    static auto *const real = next<Unlock>("_ZN11QBasicMutex14unlockInternalEv");
    __tsan_release(this);
    real(this);
}

void QReadWriteLock::lockForRead()
{
    using Lock = void(QReadWriteLock *);
    static auto *const real = next<Lock>("_ZN14QReadWriteLock11lockForReadEv");
    real(this);
    __tsan_acquire(this);
}

void QReadWriteLock::lockForWrite()
{
    using Lock = void(QReadWriteLock *);
    static auto *const real = next<Lock>("_ZN14QReadWriteLock12lockForWriteEv");
    real(this);
    __tsan_acquire(this);
}

void QReadWriteLock::unlock()
{
    using Unlock = void(QReadWriteLock *);
    static auto *const real = next<Unlock>("_ZN14QReadWriteLock6unlockEv");
    __tsan_release(this);
    real(this);
}
