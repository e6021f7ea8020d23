// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverstate.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <chrono>
#include <memory>

namespace ct::console::api {

/// Asks one server for its name, version and health. Never blocks: each ask() ends in exactly one
/// of the signals, unless cancel() or another ask() comes first. Thread: main.
class ServerClient : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the client; `patience` is how long one answer may take.
    explicit ServerClient(
        const Clock &clock, std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// `server` as serverAddress() gives it.
    void ask(const QUrl &server);
    void cancel();
    /// Takes that certificate from that host for as long as the program runs.
    void trust(const Certificate &certificate);

Q_SIGNALS:
    void stateReceived(const ct::console::api::ServerState &state);
    void failed(const ct::console::api::Failure &failure);
    /// The connection was not made; trust() and ask() again make it.
    void certificateDoubted(const ct::console::api::Certificate &certificate);

private:
    struct DeleteLater {
        void operator()(QNetworkReply *reply) const { reply->deleteLater(); }
    };
    using Step = void (ServerClient::*)();

    void get(QLatin1StringView path, Step answered);
    void refuseLongAnswer();
    void checkCertificate(const QList<QSslError> &errors);
    void readMeta();
    void readHealth();
    template<typename Message>
    Result<Message> answer();
    /// Emits the signal for a reply without a usable answer.
    void fail();
    int status() const;
    QString trustKey(const QByteArray &sha256) const;

    const Clock &m_clock;
    std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply, DeleteLater> m_reply;
    QUrl m_server;
    ServerState m_state;
    Certificate m_doubted;
    QSet<QString> m_trusted;
};

} // namespace ct::console::api
