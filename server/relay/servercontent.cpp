// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is read of messages that are meant for the server: the content, which is not encrypted.
#include "server/relay/partwalk.h"
#include "server/relay/servermessages.h"

using namespace Qt::StringLiterals;

namespace ct::server::relay {

namespace {

constexpr qsizetype longestContent = qsizetype {64} * 1024;
constexpr qsizetype mostFolders = 4096;
constexpr int deepestContent = 64;

/// One string, alone.
class StringScanner final : public PartScanner
{
public:
    StringScanner() : PartScanner(1, Extent::Whole) { }
    QByteArrayView text() const { return m_text; }

    // For the walk.
    bool isKnown(Part) const { return false; }
    std::optional<Part> memberOf(Part, const Value &) { return skipped; }
    Part itemOf(Part) const { return skipped; }
    bool take(Part, const Value &value)
    {
        if (value.type == ValueType::String)
            m_text = value.text;
        return true;
    }

private:
    QByteArrayView m_text;
};

/// `{method: string, …}`
class MethodScanner final : public PartScanner
{
public:
    MethodScanner() : PartScanner(deepestContent, Extent::Whole) { }
    QByteArrayView name() const { return m_name; }

    // For the walk.
    bool isKnown(Part part) const { return part == root; }
    std::optional<Part> memberOf(Part map, const Value &name)
    {
        return map == root && isNamed(name.text, "method") ? method : skipped;
    }
    Part itemOf(Part) const { return skipped; }
    bool take(Part part, const Value &value)
    {
        if (part == method && value.type == ValueType::String)
            m_name = value.text;
        return true;
    }

private:
    static constexpr Part method = plain + 1;

    QByteArrayView m_name;
};

/// `{response: {workspace: {name: string, folders: [string]}}}`, or a response that is nothing.
class JoinAnswerScanner final : public PartScanner
{
public:
    JoinAnswerScanner() : PartScanner(deepestContent, Extent::Whole) { }
    const JoinAnswer &answer() const { return m_answer; }

    // For the walk.
    bool isKnown(Part part) const { return part != WorkspaceName && part != plain; }
    std::optional<Part> memberOf(Part map, const Value &name);
    Part itemOf(Part array) const { return array == Folders ? plain : skipped; }
    bool take(Part part, const Value &value);

private:
    enum : Part { Response = plain + 1, Workspace, WorkspaceName, Folders };

    bool takeResponse(const Value &value);
    bool takeFolder(const Value &value);
    bool malformed() { return fail(ErrorCode::InvalidInput, "it grants no workspace"_L1); }

    JoinAnswer m_answer;
    bool m_hasWorkspace = false;
};

std::optional<PartScanner::Part> JoinAnswerScanner::memberOf(Part map, const Value &name)
{
    if (map == root && isNamed(name.text, "response"))
        return Response;
    if (map == Response && isNamed(name.text, "workspace"))
        return Workspace;
    if (map == Workspace && isNamed(name.text, "name"))
        return WorkspaceName;
    if (map == Workspace && isNamed(name.text, "folders"))
        return Folders;
    return skipped;
}

bool JoinAnswerScanner::take(Part part, const Value &value)
{
    const bool isNothing = value.type == ValueType::Nothing;
    switch (part) {
    case root:
        return value.type == ValueType::Map || isNothing || malformed();
    case Response:
        return takeResponse(value);
    case Workspace:
        m_hasWorkspace = true;
        return value.type == ValueType::Map || malformed();
    case WorkspaceName:
        m_answer.workspaceName = QString::fromUtf8(value.text);
        return value.type == ValueType::String || isNothing || malformed();
    case Folders:
        return value.type == ValueType::Array || isNothing || malformed();
    default:
        return takeFolder(value);
    }
}

bool JoinAnswerScanner::takeResponse(const Value &value)
{
    m_answer.accepted = value.type == ValueType::Map && m_hasWorkspace;
    return m_answer.accepted || value.type == ValueType::Nothing || malformed();
}

bool JoinAnswerScanner::takeFolder(const Value &value)
{
    if (value.type != ValueType::String)
        return malformed();
    if (m_answer.workspaceFolders.size() >= mostFolders)
        return fail(ErrorCode::TooMany, "it names too many folders"_L1);
    m_answer.workspaceFolders.append(QString::fromUtf8(value.text));
    return true;
}

template<typename Scanner>
bool isComplete(Scanner &scanner, QByteArrayView bytes)
{
    return PartWalk<Scanner>(scanner, bytes).run() == PartWalk<Scanner>::Outcome::Complete;
}

/// What keeps a message's content from being read by the server, if anything.
Status readable(const Envelope &message)
{
    if (message.encrypted)
        return Error {ErrorCode::InvalidInput, u"it is encrypted"_s};
    if (message.content.size() > longestContent)
        return Error {ErrorCode::TooLarge, u"its content is too long"_s};
    return {};
}

} // namespace

QByteArrayView decodeId(QByteArrayView raw)
{
    StringScanner scanner;
    return isComplete(scanner, raw) ? scanner.text() : QByteArrayView();
}

Result<JoinAnswer> parseJoinAnswer(const Envelope &answer)
{
    if (answer.kind == MessageKind::ResponseError)
        return JoinAnswer {};
    if (answer.kind != MessageKind::Response)
        return Error {ErrorCode::InvalidInput, u"it is no response"_s};
    if (const Status status = readable(answer); !status)
        return status.error();
    JoinAnswerScanner scanner;
    if (!isComplete(scanner, answer.content))
        return scanner.error();
    return scanner.answer();
}

Result<QByteArray> parseServerMethod(const Envelope &notification)
{
    if (notification.kind != MessageKind::Notification)
        return Error {ErrorCode::InvalidInput, u"it is no notification"_s};
    if (const Status status = readable(notification); !status)
        return status.error();
    MethodScanner scanner;
    if (!isComplete(scanner, notification.content))
        return scanner.error();
    if (scanner.name().isEmpty())
        return Error {ErrorCode::InvalidInput, u"it names no method"_s};
    return scanner.name().toByteArray();
}

} // namespace ct::server::relay
