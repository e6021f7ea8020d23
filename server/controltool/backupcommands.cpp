// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/backupcommands.h"

#include "server/config/loader.h"
#include "server/config/sysexits.h"
#include "server/controltool/backup.h"
#include "server/controltool/restore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <variant>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

namespace {

namespace exitcode = config::exitcode;

QStringList secretFiles(const config::LoadedConfig &loaded)
{
    QStringList files;
    for (const config::Given &given : loaded.given) {
        // "/run/keys by OCT_API_KEY_FILE"
        if (given.source == config::Source::SecretFile)
            files.append(given.place.section(u" by "_s, 0, -2));
    }
    files.sort();
    return files;
}

struct Outside {
    QStringList files;
    /// What is to be said where they can't be known.
    QString complaint {};
};

/// Files that the settings name, and those of the settings themselves, if not in the state folder.
Outside filesOutside(const Call &call, const QString &stateFolder)
{
    const auto outcome = config::load(
        QStringList {u"codetogether-edge"_s} + call.options.places, call.environment);
    if (const auto *faults = std::get_if<config::ConfigFaults>(&outcome))
        return {
            {},
            u"codetogether-ctl: The settings are wrong, so they and the files they name are not in the backup:\n%1\n"_s
                .arg(faults->sentences.join(u'\n'))};
    const auto &loaded = std::get<config::LoadedConfig>(outcome);
    const config::ServerConfig &config = loaded.config;
    const QStringList named {
        call.options.environmentFile,
        config.configFile,
        config.iniFile,
        config.sslSettingsFile,
        config.net.certificateFile,
        config.net.privateKeyFile,
        config.licence.file};
    QStringList files;
    for (const QString &file : named + secretFiles(loaded)) {
        const QString path = QDir::cleanPath(file);
        const bool isOutside = !file.isEmpty() && !path.startsWith(stateFolder + u'/');
        if (isOutside && QFileInfo(path).isFile() && !files.contains(path))
            files.append(path);
    }
    return {files};
}

/// Those where settings lie by themselves, or by the word of whoever calls; never by the backup's.
QStringList settingsFolders(const Call &call)
{
    QStringList folders {u"/etc/codetogether"_s, u"/opt/codetogether"_s};
    for (const QString &place : call.options.places) {
        if (!place.startsWith("--state-dir="_L1))
            folders.append(QFileInfo(place.section(u'=', 1)).absolutePath());
    }
    return folders;
}

Outcome backUpTo(const Call &call, const QStringList &further)
{
    const QString &target = further.constFirst();
    const auto folder = stateFolder(call.options, call.environment);
    if (!folder)
        return failed(folder.error());
    const QString state = QDir::cleanPath(QFileInfo(*folder).absoluteFilePath());
    const QString absolute = QFileInfo(target).absoluteFilePath();
    if (absolute == state || absolute.startsWith(state + u'/'))
        return fail(exitcode::usage, u"A backup does not belong into the state folder itself"_s);
    const Outside outside = filesOutside(call, state);
    const auto report = backUp(lookForBackup(state, outside.files), absolute);
    if (!report)
        return failed(report.error());
    const QJsonObject object {
        {"folder"_L1, absolute},
        {"files"_L1, report->copied},
        {"vanished"_L1, QJsonArray::fromStringList(report->vanished)}};
    Outcome outcome = shown(
        call,
        object,
        u"%1 files are in %2: keep them as safe as the server, its keys are among them.\n"_s.arg(
            QString::number(report->copied), absolute));
    for (const QString &file : report->vanished)
        outcome.complaint
            += u"codetogether-ctl: %1 was removed meanwhile and is not in the backup\n"_s.arg(file);
    outcome.complaint += outside.complaint;
    return outcome;
}

Outcome restoreFrom(const Call &call, const QStringList &further)
{
    const QString &backup = further.constFirst();
    const auto folder = stateFolder(call.options, call.environment);
    if (!folder)
        return failed(folder.error());
    const auto mayPlace = [&call, folders = settingsFolders(call)](const QString &path) {
        return call.options.isBeyond || path == call.options.environmentFile
            || folders.contains(QFileInfo(path).path());
    };
    const auto report = restore(
        QFileInfo(backup).absoluteFilePath(),
        QDir::cleanPath(QFileInfo(*folder).absoluteFilePath()),
        mayPlace);
    if (!report)
        return failed(report.error());
    QString text = u"%1 files are back.\n"_s.arg(report->restored);
    for (const QString &kept : report->kept)
        text += u"%1 was there already and stays as it is.\n"_s.arg(kept);
    return shown(
        call, {{"restored"_L1, report->restored}, {"kept"_L1, report->kept.join(u'\n')}}, text);
}

} // namespace

QList<Command> backupCommands()
{
    return {
        {u"backup"_s,
         u"copies the whole state to a new FOLDER, running or not"_s,
         {},
         backUpTo,
         {u"FOLDER"_s}},
        {u"restore"_s,
         u"brings it back from that FOLDER to a machine without"_s,
         {},
         restoreFrom,
         {u"FOLDER"_s},
         {u"outside"_s}},
    };
}

} // namespace ct::server::controltool
