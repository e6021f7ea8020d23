// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// A setting in force.
struct SettingFacts {
    /// Of the variable.
    QString name;
    /// A secret's is masked; empty when there is none.
    QString value;
    /// default, environment, flag, file, or the name of a settings file.
    QString source;
    /// "edge.ini, line 12", where it comes from a file.
    QString place;
    QString group;
    bool secret = false;
    /// A change counts at the next start only.
    bool needsRestart = false;
    QString help;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("value", self.value);
        fields("source", self.source);
        fields("place", self.place);
        fields("group", self.group);
        fields("secret", self.secret);
        fields("needsRestart", self.needsRestart);
        fields("help", self.help);
    }
};

/// GET /configuration
struct Configuration {
    QList<SettingFacts> settings;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("settings", self.settings);
    }
};

/// GET /integrations/metrics
struct MetricsIntegration {
    /// none, statsd, prometheus, both
    QString mode;
    /// Empty: nothing is sent.
    QString statsdHost;
    qint64 statsdPort = 0;
    /// UDP, TCP
    QString statsdProtocol;
    QString statsdPrefix;
    std::chrono::seconds statsdFlushSeconds {0};
    /// A scrape needs a token.
    bool prometheusToken = false;
    /// Who may scrape; empty: anybody.
    QString prometheusAllow;
    /// Packets of this run.
    qint64 statsdSent = 0;
    qint64 statsdFailed = 0;
    /// The settings have all of it: it can be changed there only.
    bool managedByEnvironment = false;
    /// The fields that the settings have, and the modes that they leave to choose from.
    QStringList managedFields {};
    QStringList modes {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("mode", self.mode);
        fields("statsdHost", self.statsdHost);
        fields("statsdPort", self.statsdPort);
        fields("statsdProtocol", self.statsdProtocol);
        fields("statsdPrefix", self.statsdPrefix);
        fields("statsdFlushSeconds", self.statsdFlushSeconds);
        fields("prometheusToken", self.prometheusToken);
        fields("prometheusAllow", self.prometheusAllow);
        fields("statsdSent", self.statsdSent);
        fields("statsdFailed", self.statsdFailed);
        fields("managedByEnvironment", self.managedByEnvironment);
        fields("managedFields", self.managedFields);
        fields("modes", self.modes);
    }
};

} // namespace ct::protocol::admin
