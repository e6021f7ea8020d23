// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an HttpConnection does with answers whose body is a file (X-Accel-Redirect).
#include "server/front/httpconnection.h"
#include "server/http/backendfields.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::front {

namespace {

/// Takes the file's path off an answer: it is not for the client in any case.
QByteArray takePath(http::Response &response)
{
    QByteArray path;
    auto &fields = response.fields;
    const auto at = std::remove_if(fields.begin(), fields.end(), [&path](const http::Field &field) {
        const bool isPath = field.name == http::backend::sendFile;
        if (isPath)
            path = field.value;
        return isPath;
    });
    fields.erase(at, fields.end());
    return path;
}

bool hasBody(const http::Response &response)
{
    return response.status >= 200 && response.status != 204 && response.status != 304;
}

/// Whether what an If-Range field names is what would be sent. Dates don't count: of a file that is
/// changed twice in a second they can't tell the versions apart.
bool isStillThat(QByteArrayView condition, const http::Response &response)
{
    if (condition.isEmpty())
        return true;
    const auto &fields = response.fields;
    return std::any_of(fields.begin(), fields.end(), [condition](const http::Field &field) {
        return field.name.compare("etag", Qt::CaseInsensitive) == 0
            && condition.trimmed() == field.value && !condition.startsWith("W/");
    });
}

void describeRange(http::Response &response, const RangeChoice &choice, const QByteArray &total)
{
    if (response.status == 200)
        response.setHeader("accept-ranges", "bytes");
    if (choice.kind != RangeChoice::Kind::Part)
        return;
    const QByteArray first = QByteArray::number(choice.range.first);
    const QByteArray last = QByteArray::number(choice.range.first + choice.range.length - 1);
    response.status = 206;
    response.setHeader("content-range", QByteArray("bytes " + first + '-' + last + '/' + total));
}

} // namespace

bool HttpConnection::takeFile(http::Response &response)
{
    const QByteArray path = takePath(response);
    if (path.isEmpty() || !hasBody(response))
        return false;
    response.body.clear();
    m_fileAnswer = std::move(response);
    FileReceiver &receiver = *this;
    m_file = std::make_unique<FileStream>(m_context.fileReaders, *this, receiver);
    m_file->open(QFile::decodeName(path), m_context.services.fileFolders);
    return true;
}

void HttpConnection::fileOpened(qint64 size)
{
    http::Response response = std::exchange(m_fileAnswer, {});
    const http::RequestHead &head = m_request.head;
    const bool mayBePart = response.status == 200 && head.method == "GET";
    const bool isPartAsked = mayBePart && isStillThat(head.header("if-range"), response);
    const auto choice = chooseRange(isPartAsked ? head.headerList("range") : QByteArray(), size);
    const QByteArray total = QByteArray::number(size);
    if (choice.kind == RangeChoice::Kind::Unsatisfiable) {
        m_file.reset();
        reportDelivery(false);
        response = textAnswer(416, "There is no such part of the file");
        response.setHeader("content-range", QByteArray("bytes */" + total));
        return answer(std::move(response));
    }
    describeRange(response, choice, total);
    m_file->choose(choice.range);
    answer(std::move(response));
}

void HttpConnection::fileRefused()
{
    m_fileAnswer = {};
    m_file.reset();
    reportDelivery(false);
    m_context.services.log.warnLimited(
        u"file"_s,
        u"A file that the application wanted sent can't be opened, or is no regular "
        "file in one of the folders for that"_s);
    answer(textAnswer(404, "Not found"));
}

void HttpConnection::fileBroken()
{
    gone(u"the file could not be read to its end"_s);
}

} // namespace ct::server::front
