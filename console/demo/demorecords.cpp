// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demorecords.h"

#include "shared/protocol/admin/certificate.h"
#include "shared/protocol/admin/logs.h"
#include "shared/protocol/admin/settings.h"
#include "shared/protocol/control.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;

constexpr int usualPage = 100;
const QString logName = u"server.log"_s;

wire::Configuration configuration()
{
    const auto row = [](const QString &name,
                        const QString &value,
                        const QString &source,
                        const QString &group,
                        const QString &help) {
        wire::SettingFacts facts;
        facts.name = name;
        facts.value = value;
        facts.source = source;
        facts.group = group;
        facts.help = help;
        return facts;
    };
    wire::Configuration all;
    all.settings
        = {row(u"CT_HTTP_PORT"_s, u"1080"_s, u"default"_s, u"network"_s, u"Port for HTTP"_s),
           row(u"CT_HTTPS_PORT"_s, u"1443"_s, u"default"_s, u"network"_s, u"Port for TLS"_s),
           row(u"CT_SERVER_URL"_s,
               u"https://edge.example.org"_s,
               u"environment"_s,
               u"server"_s,
               u"Where people reach this server"_s),
           row(u"CT_PROMETHEUS_ENABLED"_s,
               u"true"_s,
               u"edge.ini"_s,
               u"metrics"_s,
               u"Serves /metrics"_s)};
    wire::SettingFacts key = row(
        u"OCT_JWT_PRIVATE_KEY"_s, u"********"_s, u"environment"_s, u"login"_s, u"Signs tokens"_s);
    key.secret = true;
    all.settings.append(key);
    return all;
}

wire::CertificateFacts certificate(std::chrono::milliseconds now)
{
    return {
        u"CN=edge.example.org"_s,
        u"CN=Example Works CA"_s,
        {u"edge.example.org"_s},
        now - std::chrono::days(30),
        now + std::chrono::days(335),
        u"5D:0C:7E:41:90:AB:2F:63:1B:D4:88:0E:F7:6A:35:C9:12:EE:54:07:B8:9D:40:61:A3:FC:2E:76:1F:85:D0:4B"_s,
        false,
        {}};
}

} // namespace

DemoAudit::DemoAudit(const Clock &clock) : m_clock(clock)
{
    using std::chrono_literals::operator""min;
    // What an administrator and a few people may have done today.
    const auto before = [this](
                            std::chrono::minutes ago,
                            const QString &kind,
                            const QString &actor,
                            const QString &subject,
                            const QString &detail = {}) {
        addAt(demoTime(m_clock) - ago, kind, actor, subject, detail);
    };
    before(412min, u"server.started"_s, {}, {}, u"0.1.0"_s);
    before(395min, u"credentials.set"_s, u"ctuser"_s, u"dashboard"_s, u"user ctuser → demo"_s);
    before(390min, u"admin.licence.install"_s, u"demo"_s, u"licence"_s, u"none → Example Works"_s);
    before(211min, u"session.created"_s, u"Ada Moreno"_s, u"k3Vb9sQx01Ta"_s);
    before(134min, u"session.ended"_s, u"Ada Moreno"_s, u"k3Vb9sQx01Ta"_s, u"the host left"_s);
    before(58min, u"login.locked"_s, {}, u"dashboard"_s, u"for 60 s"_s);
    before(12min, u"admin.certificate.reload"_s, u"demo"_s, u"certificate"_s);
}

void DemoAudit::add(
    const QString &kind, const QString &actor, const QString &subject, const QString &detail)
{
    addAt(demoTime(m_clock), kind, actor, subject, detail);
}

void DemoAudit::addAt(
    std::chrono::milliseconds at,
    const QString &kind,
    const QString &actor,
    const QString &subject,
    const QString &detail)
{
    const qint64 entry = m_entries.isEmpty() ? 1 : m_entries.constFirst().entry + 1;
    const QString address = actor.isEmpty() ? QString() : u"192.0.2.7"_s;
    m_entries.prepend({entry, at, kind, actor, address, subject, detail});
}

DemoRecords::DemoRecords(DemoTable &table, const DemoGround &ground) : m_ground(ground)
{
    bindAudit(table);
    bindLogs(table);
    bindSettings(table);
}

void DemoRecords::bindAudit(DemoTable &table)
{
    table.bind(
        "listAudit", [this](const DemoCall &call) { return objectAnswer(toJson(audit(call))); });
    table.bind("exportAudit", [this](const DemoCall &call) { return exported(call); });
    table.bind("verifyAudit", [this](const DemoCall &) {
        return objectAnswer(
            toJson(protocol::AuditVerdict {true, m_ground.audit.entries().size(), {}}));
    });
}

protocol::AuditPage DemoRecords::audit(const DemoCall &call) const
{
    const int limit = call.text(u"limit"_s).isEmpty() ? usualPage : call.text(u"limit"_s).toInt();
    const qint64 before = call.text(u"before"_s).toLongLong();
    const auto fits = [&call](const QString &parameter, const QString &text) {
        const QString wanted = call.text(parameter);
        return wanted.isEmpty() || text == wanted || text.startsWith(wanted + u'.');
    };
    protocol::AuditPage page;
    for (const protocol::AuditItem &item : m_ground.audit.entries()) {
        if ((before > 0 && item.entry >= before) || !fits(u"kind"_s, item.kind)
            || !fits(u"actor"_s, item.actor) || !fits(u"subject"_s, item.subject))
            continue;
        if (page.entries.size() == limit) {
            page.next = page.entries.constLast().entry;
            break;
        }
        page.entries.append(item);
    }
    return page;
}

DemoAnswer DemoRecords::exported(const DemoCall &call) const
{
    const bool isCsv = call.text(u"format"_s) == "csv"_L1;
    QByteArray text = isCsv ? "entry,at,kind,actor,address,subject,detail\r\n" : "";
    for (const protocol::AuditItem &item : audit(call).entries) {
        const QStringList fields {
            QString::number(item.entry),
            QString::number(item.at.count()),
            item.kind,
            item.actor,
            item.address,
            item.subject,
            item.detail};
        const QByteArray line
            = isCsv ? fields.join(u',').toUtf8() : protocol::toBytes(toJson(item));
        text += line + (isCsv ? "\r\n" : "\n");
    }
    return {200, text, isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson"};
}

QString DemoRecords::log() const
{
    QStringList lines;
    for (const protocol::AuditItem &item : m_ground.audit.entries()) {
        const QString time = QDateTime::fromMSecsSinceEpoch(item.at.count())
                                 .toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s);
        lines.prepend(u"%1 root INFO %2 %3\n"_s.arg(time, item.kind, item.subject));
    }
    return lines.join(QString());
}

void DemoRecords::bindLogs(DemoTable &table)
{
    table.bind("listLogs", [this](const DemoCall &) {
        const qint64 size = log().toUtf8().size();
        return messageAnswer(wire::LogFiles {{{logName, size, demoTime(m_ground.clock)}}});
    });
    table.bind("readLog", [this](const DemoCall &call) {
        const QByteArray all = log().toUtf8();
        const qint64 asked = call.text(u"from"_s).toLongLong();
        const qint64 from = asked <= all.size() ? asked : 0;
        const QString text = QString::fromUtf8(all.sliced(from));
        return messageAnswer(
            wire::LogLines {text.split(u'\n', Qt::SkipEmptyParts), from, qint64 {all.size()}});
    });
    table.bind("downloadLog", [this](const DemoCall &) {
        return DemoAnswer {200, log().toUtf8(), "text/plain; charset=utf-8"};
    });
}

void DemoRecords::bindSettings(DemoTable &table)
{
    table.bind("getConfiguration", [](const DemoCall &) { return messageAnswer(configuration()); });
    const auto reload = [this](const DemoCall &) {
        m_ground.audit.add(u"admin.reload"_s, u"demo"_s, u"server"_s);
        protocol::ReloadAnswer answer;
        answer.done = true;
        answer.summary = u"Settings read again: nothing has changed"_s;
        return objectAnswer(toJson(answer));
    };
    table.bind("reloadConfiguration", reload);
    const auto facts = [this](const DemoCall &) {
        return messageAnswer(certificate(demoTime(m_ground.clock)));
    };
    table.bind("getCertificate", facts);
    table.bind("reloadCertificate", facts);
}

} // namespace ct::console::demo
