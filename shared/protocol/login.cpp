// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/login.h"

#include "shared/protocol/jsonarray.h"
#include "shared/protocol/jsonreader.h"

using namespace Qt::StringLiterals;

namespace ct::protocol {

namespace {

AuthType readType(JsonReader &reader)
{
    const QString name = reader.text("type"_L1);
    if (name == "web"_L1)
        return AuthType::Web;
    if (name != "form"_L1)
        reader.fail("type"_L1, u"is neither form nor web"_s);
    return AuthType::Form;
}

} // namespace

QJsonObject toJson(const AuthField &field)
{
    QJsonObject object {
        {"name"_L1, field.name},
        {"required"_L1, field.required},
        {"label"_L1, toJson(field.label)}};
    if (field.placeHolder)
        object.insert("placeHolder"_L1, toJson(*field.placeHolder));
    return object;
}

template<>
Result<AuthField> fromJson<AuthField>(const QJsonObject &object)
{
    JsonReader reader(object);
    AuthField field;
    field.name = reader.text("name"_L1);
    field.required = reader.boolean("required"_L1);
    field.label = reader.message<InfoMessage>("label"_L1);
    field.placeHolder = reader.optionalMessage<InfoMessage>("placeHolder"_L1);
    return reader.finish(field);
}

QJsonObject toJson(const AuthProvider &provider)
{
    const bool isForm = provider.type == AuthType::Form;
    QJsonObject object {
        {"type"_L1, isForm ? "form"_L1 : "web"_L1},
        {"name"_L1, provider.name},
        {"endpoint"_L1, provider.endpoint},
        {"label"_L1, toJson(provider.label)},
        {"group"_L1, toJson(provider.group)}};
    if (provider.details)
        object.insert("details"_L1, toJson(*provider.details));
    if (isForm)
        object.insert("fields"_L1, toArray(provider.fields));
    return object;
}

template<>
Result<AuthProvider> fromJson<AuthProvider>(const QJsonObject &object)
{
    JsonReader reader(object);
    AuthProvider provider;
    provider.type = readType(reader);
    provider.name = reader.text("name"_L1);
    provider.endpoint = reader.text("endpoint"_L1);
    provider.label = reader.message<InfoMessage>("label"_L1);
    provider.details = reader.optionalMessage<InfoMessage>("details"_L1);
    provider.group = reader.message<InfoMessage>("group"_L1);
    if (provider.type == AuthType::Form)
        provider.fields = reader.messages<AuthField>("fields"_L1);
    return reader.finish(provider);
}

QJsonObject toJson(const LoginInitial &initial)
{
    return {
        {"pollToken"_L1, QString::fromUtf8(initial.pollToken)},
        {"auth"_L1,
         QJsonObject {
             {"loginPageUrl"_L1, initial.loginPageUrl},
             {"providers"_L1, toArray(initial.providers)},
             {"defaultSuccessUrl"_L1, initial.defaultSuccessUrl}}}};
}

template<>
Result<LoginInitial> fromJson<LoginInitial>(const QJsonObject &object)
{
    JsonReader reader(object);
    LoginInitial initial;
    initial.pollToken = reader.bytes("pollToken"_L1);
    const QJsonObject auth = reader.object("auth"_L1);
    if (const auto missing = reader.finish(true); !missing)
        return missing.error();
    JsonReader inner(auth);
    initial.loginPageUrl = inner.optionalText("loginPageUrl"_L1);
    initial.providers = inner.messages<AuthProvider>("providers"_L1);
    initial.defaultSuccessUrl = inner.optionalText("defaultSuccessUrl"_L1);
    return inner.finish(initial);
}

QJsonObject toJson(const LoginPoll &poll)
{
    return {{"loginToken"_L1, QString::fromUtf8(poll.loginToken)}};
}

template<>
Result<LoginPoll> fromJson<LoginPoll>(const QJsonObject &object)
{
    JsonReader reader(object);
    return reader.finish(LoginPoll {reader.bytes("loginToken"_L1)});
}

QJsonObject toJson(const LoginValidate &validate)
{
    return {{"valid"_L1, validate.valid}};
}

template<>
Result<LoginValidate> fromJson<LoginValidate>(const QJsonObject &object)
{
    JsonReader reader(object);
    return reader.finish(LoginValidate {reader.boolean("valid"_L1)});
}

} // namespace ct::protocol
