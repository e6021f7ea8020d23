// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/metrics/serverfigures.h"

#include <QByteArray>

#include <memory>

namespace ct::server::metrics {

/// The server's figures in Prometheus' text format, version 0.0.4. Labels have few values, all
/// named here or by a loop: nothing that a client sends becomes one. Thread: main.
class PrometheusText
{
public:
    PrometheusText();
    ~PrometheusText();
    PrometheusText(const PrometheusText &) = delete;
    PrometheusText &operator=(const PrometheusText &) = delete;

    static QByteArray contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }
    QByteArray render(const ServerFigures &figures);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace ct::server::metrics
