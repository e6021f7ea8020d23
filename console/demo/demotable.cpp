// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demotable.h"

#include "shared/protocol/admin/problem.h"
#include "shared/protocol/json.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

QByteArray tagOf(const QJsonObject &object)
{
    const QByteArray hash
        = QCryptographicHash::hash(protocol::toBytes(object), QCryptographicHash::Sha256);
    return '"' + hash.toHex().left(16) + '"';
}

/// What the placeholders of `pattern` stand for in `path`; nothing when it does not fit.
std::optional<QStringList> argumentsOf(QByteArrayView pattern, const QByteArray &path)
{
    const QList<QByteArray> wanted = pattern.toByteArray().split('/');
    const QList<QByteArray> given = path.split('/');
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        if (wanted.at(at).startsWith('{'))
            arguments.append(QUrl::fromPercentEncoding(given.at(at)));
        else if (wanted.at(at) != given.at(at))
            return std::nullopt;
    }
    return arguments;
}

} // namespace

DemoAnswer objectAnswer(const QJsonObject &object, int status)
{
    return {status, protocol::toBytes(object), "application/json", tagOf(object)};
}

DemoAnswer nothingAnswer()
{
    return {204, {}, {}};
}

DemoAnswer problemAnswer(int status, const QString &title, const QString &detail)
{
    protocol::admin::Problem problem;
    problem.type = u"urn:codetogether:problem:demo"_s;
    problem.title = title;
    problem.status = status;
    problem.detail = detail;
    return {
        status,
        protocol::toBytes(protocol::FieldWriter::objectOf(problem)),
        protocol::admin::problemType.toByteArray()};
}

std::optional<DemoAnswer> outdated(const DemoCall &call, const QJsonObject &object)
{
    if (call.ifMatch == tagOf(object) || call.ifMatch == "*")
        return std::nullopt;
    return problemAnswer(412, u"This has been changed meanwhile"_s);
}

void DemoTable::bind(QByteArrayView id, const Handler &handler)
{
    m_handlers.insert(id.toByteArray(), handler);
}

DemoAnswer DemoTable::answer(
    protocol::admin::Verb verb, const QByteArray &path, DemoCall call) const
{
    for (const protocol::admin::Operation &operation : protocol::admin::operations) {
        const auto arguments
            = operation.verb == verb ? argumentsOf(operation.path, path) : std::nullopt;
        if (!arguments)
            continue;
        call.arguments = *arguments;
        if (const Handler handler = m_handlers.value(operation.id.toByteArray()))
            return handler(call);
        return problemAnswer(
            501,
            QCoreApplication::translate("Demo", "The demo does not do this"),
            QCoreApplication::translate("Demo", "Connect to a server to try it."));
    }
    return problemAnswer(404, u"This API has no such path"_s);
}

} // namespace ct::console::demo
