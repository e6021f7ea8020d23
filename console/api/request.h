// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"

#include <QIODevice>
#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <variant>

namespace ct::console::api {

/// Bytes of a transfer so far, and of all of it (-1: nobody knows).
using Progress = std::function<void(qint64 done, qint64 all)>;

/// What is asked of the admin API.
struct Request {
    /// An id of protocol::admin::operations.
    QByteArrayView operation;
    /// For each `{name}` of its path, in their order; encoded when they are sent.
    QStringList pathValues {};
    QUrlQuery query {};
    std::optional<QJsonObject> body {};
    /// The ETag of what the change is made to.
    QByteArray ifMatch {};
    /// What is sent instead of `body`: must be open, and is read as the network takes it.
    std::shared_ptr<QIODevice> upload {};
    /// Where the answer goes as it comes, instead of being kept: must be open.
    std::shared_ptr<QIODevice> sink {};
    Progress progress {};
    /// Without a sign-in it waits for one; else it fails with SignInNeeded.
    bool waitsForSignIn = true;
    /// A longer answer is a failure; those into a sink may have any length.
    qint64 longestAnswer = 16LL * 1024 * 1024;
};

/// An answer as it came, of a status below 300.
struct RawAnswer {
    int status = 0;
    QByteArray body;
    QByteArray etag;
};

/// An answer without a message.
struct Nothing { };

/// What became of a request: a message and its ETag, or a Failure.
template<typename T>
class Outcome
{
public:
    Outcome(T value, QByteArray etag = {})
        : m_data(std::in_place_index<0>, std::move(value)),
          m_etag(std::move(etag))
    { }
    Outcome(Failure failure) : m_data(std::in_place_index<1>, std::move(failure)) { }

    bool has_value() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    const T &operator*() const { return *std::get_if<0>(&m_data); }
    const T *operator->() const { return std::get_if<0>(&m_data); }
    const Failure &failure() const { return *std::get_if<1>(&m_data); }
    /// To be sent as Request::ifMatch with a change; empty: the operation has none.
    const QByteArray &etag() const { return m_etag; }

private:
    std::variant<T, Failure> m_data;
    QByteArray m_etag;
};

/// The message that an answer holds: any struct of shared/protocol, `Nothing`, or a QByteArray for
/// the bytes as they are.
template<typename T>
Outcome<T> read(const Outcome<RawAnswer> &raw)
{
    if (!raw)
        return raw.failure();
    if constexpr (std::is_same_v<T, Nothing>) {
        return {T {}, raw->etag};
    } else if constexpr (std::is_same_v<T, QByteArray>) {
        return {raw->body, raw->etag};
    } else {
        const auto malformed = [&raw](const Error &error) {
            return Failure {FailureKind::NotOurServer, error.message, raw->status};
        };
        const auto object = protocol::objectFromBytes(raw->body);
        if (!object)
            return malformed(object.error());
        auto message = [&object] {
            if constexpr (requires(protocol::FieldReader & fields, T & self) {
                              T::describe(fields, self);
                          })
                return protocol::FieldReader::messageOf<T>(*object);
            else
                return protocol::fromJson<T>(*object);
        }();
        if (!message)
            return malformed(message.error());
        return {*std::move(message), raw->etag};
    }
}

} // namespace ct::console::api
