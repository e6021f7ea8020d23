// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demopackages.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

namespace wire = protocol::admin;
using protocol::FieldReader;

constexpr qint64 uploadLimit = 64LL << 20;
constexpr std::chrono::hours longestUpload {1};

wire::PackageFacts factsOf(const wire::NewUpload &upload)
{
    static const QRegularExpression form(uR"(\A(.+?)-?(\d+(?:\.\d+)+)?\.(?:vsix|zip)\z)"_s);
    const auto match = form.match(upload.file);
    wire::PackageFacts facts;
    facts.ide = upload.ide;
    facts.title = match.hasMatch() ? match.captured(1) : upload.file;
    facts.version = match.captured(2).isEmpty() ? u"1.0.0"_s : match.captured(2);
    facts.path = u"/clients/"_s + upload.ide + u'/' + upload.file;
    facts.size = upload.size;
    facts.file = upload.file;
    facts.configured = upload.ide == "vscode"_L1;
    return facts;
}

} // namespace

DemoPackages::DemoPackages(DemoTable &table, const DemoGround &ground) : m_ground(ground)
{
    constexpr qint64 size = 1'843'200;
    const auto now = demoTime(ground.clock);
    for (const auto &[ide, file, days] :
         {std::tuple {u"vscode"_s, u"codetogether-2024.1.0.vsix"_s, 9},
          std::tuple {u"intellij"_s, u"codetogether-2024.0.3.zip"_s, 41}}) {
        wire::PackageFacts facts = factsOf({ide, file, size});
        facts.title = u"CodeTogether"_s;
        facts.sha256 = QString(u'0').repeated(64);
        facts.changedMs = now - std::chrono::days(days);
        m_packages.append(facts);
    }
    table.bind("listPackages", [this](const DemoCall &) {
        return messageAnswer(wire::Packages {
            true,
            m_packages,
            {},
            {{u"vscode"_s, 244}, {u"intellij"_s, 67}, {u"eclipse"_s, 0}},
            uploadLimit});
    });
    table.bind("beginUpload", [this](const DemoCall &call) { return begin(call); });
    table.bind("sendPackage", [this](const DemoCall &call) { return take(call); });
    table.bind("removePackage", [this](const DemoCall &call) { return remove(call); });
}

bool DemoPackages::has(const QString &ide, const QString &file) const
{
    return std::any_of(m_packages.begin(), m_packages.end(), [&](const auto &package) {
        return package.ide == ide && package.file == file;
    });
}

DemoAnswer DemoPackages::begin(const DemoCall &call)
{
    const auto wanted = FieldReader::messageOf<wire::NewUpload>(call.body);
    if (!wanted)
        return problemAnswer(400, u"This is not what is expected here"_s, wanted.error().message);
    if (wanted->size > uploadLimit)
        return problemAnswer(413, u"This is too long"_s);
    if (has(wanted->ide, wanted->file))
        return problemAnswer(
            409,
            u"This can't be done at present"_s,
            u"There is a file %1 already: remove it first, or give this one another name"_s.arg(
                wanted->file));
    const QString id = QString::fromLatin1(randomId(m_ground.random));
    m_uploads.insert(id, *wanted);
    return messageAnswer(wire::Upload {id, demoTime(m_ground.clock) + longestUpload}, 201);
}

DemoAnswer DemoPackages::take(const DemoCall &call)
{
    const auto upload = m_uploads.constFind(call.arguments.constFirst());
    if (upload == m_uploads.cend())
        return problemAnswer(404, u"There is no such upload, or it has ended: begin a new one"_s);
    wire::PackageFacts facts = factsOf(*upload);
    facts.sha256 = QString::fromLatin1(call.digest);
    facts.changedMs = demoTime(m_ground.clock);
    m_uploads.erase(upload);
    m_packages.prepend(facts);
    m_ground.audit.add(
        u"admin.package.upload"_s,
        u"demo"_s,
        facts.ide + u'/' + *facts.file,
        u"%1 bytes"_s.arg(facts.size));
    return messageAnswer(facts, 201);
}

DemoAnswer DemoPackages::remove(const DemoCall &call)
{
    const QString &ide = call.arguments.constFirst();
    const QString &file = call.arguments.constLast();
    const auto isIt = [&](const wire::PackageFacts &package) {
        return package.ide == ide && package.file == file;
    };
    if (m_packages.removeIf(isIt) == 0)
        return problemAnswer(404, u"There is no such package"_s);
    m_ground.audit.add(u"admin.package.remove"_s, u"demo"_s, ide + u'/' + file);
    return nothingAnswer();
}

} // namespace ct::console::demo
