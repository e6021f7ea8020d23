// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auth/tokenservice.h"

#include <QJsonDocument>
#include <QJsonObject>

/// What the tests of tokens are made of.
namespace ct::server::auth {

inline constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

inline SigningKey keyNamed(const QByteArray &id)
{
    return {id, "a secret of forty-one bytes, made of " + id.leftJustified(4, '.')};
}

inline QJsonObject segment(const QByteArray &token, int index)
{
    const QByteArray text = QByteArray::fromBase64(token.split('.').at(index), base64Url);
    return QJsonDocument::fromJson(text).object();
}

inline User ada()
{
    using namespace Qt::StringLiterals;
    return {u"id-1"_s, u"Ada Łovelace 🦀"_s, u"ada@example.org"_s, u"Unverified"_s};
}

inline RoomClaims hostOf(const QByteArray &room)
{
    return {
        .room = room,
        .instance = "inst",
        .participant = "part",
        .user = ada(),
        .host = true,
        .login = "login",
        .tokenId = "ignored",
        .expires = 1};
}

} // namespace ct::server::auth
