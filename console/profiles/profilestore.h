// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/profiles/profile.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QList>
#include <QObject>

#include <optional>

class QSettings;

namespace ct::console::profiles {

/// The profiles, kept in the settings of the person: a group for each, so that two programs that
/// change different profiles don't undo each other's work. What can't be read (somebody has edited
/// the file) is left out and left alone. Thread: main.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the store.
    ProfileStore(QSettings &settings, RandomSource &random);

    /// By their names, as people of this language sort them.
    QList<Profile> profiles() const;
    std::optional<Profile> profile(const QString &id) const;

    /// Keeps it in place of the one of the same id; without an id, as a new one. The profile as
    /// it is kept. InvalidInput for what can't be a profile, TooMany, and Unavailable where the
    /// settings can't be written.
    Result<Profile> keep(Profile profile);
    /// Its secrets are the caller's to forget.
    Status remove(const QString &id);

Q_SIGNALS:
    /// Something else is kept now.
    void changed();

private:
    Status write();

    QSettings &m_settings;
    RandomSource &m_random;
};

/// Why that is no profile; its sentence is for people.
Status checkProfile(const Profile &profile);

} // namespace ct::console::profiles
