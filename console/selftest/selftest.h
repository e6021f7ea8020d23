// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/pagetable.h"

#include <QTimer>

namespace ct::console::selftest {

/// What came of one step.
struct StepResult {
    /// A page's name, or "connection".
    QString name;
    std::chrono::milliseconds took {0};
    /// Empty: it is well.
    QString fault;
};

/// Connects, then opens one page after the other as a person would, and looks at each until it
/// shows what the server has answered or says what is wrong; no step takes longer than the
/// patience. It presses no button, so nothing changes. Thread: main.
class SelfTest : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualPatience {20'000};

    /// `connection` is Offline, and has its secret; both must outlive the test.
    SelfTest(
        api::Connection &connection,
        const pages::PageServices &services,
        std::chrono::milliseconds patience = usualPatience);
    ~SelfTest() override;

    void start();
    const QList<StepResult> &results() const { return m_results; }

Q_SIGNALS:
    /// All steps have been made, or the first has failed.
    void finished();

private:
    void begin(const QString &name);
    void look();
    void end(const QString &fault);
    void openPage();
    /// Empty: it is well; nothing: that can't be said yet.
    std::optional<QString> verdict() const;
    std::optional<QString> connectionVerdict() const;
    QString certificateFault() const;

    api::Connection &m_connection;
    pages::PageServices m_services;
    std::chrono::milliseconds m_patience;
    QList<StepResult> m_results;
    QString m_step;
    Instant m_begun;
    std::unique_ptr<pages::Page> m_page;
    QTimer m_looks;
};

} // namespace ct::console::selftest
