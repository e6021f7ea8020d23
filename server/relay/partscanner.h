// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/error.h"

#include <QByteArrayView>
#include <QLatin1StringView>

#include <cstring>

namespace ct::server::relay {

/// What a value is to the clients' decoder, which takes nil and `undefined` for nothing alike.
enum class ValueType { Nothing, String, Number, Binary, Map, Array, Other };

/// One whole MessagePack value, pointing into the scanned bytes.
struct Value {
    ValueType type = ValueType::Other;
    QByteArrayView raw;
    /// Without the header; for strings only.
    QByteArrayView text;
};

/// Whether a name is `text`. Its length is known beforehand, so this is a few instructions.
template<std::size_t size>
bool isNamed(QByteArrayView name, const char (&text)[size])
{
    return name.size() == qsizetype {size} - 1 && std::memcmp(name.data(), text, size - 1) == 0;
}

/// Whether a name is valid UTF-8. Nearly all are ASCII, and too short for a call to pay.
inline bool isText(QByteArrayView name)
{
    quint8 all = 0;
    for (const char byte : name)
        all |= static_cast<quint8>(byte);
    return all < 0x80 || name.isValidUtf8();
}

/// What asks for parts of one MessagePack value, which a PartWalk goes through. Parts are numbers
/// of the subclass's own; what stands in a `skipped` one is only measured. Every message passes
/// here, so nothing is virtual; a subclass `Scanner` has instead, all of them public:
///
///     /// Whether a part, should it be a map or an array, is looked into.
///     bool isKnown(Part part) const;
///     /// Which part a member of a known map is; nothing after fail().
///     std::optional<Part> memberOf(Part map, const Value &name);
///     /// Which part the items of a known array are.
///     Part itemOf(Part array) const;
///     /// A part has been read to its end. False after fail().
///     bool take(Part part, const Value &value);
///
/// Owner: the caller, for one walk. Thread: any.
class PartScanner
{
public:
    enum class Extent { Whole, Beginning };
    using Part = quint8;

    PartScanner(const PartScanner &) = delete;
    PartScanner &operator=(const PartScanner &) = delete;

    /// After a walk that was refused: why.
    const Error &error() const { return m_error; }

protected:
    static constexpr Part skipped = 0;
    static constexpr Part root = 1;
    static constexpr Part plain = 2;

    PartScanner(int depth, Extent extent) : m_depth(depth), m_extent(extent) { }
    ~PartScanner() = default;

    /// Ends the walk. The sentence, `what` and `rest`, never holds anything of the message.
    Q_DECL_COLD_FUNCTION bool fail(
        ErrorCode code, QLatin1StringView what, QLatin1StringView rest = {});

private:
    template<typename Scanner>
    friend class PartWalk;

    const int m_depth;
    const Extent m_extent;
    Error m_error;
};

/// A map or an array that a PartWalk is in.
struct OpenPart {
    PartScanner::Part part;
    bool isKnown;
    ValueType type;
    qsizetype at;
    /// A bit for each of the parts that it has had.
    quint64 seen;
};

} // namespace ct::server::relay
