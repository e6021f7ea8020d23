// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/relay/partscanner.h"
#include "server/relay/valueheader.h"

#include <QVarLengthArray>

#include <exception>
#include <msgpack/unpack.hpp>
#include <optional>

namespace ct::server::relay {

/// Goes once through one MessagePack value, without copying, and reports the parts that a
/// PartScanner asks for. Names in the maps that it knows must be valid UTF-8 strings, because
/// clients read others as something else than they are here. No part but `plain` may occur twice in
/// one map. Extensions other than `undefined` and time stamps are refused: some make the clients'
/// decoder take the values behind them for a part of them, and so read another message than we do.
/// Owner: the caller, for one run(). Thread: any.
template<typename Scanner>
class PartWalk
{
public:
    enum class Outcome { Complete, Cut, Refused };

    PartWalk(Scanner &scanner, QByteArrayView bytes) : m_scanner(scanner), m_bytes(bytes) { }

    /// Complete: the bytes are exactly one value, of which nothing was refused. Cut: they are the
    /// beginning of one; only with Extent::Beginning.
    Outcome run();

    // NOLINTBEGIN(readability-identifier-naming): the names are msgpack-cxx's, which calls these.
    bool visit_nil() { return scalar(ValueType::Nothing); }
    bool visit_boolean(bool) { return scalar(ValueType::Other); }
    bool visit_positive_integer(quint64) { return scalar(ValueType::Number); }
    bool visit_negative_integer(qint64) { return scalar(ValueType::Number); }
    bool visit_float32(float) { return scalar(ValueType::Number); }
    bool visit_float64(double) { return scalar(ValueType::Number); }
    // The pointers are not used, because they are not set for empty values.
    bool visit_str(const char *, quint32 size) { return scalar(ValueType::String, size); }
    bool visit_bin(const char *, quint32 size) { return scalar(ValueType::Binary, size); }
    bool visit_ext(const char *, quint32 size) { return extension(size); }

    bool start_array(quint32 count) { return open(ValueType::Array, count); }
    bool start_array_item()
    {
        const OpenPart &array = m_open.back();
        m_expected = array.isKnown ? m_scanner.itemOf(array.part) : PartScanner::skipped;
        return true;
    }
    bool end_array_item() { return true; }
    bool end_array() { return close(); }
    bool start_map(quint32 count) { return open(ValueType::Map, count); }
    bool start_map_key()
    {
        m_expected = m_member = PartScanner::skipped;
        m_isName = m_open.back().isKnown;
        return true;
    }
    bool end_map_key() { return true; }
    bool start_map_value()
    {
        m_expected = m_member;
        return true;
    }
    bool end_map_value() { return true; }
    bool end_map() { return close(); }
    void parse_error(std::size_t, std::size_t) { m_isBroken = true; }
    void insufficient_bytes(std::size_t, std::size_t) { m_isCut = true; }
    // NOLINTEND(readability-identifier-naming)

private:
    using Part = PartScanner::Part;
    bool fail(ErrorCode code, const char *message)
    {
        return m_scanner.fail(code, QLatin1StringView(message));
    }
    bool scalar(ValueType type, qsizetype payload = 0);
    bool extension(qsizetype payload);
    bool open(ValueType type, quint32 count);
    bool close();
    bool finished(Part part, const Value &value)
    {
        return part == PartScanner::skipped || m_scanner.take(part, value);
    }
    bool nameFinished(const Value &name);

    Scanner &m_scanner;
    const QByteArrayView m_bytes;
    qsizetype m_position = 0;
    QVarLengthArray<OpenPart, 16> m_open;
    Part m_expected = PartScanner::root;
    Part m_member = PartScanner::skipped;
    bool m_isName = false;
    bool m_isBroken = false;
    bool m_isCut = false;
};

template<typename Scanner>
typename PartWalk<Scanner>::Outcome PartWalk<Scanner>::run()
{
    bool isDone = false;
    try {
        // Trailing bytes are no failure to it.
        isDone = msgpack::parse(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()), *this);
    } catch (const std::exception &) {
        m_isBroken = true;
    }
    if (m_isCut && m_scanner.m_extent == PartScanner::Extent::Beginning)
        return Outcome::Cut;
    if (isDone && m_position == m_bytes.size())
        return Outcome::Complete;
    if (isDone)
        fail(ErrorCode::InvalidInput, "the message has bytes after its end");
    else if (m_isCut)
        fail(ErrorCode::InvalidInput, "the message is cut off");
    else if (m_isBroken)
        fail(ErrorCode::InvalidInput, "the message is not MessagePack");
    return Outcome::Refused;
}

template<typename Scanner>
bool PartWalk<Scanner>::scalar(ValueType type, qsizetype payload)
{
    const qsizetype at = m_position;
    const qsizetype header = headerSize(static_cast<quint8>(m_bytes[at]));
    if (header > m_bytes.size() - at || payload > m_bytes.size() - at - header)
        return fail(ErrorCode::Internal, "the MessagePack parser has read past the end");
    m_position += header + payload;
    // Most are keys, and ciphers of which only the place counts.
    if (m_expected == PartScanner::skipped && !m_isName)
        return true;
    const QByteArrayView raw = m_bytes.sliced(at, header + payload);
    const QByteArrayView text = type == ValueType::String ? raw.sliced(header) : QByteArrayView();
    const Value value {type, raw, text};
    return m_isName ? nameFinished(value) : finished(m_expected, value);
}

template<typename Scanner>
bool PartWalk<Scanner>::extension(qsizetype payload)
{
    // The payload begins with the type: 0 is the clients' `undefined`, -1 a time stamp.
    const qsizetype at = m_position + headerSize(static_cast<quint8>(m_bytes[m_position]));
    const auto type = static_cast<qint8>(m_bytes[at]);
    if (type != 0 && type != -1)
        return fail(ErrorCode::InvalidInput, "an extension type is not of the protocol");
    return scalar(type == 0 ? ValueType::Nothing : ValueType::Other, payload);
}

template<typename Scanner>
bool PartWalk<Scanner>::open(ValueType type, quint32 count)
{
    if (m_isName)
        return fail(ErrorCode::InvalidInput, "a name is not a string");
    if (m_open.size() >= m_scanner.m_depth)
        return fail(ErrorCode::TooLarge, "the message is nested too deep");
    const qsizetype at = m_position;
    m_position += headerSize(static_cast<quint8>(m_bytes[at]));
    const qint64 atLeast = type == ValueType::Map ? qint64 {count} * 2 : qint64 {count};
    if (m_scanner.m_extent == PartScanner::Extent::Whole && atLeast > m_bytes.size() - m_position)
        return fail(ErrorCode::InvalidInput, "more values are announced than there are bytes");
    const bool isKnown = m_expected != PartScanner::skipped && m_scanner.isKnown(m_expected);
    m_open.append({m_expected, isKnown, type, at, 0});
    return true;
}

template<typename Scanner>
bool PartWalk<Scanner>::close()
{
    const OpenPart closed = m_open.back();
    m_open.pop_back();
    return finished(
        closed.part, {closed.type, m_bytes.sliced(closed.at, m_position - closed.at), {}});
}

template<typename Scanner>
bool PartWalk<Scanner>::nameFinished(const Value &name)
{
    m_isName = false;
    OpenPart &map = m_open.back();
    if (name.type != ValueType::String)
        return fail(ErrorCode::InvalidInput, "a name is not a string");
    const std::optional<Part> member = m_scanner.memberOf(map.part, name);
    if (!member)
        return false;
    m_member = *member;
    // The names of all other parts are known, and known to be text.
    if (m_member == PartScanner::skipped || m_member == PartScanner::plain)
        return isText(name.text) || fail(ErrorCode::InvalidInput, "a name is not a string");
    const quint64 bit = quint64 {1} << m_member;
    if (map.seen & bit)
        return fail(ErrorCode::InvalidInput, "a name occurs twice");
    map.seen |= bit;
    return true;
}

} // namespace ct::server::relay
