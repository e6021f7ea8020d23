// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/settingsfiles.h"

#include "server/config/exportfile.h"
#include "server/config/inifile.h"
#include "server/config/tlsdirectives.h"

#include <QFile>
#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

using Reader = std::function<FileSettings(const QString &path, const QByteArray &content)>;

ReadFile refused(const QString &path, const QString &why)
{
    return {path, {{}, {u"%1: %2"_s.arg(path, why)}, {}}};
}

/// A file that others may read isn't the place for passwords.
void warnOfOpenSecrets(ReadFile &read, const QList<Setting> &settings)
{
    const auto others = QFile::permissions(read.path) & QFileDevice::ReadOther;
    if (!others)
        return;
    for (const Setting &setting : settings) {
        if (setting.isSecret && read.settings.values.contains(setting.name))
            read.settings.warnings.append(
                u"%1 holds %2 and every user of this machine may read it: chmod 0640, or name a "
                "file with %3"_s.arg(read.path, setting.name, setting.fileVariable()));
    }
}

ReadFile readFile(const QString &path, const Reader &reader)
{
    // Anything else might block for ever, as a pipe does.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return refused(path, u"it is no file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(path, u"the file can't be read, "_s + file.errorString());
    const QByteArray content = file.read(longestSettingsFile + 1);
    if (content.size() > longestSettingsFile)
        return refused(path, u"expected a file of 1 MiB at most"_s);
    ReadFile read {path, reader(path, content)};
    warnOfOpenSecrets(read, allSettings());
    return read;
}

ReadFile readFirst(const FilePlaces &places, const Reader &reader)
{
    if (!places.named.isEmpty())
        return readFile(places.named, reader);
    for (const QString &path : places.others) {
        if (QFileInfo::exists(path))
            return readFile(path, reader);
    }
    return {};
}

} // namespace

ReadFile readConfigFile(const FilePlaces &places)
{
    return readFirst(places, readExportFile);
}

ReadFile readIniFile(const FilePlaces &places, const QList<Setting> &settings)
{
    return readFirst(places, [&](const QString &path, const QByteArray &content) {
        return readIniFile(path, content, settings);
    });
}

ReadFile readSslSettingsFile(const FilePlaces &places)
{
    return readFirst(places, readTlsDirectives);
}

QStringList placeNames()
{
    return {u"CT_CONFIG_FILE"_s, u"CT_INI_FILE"_s};
}

} // namespace ct::server::config
