// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/profiles/profilestore.h"

#include "console/api/serveraddress.h"
#include "console/profiles/profiletexts.h"

#include <QCollator>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::profiles {

namespace {

constexpr int idLength = 16;

QString keyOf(const QString &id, QLatin1StringView field = {})
{
    const QString group = u"profiles/"_s + id;
    return field.isEmpty() ? group : group + u'/' + field;
}

/// A comma that somebody has typed into the file makes a list of what is one text.
QString textOf(const QSettings &settings, const QString &key)
{
    return settings.value(key).toStringList().join(u", "_s);
}

std::optional<Profile> readProfile(const QSettings &settings, const QString &id)
{
    Profile profile;
    profile.id = id;
    profile.name = textOf(settings, keyOf(id, "name"_L1));
    profile.url = QUrl(textOf(settings, keyOf(id, "url"_L1)), QUrl::StrictMode);
    profile.user = textOf(settings, keyOf(id, "user"_L1));
    profile.certificateSha256
        = QByteArray::fromHex(textOf(settings, keyOf(id, "certificateSha256"_L1)).toLatin1());
    if (!checkProfile(profile))
        return std::nullopt;
    return profile;
}

QStringList storedIds(QSettings &settings)
{
    settings.beginGroup(u"profiles"_s);
    QStringList ids = settings.childGroups();
    settings.endGroup();
    return ids;
}

} // namespace

Status checkProfile(const Profile &profile)
{
    const auto invalid = [](const QString &sentence) {
        return Error {ErrorCode::InvalidInput, sentence};
    };
    if (profile.name.trimmed().isEmpty())
        return invalid(ProfileTexts::noName());
    if (profile.name.size() > longestName)
        return invalid(ProfileTexts::nameTooLong());
    if (profile.user.size() > longestUser)
        return invalid(ProfileTexts::userTooLong());
    const QString address = profile.url.toString(QUrl::FullyEncoded);
    if (address.size() > longestUrl || !api::serverAddress(address))
        return invalid(ProfileTexts::badAddress());
    if (!profile.certificateSha256.isEmpty() && profile.certificateSha256.size() != sha256Size)
        return invalid(ProfileTexts::badFingerprint());
    return {};
}

ProfileStore::ProfileStore(QSettings &settings, RandomSource &random)
    : m_settings(settings),
      m_random(random)
{ }

QList<Profile> ProfileStore::profiles() const
{
    QList<Profile> found;
    for (const QString &id : storedIds(m_settings)) {
        if (const auto one = readProfile(m_settings, id))
            found.append(*one);
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(found.begin(), found.end(), [&](const Profile &one, const Profile &other) {
        const int order = collator.compare(one.name, other.name);
        return order == 0 ? one.id < other.id : order < 0;
    });
    return found;
}

std::optional<Profile> ProfileStore::profile(const QString &id) const
{
    return readProfile(m_settings, id);
}

Result<Profile> ProfileStore::keep(Profile profile)
{
    profile.name = profile.name.trimmed();
    if (const Status checked = checkProfile(profile); !checked)
        return checked.error();
    profile.url = *api::serverAddress(profile.url.toString(QUrl::FullyEncoded));
    if (profile.id.isEmpty()) {
        if (storedIds(m_settings).size() >= mostProfiles)
            return Error {ErrorCode::TooMany, ProfileTexts::tooMany()};
        profile.id = QString::fromLatin1(randomId(m_random, idLength));
    }
    m_settings.setValue(keyOf(profile.id, "name"_L1), profile.name);
    m_settings.setValue(keyOf(profile.id, "url"_L1), profile.url.toString(QUrl::FullyEncoded));
    m_settings.setValue(keyOf(profile.id, "user"_L1), profile.user);
    m_settings.setValue(
        keyOf(profile.id, "certificateSha256"_L1),
        QString::fromLatin1(profile.certificateSha256.toHex()));
    if (const Status written = write(); !written)
        return written.error();
    return profile;
}

Status ProfileStore::remove(const QString &id)
{
    m_settings.remove(keyOf(id));
    return write();
}

Status ProfileStore::write()
{
    m_settings.sync();
    Q_EMIT changed();
    if (!m_settings.isWritable() || m_settings.status() == QSettings::AccessError)
        return Error {ErrorCode::Unavailable, ProfileTexts::notWritable()};
    return {};
}

} // namespace ct::console::profiles
