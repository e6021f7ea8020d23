// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// GET /version
struct Version {
    /// Always "codetogether-edge".
    QString product;
    /// Of the program.
    QString version;
    /// Of this API.
    QString api;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("product", self.product);
        fields("version", self.version);
        fields("api", self.api);
    }
};

/// One part of the server that is looked at.
struct HealthPart {
    /// store, logging, certificate, licence
    QString name;
    bool good = true;
    /// What is wrong, or what should be known; may be empty.
    QString detail {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("good", self.good);
        fields("detail", self.detail);
    }
};

/// GET /health
struct HealthDetail {
    /// ok, starting, draining
    QString status;
    qint64 pid = 0;
    std::chrono::seconds uptimeSeconds {0};
    QList<HealthPart> parts {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("status", self.status);
        fields("pid", self.pid);
        fields("uptimeSeconds", self.uptimeSeconds);
        fields("parts", self.parts);
    }
};

/// One of the six figures that everybody watches.
struct Metric {
    /// usersOnline, sessionsActive, sessionConnections, serverLag, sessionsHosted, clientDownloads
    QString name;
    /// In microseconds for serverLag, else a count.
    qint64 value = 0;
    /// Missing where there is none.
    std::optional<qint64> limit {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("value", self.value);
        fields("limit", self.limit);
    }
};

/// GET /overview
struct Overview {
    std::chrono::milliseconds atMs {0};
    QList<Metric> metrics;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("atMs", self.atMs);
        fields("metrics", self.metrics);
    }
};

/// The most that there were at once within some time.
struct UsagePoint {
    /// Its beginning, since 1970.
    std::chrono::milliseconds atMs {0};
    qint64 usersOnline = 0;
    qint64 usersInSessions = 0;
    qint64 sessions = 0;
    /// How many samples it is made of, and in how many of them the server ran.
    qint64 samples = 0;
    qint64 samplesRunning = 0;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("atMs", self.atMs);
        fields("usersOnline", self.usersOnline);
        fields("usersInSessions", self.usersInSessions);
        fields("sessions", self.sessions);
        fields("samples", self.samples);
        fields("samplesRunning", self.samplesRunning);
    }
};

/// GET /overview/history
struct UsageHistory {
    /// Of each point.
    std::chrono::milliseconds stepMs {0};
    /// The oldest first; times without a sample have none.
    QList<UsagePoint> points;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("stepMs", self.stepMs);
        fields("points", self.points);
    }
};

} // namespace ct::protocol::admin
