// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/packageanswers.h"

#include "server/clients/packageshelf.h"
#include "server/store/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin::packageanswers {

namespace wire = protocol::admin;

wire::PackageFacts factsOf(const clients::Package &package)
{
    return {
        QString::fromLatin1(metrics::ideNames.at(static_cast<std::size_t>(package.ide))),
        package.title,
        package.version,
        u"/clients/"_s + package.file.path,
        package.file.size,
        QString::fromLatin1(package.file.sha256),
        package.isConfigured,
        std::chrono::milliseconds(store::milliseconds(package.file.changed)),
        package.originalPath.section(u'/', -1)};
}

wire::Packages packagesOf(const clients::Catalog *catalog, const metrics::Downloads &downloads)
{
    wire::Packages list;
    list.offered = catalog != nullptr;
    if (catalog) {
        list.eclipseSite = catalog->siteVersion;
        for (const clients::Package &package : catalog->packages)
            list.packages.append(factsOf(package));
    }
    for (std::size_t ide = 0; ide < metrics::ideNames.size(); ++ide)
        list.downloads.append(
            {QString::fromLatin1(metrics::ideNames.at(ide)),
             static_cast<qint64>(downloads.byIde.at(ide))});
    return list;
}

QList<wire::FieldFault> faultsOf(const wire::NewUpload &wanted)
{
    if (!clients::isPackageFolder(wanted.ide))
        return {{u"ide"_s, u"It is vscode or intellij; an update site is put into the folder"_s}};
    QList<wire::FieldFault> faults;
    if (!clients::isPackageName({wanted.ide, wanted.file}))
        faults.append(
            {u"file"_s,
             u"A name of letters, digits and ._+- is needed that ends with %1"_s.arg(
                 wanted.ide == "vscode"_L1 ? u".vsix"_s : u".zip"_s)});
    if (wanted.size < 1)
        faults.append({u"size"_s, u"The file is empty"_s});
    return faults;
}

Answer noRoom(const QString &detail)
{
    return problemAnswer(
        507, u"insufficient-storage"_s, u"The server's disk has no room for this"_s, detail);
}

Answer folderProblem(const Error &error)
{
    return error.code == ErrorCode::TooLarge ? noRoom(error.message) : problemAnswer(error);
}

Answer tooLarge(qint64 most)
{
    return problemAnswer(
        {ErrorCode::TooLarge,
         u"A package has %1 bytes at the most (CT_CLIENTS_FILE_SIZE)"_s.arg(most)});
}

Answer refused(const QString &why)
{
    return problemAnswer(
        422, u"package-refused"_s, u"This is no package that can be offered"_s, why);
}

Answer noSuchPackage()
{
    return problemAnswer({ErrorCode::NotFound, u"There is no such package"_s});
}

Answer notOffered()
{
    return problemAnswer({ErrorCode::Conflict, u"This server offers no packages (CT_NOCLIENTS)"_s});
}

Answer hasMoved()
{
    return problemAnswer(
        {ErrorCode::Conflict,
         u"The packages' folder is another one meanwhile (CT_CLIENTS_DIR, CT_NOCLIENTS): nothing "
         "was changed in either; begin anew"_s});
}

std::optional<Answer> faultOf(const std::optional<Uploaded> &came, qint64 announced)
{
    if (!came)
        return problemAnswer(
            {ErrorCode::InvalidInput,
             u"The package's bytes are missing, or were broken off before: begin a new upload"_s});
    if (came->fault == "full")
        return noRoom(u"Free some space, and send the package again"_s);
    if (came->fault == "too-long")
        return problemAnswer(
            {ErrorCode::TooLarge, u"It is longer than the %1 bytes announced"_s.arg(announced)});
    if (!came->fault.isEmpty())
        return problemAnswer({ErrorCode::Unavailable, u"The package could not be written down"_s});
    if (came->size != announced)
        return refused(u"It has %1 bytes, and %2 were announced"_s.arg(came->size).arg(announced));
    return std::nullopt;
}

QString reasonOf(const Answer &problem)
{
    const auto object = protocol::objectFromBytes(problem.body);
    const auto said = object ? protocol::FieldReader::messageOf<wire::Problem>(*object)
                             : Result<wire::Problem>(object.error());
    if (!said)
        return u"status %1"_s.arg(problem.status);
    return said->detail.isEmpty() ? said->title : said->detail;
}

const clients::Package *packageAt(const clients::Catalog *catalog, const QString &path)
{
    if (!catalog)
        return nullptr;
    const auto found = std::find_if(
        catalog->packages.begin(), catalog->packages.end(), [&path](const auto &package) {
            return package.originalPath == path;
        });
    return found == catalog->packages.end() ? nullptr : &*found;
}

QString warningOf(const clients::Collector::Look &look, const QString &path)
{
    for (const QString &warning : look.warnings) {
        if (warning.startsWith(path + u' '))
            return warning;
    }
    return u"The server does not offer it; its log says why"_s;
}

} // namespace ct::server::admin::packageanswers
