// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

#include <QList>
#include <QString>

namespace ct::protocol {

/// Something that somebody may have to answer for.
struct AuditItem {
    /// Ever growing.
    qint64 entry = 0;
    /// Since 1970.
    std::chrono::milliseconds at {0};
    QString kind;
    QString actor;
    QString address;
    QString subject;
    QString detail;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("entry", self.entry);
        fields("at", self.at);
        fields("kind", self.kind);
        fields("actor", self.actor);
        fields("address", self.address);
        fields("subject", self.subject);
        fields("detail", self.detail);
    }
};

QJsonObject toJson(const AuditItem &item);
template<>
Result<AuditItem> fromJson<AuditItem>(const QJsonObject &object);

/// The same with its place in the chain, as receivers outside get it.
struct ChainedAuditItem {
    AuditItem item;
    /// Which run of the server, and which of its records.
    QString run;
    qint64 sequence = 0;
    /// Over the hash of the entry before and this one's fields.
    QString hash;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        AuditItem::describe(fields, self.item);
        fields("run", self.run);
        fields("sequence", self.sequence);
        fields("hash", self.hash);
    }
};

QJsonObject toJson(const ChainedAuditItem &item);
template<>
Result<ChainedAuditItem> fromJson<ChainedAuditItem>(const QJsonObject &object);

/// What retention has taken.
struct PurgedAudit {
    /// The chain begins behind that entry.
    qint64 upTo = 0;
    /// How many went, by all purges together.
    qint64 entries = 0;
    /// When the last ones did, since 1970.
    std::chrono::milliseconds at {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("upTo", self.upTo);
        fields("entries", self.entries);
        fields("at", self.at);
    }
};

QJsonObject toJson(const PurgedAudit &purged);
template<>
Result<PurgedAudit> fromJson<PurgedAudit>(const QJsonObject &object);

/// GET /audit?kind=&actor=&subject=&since=&until=&before=&limit=
struct AuditPage {
    /// The newest first.
    QList<AuditItem> entries;
    /// What to send as `before` for those that follow; missing when there are none.
    std::optional<qint64> next {};
    /// Missing as long as nothing was.
    std::optional<PurgedAudit> purged {};
};

QJsonObject toJson(const AuditPage &page);
template<>
Result<AuditPage> fromJson<AuditPage>(const QJsonObject &object);

/// GET /audit/verify
struct AuditVerdict {
    /// Every entry fits the one before, and the last is the last.
    bool sound = false;
    qint64 checked = 0;
    /// What is wrong, in a sentence.
    QString fault;
    /// Missing as long as nothing was.
    std::optional<PurgedAudit> purged {};
};

QJsonObject toJson(const AuditVerdict &verdict);
template<>
Result<AuditVerdict> fromJson<AuditVerdict>(const QJsonObject &object);

} // namespace ct::protocol
