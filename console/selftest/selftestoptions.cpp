// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/selftest/selftestoptions.h"

#include "console/api/serveraddress.h"
#include "console/pages/words/failuretexts.h"
#include "console/profiles/profile.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace ct::console::selftest {

namespace {

/// As openssl and browsers write it; empty for what is no SHA-256.
QByteArray digestOf(const QString &typed)
{
    const QByteArray digits = typed.section(u'=', -1).remove(u':').trimmed().toLatin1();
    const QByteArray digest = QByteArray::fromHex(digits);
    return digest.size() == profiles::sha256Size && digest.toHex() == digits.toLower()
        ? digest
        : QByteArray();
}

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

/// What goes with it only.
Status checkUnused(const QCommandLineParser &parser, const SelfTestOptions &options)
{
    for (const QCommandLineOption &option : options.all()) {
        if (parser.isSet(option))
            return wrong(u"--%1 goes with --selftest"_s.arg(option.names().constFirst()));
    }
    return {};
}

Result<SelfTestWish::Input> inputOf(
    const QCommandLineParser &parser, const SelfTestOptions &options)
{
    const bool takesPassword = parser.isSet(options.passwordFromInput);
    const bool takesToken = parser.isSet(options.tokenFromInput);
    if (takesPassword && takesToken)
        return wrong(u"Standard input brings a password or a token, not both"_s);
    if (takesPassword)
        return SelfTestWish::Input::Password;
    return takesToken ? SelfTestWish::Input::Token : SelfTestWish::Input::None;
}

Result<SelfTestWish> wanted(
    const QCommandLineParser &parser, const SelfTestOptions &options, const QString &server)
{
    if (parser.isSet(u"demo"_s) || parser.isSet(u"page"_s))
        return wrong(u"--selftest opens all pages, at a real server"_s);
    if (server.isEmpty())
        return wrong(u"--selftest needs a server: --connect URL"_s);
    const auto url = api::serverAddress(server);
    if (!url)
        return wrong(pages::FailureTexts::badAddress());
    const auto input = inputOf(parser, options);
    if (!input)
        return input.error();
    SelfTestWish wish {*url, parser.value(options.user), {}, *input};
    if (!parser.isSet(options.fingerprint))
        return wish;
    if (url->scheme() != "https"_L1)
        return wrong(
            u"--fingerprint is for an https address: over http a server shows no certificate, and "
            "all would go out in the clear"_s);
    wish.fingerprint = digestOf(parser.value(options.fingerprint));
    if (wish.fingerprint.isEmpty())
        return wrong(u"--fingerprint takes the 64 hexadecimal digits of a SHA-256"_s);
    return wish;
}

} // namespace

SelfTestOptions::SelfTestOptions()
    : selfTest(
        u"selftest"_s,
        u"Opens every page at the server of --connect, prints what came of it and ends: with 0 "
        "when all is well. Needs no display and changes nothing. Signs in by --password-stdin, "
        "--token-stdin, CT_CONSOLE_TOKEN, CT_CONSOLE_PASSWORD, or what the keychain remembers."_s),
      user(
          u"user"_s,
          u"With --selftest: who signs in, unless it is the one of last time or ctuser."_s,
          u"name"_s),
      fingerprint(
          u"fingerprint"_s,
          u"With --selftest: the SHA-256 of the certificate that the server must show."_s,
          u"sha256"_s),
      passwordFromInput(
          u"password-stdin"_s, u"With --selftest: reads a password from standard input."_s),
      tokenFromInput(
          u"token-stdin"_s, u"With --selftest: reads an API token from standard input."_s)
{ }

QList<QCommandLineOption> SelfTestOptions::all() const
{
    return {selfTest, user, fingerprint, passwordFromInput, tokenFromInput};
}

Result<std::optional<SelfTestWish>> wishOf(
    const QCommandLineParser &parser, const SelfTestOptions &options, const QString &server)
{
    if (!parser.isSet(options.selfTest)) {
        const Status unused = checkUnused(parser, options);
        if (!unused)
            return unused.error();
        return std::optional<SelfTestWish>();
    }
    auto wish = wanted(parser, options, server);
    if (!wish)
        return wish.error();
    return std::optional(*std::move(wish));
}

} // namespace ct::console::selftest
