// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/msgpack.h"

namespace ct::bench {

Packer &Packer::map(std::uint16_t size)
{
    m_bytes.push_back('\xde');
    number(size, 2);
    return *this;
}

Packer &Packer::array(std::uint16_t size)
{
    if (size < 16) {
        m_bytes.push_back(static_cast<char>(0x90 | size));
    } else {
        m_bytes.push_back('\xdc');
        number(size, 2);
    }
    return *this;
}

Packer &Packer::text(std::string_view value)
{
    if (value.size() < 32) {
        m_bytes.push_back(static_cast<char>(0xa0 | value.size()));
    } else if (value.size() < 256) {
        m_bytes.push_back('\xd9');
        number(value.size(), 1);
    } else {
        m_bytes.push_back('\xda');
        number(value.size(), 2);
    }
    m_bytes += value;
    return *this;
}

std::size_t Packer::binary(std::string_view value)
{
    const int bytes = value.size() < 256 ? 1 : value.size() < 65536 ? 2 : 4;
    m_bytes.push_back(static_cast<char>(0xc4 + bytes / 2));
    number(value.size(), bytes);
    const std::size_t place = m_bytes.size();
    m_bytes += value;
    return place;
}

Packer &Packer::raw(std::string_view value)
{
    m_bytes += value;
    return *this;
}

Packer &Packer::wideNumber(std::uint32_t value)
{
    m_bytes.push_back('\xce');
    number(value, 4);
    return *this;
}

void Packer::number(std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        m_bytes.push_back(static_cast<char>(value >> unsigned(shift)));
}

std::string_view Unpacker::text()
{
    const unsigned head = peek();
    take(1);
    if ((head & 0xe0U) == 0xa0)
        return take(head & 0x1fU);
    if (head < 0xd9 || head > 0xdb) {
        m_isGood = false;
        return {};
    }
    return take(number(1 << (head - 0xd9)));
}

std::string_view Unpacker::binary()
{
    const unsigned head = peek();
    take(1);
    if (head < 0xc4 || head > 0xc6) {
        m_isGood = false;
        return {};
    }
    return take(number(1 << (head - 0xc4)));
}

std::string_view Unpacker::skip()
{
    const std::string_view before = m_rest;
    for (std::uint64_t values = 1; values > 0 && m_isGood; --values)
        values += skipOne();
    return m_isGood ? before.substr(0, before.size() - m_rest.size()) : std::string_view();
}

bool Unpacker::isBinary() const
{
    const unsigned head = peek();
    return head >= 0xc4 && head <= 0xc6;
}

bool Unpacker::isMap() const
{
    const unsigned head = peek();
    return (head & 0xf0U) == 0x80 || head == 0xde || head == 0xdf;
}

unsigned Unpacker::peek() const
{
    return m_rest.empty() ? 0xc1 : static_cast<unsigned char>(m_rest.front());
}

std::uint64_t Unpacker::number(int bytes)
{
    std::uint64_t value = 0;
    for (const char byte : take(static_cast<std::uint64_t>(bytes)))
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

std::string_view Unpacker::take(std::uint64_t size)
{
    if (!m_isGood || size > m_rest.size()) {
        m_isGood = false;
        return {};
    }
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
}

std::size_t Unpacker::counted(unsigned fixed, unsigned mask, unsigned first16)
{
    const unsigned head = peek();
    take(1);
    if ((head & ~mask) == fixed)
        return m_isGood ? head & mask : 0;
    if (head != first16 && head != first16 + 1) {
        m_isGood = false;
        return 0;
    }
    return number(head == first16 ? 2 : 4);
}

std::uint64_t Unpacker::skipOne()
{
    const unsigned head = peek();
    if ((head & 0xf0U) == 0x80 || head == 0xde || head == 0xdf)
        return 2 * map();
    if ((head & 0xf0U) == 0x90 || head == 0xdc || head == 0xdd)
        return array();
    if ((head & 0xe0U) == 0xa0 || (head >= 0xd9 && head <= 0xdb)) {
        text();
        return 0;
    }
    if (isBinary()) {
        binary();
        return 0;
    }
    take(1);
    return skipSized(head);
}

std::uint64_t Unpacker::skipSized(unsigned head)
{
    if (head >= 0xc7 && head <= 0xc9) // ext8 to ext32
        take(number(1 << (head - 0xc7)) + 1);
    else if (head == 0xca)
        take(4);
    else if (head == 0xcb)
        take(8);
    else if (head >= 0xcc && head <= 0xd3) // the integers
        take(std::uint64_t(1) << ((head - 0xcc) % 4));
    else if (head >= 0xd4 && head <= 0xd8) // fixext1 to fixext16
        take((std::uint64_t(1) << (head - 0xd4)) + 1);
    else if (head == 0xc1)
        m_isGood = false;
    return 0;
}

} // namespace ct::bench
