// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A JSON body: every message of the protocol, and the forms that people log in with.
#include "server/auth/apikeylogin.h"
#include "server/auth/simplelogin.h"
#include "shared/protocol/health.h"
#include "shared/protocol/login.h"
#include "shared/protocol/meta.h"
#include "shared/protocol/session.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/targets.h"
#include "tests/support/countingrandom.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::fuzz {

namespace {

using namespace protocol;

/// What can be read can be written, and reads the same again.
template<typename T>
void readAndWrite(const QJsonObject &object)
{
    const Result<T> message = fromJson<T>(object);
    if (!message) {
        check(message.error().code == ErrorCode::InvalidInput, "a fault is the sender's");
        check(!message.error().message.isEmpty(), "a fault is named");
        return;
    }
    const QByteArray bytes = toBytes(toJson(*message));
    const auto written = objectFromBytes(bytes);
    check(written.has_value(), "what is written is JSON");
    const Result<T> again = fromJson<T>(*written);
    check(again.has_value(), "what is written can be read");
    check(toBytes(toJson(*again)) == bytes, "what is written reads the same");
}

bool isFitForPeople(const QString &name)
{
    const QList<uint> characters = name.toUcs4();
    return !characters.isEmpty() && characters.size() <= 64
        && std::none_of(
            name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

void checkUser(const Result<server::auth::User> &user)
{
    if (!user)
        return;
    check(isFitForPeople(user->name), "a user has a name");
    check(user->email.size() <= 254, "an address is bounded");
    check(!user->id.isEmpty() && !user->authProvider.isEmpty(), "a user has an id");
}

void logIn(const QJsonObject &form)
{
    test::CountingRandom random;
    int answers = 0;
    server::auth::SimpleLogin simple(random);
    simple.authenticate(form, {}, [&answers](const auto &user) {
        ++answers;
        checkUser(user);
    });
    static const QByteArray key = "0123456789abcdef"_ba;
    server::auth::ApiKeyLogin byKey({{u"ann"_s, key}});
    byKey.authenticate(form, {}, [&answers, &form](const auto &user) {
        ++answers;
        checkUser(user);
        const bool isRight = form.value("apiKey"_L1).toString().toUtf8() == key;
        check(isRight || !user, "only the key lets in");
    });
    check(answers == 2, "a login is answered once");
}

} // namespace

void json(QByteArrayView input)
{
    const auto object = objectFromBytes(input.toByteArray());
    if (!object)
        return;
    readAndWrite<Health>(*object);
    readAndWrite<InfoMessage>(*object);
    readAndWrite<Meta>(*object);
    readAndWrite<AuthField>(*object);
    readAndWrite<AuthProvider>(*object);
    readAndWrite<LoginInitial>(*object);
    readAndWrite<LoginPoll>(*object);
    readAndWrite<LoginValidate>(*object);
    readAndWrite<RoomCreated>(*object);
    readAndWrite<JoinStarted>(*object);
    readAndWrite<JoinPolled>(*object);
    readAndWrite<Workspace>(*object);
    readAndWrite<Peer>(*object);
    readAndWrite<JoinAnswer>(*object);
    logIn(*object);
}

} // namespace ct::fuzz
