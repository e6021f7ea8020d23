// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/envelope.h"

#include "server/relay/partwalk.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::relay {

namespace {

constexpr std::array<std::pair<MessageKind, QByteArrayView>, 5> kindNames {{
    {MessageKind::Request, "request"},
    {MessageKind::Response, "response"},
    {MessageKind::ResponseError, "response-error"},
    {MessageKind::Notification, "notification"},
    {MessageKind::Broadcast, "broadcast"},
}};

/// Fills an Envelope while the message is walked through.
class EnvelopeScanner final : public PartScanner
{
public:
    /// `envelope` gets what is found; of a cut message, what stands before the cut.
    EnvelopeScanner(Envelope &envelope, const ScanLimits &limits, Extent extent)
        : PartScanner(limits.depth, extent),
          m_limits(limits),
          m_envelope(envelope)
    { }

    bool hasKind() const { return m_hasKind; }
    /// Whether the parts that every message needs are there, after Outcome::Complete.
    bool isWhole(qsizetype size);

    // For the walk.
    bool isKnown(Part part) const
    {
        return part == root || part == Metadata || (part >= Encryption && part <= Key);
    }
    std::optional<Part> memberOf(Part map, const Value &name);
    Part itemOf(Part array) const { return array == Keys ? Part {Key} : skipped; }
    bool take(Part part, const Value &value);

private:
    // Up to Metadata they are members of the message itself.
    enum : Part { Kind = plain + 1, Version, Id, Target, Content, Metadata };
    enum : Part { Encryption = Metadata + 1, Keys, Key, KeyTarget };

    static Part fieldPart(QByteArrayView name);
    std::optional<Part> field(const Value &name);
    bool takeField(Part part, const Value &value);
    bool takeRouting(Part part, const Value &value);
    bool takeKind(const Value &value);
    bool takeId(const Value &value);
    bool takeKey(const Value &value);
    bool mistyped(QLatin1StringView name);

    const ScanLimits m_limits;
    Envelope &m_envelope;
    bool m_hasKind = false;
    bool m_hasVersion = false;
    std::optional<QByteArrayView> m_keyTarget;
};

EnvelopeScanner::Part EnvelopeScanner::fieldPart(QByteArrayView name)
{
    if (isNamed(name, "kind"))
        return Kind;
    if (isNamed(name, "version"))
        return Version;
    if (isNamed(name, "id"))
        return Id;
    if (isNamed(name, "target"))
        return Target;
    if (isNamed(name, "content"))
        return Content;
    return isNamed(name, "metadata") ? Part {Metadata} : plain;
}

std::optional<PartScanner::Part> EnvelopeScanner::field(const Value &name)
{
    auto &fields = m_envelope.fields;
    const Part part = fieldPart(name.text);
    const auto isTaken = [&name](const auto &field) {
        return field.name == name.text;
    };
    if (part == plain && std::any_of(fields.begin(), fields.end(), isTaken)) {
        fail(ErrorCode::InvalidInput, "a name occurs twice"_L1);
        return std::nullopt;
    }
    if (fields.size() >= m_limits.fields) {
        fail(ErrorCode::TooMany, "the message has too many fields"_L1);
        return std::nullopt;
    }
    fields.append({name.text, name.raw});
    return part;
}

std::optional<PartScanner::Part> EnvelopeScanner::memberOf(Part map, const Value &name)
{
    switch (map) {
    case root:
        return field(name);
    case Metadata:
        return isNamed(name.text, "encryption") ? Part {Encryption} : skipped;
    case Encryption:
        return isNamed(name.text, "keys") ? Part {Keys} : skipped;
    case Key:
        return isNamed(name.text, "target") ? Part {KeyTarget} : skipped;
    default:
        return skipped;
    }
}

bool EnvelopeScanner::mistyped(QLatin1StringView name)
{
    return fail(ErrorCode::InvalidInput, name, " is not what it should be"_L1);
}

bool EnvelopeScanner::take(Part part, const Value &value)
{
    switch (part) {
    case root:
        return value.type == ValueType::Map || mistyped("the message"_L1);
    case Encryption:
        return value.type == ValueType::Map || mistyped("metadata.encryption"_L1);
    case Keys:
        m_envelope.keysArray = value.raw;
        return value.type == ValueType::Array || mistyped("metadata.encryption.keys"_L1);
    case Key:
        return takeKey(value);
    case KeyTarget:
        m_keyTarget = value.text;
        return value.type == ValueType::String || mistyped("a key's target"_L1);
    default:
        return takeField(part, value);
    }
}

bool EnvelopeScanner::takeField(Part part, const Value &value)
{
    // Until now only the name was known, right before the value.
    QByteArrayView &raw = m_envelope.fields.last().raw;
    raw = QByteArrayView(raw.data(), value.raw.data() + value.raw.size());
    switch (part) {
    case Content:
        if (value.type != ValueType::Nothing)
            m_envelope.content = value.raw;
        m_envelope.encrypted = value.type == ValueType::Binary;
        return true;
    case Metadata:
        m_envelope.metadata = value.raw;
        return value.type == ValueType::Map || mistyped("metadata"_L1);
    default:
        return takeRouting(part, value);
    }
}

bool EnvelopeScanner::takeRouting(Part part, const Value &value)
{
    const bool isString = value.type == ValueType::String;
    switch (part) {
    case Kind:
        return takeKind(value);
    case Version:
        m_hasVersion = isString;
        m_envelope.version = value.text;
        return isString || mistyped("version"_L1);
    case Id:
        return takeId(value);
    case Target:
        if (isString)
            m_envelope.target = value.text;
        return isString || value.type == ValueType::Nothing || mistyped("target"_L1);
    default:
        return true;
    }
}

bool EnvelopeScanner::takeKind(const Value &value)
{
    const auto *const at
        = std::find_if(kindNames.begin(), kindNames.end(), [&value](const auto &candidate) {
              return candidate.second == value.text;
          });
    if (value.type != ValueType::String || at == kindNames.end())
        return fail(ErrorCode::InvalidInput, "the kind is unknown"_L1);
    m_envelope.kind = at->first;
    m_hasKind = true;
    return true;
}

bool EnvelopeScanner::takeId(const Value &value)
{
    if (value.type == ValueType::Nothing)
        return true;
    if (value.type != ValueType::String && value.type != ValueType::Number)
        return mistyped("id"_L1);
    if (value.raw.size() > m_limits.idSize)
        return fail(ErrorCode::TooLarge, "the id is too long"_L1);
    m_envelope.id = value.raw;
    return true;
}

bool EnvelopeScanner::takeKey(const Value &value)
{
    if (value.type != ValueType::Map || !m_keyTarget)
        return fail(ErrorCode::InvalidInput, "a key has no target"_L1);
    if (m_envelope.keys.size() >= m_limits.keys)
        return fail(ErrorCode::TooMany, "the message has too many keys"_L1);
    m_envelope.keys.append({*m_keyTarget, value.raw});
    m_keyTarget.reset();
    return true;
}

bool EnvelopeScanner::isWhole(qsizetype size)
{
    const auto missing = [this](QLatin1StringView name) {
        return fail(ErrorCode::InvalidInput, name, " is missing"_L1);
    };
    if (!m_hasKind)
        return missing("kind"_L1);
    if (!m_hasVersion)
        return missing("version"_L1);
    if (m_envelope.content.isEmpty())
        return missing("content"_L1);
    if (m_envelope.keysArray.isEmpty())
        return missing("metadata.encryption.keys"_L1);
    const bool needsId
        = m_envelope.kind != MessageKind::Notification && m_envelope.kind != MessageKind::Broadcast;
    if (needsId && m_envelope.id.isEmpty())
        return missing("id"_L1);
    if (size - m_envelope.content.size() - m_envelope.keysArray.size() > m_limits.headSize)
        return fail(ErrorCode::TooLarge, "the message is too long beside its content"_L1);
    return true;
}

} // namespace

Result<Envelope> scan(QByteArrayView message, const ScanLimits &limits)
{
    using Walk = PartWalk<EnvelopeScanner>;
    Envelope envelope;
    EnvelopeScanner scanner(envelope, limits, PartScanner::Extent::Whole);
    if (Walk(scanner, message).run() != Walk::Outcome::Complete || !scanner.isWhole(message.size()))
        return scanner.error();
    return envelope;
}

std::optional<CutEnvelope> scanBeginning(QByteArrayView beginning)
{
    using Walk = PartWalk<EnvelopeScanner>;
    Envelope envelope;
    EnvelopeScanner scanner(envelope, {}, PartScanner::Extent::Beginning);
    const bool isRefused = Walk(scanner, beginning).run() == Walk::Outcome::Refused;
    if (isRefused || !scanner.hasKind() || envelope.id.isEmpty())
        return std::nullopt;
    return CutEnvelope {envelope.kind, envelope.id, envelope.version};
}

QByteArrayView kindName(MessageKind kind)
{
    const auto *const at
        = std::find_if(kindNames.begin(), kindNames.end(), [kind](const auto &candidate) {
              return candidate.first == kind;
          });
    return at == kindNames.end() ? QByteArrayView() : at->second;
}

} // namespace ct::server::relay
