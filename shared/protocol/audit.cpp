// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/audit.h"

#include "shared/protocol/jsonarray.h"
#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

QJsonObject toJson(const AuditItem &item)
{
    return FieldWriter::objectOf(item);
}

template<>
Result<AuditItem> fromJson<AuditItem>(const QJsonObject &object)
{
    return FieldReader::messageOf<AuditItem>(object);
}

QJsonObject toJson(const ChainedAuditItem &item)
{
    return FieldWriter::objectOf(item);
}

template<>
Result<ChainedAuditItem> fromJson<ChainedAuditItem>(const QJsonObject &object)
{
    return FieldReader::messageOf<ChainedAuditItem>(object);
}

QJsonObject toJson(const PurgedAudit &purged)
{
    return FieldWriter::objectOf(purged);
}

template<>
Result<PurgedAudit> fromJson<PurgedAudit>(const QJsonObject &object)
{
    return FieldReader::messageOf<PurgedAudit>(object);
}

QJsonObject toJson(const AuditPage &page)
{
    QJsonObject object {{"entries"_L1, toArray(page.entries)}};
    if (page.next)
        object.insert("next"_L1, *page.next);
    if (page.purged)
        object.insert("purged"_L1, toJson(*page.purged));
    return object;
}

template<>
Result<AuditPage> fromJson<AuditPage>(const QJsonObject &object)
{
    JsonReader reader(object);
    AuditPage page;
    page.entries = reader.messages<AuditItem>("entries"_L1);
    page.next = reader.optionalInteger("next"_L1);
    page.purged = reader.optionalMessage<PurgedAudit>("purged"_L1);
    return reader.finish(page);
}

QJsonObject toJson(const AuditVerdict &verdict)
{
    QJsonObject object {
        {"sound"_L1, verdict.sound}, {"checked"_L1, verdict.checked}, {"fault"_L1, verdict.fault}};
    if (verdict.purged)
        object.insert("purged"_L1, toJson(*verdict.purged));
    return object;
}

template<>
Result<AuditVerdict> fromJson<AuditVerdict>(const QJsonObject &object)
{
    JsonReader reader(object);
    AuditVerdict verdict;
    verdict.sound = reader.boolean("sound"_L1);
    verdict.checked = reader.integer("checked"_L1);
    verdict.fault = reader.text("fault"_L1);
    verdict.purged = reader.optionalMessage<PurgedAudit>("purged"_L1);
    return reader.finish(verdict);
}

} // namespace ct::protocol
