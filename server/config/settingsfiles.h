// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/config/settings.h"
#include "server/config/settingsfile.h"

namespace ct::server::config {

/// Where settings files are looked for. One that is named has to be there; of the others, the
/// first that exists is read.
struct FilePlaces {
    QString named;
    QStringList others;
};

/// A file read, or nothing (no path, no fault) where there is none.
struct ReadFile {
    QString path;
    FileSettings settings;
};

/// codetogether.config, by readExportFile(). Blocks on the file.
ReadFile readConfigFile(const FilePlaces &places);

/// edge.ini, by readIniFile(). Blocks on the file.
ReadFile readIniFile(const FilePlaces &places, const QList<Setting> &settings);

/// codetogether-ssl-settings.conf, by readTlsDirectives(). Blocks on the file.
ReadFile readSslSettingsFile(const FilePlaces &places);

/// `CT_CONFIG_FILE` and `CT_INI_FILE`, which say where the files are and so stand in none.
QStringList placeNames();

} // namespace ct::server::config
