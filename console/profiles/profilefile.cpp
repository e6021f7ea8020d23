// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/profilefile.h"

#include "console/api/serveraddress.h"
#include "console/profiles/profilestore.h"
#include "console/profiles/profiletexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::profiles {

namespace {

constexpr QLatin1StringView formatName = "codetogether-console-profiles"_L1;
constexpr int formatVersion = 1;

Result<Profile> profileOf(const QJsonObject &entry)
{
    Profile profile;
    profile.name = entry.value("name"_L1).toString().trimmed();
    profile.user = entry.value("user"_L1).toString();
    const QString address = entry.value("url"_L1).toString();
    // Before it is read as an address, which is no short work.
    const auto url = api::serverAddress(address.left(longestUrl + 1));
    if (url)
        profile.url = *url;
    if (const Status checked = checkProfile(profile); !checked)
        return checked.error();
    return profile;
}

} // namespace

QByteArray exportedProfiles(const QList<Profile> &profiles)
{
    QJsonArray entries;
    for (const Profile &profile : profiles)
        entries.append(QJsonObject {
            {"name"_L1, profile.name},
            {"url"_L1, profile.url.toString(QUrl::FullyEncoded)},
            {"user"_L1, profile.user}});
    return QJsonDocument(QJsonObject {
                             {"format"_L1, formatName},
                             {"version"_L1, formatVersion},
                             {"profiles"_L1, entries}})
        .toJson();
}

Result<QList<Profile>> importedProfiles(const QByteArray &document)
{
    if (document.size() > largestProfileFile)
        return Error {ErrorCode::TooLarge, ProfileTexts::fileTooLarge()};
    const QJsonObject root = QJsonDocument::fromJson(document).object();
    const int version = root.value("version"_L1).toInt();
    if (root.value("format"_L1) != formatName || version < 1
        || !root.value("profiles"_L1).isArray())
        return Error {ErrorCode::InvalidInput, ProfileTexts::noProfiles()};
    if (version > formatVersion)
        return Error {ErrorCode::InvalidInput, ProfileTexts::newerVersion()};
    const QJsonArray entries = root.value("profiles"_L1).toArray();
    if (entries.size() > mostProfiles)
        return Error {ErrorCode::TooMany, ProfileTexts::tooMany()};
    QList<Profile> profiles;
    for (const QJsonValue entry : entries) {
        const auto profile = profileOf(entry.toObject());
        if (!profile)
            return Error {
                profile.error().code,
                ProfileTexts::badEntry(profiles.size() + 1, profile.error().message)};
        profiles.append(*profile);
    }
    return profiles;
}

Result<ImportCount> addImported(ProfileStore &store, const QList<Profile> &imported)
{
    ImportCount count;
    QList<Profile> present = store.profiles();
    for (const Profile &profile : imported) {
        const bool isKnown
            = std::any_of(present.cbegin(), present.cend(), [&](const Profile &other) {
                  return other.url == profile.url && other.user == profile.user;
              });
        if (isKnown) {
            ++count.known;
            continue;
        }
        const auto kept = store.keep(profile);
        if (!kept)
            return kept.error();
        present.append(*kept);
        ++count.added;
    }
    return count;
}

} // namespace ct::console::profiles
