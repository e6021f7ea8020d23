// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/packageoperations.h"

#include "shared/protocol/admin/packages.h"
#include "shared/protocol/admin/problem.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using clients::PackagePlace;
using clients::PackageTitle;

/// Of those that are announced, the oldest makes room.
constexpr std::size_t mostUploads = 32;
// What began in time may still take that long.
constexpr std::chrono::hours longestSending {6};
constexpr std::chrono::hours longestUpload {1};
/// Far more often than an unused sign-in ends.
constexpr std::chrono::seconds sendersEvery {20};
constexpr int idLength = 24;
constexpr int checksAtOnce = 2;
constexpr int firstFailure = 400;

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

/// Of what the packages' folder refuses.
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

/// What keeps the bytes from being a file of the size that was announced; nothing when they are.
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

/// A problem's own words.
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

/// What a look says of a file that it does not offer.
QString warningOf(const clients::Collector::Look &look, const QString &path)
{
    for (const QString &warning : look.warnings) {
        if (warning.startsWith(path + u' '))
            return warning;
    }
    return u"The server does not offer it; its log says why"_s;
}

} // namespace

PackageOperations::PackageOperations(OperationTable &table, Services services)
    : m_services(std::move(services)),
      m_offLoop(checksAtOnce)
{
    connect(&m_timer, &QTimer::timeout, this, &PackageOperations::noteSenders);
    table.bind("listPackages", [this](const Call &, const Done &done) { list(done); });
    table.bind("beginUpload", [this](const Call &call, const Done &done) { begin(call, done); });
    table.bind("sendPackage", [this](const Call &call, const Done &done) { take(call, done); });
    table.bind("removePackage", [this](const Call &call, const Done &done) { remove(call, done); });
    m_offLoop.run<bool>(
        [shelf = shelf(m_services.area.config())] {
            shelf.tidy();
            return true;
        },
        [](bool) {});
}

PackageOperations::~PackageOperations()
{
    m_isStopping = true;
}

void PackageOperations::list(const Done &done) const
{
    m_services.gather([this, done](const metrics::ServerFigures &figures) {
        const auto catalog = m_services.area.catalog();
        wire::Packages packages = packagesOf(catalog.get(), figures.downloads);
        if (catalog)
            packages.uploadLimit = m_services.area.config().fileSize;
        done(answerOf(packages));
    });
}

bool PackageOperations::isStillThere(const clients::ClientsConfig &settings) const
{
    const clients::ClientsConfig &now = m_services.area.config();
    return !now.isOff && now.folder == settings.folder;
}

void PackageOperations::noteSenders()
{
    for (auto &[number, upload] : m_uploads) {
        const qint64 arrived = m_services.arrived(upload.id);
        if (arrived > std::exchange(upload.arrived, arrived) && !upload.pageSession.isEmpty())
            m_services.noteUse(upload.pageSession);
    }
    if (m_uploads.empty())
        m_timer.stop();
}

void PackageOperations::makeRoom()
{
    const auto isOver = [this, now = m_services.clock.now()](const Upload &upload) {
        const bool isComing = m_services.arrived(upload.id) > 0;
        return upload.until + (isComing ? longestSending : std::chrono::hours(0)) <= now;
    };
    for (auto upload = m_uploads.begin(); upload != m_uploads.end();) {
        if (m_uploads.size() < mostUploads && !isOver(upload->second)) {
            ++upload;
            continue;
        }
        m_services.forget(upload->second.id);
        upload = m_uploads.erase(upload);
    }
}

void PackageOperations::begin(const Call &call, const Done &done)
{
    const auto wanted = takeMessage<wire::NewUpload>(call, done);
    if (!wanted)
        return;
    const clients::ClientsConfig &config = m_services.area.config();
    if (config.isOff)
        return done(notOffered());
    if (const auto faults = faultsOf(*wanted); !faults.isEmpty())
        return done(fieldProblem(faults));
    if (wanted->size > config.fileSize)
        return done(tooLarge(config.fileSize));
    makeRoom();
    const PackagePlace place {wanted->ide, wanted->file};
    const QByteArray id = randomId(m_services.random, idLength);
    Upload &upload = m_uploads[++m_last];
    upload = {id, place, wanted->size, call.caller.name, m_services.clock.now() + longestUpload};
    upload.pageSession = call.caller.pageSession;
    upload.settings = config;
    m_timer.start(sendersEvery);
    const auto until = std::chrono::milliseconds(
        store::milliseconds(m_services.clock.wallNow() + longestUpload));
    m_offLoop.run<Result<FileAt>>(
        [shelf = shelf(config), place, size = wanted->size, id] {
            return shelf.prepare(place, size, id);
        },
        [this, number = m_last, until, done](const Result<FileAt> &file) {
            const auto begun = m_uploads.find(number);
            if (!file || begun == m_uploads.end()) {
                m_uploads.erase(number);
                return done(file ? changingAnswer() : folderProblem(file.error()));
            }
            begun->second.file = *file;
            m_services.expect(begun->second.id, *file, begun->second.size);
            done(answerOf(wire::Upload {QString::fromLatin1(begun->second.id), until}, 201));
        });
}

void PackageOperations::take(const Call &call, const Done &done)
{
    const QByteArray id = call.arguments.constFirst().toLatin1();
    const auto found = std::find_if(m_uploads.begin(), m_uploads.end(), [&](const auto &entry) {
        return entry.second.id == id && entry.second.caller == call.caller.name;
    });
    if (found == m_uploads.end() || !found->second.file.isKnown()
        || found->second.until + longestSending <= m_services.clock.now())
        return done(problemAnswer(
            {ErrorCode::NotFound, u"There is no such upload, or it has ended: begin a new one"_s}));
    const Upload upload = found->second;
    m_uploads.erase(found);
    m_services.forget(upload.id);
    if (const auto fault = faultOf(call.upload, upload.size))
        return done(*fault);
    if (!isStillThere(upload.settings))
        return done(hasMoved());
    check(call, upload, done);
}

void PackageOperations::check(const Call &call, const Upload &upload, const Done &done)
{
    m_offLoop.run<Result<PackageTitle>>(
        [shelf = shelf(upload.settings), upload, sha256 = call.upload->sha256] {
            return shelf.check(upload.place, upload.file, sha256);
        },
        [this, call, upload, done](const Result<PackageTitle> &title) {
            if (title && !isStillThere(upload.settings))
                return done(hasMoved());
            if (title)
                return put(call, upload, *title, done);
            const Error &error = title.error();
            done(
                error.code == ErrorCode::Unavailable ? problemAnswer(error)
                                                     : refused(error.message));
        });
}

void PackageOperations::put(
    const Call &call, const Upload &upload, const PackageTitle &title, const Done &done)
{
    const QString detail = u"\"%1\" %2, %3 bytes, SHA-256 %4"_s.arg(
        title.title,
        title.version,
        QString::number(upload.size),
        QString::fromLatin1(call.upload->sha256));
    const store::AuditEntry entry
        = m_services.ledger.entry(call, u"admin.package.upload"_s, upload.place.path(), detail);
    m_services.ledger.before(this, entry, done, [this, upload, done = orRefused(entry, done)] {
        m_offLoop.run<Status>(
            [shelf = shelf(upload.settings), upload] {
                return shelf.put(upload.place, upload.file);
            },
            [this, upload, done](const Status &put) {
                if (!put)
                    return done(folderProblem(put.error()));
                offer(upload, done);
            });
    });
}

/// The audit has said what was to be done; where it was not, it says that, too.
Done PackageOperations::orRefused(const store::AuditEntry &entry, const Done &done) const
{
    return [this, entry, done](const Answer &answer) {
        if (answer.status >= firstFailure) {
            store::AuditEntry refusal = entry;
            refusal.at = m_services.clock.wallNow();
            refusal.kind = u"admin.package.refused"_s;
            refusal.detail = u"%1 was not done: %2"_s.arg(entry.kind, reasonOf(answer));
            m_services.ledger.note(refusal);
        }
        done(answer);
    };
}

void PackageOperations::offer(const Upload &upload, const Done &done)
{
    const QString path = upload.place.path();
    m_services.area.lookNow(path, [this, path, upload, done](const auto &look, const auto &by) {
        const bool isThere = isStillThere(upload.settings) && by.folder == upload.settings.folder;
        if (const auto *package = isThere ? packageAt(look.catalog.get(), path) : nullptr)
            return done(answerOf(factsOf(*package), 201));
        // It would only lie there, in the way of another one of that name.
        m_offLoop.run<Status>(
            [shelf = shelf(upload.settings), upload] { return shelf.remove(upload.place); },
            [done, answer = isThere ? refused(warningOf(look, path)) : hasMoved()](const Status &) {
                done(answer);
            });
    });
}

void PackageOperations::remove(const Call &call, const Done &done)
{
    const PackagePlace place {call.arguments.constFirst(), call.arguments.constLast()};
    const clients::ClientsConfig settings = m_services.area.config();
    if (settings.isOff)
        return done(notOffered());
    if (!clients::isPackageFolder(place.folder) || !clients::isPackageName(place))
        return done(noSuchPackage());
    m_offLoop.run<bool>(
        [shelf = shelf(settings), place] { return shelf.has(place); },
        [this, call, place, settings, done](bool isThere) {
            if (!isThere)
                return done(noSuchPackage());
            if (!isStillThere(settings))
                return done(hasMoved());
            takeOut(call, place, done);
        });
}

void PackageOperations::takeOut(const Call &call, const PackagePlace &place, const Done &done)
{
    const auto catalog = m_services.area.catalog();
    const clients::Package *package = packageAt(catalog.get(), place.path());
    const QString detail = package
        ? u"\"%1\" %2, SHA-256 %3"_s.arg(
            package->title, package->version, QString::fromLatin1(package->file.sha256))
        : QString();
    const store::AuditEntry entry
        = m_services.ledger.entry(call, u"admin.package.remove"_s, place.path(), detail);
    m_services.ledger.before(
        this,
        entry,
        done,
        [this, place, settings = m_services.area.config(), done = orRefused(entry, done)] {
            unlink(place, settings, done);
        });
}

void PackageOperations::unlink(
    const PackagePlace &place, const clients::ClientsConfig &settings, const Done &done)
{
    const auto told = [done](const auto &, const auto &) {
        done(emptyAnswer());
    };
    m_offLoop.run<Status>(
        [shelf = shelf(settings), place] { return shelf.remove(place); },
        [this, told, done](const Status &removed) {
            if (!removed)
                return done(folderProblem(removed.error()));
            m_services.area.lookNow({}, told);
        });
}

} // namespace ct::server::admin
