// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/failure.h"

namespace ct::console::api {

namespace {

FailureKind kindOf(int status)
{
    switch (status) {
    case 401:
        return FailureKind::SignInNeeded;
    case 403:
        return FailureKind::Forbidden;
    case 404:
    case 405:
        return FailureKind::NotFound;
    case 409:
        return FailureKind::Conflict;
    case 412:
    case 428:
        return FailureKind::Outdated;
    case 400:
    case 413:
    case 415:
    case 422:
        return FailureKind::Invalid;
    case 429:
    case 503:
        return FailureKind::Busy;
    default:
        return status >= 500 ? FailureKind::Other : FailureKind::NotOurServer;
    }
}

} // namespace

bool Failure::isUnreachable() const
{
    switch (kind) {
    case FailureKind::HostNotFound:
    case FailureKind::Refused:
    case FailureKind::TimedOut:
    case FailureKind::Closed:
    case FailureKind::NoTls:
        return true;
    case FailureKind::Other:
        return status == 0;
    default:
        return false;
    }
}

QString Failure::faultOf(const QString &field) const
{
    if (problem) {
        for (const auto &fault : problem->errors) {
            if (fault.field == field)
                return fault.detail;
        }
    }
    return {};
}

FailureKind failureKind(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return FailureKind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return FailureKind::Refused;
    case QNetworkReply::TimeoutError:
    // How QNetworkRequest's transfer time-out ends; our own aborts are never listened to.
    case QNetworkReply::OperationCanceledError:
        return FailureKind::TimedOut;
    case QNetworkReply::RemoteHostClosedError:
        return FailureKind::Closed;
    case QNetworkReply::SslHandshakeFailedError:
        return FailureKind::NoTls;
    default:
        return FailureKind::Other;
    }
}

Failure failureOf(int status, const QByteArray &body)
{
    Failure failure {kindOf(status), {}, status};
    const auto object = protocol::objectFromBytes(body);
    if (!object)
        return failure;
    // What stands in front of the API answers without a problem; the kind says enough then.
    auto problem = protocol::FieldReader::messageOf<protocol::admin::Problem>(*object);
    if (problem) {
        failure.detail = problem->detail.isEmpty() ? problem->title : problem->detail;
        failure.problem = *std::move(problem);
    }
    return failure;
}

} // namespace ct::console::api
