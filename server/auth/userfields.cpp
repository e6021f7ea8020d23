// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/userfields.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

constexpr qsizetype longestName = 64;
/// RFC 5321, 4.5.3.1
constexpr qsizetype longestEmail = 254;
constexpr qsizetype longestLocalPart = 64;

/// Marks, embeddings, overrides and isolates: they make a name look like another one.
bool turnsText(char32_t c)
{
    return c == U'\u061C' || c == U'\u200E' || c == U'\u200F' || (c >= U'\u202A' && c <= U'\u202E')
        || (c >= U'\u2066' && c <= U'\u2069');
}

bool isFitForName(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !turnsText(c) && !QChar::isNonCharacter(c);
    }
}

bool isVisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category != QChar::Other_Format && !QChar::isSpace(c);
}

bool isFitForEmail(QChar c)
{
    static constexpr QStringView syntax = u"()<>[]:;,\\\"@";
    return c.isPrint() && !c.isSpace() && !syntax.contains(c) && !turnsText(c.unicode());
}

bool isDotted(QStringView part)
{
    return !part.isEmpty() && !part.startsWith(u'.') && !part.endsWith(u'.')
        && !part.contains(u"..") && std::all_of(part.begin(), part.end(), isFitForEmail);
}

bool isEmail(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return text.size() <= longestEmail && at > 0 && at <= longestLocalPart
        && isDotted(text.first(at)) && isDotted(text.sliced(at + 1));
}

} // namespace

Result<QString> checkedUserName(const QJsonValue &typed)
{
    if (!typed.isString())
        return Error {ErrorCode::InvalidInput, u"\"user\" is missing or not a string"_s};
    const QString name = typed.toString().trimmed();
    // Before it is unfolded: no character is longer than two units.
    if (name.size() > 2 * longestName)
        return Error {ErrorCode::InvalidInput, u"\"user\" is too long"_s};
    const QList<uint> characters = name.toUcs4();
    if (characters.size() > longestName)
        return Error {ErrorCode::InvalidInput, u"\"user\" is too long"_s};
    if (!name.isValidUtf16() || !std::all_of(characters.begin(), characters.end(), isFitForName))
        return Error {ErrorCode::InvalidInput, u"\"user\" has control characters"_s};
    if (std::none_of(characters.begin(), characters.end(), isVisible))
        return Error {ErrorCode::InvalidInput, u"\"user\" is empty"_s};
    return name;
}

Result<QString> checkedEmail(const QJsonValue &typed)
{
    if (typed.isUndefined() || typed.isNull())
        return QString();
    const QString email = typed.toString().trimmed();
    if (!typed.isString() || (!email.isEmpty() && !isEmail(email)))
        return Error {ErrorCode::InvalidInput, u"\"email\" is not an e-mail address"_s};
    return email;
}

} // namespace ct::server::auth
