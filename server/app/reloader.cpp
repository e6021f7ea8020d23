// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/reloader.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::app {

namespace {

QString summaryOf(const QStringList &changed)
{
    if (changed.isEmpty())
        return u"Settings read again: none has changed"_s;
    return u"Settings read again, in force from now on: %1"_s.arg(changed.join(u", "_s));
}

} // namespace

protocol::ReloadAnswer answerOf(const ReloadReport &report)
{
    return {
        report.isDone,
        report.summary,
        report.renewed,
        report.changed,
        report.waiting,
        report.errors,
        report.warnings};
}

Reloader::Reloader(config::LoadedConfig inForce, Load load)
    : m_inForce(std::make_shared<const config::LoadedConfig>(std::move(inForce))),
      m_load(std::move(load))
{
    m_reader.setMaxThreadCount(1);
}

Reloader::~Reloader()
{
    m_reader.waitForDone();
}

void Reloader::add(const QString &name, Prepare prepare)
{
    m_parts.push_back({name, std::move(prepare)});
}

void Reloader::addOnMain(
    const QString &name, const std::function<void(const config::ServerConfig &)> &apply)
{
    add(name, [apply](const config::ServerConfig &config) -> Result<Apply> {
        return Apply([apply, config] { apply(config); });
    });
}

void Reloader::reload(Finished finished)
{
    if (!m_underWay.empty()) {
        m_waiting.push_back(std::move(finished));
        return;
    }
    m_underWay.push_back(std::move(finished));
    begin();
}

void Reloader::begin()
{
    m_reader.start([this, inForce = m_inForce] {
        QMetaObject::invokeMethod(
            this, [this, prepared = prepare(*inForce)] { finish(prepared); }, Qt::QueuedConnection);
    });
}

Reloader::Prepared Reloader::prepare(const config::LoadedConfig &inForce) const
{
    auto outcome = m_load(inForce);
    if (const auto *faults = std::get_if<config::ConfigFaults>(&outcome)) {
        const QString end = u"The settings are wrong, so nothing has changed"_s;
        return {nullptr, {}, {false, faults->sentences + QStringList {end}, faults->warnings, {}}};
    }
    auto &reloaded = std::get<config::ReloadedConfig>(outcome);
    Prepared prepared;
    ReloadReport &report = prepared.report;
    report = {true, reloaded.loaded.errors, reloaded.loaded.warnings, summaryOf(reloaded.changed)};
    report.changed = reloaded.changed;
    report.waiting = reloaded.waiting;
    for (const QString &name : std::as_const(reloaded.waiting))
        report.warnings.append(
            u"%1 has changed, which takes effect only when the server starts again"_s.arg(name));
    for (const Part &part : m_parts) {
        Result<Apply> step = part.prepare(reloaded.loaded.config);
        if (step) {
            prepared.steps.push_back(*std::move(step));
            report.renewed.append(part.name);
        } else {
            report.errors.append(u"%1 stays as it was: %2"_s.arg(part.name, step.error().message));
        }
    }
    prepared.loaded = std::make_shared<const config::LoadedConfig>(std::move(reloaded.loaded));
    return prepared;
}

void Reloader::finish(const Prepared &prepared)
{
    for (const Apply &step : prepared.steps)
        step();
    if (prepared.loaded)
        m_inForce = prepared.loaded;
    for (const Finished &finished : std::exchange(m_underWay, {})) {
        if (finished)
            finished(prepared.report);
    }
    m_underWay = std::exchange(m_waiting, {});
    if (!m_underWay.empty())
        begin();
}

} // namespace ct::server::app
