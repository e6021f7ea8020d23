// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/admin/operations.h"
#include "shared/protocol/fields.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

#include <functional>

namespace ct::console::demo {

/// A request of the admin API, as the demo gets it.
struct DemoCall {
    /// What the path's `{name}` stand for, in their order.
    QStringList arguments {};
    QUrlQuery query {};
    QJsonObject body {};
    QByteArray ifMatch {};
    /// SHA-256 in hexadecimal of what came instead of a message.
    QByteArray digest {};

    /// A query parameter; empty when there is none.
    QString text(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
};

struct DemoAnswer {
    int status = 200;
    QByteArray body {};
    QByteArray type {"application/json"};
    QByteArray etag {};
};

/// An object, with the ETag of what it says.
DemoAnswer objectAnswer(const QJsonObject &object, int status = 200);
/// Done, and nothing to say.
DemoAnswer nothingAnswer();
DemoAnswer problemAnswer(int status, const QString &title, const QString &detail = {});
/// What keeps a change of `object` from being made: 412 when its ETag is another one by now.
std::optional<DemoAnswer> outdated(const DemoCall &call, const QJsonObject &object);

template<typename Message>
DemoAnswer messageAnswer(const Message &message, int status = 200)
{
    return objectAnswer(protocol::FieldWriter::objectOf(message), status);
}

/// The operations that the demo has, each bound by what keeps the things that it is about. Thread:
/// main.
class DemoTable
{
public:
    using Handler = std::function<DemoAnswer(const DemoCall &)>;

    /// `id` is one of protocol::admin::operations.
    void bind(QByteArrayView id, const Handler &handler);
    /// `path` is below protocol::admin::base. 404 for what does not exist, 501 for what the demo
    /// leaves out.
    DemoAnswer answer(protocol::admin::Verb verb, const QByteArray &path, DemoCall call) const;

private:
    QHash<QByteArray, Handler> m_handlers;
};

} // namespace ct::console::demo
