// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/licence/licencefile.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ct::server::licence {

namespace {

constexpr qint64 longestFile = 64LL * 1024;
constexpr qsizetype hexDigits = 4;
constexpr int hexadecimal = 16;

/// The letter after a backslash; `at` stands on it and is left on the last one used.
QChar unescaped(const QString &text, qsizetype &at)
{
    const QChar letter = text.at(at);
    if (letter == u'u' && at + hexDigits < text.size()) {
        bool isHex = false;
        const uint code = text.mid(at + 1, hexDigits).toUInt(&isHex, hexadecimal);
        at += isHex ? hexDigits : 0;
        return isHex ? QChar(static_cast<char16_t>(code)) : letter;
    }
    if (letter == u'n')
        return u'\n';
    return letter == u't' ? QChar(u'\t') : letter;
}

QString unescaped(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isEscape = text.at(at) == u'\\' && at + 1 < text.size();
        if (isEscape)
            ++at;
        result += isEscape ? unescaped(text, at) : text.at(at);
    }
    return result;
}

QString escaped(const QString &text)
{
    QString result = text;
    result.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return result;
}

void take(Licence &licence, const QString &line)
{
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u'!'))
        return;
    static const QRegularExpression separator(u"[=:]"_s);
    const qsizetype sign = trimmed.indexOf(separator);
    if (sign < 0)
        return;
    const QString name = trimmed.left(sign).trimmed();
    for (const LicenceField &field : licenceFields) {
        if (name == QLatin1StringView(field.name))
            licence.*field.text = unescaped(trimmed.mid(sign + 1).trimmed());
    }
}

} // namespace

QByteArray propertiesOf(const Licence &licence)
{
    QByteArray text;
    for (const LicenceField &field : licenceFields) {
        text += field.name;
        text += '=' + escaped(licence.*field.text).toUtf8() + '\n';
    }
    return text;
}

Licence parseProperties(const QByteArray &text)
{
    Licence licence;
    for (const QString &line : QString::fromUtf8(text).split(u'\n'))
        take(licence, line);
    return licence;
}

Result<Licence> readLicence(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Licence {};
    if (!file.open(QIODevice::ReadOnly))
        return Error {
            ErrorCode::Forbidden,
            u"The licence file %1 can't be read: %2 (CT_LICENSE_FILE)"_s.arg(
                path, file.errorString())};
    if (file.size() > longestFile)
        return Error {
            ErrorCode::Corrupt, u"%1 is too long for a licence file (CT_LICENSE_FILE)"_s.arg(path)};
    return parseProperties(file.read(longestFile));
}

Status writeLicence(const QString &path, const Licence &licence)
{
    QSaveFile file(path);
    const QByteArray text = propertiesOf(licence);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup)
        && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        return Error {
            ErrorCode::Unavailable,
            u"The licence can't be kept in %1: %2 (CT_LICENSE_FILE)"_s.arg(
                path, file.errorString())};
    return {};
}

Status removeLicence(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return {};
    return Error {
        ErrorCode::Unavailable,
        u"The licence file %1 can't be removed: %2"_s.arg(path, file.errorString())};
}

} // namespace ct::server::licence
