// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/loader.h"
#include "shared/base/result.h"
#include "shared/protocol/control.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

namespace ct::server::app {

/// What a reload came to, in sentences for log and operator.
struct ReloadReport {
    /// False: nothing has changed, for the reasons in `errors`.
    bool isDone = false;
    QStringList errors;
    QStringList warnings;
    QString summary;
    /// Names of the parts that were read or made anew.
    QStringList renewed = {};
    /// Names of settings whose new values count from now on, and of those that wait for a restart.
    QStringList changed = {};
    QStringList waiting = {};
};

/// As operators are answered.
protocol::ReloadAnswer answerOf(const ReloadReport &report);

/// Reads the settings again while the server runs, and hands them to the parts of it that can take
/// them. All or nothing where settings are wrong; a part that can't take good ones (a certificate
/// that can't be read) stays as it was and says so. What needs a restart is named. Thread: main;
/// files are read on a thread of its own.
class Reloader final : public QObject
{
    Q_OBJECT

public:
    /// Puts what was prepared into force. Thread: main.
    using Apply = std::function<void()>;
    /// Reads and checks whatever the new settings name, and may block, as it is not called on the
    /// main thread. The settings outlive it, but not what it returns.
    using Prepare = std::function<Result<Apply>(const config::ServerConfig &)>;
    using Load = std::function<std::variant<config::ReloadedConfig, config::ConfigFaults>(
        const config::LoadedConfig &inForce)>;
    using Finished = std::function<void(const ReloadReport &)>;

    Reloader(config::LoadedConfig inForce, Load load);
    /// Waits for a reload that is being prepared.
    ~Reloader() override;

    /// To be called before the first reload. `name` is for sentences: "The certificate".
    void add(const QString &name, Prepare prepare);
    /// For parts with nothing to read.
    void addOnMain(
        const QString &name, const std::function<void(const config::ServerConfig &)> &apply);

    /// `finished` is called later, on the main thread. While one reload is under way, further ones
    /// wait and are answered by one more.
    void reload(Finished finished);

    /// The settings in force.
    const config::LoadedConfig &inForce() const { return *m_inForce; }

private:
    struct Part {
        QString name;
        Prepare prepare;
    };
    /// Nothing loaded: the settings are wrong.
    struct Prepared {
        std::shared_ptr<const config::LoadedConfig> loaded;
        std::vector<Apply> steps;
        ReloadReport report;
    };

    void begin();
    Prepared prepare(const config::LoadedConfig &inForce) const;
    void finish(const Prepared &prepared);

    std::shared_ptr<const config::LoadedConfig> m_inForce;
    const Load m_load;
    std::vector<Part> m_parts;
    std::vector<Finished> m_underWay;
    std::vector<Finished> m_waiting;
    /// Last, as its thread uses all of the above.
    QThreadPool m_reader;
};

} // namespace ct::server::app
