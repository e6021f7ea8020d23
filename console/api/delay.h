// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace ct::console::api {

/// Calls back once after a while; an interface, so that tests need not wait. Thread: main.
class Delay
{
public:
    Delay() = default;
    virtual ~Delay() = default;
    Delay(const Delay &) = delete;
    Delay &operator=(const Delay &) = delete;

    /// Instead of what was started before.
    virtual void start(std::chrono::milliseconds after, std::function<void()> due) = 0;
    virtual void stop() = 0;
};

/// By the event loop's own time.
class TimerDelay final : public Delay
{
public:
    TimerDelay()
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            // It may start another one.
            const auto due = std::exchange(m_due, {});
            due();
        });
    }

    void start(std::chrono::milliseconds after, std::function<void()> due) override
    {
        m_due = std::move(due);
        m_timer.start(after);
    }
    void stop() override { m_timer.stop(); }

private:
    QTimer m_timer;
    std::function<void()> m_due;
};

using DelayMaker = std::function<std::unique_ptr<Delay>()>;

} // namespace ct::console::api
