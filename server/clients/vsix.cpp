// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/vsix.h"

#include "server/archive/ziprewriter.h"
#include "server/clients/shorttext.h"
#include "server/clients/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <nlohmann/json.hpp>
#include <string>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto packageJsonName = "extension/package.json"_L1;
constexpr auto serverUrlSetting = "oct.serverUrl";
constexpr auto webClientSetting = "oct.webClientUrl";
constexpr qint64 biggestJson = 1LL << 20;

const Error notJson {ErrorCode::Corrupt, u"its package.json is no JSON object"_s};

/// The object that describes a setting; null when there is none.
Json *settingOf(Json &group, const char *name)
{
    if (!group.is_object() || !group.contains("properties"))
        return nullptr;
    Json &properties = group["properties"];
    if (!properties.is_object() || !properties.contains(name))
        return nullptr;
    Json &setting = properties[name];
    return setting.is_object() ? &setting : nullptr;
}

/// An extension's settings are one group or a list of them.
Json *settingIn(Json &extension, const char *name)
{
    if (!extension.contains("contributes"))
        return nullptr;
    Json &contributes = extension["contributes"];
    if (!contributes.is_object() || !contributes.contains("configuration"))
        return nullptr;
    Json &configuration = contributes["configuration"];
    if (!configuration.is_array())
        return settingOf(configuration, name);
    for (Json &group : configuration) {
        if (Json *setting = settingOf(group, name))
            return setting;
    }
    return nullptr;
}

/// Qt's reader goes first, as it bounds how deep things are nested.
Json parsed(const QByteArray &text)
{
    Json none(Json::value_t::discarded);
    if (!QJsonDocument::fromJson(text).isObject())
        return none;
    return Json::parse(text.begin(), text.end(), nullptr, false);
}

/// Names like `%displayName%` stand for texts of another file.
QString titleOf(const QJsonObject &extension)
{
    const QString title = extension.value("displayName"_L1).toString();
    return title.isEmpty() || title.startsWith(u'%') ? extension.value("name"_L1).toString()
                                                     : title;
}

} // namespace

Result<ExtensionFacts> extensionFacts(const QByteArray &packageJson)
{
    const QJsonObject extension = QJsonDocument::fromJson(packageJson).object();
    Json ordered = parsed(packageJson);
    if (extension.isEmpty() || !ordered.is_object())
        return notJson;
    ExtensionFacts facts;
    facts.title = shortText(titleOf(extension));
    facts.version = extension.value("version"_L1).toString();
    facts.hasServerUrl = settingIn(ordered, serverUrlSetting) != nullptr;
    if (!isVersion(facts.version))
        return Error {ErrorCode::Corrupt, u"its package.json names no version"_s};
    return facts;
}

Result<QByteArray> withServerUrl(const QByteArray &packageJson, const QString &serverUrl)
{
    Json extension = parsed(packageJson);
    if (!extension.is_object())
        return notJson;
    Json *setting = settingIn(extension, serverUrlSetting);
    if (!setting)
        return Error {ErrorCode::NotFound, u"it has no setting oct.serverUrl"_s};
    (*setting)["default"] = serverUrl.toStdString();
    // Elsewhere nobody knows the sessions here, but would learn their codes.
    if (Json *webClient = settingIn(extension, webClientSetting))
        (*webClient)["default"] = "";
    static constexpr int indentation = 2;
    // What is no UTF-8 is replaced; without that it would throw.
    const std::string text
        = extension.dump(indentation, ' ', false, Json::error_handler_t::replace) + '\n';
    return QByteArray::fromStdString(text);
}

Result<ExtensionFacts> readVsix(const QString &file, const archive::ZipLimits &limits)
{
    archive::ZipReader reader(limits);
    if (Status opened = reader.openFile(file); !opened)
        return opened.error();
    while (true) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            return Error {ErrorCode::Corrupt, u"it has no "_s + packageJsonName};
        if (reader.name() == packageJsonName)
            break;
        const Status passed = reader.read([](QByteArrayView) { return Status(); });
        if (!passed)
            return passed.error();
    }
    const auto json = reader.content(biggestJson);
    if (!json)
        return json.error();
    if (Status whole = reader.finish(); !whole)
        return whole.error();
    return extensionFacts(*json);
}

Status configureVsix(
    const QString &file, const archive::ZipLimits &limits, const QString &serverUrl, QIODevice &out)
{
    const archive::ZipChange change {
        packageJsonName, biggestJson, [&serverUrl](const QByteArray &json) {
            return withServerUrl(json, serverUrl);
        }};
    return archive::rewriteZip(file, limits, change, out);
}

} // namespace ct::server::clients
