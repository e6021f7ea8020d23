// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>
#include <QtEndian>

namespace ct::server::relay {

/// Puts one message together in the clients' own encoding: map16 for every map, all else in its
/// shortest form. Counts are the caller's to keep. Thread: any.
class MessageWriter
{
public:
    MessageWriter &map(qsizetype members) { return number<quint16>(0xde, members); }
    MessageWriter &array(qsizetype items)
    {
        if (items < 0x10)
            return byte(0x90 | static_cast<quint8>(items));
        return items <= 0xffff ? number<quint16>(0xdc, items) : number<quint32>(0xdd, items);
    }
    MessageWriter &string(QByteArrayView utf8)
    {
        const qsizetype size = utf8.size();
        if (size < 0x20)
            byte(0xa0 | static_cast<quint8>(size));
        else if (size <= 0xff)
            number<quint8>(0xd9, size);
        else if (size <= 0xffff)
            number<quint16>(0xda, size);
        else
            number<quint32>(0xdb, size);
        return raw(utf8);
    }
    MessageWriter &boolean(bool value) { return byte(value ? 0xc3 : 0xc2); }
    /// What the clients make of JavaScript's value of that name.
    MessageWriter &undefined() { return byte(0xd4).byte(0).byte(0); }
    /// A value, or a part of one, as it stands.
    MessageWriter &raw(QByteArrayView bytes)
    {
        m_bytes.append(bytes.data(), bytes.size());
        return *this;
    }

    qsizetype size() const { return m_bytes.size(); }
    QByteArray written() const { return {m_bytes.constData(), m_bytes.size()}; }

private:
    MessageWriter &byte(quint8 value)
    {
        m_bytes.append(static_cast<char>(value));
        return *this;
    }
    template<typename T>
    MessageWriter &number(quint8 header, qsizetype value)
    {
        const T big = qToBigEndian(static_cast<T>(value));
        byte(header);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof(big));
        return *this;
    }

    /// Enough for nearly everything that comes before the keys and behind them.
    QVarLengthArray<char, 512> m_bytes;
};

} // namespace ct::server::relay
