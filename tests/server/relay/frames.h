// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <utility>

/// MessagePack by hand, for messages that no client would send, and the recorded frames of the real
/// one.
namespace frames {

inline QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// A result's fault, for QVERIFY2; empty if there is none.
template<typename T>
QByteArray why(const ct::Result<T> &result)
{
    return result ? QByteArray() : result.error().message.toUtf8();
}

/// tests/data/relay/<name>.hex; empty if there is no such file, which scan() refuses.
inline QByteArray golden(const QByteArray &name)
{
    QFile file(
        QStringLiteral(CT_TEST_DATA "/relay/") + QString::fromLatin1(name)
        + QStringLiteral(".hex"));
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromHex(file.readAll()) : QByteArray();
}

/// A header with a number of `bytes` bytes.
inline QByteArray header(int first, qsizetype number, int bytes)
{
    QByteArray out(1, static_cast<char>(first));
    for (int at = bytes - 1; at >= 0; --at)
        out.append(static_cast<char>((number >> (8 * at)) & 0xff));
    return out;
}

/// A string of up to 31 bytes in the clients' encoding, longer ones as str 32.
inline QByteArray text(const QByteArray &utf8)
{
    return header(
               utf8.size() < 32 ? int(0xa0 + utf8.size()) : 0xdb,
               utf8.size(),
               utf8.size() < 32 ? 0 : 4)
        + utf8;
}

inline QByteArray binary(const QByteArray &bytes)
{
    return header(0xc5, bytes.size(), 2) + bytes;
}

inline QByteArray list(const QList<QByteArray> &items)
{
    return header(0xdc, items.size(), 2) + items.join();
}

inline QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return text(name).append(value);
}

/// Names, put as strings, and encoded values.
using Fields = QList<std::pair<QByteArray, QByteArray>>;

inline QByteArray map(const Fields &fields)
{
    QByteArray out = header(0xde, fields.size(), 2);
    for (const auto &[name, value] : fields)
        out += field(name, value);
    return out;
}

inline QByteArray key(const QByteArray &target)
{
    return map({{"target", text(target)}, {"key", text(QByteArray(300, 'k'))}, {"iv", text("iv")}});
}

inline QByteArray metadata(const QList<QByteArray> &keys)
{
    return map(
        {{"encryption", map({{"keys", list(keys)}})},
         {"compression", map({{"algorithm", text("gzip")}})}});
}

/// A right request for AAAA, to be spoilt by the test.
inline Fields request()
{
    return {
        {"version", text("0.3.1")},
        {"id", hex("07")},
        {"metadata", metadata({key("AAAA")})},
        {"origin", text("forged")},
        {"target", text("AAAA")},
        {"kind", text("request")},
        {"content", binary("secret")}};
}

inline Fields with(Fields fields, const QByteArray &name, const QByteArray &value)
{
    for (auto &field : fields) {
        if (field.first == name) {
            field.second = value;
            return fields;
        }
    }
    fields.append({name, value});
    return fields;
}

inline Fields without(Fields fields, const QByteArray &name)
{
    fields.removeIf([&name](const auto &field) { return field.first == name; });
    return fields;
}

/// `fields` with `first` as the first one.
inline Fields startingWith(Fields fields, const QByteArray &first)
{
    for (qsizetype at = 0; at < fields.size(); ++at) {
        if (fields[at].first == first)
            fields.move(at, 0);
    }
    return fields;
}

} // namespace frames
