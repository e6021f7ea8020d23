// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <sys/stat.h>

namespace ct::test {

struct ZipItem {
    QByteArray name;
    QByteArray content {};
    /// As Unix has it, its type included.
    quint32 mode = S_IFREG | 0644;
};

inline quint32 checkSum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ (0xEDB88320U & (0U - (sum & 1U)));
    }
    return ~sum;
}

template<typename Number>
void appendNumber(QByteArray &out, Number number)
{
    const Number little = qToLittleEndian(number);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// What local and central headers have in common.
inline QByteArray zipFacts(const ZipItem &item, const QByteArray &packed)
{
    QByteArray facts;
    appendNumber<quint16>(facts, 20);
    // The name is UTF-8; the bytes are deflated; a moment of 2020.
    appendNumber<quint16>(facts, 0x0800);
    appendNumber<quint16>(facts, 8);
    appendNumber<quint32>(facts, 0x50210000);
    appendNumber<quint32>(facts, checkSum(item.content));
    appendNumber<quint32>(facts, static_cast<quint32>(packed.size()));
    appendNumber<quint32>(facts, static_cast<quint32>(item.content.size()));
    appendNumber<quint16>(facts, static_cast<quint16>(item.name.size()));
    appendNumber<quint16>(facts, 0);
    return facts;
}

inline QByteArray deflated(const QByteArray &content)
{
    // Qt puts a length before zlib's format, which has two bytes before and four behind; and of
    // nothing it makes nothing.
    return content.isEmpty() ? QByteArray("\3\0", 2) : qCompress(content, 9).sliced(6).chopped(4);
}

/// A zip of these entries, whatever their names are.
inline QByteArray zipOf(const QList<ZipItem> &items)
{
    QByteArray zip;
    QByteArray central;
    for (const ZipItem &item : items) {
        const QByteArray packed = deflated(item.content);
        const QByteArray facts = zipFacts(item, packed);
        central.append("PK\1\2");
        appendNumber<quint16>(central, 0x0314);
        central.append(facts);
        appendNumber<quint16>(central, 0);
        appendNumber<quint32>(central, 0);
        appendNumber<quint32>(central, item.mode << 16U);
        appendNumber<quint32>(central, static_cast<quint32>(zip.size()));
        central.append(item.name);
        zip.append("PK\3\4").append(facts).append(item.name).append(packed);
    }
    QByteArray end("PK\5\6\0\0\0\0", 8);
    for (int twice = 0; twice < 2; ++twice)
        appendNumber<quint16>(end, static_cast<quint16>(items.size()));
    appendNumber<quint32>(end, static_cast<quint32>(central.size()));
    appendNumber<quint32>(end, static_cast<quint32>(zip.size()));
    appendNumber<quint16>(end, 0);
    return zip + central + end;
}

} // namespace ct::test
