// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licencetool/commands.h"

#include "server/config/sysexits.h"
#include "server/licence/licencefile.h"
#include "server/licence/licencejudge.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ct::server::licencetool {

namespace {

namespace exitcode = config::exitcode;
using licence::Licence;
using licence::LicenceState;

QString synopsis()
{
    return u"usage: codetogether-license keygen FILE\n"
           "       codetogether-license sign --key FILE --licensee TEXT --max-connections NUMBER\n"
           "                                 --expiration YYYY/MM/DD [--locator TEXT] [--output "
           "FILE]\n"
           "       codetogether-license show FILE\n"
           "       codetogether-license verify [--public-key KEY] FILE\n"_s;
}

Outcome fail(int exitCode, const QString &sentence)
{
    return {exitCode, {}, u"codetogether-license: "_s + sentence + u'\n'};
}

Outcome misused(const QString &sentence)
{
    Outcome outcome = fail(exitcode::usage, sentence);
    outcome.complaint += synopsis();
    return outcome;
}

/// Never over a key that is there already.
bool writePrivate(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.flush();
}

Outcome generate(const QString &path)
{
    const auto keys = licence::generateKeys();
    if (!keys)
        return fail(exitcode::software, keys.error().message);
    if (!writePrivate(path, keys->privatePem))
        return fail(
            exitcode::cannotCreate,
            u"%1 can't be written, or is there already: a private key is never overwritten"_s.arg(
                path));
    return {
        0,
        u"The private key is in %1: keep it secret, licences are signed with it.\n"
        "The public key, for -DCT_LICENCE_PUBLIC_KEY=… when the server is built:\n%2\n"_s.arg(
            path, licence::keyText(keys->publicKey)),
        {}};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::NotFound, u"%1 can't be read: %2"_s.arg(path, file.errorString())};
    return file.readAll();
}

Result<Licence> licenceIn(const QString &path)
{
    const auto text = contentOf(path);
    if (!text)
        return text.error();
    return licence::parseProperties(*text);
}

/// What is wrong with values that are to be signed; empty when nothing is.
QString faultOf(const Licence &licence)
{
    if (licence.licensee.trimmed().isEmpty())
        return u"--licensee is missing"_s;
    if (licence.licensee != licence.licensee.trimmed()
        || licence.locator != licence.locator.trimmed())
        return u"Texts must not begin or end with a blank: it would be lost in settings"_s;
    if (!licence.connections())
        return u"--max-connections is a number from 0 (no limit) to 9999999"_s;
    return licence.lastDay() ? QString() : u"--expiration is a day as YYYY/MM/DD"_s;
}

Outcome issue(const QCommandLineParser &options)
{
    Licence licence {
        options.value(u"licensee"_s),
        options.value(u"max-connections"_s),
        options.value(u"expiration"_s),
        options.value(u"locator"_s),
        {}};
    if (const QString fault = faultOf(licence); !fault.isEmpty())
        return misused(fault);
    const auto key = contentOf(options.value(u"key"_s));
    if (!key)
        return fail(exitcode::noInput, key.error().message);
    const auto signature = licence::sign(licence::signedBytes(licence), *key);
    if (!signature)
        return fail(
            exitcode::dataError, options.value(u"key"_s) + u": "_s + signature.error().message);
    licence.signature = licence::keyText(*signature);
    const QString output = options.value(u"output"_s);
    if (output.isEmpty())
        return {0, QString::fromUtf8(licence::propertiesOf(licence)), {}};
    const Status written = licence::writeLicence(output, licence);
    return written ? Outcome {} : fail(exitcode::cannotCreate, written.error().message);
}

Outcome show(const QString &path)
{
    const auto licence = licenceIn(path);
    if (!licence)
        return fail(exitcode::noInput, licence.error().message);
    if (licence->isEmpty())
        return fail(exitcode::dataError, path + u" holds no licence"_s);
    const auto connections = licence->connections();
    const QString limit = connections == 0 ? u"no limit"_s : licence->maxConnections;
    return {
        0,
        u"Licensee:     %1\nConnections:  %2\nLast day:     %3\nLocator:      %4\n"
        "Signature:    %5 (not checked: see verify)\n"_s.arg(
            licence->licensee,
            limit,
            licence->expiration,
            licence->locator.isEmpty() ? u"any"_s : licence->locator,
            licence->signature.isEmpty() ? u"none"_s : licence->signature),
        {}};
}

Outcome verify(const QString &path, const QByteArray &key)
{
    const auto licence = licenceIn(path);
    if (!licence)
        return fail(exitcode::noInput, licence.error().message);
    if (licence->isEmpty())
        return fail(exitcode::dataError, path + u" holds no licence"_s);
    const licence::LicenceStatus status
        = licence::judge(*licence, {key, 0}, QDate::currentDate(), {});
    switch (status.state) {
    case LicenceState::Valid:
    case LicenceState::Expiring:
        return {0, u"Valid, %1 days left\n"_s.arg(*status.daysLeft), {}};
    case LicenceState::Expired:
        return fail(
            exitcode::dataError,
            u"The signature is good, but the last day was %1"_s.arg(licence->expiration));
    default:
        return fail(exitcode::dataError, u"Invalid: "_s + status.fault);
    }
}

void addOptions(QCommandLineParser &parser)
{
    for (const auto &[name, value] : std::initializer_list<std::pair<QString, QString>> {
             {u"key"_s, u"FILE"_s},
             {u"licensee"_s, u"TEXT"_s},
             {u"max-connections"_s, u"NUMBER"_s},
             {u"expiration"_s, u"YYYY/MM/DD"_s},
             {u"locator"_s, u"TEXT"_s},
             {u"output"_s, u"FILE"_s},
             {u"public-key"_s, u"KEY"_s}})
        parser.addOption({name, QString(), value});
    parser.addOption({u"help"_s, QString()});
    parser.addOption({u"version"_s, QString()});
}

Outcome runOn(const QString &command, const QString &file, const QByteArray &key)
{
    if (command == "keygen"_L1)
        return generate(file);
    if (command == "show"_L1)
        return show(file);
    if (command == "verify"_L1)
        return verify(file, key);
    return misused(u"There is no command \"%1\""_s.arg(command));
}

} // namespace

Outcome run(const QStringList &arguments, const QByteArray &builtinKey)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    if (parser.isSet(u"help"_s))
        return {0, synopsis(), {}};
    if (parser.isSet(u"version"_s))
        return {0, u"codetogether-license %1\n"_s.arg(QCoreApplication::applicationVersion()), {}};
    const QStringList words = parser.positionalArguments();
    const QString command = words.value(0);
    if (command == "sign"_L1 && words.size() == 1)
        return issue(parser);
    if (words.size() != 2)
        return misused(words.isEmpty() ? u"A command is missing"_s : u"One FILE is needed"_s);
    const QString named = parser.value(u"public-key"_s);
    const QByteArray key = named.isEmpty() ? builtinKey : licence::bytesOf(named);
    if (!named.isEmpty() && key.size() != licence::publicKeySize)
        return misused(u"--public-key is not a key as keygen prints it"_s);
    return runOn(command, words.at(1), key);
}

} // namespace ct::server::licencetool
