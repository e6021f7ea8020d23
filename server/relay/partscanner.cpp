// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/partscanner.h"

#include <exception>
#include <msgpack/unpack.hpp>

using namespace Qt::StringLiterals;

namespace ct::server::relay {

namespace {

/// Bytes of a value's first byte and its length or number, which is the whole value for scalars.
/// The parser tells what it has read, but not in which of the possible encodings.
qsizetype headerSize(quint8 first)
{
    switch (first) {
    case 0xc4: // bin 8
    case 0xc7: // ext 8
    case 0xcc: // uint 8
    case 0xd0: // int 8
    case 0xd9: // str 8
        return 2;
    case 0xc5: // bin 16
    case 0xc8: // ext 16
    case 0xcd: // uint 16
    case 0xd1: // int 16
    case 0xda: // str 16
    case 0xdc: // array 16
    case 0xde: // map 16
        return 3;
    case 0xc6: // bin 32
    case 0xc9: // ext 32
    case 0xca: // float 32
    case 0xce: // uint 32
    case 0xd2: // int 32
    case 0xdb: // str 32
    case 0xdd: // array 32
    case 0xdf: // map 32
        return 5;
    case 0xcb: // float 64
    case 0xcf: // uint 64
    case 0xd3: // int 64
        return 9;
    default:
        return 1;
    }
}

} // namespace

// NOLINTBEGIN(readability-identifier-naming): the names are msgpack-cxx's.
/// What msgpack::parse() calls. It only passes on.
class PartVisitor
{
public:
    explicit PartVisitor(PartScanner &scanner) : m_scanner(scanner) { }

    bool visit_nil() { return m_scanner.scalar(ValueType::Nothing); }
    bool visit_boolean(bool) { return m_scanner.scalar(ValueType::Other); }
    bool visit_positive_integer(quint64) { return m_scanner.scalar(ValueType::Number); }
    bool visit_negative_integer(qint64) { return m_scanner.scalar(ValueType::Number); }
    bool visit_float32(float) { return m_scanner.scalar(ValueType::Number); }
    bool visit_float64(double) { return m_scanner.scalar(ValueType::Number); }
    // The pointers are not used, because they are not set for empty values.
    bool visit_str(const char *, quint32 size) { return m_scanner.scalar(ValueType::String, size); }
    bool visit_bin(const char *, quint32 size) { return m_scanner.scalar(ValueType::Binary, size); }
    bool visit_ext(const char *, quint32 size) { return m_scanner.extension(size); }

    bool start_array(quint32 count) { return m_scanner.open(ValueType::Array, count); }
    bool start_array_item()
    {
        m_scanner.expectItem();
        return true;
    }
    bool end_array_item() { return true; }
    bool end_array() { return m_scanner.close(); }

    bool start_map(quint32 count) { return m_scanner.open(ValueType::Map, count); }
    bool start_map_key()
    {
        m_scanner.expectName();
        return true;
    }
    bool end_map_key() { return true; }
    bool start_map_value()
    {
        m_scanner.expectMember();
        return true;
    }
    bool end_map_value() { return true; }
    bool end_map() { return m_scanner.close(); }

    void parse_error(std::size_t, std::size_t) { m_isBroken = true; }
    void insufficient_bytes(std::size_t, std::size_t) { m_isCut = true; }

    bool isBroken() const { return m_isBroken; }
    bool isCut() const { return m_isCut; }

private:
    PartScanner &m_scanner;
    bool m_isBroken = false;
    bool m_isCut = false;
};
// NOLINTEND(readability-identifier-naming)

PartScanner::Outcome PartScanner::run(QByteArrayView bytes)
{
    m_bytes = bytes;
    PartVisitor visitor(*this);
    bool isDone = false;
    try {
        // Trailing bytes are no failure to it.
        isDone = msgpack::parse(bytes.data(), static_cast<std::size_t>(bytes.size()), visitor);
    } catch (const std::exception &) {
        fail(ErrorCode::InvalidInput, u"the message is not MessagePack"_s);
        return Outcome::Refused;
    }
    if (visitor.isCut() && m_extent == Extent::Beginning)
        return Outcome::Cut;
    if (isDone && m_position == bytes.size())
        return Outcome::Complete;
    if (isDone)
        fail(ErrorCode::InvalidInput, u"the message has bytes after its end"_s);
    else if (visitor.isCut())
        fail(ErrorCode::InvalidInput, u"the message is cut off"_s);
    else if (visitor.isBroken())
        fail(ErrorCode::InvalidInput, u"the message is not MessagePack"_s);
    return Outcome::Refused;
}

bool PartScanner::fail(ErrorCode code, const QString &message)
{
    m_error = {code, message};
    return false;
}

bool PartScanner::scalar(ValueType type, qsizetype payload)
{
    const qsizetype at = m_position;
    const qsizetype header = headerSize(static_cast<quint8>(m_bytes[at]));
    if (header > m_bytes.size() - at || payload > m_bytes.size() - at - header)
        return fail(ErrorCode::Internal, u"the MessagePack parser has read past the end"_s);
    m_position += header + payload;
    const QByteArrayView raw = m_bytes.sliced(at, header + payload);
    const bool hasText = type == ValueType::String;
    return finished(
        m_expected, m_isName, {type, raw, hasText ? raw.sliced(header) : QByteArrayView()});
}

bool PartScanner::extension(qsizetype payload)
{
    // The payload begins with the type: 0 is the clients' `undefined`, -1 a time stamp.
    const qsizetype at = m_position + headerSize(static_cast<quint8>(m_bytes[m_position]));
    const auto type = static_cast<qint8>(m_bytes[at]);
    if (type != 0 && type != -1)
        return fail(ErrorCode::InvalidInput, u"an extension type is not of the protocol"_s);
    return scalar(type == 0 ? ValueType::Nothing : ValueType::Other, payload);
}

bool PartScanner::open(ValueType type, quint32 count)
{
    if (m_isName)
        return fail(ErrorCode::InvalidInput, u"a name is not a string"_s);
    if (m_open.size() >= m_depth)
        return fail(ErrorCode::TooLarge, u"the message is nested too deep"_s);
    const qsizetype at = m_position;
    m_position += headerSize(static_cast<quint8>(m_bytes[at]));
    const qint64 atLeast = type == ValueType::Map ? qint64 {count} * 2 : qint64 {count};
    if (m_extent == Extent::Whole && atLeast > m_bytes.size() - m_position)
        return fail(ErrorCode::InvalidInput, u"more values are announced than there are bytes"_s);
    const bool isPart = m_expected != skipped && isKnown(m_expected);
    m_open.append({.part = m_expected, .isKnown = isPart, .type = type, .at = at});
    return true;
}

bool PartScanner::close()
{
    const Open closed = m_open.back();
    m_open.pop_back();
    const QByteArrayView raw = m_bytes.sliced(closed.at, m_position - closed.at);
    return finished(closed.part, false, {closed.type, raw, {}});
}

void PartScanner::expectName()
{
    m_expected = skipped;
    m_member = skipped;
    m_isName = m_open.back().isKnown;
}

void PartScanner::expectItem()
{
    const Open &array = m_open.back();
    m_expected = array.isKnown ? itemOf(array.part) : skipped;
}

bool PartScanner::finished(Part part, bool isName, const Value &value)
{
    if (isName)
        return nameFinished(value);
    return part == skipped || take(part, value);
}

bool PartScanner::nameFinished(const Value &name)
{
    m_isName = false;
    if (name.type != ValueType::String || !name.text.isValidUtf8())
        return fail(ErrorCode::InvalidInput, u"a name is not a string"_s);
    Open &map = m_open.back();
    const std::optional<Part> member = memberOf(map.part, name);
    if (!member)
        return false;
    m_member = *member;
    if (m_member == skipped || m_member == plain)
        return true;
    const quint64 bit = quint64 {1} << m_member;
    if (map.seen & bit)
        return fail(ErrorCode::InvalidInput, u"a name occurs twice"_s);
    map.seen |= bit;
    return true;
}

} // namespace ct::server::relay
