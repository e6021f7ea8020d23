// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/metricsoperations.h"

#include "server/admin/metricsfields.h"
#include "server/config/webvalues.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using metrics::MetricsConfig;

constexpr int mostTrials = 2;

/// For the audit.
QString sentenceOf(const MetricsConfig &config)
{
    QString mode = modeOf(config);
    if (config.statsdTarget.isEmpty())
        return mode;
    return u"%1 (%2 port %3, %4, prefix %5)"_s.arg(
        mode,
        config.statsdTarget,
        QString::number(config.statsdPort),
        protocolOf(config),
        config.statsdPrefix);
}

QByteArray hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex();
}

wire::MetricsTrial scrapeTrial(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const auto values = std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
        return !line.isEmpty() && !line.startsWith('#');
    });
    return {
        u"prometheus"_s,
        true,
        u"A scrape of /metrics gets %1 values"_s.arg(values),
        qint64 {values},
        {}};
}

} // namespace

MetricsOperations::MetricsOperations(OperationTable &table, Services services)
    : m_services(std::move(services))
{
    table.bind("getMetricsIntegration", [this](const Call &, const Done &done) { tell(done); });
    table.bind("setMetricsIntegration", [this](const Call &call, const Done &done) {
        change(call, done);
    });
    table.bind("testMetricsIntegration", [this](const Call &call, const Done &done) {
        trial(call, done);
    });
}

QStringList MetricsOperations::managedFields() const
{
    QStringList managed;
    for (const auto &[field, setting] : metricsFields) {
        if (m_services.isGiven(setting))
            managed.append(field);
    }
    if (modes().size() == 1)
        managed.prepend(u"mode"_s);
    return managed;
}

QStringList MetricsOperations::modes() const
{
    QStringList modes;
    for (const QString &mode : allModes()) {
        const bool fitsScrape = !m_services.isGiven("CT_PROMETHEUS_ENABLED"_L1)
            || hasPrometheus(mode) == m_services.inForce.prometheus;
        const bool fitsStatsd = !m_services.isGiven("CT_METRICS_STATSD_HOST"_L1)
            || hasStatsd(mode) == !m_services.inForce.statsdTarget.isEmpty();
        if (fitsScrape && fitsStatsd)
            modes.append(mode);
    }
    return modes;
}

wire::MetricsIntegration MetricsOperations::present(const metrics::StatsdFigures &figures) const
{
    const MetricsConfig &config = m_services.inForce;
    const QStringList managed = managedFields();
    return {
        modeOf(config),
        config.statsdHost,
        config.statsdPort,
        protocolOf(config),
        config.statsdPrefix,
        config.statsdFlush,
        needsToken(config),
        m_services.allowed(),
        static_cast<qint64>(figures.sent),
        static_cast<qint64>(figures.failed),
        managed.size() > std::ssize(metricsFields),
        managed,
        modes()};
}

QJsonObject MetricsOperations::versionObject() const
{
    QJsonObject object = protocol::FieldWriter::objectOf(present({}));
    // Another token is another version, though it is not shown.
    const MetricsConfig &config = m_services.inForce;
    object.insert(
        "token"_L1,
        QString::fromLatin1(hashOf(QString::fromLatin1(config.token)) + config.tokenHash));
    return object;
}

QByteArray MetricsOperations::version() const
{
    return entityTag(versionObject());
}

void MetricsOperations::tell(const Done &done) const
{
    m_services.gather([this, done](const metrics::ServerFigures &figures) {
        done(taggedAnswer(
            protocol::FieldWriter::objectOf(present(figures.statsd)), versionObject()));
    });
}

QList<wire::FieldFault> MetricsOperations::faultsOf(const wire::NewMetricsIntegration &wanted) const
{
    const MetricsConfig &config = m_services.inForce;
    const auto isManaged = [this](QLatin1StringView setting) {
        return m_services.isGiven(setting);
    };
    QList<wire::FieldFault> faults = managedFaults(wanted, config, isManaged);
    if (!modes().contains(wanted.mode))
        faults.append({u"mode"_s, u"The settings leave %1"_s.arg(modes().join(u", "_s))});
    for (const wire::FieldFault &fault : formFaults(wanted)) {
        // What the settings have is good there, and may not be changed anyway.
        if (!managedFields().contains(fault.field))
            faults.append(fault);
    }
    return faults;
}

store::KeptMetrics MetricsOperations::keptOf(const wire::NewMetricsIntegration &wanted) const
{
    store::KeptMetrics kept {
        hasPrometheus(wanted.mode),
        hasStatsd(wanted.mode),
        config::hostName(wanted.statsdHost).value_or(QString()),
        static_cast<int>(wanted.statsdPort),
        wanted.statsdProtocol,
        wanted.statsdPrefix,
        m_services.inForce.tokenHash};
    if (wanted.prometheusToken)
        kept.tokenHash
            = wanted.prometheusToken->isEmpty() ? QByteArray() : hashOf(*wanted.prometheusToken);
    return kept;
}

void MetricsOperations::change(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<wire::NewMetricsIntegration>(call, done);
    if (!wanted)
        return;
    if (const auto fault = preconditionFault(call, versionObject()))
        return done(*fault);
    if (const auto faults = faultsOf(*wanted); !faults.isEmpty())
        return done(fieldProblem(faults));
    if (std::exchange(m_isChanging, true))
        return done(changingAnswer());
    const store::KeptMetrics kept = keptOf(*wanted);
    QString detail
        = sentenceOf(m_services.inForce) + u" → "_s + sentenceOf(m_services.merged(kept));
    if (wanted->prometheusToken)
        detail += wanted->prometheusToken->isEmpty() ? u"; token removed"_s : u"; another token"_s;
    const auto finish = [this, done](const Answer &answer) {
        m_isChanging = false;
        done(answer);
    };
    m_services.ledger.before(
        this,
        store::metricsRecord(
            kept, m_services.ledger.entry(call, u"admin.metrics.change"_s, u"metrics"_s, detail)),
        finish,
        [this, kept, finish, done] {
            m_isChanging = false;
            m_services.apply(kept);
            tell(done);
        });
}

void MetricsOperations::trial(const Call &call, const Done &done)
{
    MetricsConfig config = m_services.inForce;
    if (!call.body.isEmpty()) {
        const auto wanted = takeMessage<wire::NewMetricsIntegration>(call, done);
        if (!wanted)
            return;
        if (const auto faults = faultsOf(*wanted); !faults.isEmpty())
            return done(fieldProblem(faults));
        config = m_services.merged(keptOf(*wanted));
    }
    if (m_trials >= mostTrials)
        return done(problemAnswer({ErrorCode::TooMany, u"Others are being tried already"_s}));
    ++m_trials;
    const auto finish = [this, done](const Answer &answer) {
        --m_trials;
        done(answer);
    };
    m_services.ledger.before(
        this,
        m_services.ledger.entry(call, u"admin.metrics.test"_s, u"metrics"_s, sentenceOf(config)),
        finish,
        [this, config, finish] { trialOf(config, finish); });
}

void MetricsOperations::trialOf(const MetricsConfig &config, const Done &done)
{
    if (!config.prometheus)
        return trialOfStatsd(config, {}, done);
    m_services.scrape([this, config, done](const QByteArray &text) {
        trialOfStatsd(config, {{scrapeTrial(text)}}, done);
    });
}

void MetricsOperations::trialOfStatsd(
    const MetricsConfig &config, const wire::MetricsTrials &before, const Done &done)
{
    if (config.statsdTarget.isEmpty())
        return done(answerOf(before));
    m_services.gather([this, config, before, done](const metrics::ServerFigures &figures) {
        const auto tried = [before, done](const metrics::StatsdTrial::Outcome &outcome) {
            wire::MetricsTrials all = before;
            all.trials.prepend(
                {u"statsd"_s, outcome.isGood, outcome.sentence, outcome.lines, outcome.took});
            done(answerOf(all));
        };
        metrics::StatsdTrial::begin(config, figures, this, tried);
    });
}

} // namespace ct::server::admin
