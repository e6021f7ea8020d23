// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/info.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ct::protocol {

/// One field of a form to log in with.
struct AuthField {
    QString name {};
    bool required = false;
    InfoMessage label {};
    std::optional<InfoMessage> placeHolder {};
};

/// Form: the client asks for the fields and posts them to the endpoint as JSON, with the poll
/// token as `token`. Web: it opens `<endpoint>?token=<poll token>` in a browser.
enum class AuthType { Form, Web };

/// One way to log in, as clients offer it.
struct AuthProvider {
    AuthType type = AuthType::Form;
    QString name {};
    QString endpoint {};
    InfoMessage label {};
    std::optional<InfoMessage> details {};
    InfoMessage group {};
    /// Of a form only.
    QList<AuthField> fields {};
};

/// POST /api/login/initial
struct LoginInitial {
    QByteArray pollToken {};
    QString loginPageUrl {};
    QList<AuthProvider> providers {};
    QString defaultSuccessUrl {};
};

/// POST /api/login/poll/:token
struct LoginPoll {
    QByteArray loginToken {};
};

/// POST /api/login/validate
struct LoginValidate {
    bool valid = false;
};

QJsonObject toJson(const AuthField &field);
QJsonObject toJson(const AuthProvider &provider);
QJsonObject toJson(const LoginInitial &initial);
QJsonObject toJson(const LoginPoll &poll);
QJsonObject toJson(const LoginValidate &validate);

template<>
Result<AuthField> fromJson<AuthField>(const QJsonObject &object);
template<>
Result<AuthProvider> fromJson<AuthProvider>(const QJsonObject &object);
template<>
Result<LoginInitial> fromJson<LoginInitial>(const QJsonObject &object);
template<>
Result<LoginPoll> fromJson<LoginPoll>(const QJsonObject &object);
template<>
Result<LoginValidate> fromJson<LoginValidate>(const QJsonObject &object);

} // namespace ct::protocol
