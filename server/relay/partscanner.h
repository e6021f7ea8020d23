// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/error.h"

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

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

/// Walks once through one MessagePack value, without copying, and reports the parts that a subclass
/// asks for. Parts are numbers of the subclass's own; what stands in a `skipped` one is only
/// measured. Names in the maps that it knows must be valid UTF-8 strings, because clients read
/// others as something else than they are here. No part but `plain` may occur twice in one map.
/// Extensions other than `undefined` and time stamps are refused: some make the clients' decoder
/// take the values behind them for a part of them, and so read another message than we do.
/// Owner: the caller, for one run(). Thread: any.
class PartScanner
{
public:
    enum class Extent { Whole, Beginning };
    enum class Outcome { Complete, Cut, Refused };

    virtual ~PartScanner() = default;
    PartScanner(const PartScanner &) = delete;
    PartScanner &operator=(const PartScanner &) = delete;

    /// Complete: the bytes are exactly one value, of which nothing was refused. Cut: they are the
    /// beginning of one; only with Extent::Beginning.
    Outcome run(QByteArrayView bytes);
    /// After Refused: why.
    const Error &error() const { return m_error; }

protected:
    using Part = quint8;
    static constexpr Part skipped = 0;
    static constexpr Part root = 1;
    static constexpr Part plain = 2;

    PartScanner(int depth, Extent extent) : m_depth(depth), m_extent(extent) { }

    /// Whether a part, should it be a map or an array, is looked into.
    virtual bool isKnown(Part part) const = 0;
    /// Which part a member of a known map is; nothing after fail().
    virtual std::optional<Part> memberOf(Part map, const Value &name) = 0;
    /// Which part the items of a known array are.
    virtual Part itemOf(Part array) = 0;
    /// A part has been read to its end. False after fail().
    virtual bool take(Part part, const Value &value) = 0;

    /// Ends the run. The sentence never holds anything of the message.
    bool fail(ErrorCode code, const QString &message);

private:
    friend class PartVisitor;

    struct Open {
        Part part = skipped;
        bool isKnown = false;
        ValueType type = ValueType::Other;
        qsizetype at = 0;
        quint64 seen = 0;
    };

    bool scalar(ValueType type, qsizetype payload = 0);
    bool extension(qsizetype payload);
    bool open(ValueType type, quint32 count);
    bool close();
    void expectName();
    void expectMember() { m_expected = m_member; }
    void expectItem();
    bool finished(Part part, bool isName, const Value &value);
    bool nameFinished(const Value &name);

    const int m_depth;
    const Extent m_extent;
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    QVarLengthArray<Open, 16> m_open;
    Part m_expected = root;
    bool m_isName = false;
    Part m_member = skipped;
    Error m_error;
};

} // namespace ct::server::relay
