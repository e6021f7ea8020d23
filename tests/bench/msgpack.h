// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// As much MessagePack as the protocol has. Thread: any.
namespace ct::bench {

/// Appends values the way the clients' encoder does: every map is a map16, the rest minimal.
class Packer
{
public:
    Packer &map(std::uint16_t size);
    Packer &array(std::uint16_t size);
    Packer &text(std::string_view value);
    /// Gives the place of the first byte.
    std::size_t binary(std::string_view value);
    /// Bytes that are a value already.
    Packer &raw(std::string_view value);
    /// Always five bytes, which hold for every number that the clients encode so: 65,536 and up.
    Packer &wideNumber(std::uint32_t value);

    std::size_t size() const { return m_bytes.size(); }
    std::string take() { return std::move(m_bytes); }

private:
    void number(std::uint64_t value, int bytes);

    std::string m_bytes;
};

/// Walks over values. After the first one that isn't there or is of another type, isGood() is
/// false and all further calls give nothing.
class Unpacker
{
public:
    explicit Unpacker(std::string_view bytes) : m_rest(bytes) { }

    bool isGood() const { return m_isGood; }
    std::size_t map() { return counted(0x80, 0x0f, 0xde); }
    std::size_t array() { return counted(0x90, 0x0f, 0xdc); }
    std::string_view text();
    std::string_view binary();
    /// Any value, in bytes as it stands.
    std::string_view skip();
    bool isBinary() const;
    bool isMap() const;

private:
    unsigned peek() const;
    std::uint64_t number(int bytes);
    std::string_view take(std::uint64_t size);
    std::size_t counted(unsigned fixed, unsigned mask, unsigned first16);
    /// Takes a head and the bytes that belong to it; gives the number of values inside.
    std::uint64_t skipOne();
    std::uint64_t skipSized(unsigned head);

    std::string_view m_rest;
    bool m_isGood = true;
};

} // namespace ct::bench
