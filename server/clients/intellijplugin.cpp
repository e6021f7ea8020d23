// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/intellijplugin.h"

#include "server/clients/shorttext.h"
#include "server/clients/version.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <optional>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr qint64 biggestJar = 64LL << 20;
constexpr qint64 biggestXml = 1LL << 20;

/// The jars that an IDE loads a plugin's classes from.
bool isLibrary(const QString &name)
{
    static const QRegularExpression form(uR"(\A[^/]+/lib/[^/]+\.jar\z)"_s);
    return form.match(name).hasMatch();
}

/// The plugin.xml of a jar, if it has one.
Result<std::optional<QByteArray>> pluginXmlIn(
    const QByteArray &jar, const archive::ZipLimits &limits)
{
    archive::ZipReader reader(limits);
    if (Status opened = reader.openBytes(jar); !opened)
        return opened.error();
    while (true) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<QByteArray>();
        if (reader.name() != "META-INF/plugin.xml"_L1)
            continue;
        const auto xml = reader.content(biggestXml);
        if (!xml)
            return xml.error();
        return std::optional(*xml);
    }
}

/// The text behind a name; none for elements of no interest.
QString *textOf(QStringView element, PluginFacts &facts)
{
    if (element == "id"_L1)
        return &facts.id;
    if (element == "name"_L1)
        return &facts.title;
    return element == "version"_L1 ? &facts.version : nullptr;
}

void readRoot(QXmlStreamReader &xml, PluginFacts &facts)
{
    while (xml.readNextStartElement()) {
        if (QString *text = textOf(xml.name(), facts)) {
            *text = xml.readElementText().trimmed();
            continue;
        }
        if (xml.name() == "idea-version"_L1) {
            facts.sinceBuild = xml.attributes().value("since-build"_L1).toString();
            facts.untilBuild = xml.attributes().value("until-build"_L1).toString();
        }
        xml.skipCurrentElement();
    }
}

/// The plugin.xml of the present entry, if that is a jar that has one.
Result<std::optional<QByteArray>> pluginXmlBehind(
    archive::ZipReader &reader, const archive::ZipLimits &limits)
{
    if (!isLibrary(reader.name())) {
        if (Status passed = reader.read([](QByteArrayView) { return Status(); }); !passed)
            return passed.error();
        return std::optional<QByteArray>();
    }
    const auto jar = reader.content(biggestJar);
    if (!jar)
        return jar.error();
    return pluginXmlIn(*jar, limits);
}

/// Reads on to the plugin.xml.
Result<QByteArray> findPluginXml(archive::ZipReader &reader, const archive::ZipLimits &limits)
{
    while (true) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            return Error {ErrorCode::Corrupt, u"none of its jars has a META-INF/plugin.xml"_s};
        const auto found = pluginXmlBehind(reader, limits);
        if (!found)
            return found.error();
        if (*found)
            return **found;
    }
}

} // namespace

Result<PluginFacts> pluginFacts(const QByteArray &pluginXml)
{
    QXmlStreamReader xml(pluginXml);
    PluginFacts facts;
    if (!xml.readNextStartElement() || xml.name() != "idea-plugin"_L1)
        return Error {ErrorCode::Corrupt, u"its plugin.xml describes no plugin"_s};
    readRoot(xml, facts);
    if (xml.hasError())
        return Error {ErrorCode::Corrupt, u"its plugin.xml is damaged: "_s + xml.errorString()};
    if (facts.id.isEmpty())
        facts.id = facts.title;
    if (facts.id.isEmpty() || !isVersion(facts.version))
        return Error {ErrorCode::Corrupt, u"its plugin.xml lacks id or version"_s};
    for (QString *text : {&facts.id, &facts.title, &facts.sinceBuild, &facts.untilBuild})
        *text = shortText(*text);
    return facts;
}

Result<PluginFacts> readPlugin(const QString &file, const archive::ZipLimits &limits)
{
    archive::ZipReader reader(limits);
    if (Status opened = reader.openFile(file); !opened)
        return opened.error();
    const auto xml = findPluginXml(reader, limits);
    if (!xml)
        return xml.error();
    if (Status whole = reader.finish(); !whole)
        return whole.error();
    return pluginFacts(*xml);
}

QByteArray pluginFeed(const QList<FeedEntry> &entries)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"plugins"_s);
    for (const FeedEntry &entry : entries) {
        xml.writeStartElement(u"plugin"_s);
        xml.writeAttribute(u"id"_s, entry.plugin.id);
        xml.writeAttribute(u"url"_s, entry.url);
        xml.writeAttribute(u"version"_s, entry.plugin.version);
        xml.writeStartElement(u"idea-version"_s);
        if (!entry.plugin.sinceBuild.isEmpty())
            xml.writeAttribute(u"since-build"_s, entry.plugin.sinceBuild);
        if (!entry.plugin.untilBuild.isEmpty())
            xml.writeAttribute(u"until-build"_s, entry.plugin.untilBuild);
        xml.writeEndElement();
        xml.writeTextElement(u"name"_s, entry.plugin.title);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return text;
}

} // namespace ct::server::clients
