// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/demo/demonetwork.h"

#include "console/demo/demoreply.h"
#include "shared/protocol/json.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::demo {

namespace {

using protocol::admin::Verb;
using protocol::admin::verbNames;

constexpr qint64 longestBody = 64LL * 1024;

Verb verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    if (operation == QNetworkAccessManager::GetOperation)
        return Verb::Get;
    const QByteArray name = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    const auto *const found = std::find(verbNames.begin(), verbNames.end(), QByteArrayView(name));
    return found == verbNames.end() ? Verb::Get : static_cast<Verb>(found - verbNames.begin());
}

} // namespace

DemoNetwork::DemoNetwork(DemoWorld &world) : m_world(world)
{ }

QNetworkReply *DemoNetwork::createRequest(
    Operation operation, const QNetworkRequest &request, QIODevice *outgoing)
{
    DemoCall call;
    call.query = QUrlQuery(request.url());
    call.ifMatch = request.rawHeader("If-Match");
    const QString type = request.header(QNetworkRequest::ContentTypeHeader).toString();
    if (outgoing && type == "application/octet-stream"_L1) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(outgoing);
        call.digest = hash.result().toHex();
    } else if (outgoing) {
        if (const auto body = protocol::objectFromBytes(outgoing->read(longestBody)))
            call.body = *body;
    }
    const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
    const qsizetype base = path.indexOf(protocol::admin::base);
    const DemoAnswer answer = base < 0
        ? problemAnswer(404, QStringLiteral("There is no such path"))
        : m_world.answer(
            verbOf(operation, request), path.sliced(base + protocol::admin::base.size()), call);
    return new DemoReply(operation, request, answer, this);
}

} // namespace ct::console::demo
