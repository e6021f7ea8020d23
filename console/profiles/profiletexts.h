// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace ct::console::profiles {

/// What is wrong with a profile or a file of them, in the reader's language.
class ProfileTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProfileTexts)

public:
    static QString noName() { return tr("Give the profile a name."); }
    static QString nameTooLong() { return tr("The name is too long."); }
    static QString userTooLong() { return tr("The user's name is too long."); }
    static QString badAddress()
    {
        return tr("The address is not one of a server. It looks like https://edge.example.org.");
    }
    static QString badFingerprint() { return tr("The remembered certificate is damaged."); }
    static QString tooMany() { return tr("There are too many profiles."); }
    static QString notWritable() { return tr("The settings file can't be written."); }

    static QString fileTooLarge() { return tr("This file is too large for profiles."); }
    static QString noProfiles() { return tr("This file holds no profiles of this program."); }
    static QString newerVersion()
    {
        return tr("A newer version of this program has written this file.");
    }
    /// `fault` is one of the sentences above.
    static QString badEntry(qsizetype number, const QString &fault)
    {
        //: %1 is the number of an entry of a file, %2 a sentence that says what is wrong with it
        return tr("Nothing was imported. Entry %1: %2").arg(number).arg(fault);
    }
};

} // namespace ct::console::profiles
