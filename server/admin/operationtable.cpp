// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/admin/operationtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::admin {

namespace {

using protocol::admin::Operation;
using protocol::admin::operations;
using protocol::admin::Verb;

/// Names of what is asked for; none is longer.
constexpr qsizetype longestSegment = 128;

/// What the placeholders of `pattern` stand for in `path`; nothing when it does not fit.
std::optional<QStringList> argumentsOf(QByteArrayView pattern, QByteArrayView path)
{
    const QList<QByteArray> wanted = pattern.toByteArray().split('/');
    const QList<QByteArray> given = path.toByteArray().split('/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        const QByteArray &segment = given.at(at);
        const bool isPlace = wanted.at(at).startsWith('{');
        if (!isPlace && segment != wanted.at(at))
            return std::nullopt;
        if (!isPlace)
            continue;
        const QString argument = QString::fromUtf8(QByteArray::fromPercentEncoding(segment));
        const bool isDots = argument == "."_L1 || argument == ".."_L1;
        if (segment.isEmpty() || segment.size() > longestSegment || isDots)
            return std::nullopt;
        arguments.append(argument);
    }
    return arguments;
}

} // namespace

OperationTable::OperationTable() : m_handlers(operations.size())
{ }

void OperationTable::bind(QByteArrayView id, Handler handler)
{
    const auto found
        = std::find_if(operations.begin(), operations.end(), [id](const Operation &operation) {
              return operation.id == id;
          });
    Q_ASSERT_X(found != operations.end(), "bind", id.data());
    const auto at = static_cast<std::size_t>(found - operations.begin());
    Q_ASSERT_X(!m_handlers.at(at), "bind", id.data());
    m_handlers[at] = std::move(handler);
}

OperationTable::Match OperationTable::match(Verb verb, QByteArrayView path) const
{
    Match match;
    QList<QByteArray> allowed;
    for (std::size_t at = 0; at < operations.size(); ++at) {
        const Operation &operation = operations.at(at);
        const auto arguments = argumentsOf(operation.path, path);
        if (!arguments)
            continue;
        allowed.append(
            protocol::admin::verbNames.at(static_cast<std::size_t>(operation.verb)).toByteArray());
        if (operation.verb != verb || match.operation)
            continue;
        match.operation = &operation;
        match.handler = m_handlers.at(at);
        match.arguments = *arguments;
    }
    match.allowed = allowed.join(", ");
    return match;
}

QList<QByteArray> OperationTable::unbound() const
{
    QList<QByteArray> ids;
    for (std::size_t at = 0; at < operations.size(); ++at) {
        if (!m_handlers.at(at))
            ids.append(operations.at(at).id.toByteArray());
    }
    return ids;
}

} // namespace ct::server::admin
