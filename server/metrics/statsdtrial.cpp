// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/metrics/statsdtrial.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::metrics {

namespace {

constexpr std::chrono::milliseconds lookEvery {50};
/// Whoever is not there says so within that time, if at all.
constexpr std::chrono::milliseconds refusedWithin {400};
constexpr std::chrono::milliseconds longest {5'000};

} // namespace

void StatsdTrial::begin(
    const MetricsConfig &config, const ServerFigures &figures, QObject *keeper, Done done)
{
    auto *trial = new StatsdTrial(config, figures, std::move(done));
    trial->setParent(keeper);
}

StatsdTrial::StatsdTrial(const MetricsConfig &config, const ServerFigures &figures, Done done)
    : m_config(config),
      m_done(std::move(done)),
      m_sender(config, [this](StatsdSender::News news, const QString &sentence) {
          if (news == StatsdSender::News::Bad)
              finish(false, sentence);
      })
{
    m_lines = static_cast<int>(
        statsdLines(config.statsdPrefix.toLatin1(), figures, statsdSums(figures)).size());
    m_elapsed.start();
    connect(&m_looks, &QTimer::timeout, this, &StatsdTrial::look);
    m_looks.start(lookEvery);
    m_sender.sendSample(figures);
}

void StatsdTrial::look()
{
    const std::chrono::milliseconds elapsed(m_elapsed.elapsed());
    if (m_sender.figures().sent > 0 && elapsed >= refusedWithin) {
        const bool isTcp = m_config.statsdProtocol == StatsdProtocol::Tcp;
        return finish(
            true,
            isTcp ? u"Connected, and one sample was sent"_s
                  : u"One sample was sent and not refused; UDP does not say whether it arrived"_s);
    }
    if (elapsed >= longest)
        finish(false, u"It did not answer within %1 s"_s.arg(longest.count() / 1'000));
}

void StatsdTrial::finish(bool isGood, const QString &sentence)
{
    const Done done = std::exchange(m_done, {});
    if (!done)
        return;
    m_looks.stop();
    // The sender may be amid its own call.
    deleteLater();
    done({isGood, sentence, m_lines, std::chrono::milliseconds(m_elapsed.elapsed())});
}

} // namespace ct::server::metrics
