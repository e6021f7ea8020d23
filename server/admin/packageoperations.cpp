// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/packageoperations.h"

#include "server/admin/packageanswers.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

namespace wire = protocol::admin;
using namespace packageanswers;
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
    dropOver();
    for (auto &[number, upload] : m_uploads) {
        const qint64 arrived = m_services.arrived(upload.id).value_or(0);
        if (arrived > std::exchange(upload.arrived, arrived) && !upload.pageSession.isEmpty())
            m_services.noteUse(upload.pageSession);
    }
    if (m_uploads.empty())
        m_timer.stop();
}

bool PackageOperations::isOver(const Upload &upload) const
{
    const Instant now = m_services.clock.now();
    if (!upload.file.isKnown())
        return upload.until <= now;
    const auto arrived = m_services.arrived(upload.id);
    if (!arrived)
        return true;
    return upload.until + (*arrived > 0 ? longestSending : std::chrono::hours(0)) <= now;
}

void PackageOperations::dropOver()
{
    for (auto upload = m_uploads.begin(); upload != m_uploads.end();) {
        if (!isOver(upload->second)) {
            ++upload;
            continue;
        }
        m_services.forget(upload->second.id);
        upload = m_uploads.erase(upload);
    }
}

void PackageOperations::makeRoom()
{
    dropOver();
    while (m_uploads.size() >= mostUploads) {
        m_services.forget(m_uploads.begin()->second.id);
        m_uploads.erase(m_uploads.begin());
    }
}

QList<clients::ComingPackage> PackageOperations::coming() const
{
    QList<clients::ComingPackage> coming;
    for (const auto &[number, upload] : m_uploads)
        coming.append(
            {upload.place.folder, upload.size, m_services.arrived(upload.id).value_or(0)});
    for (const auto &[number, upload] : m_checked)
        coming.append({upload.place.folder, upload.size, upload.size});
    return coming;
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
    const QList<clients::ComingPackage> others = coming();
    Upload &upload = m_uploads[++m_last];
    upload = {id, place, wanted->size, call.caller.name, m_services.clock.now() + longestUpload};
    upload.pageSession = call.caller.pageSession;
    upload.settings = config;
    m_timer.start(sendersEvery);
    const auto until = std::chrono::milliseconds(
        store::milliseconds(m_services.clock.wallNow() + longestUpload));
    m_offLoop.run<Result<FileAt>>(
        [shelf = shelf(config), place, size = wanted->size, id, others] {
            return shelf.prepare(place, size, id, others);
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
    const quint64 number = found->first;
    m_uploads.erase(found);
    m_services.forget(upload.id);
    if (const auto fault = faultOf(call.upload, upload.size))
        return done(*fault);
    if (!isStillThere(upload.settings))
        return done(hasMoved());
    m_checked.emplace(number, upload);
    check(call, upload, [this, number, done](const Answer &answer) {
        m_checked.erase(number);
        done(answer);
    });
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
