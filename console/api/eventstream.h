// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/pollingsource.h"

#include <QWebSocket>

namespace ct::console::api {

/// The admin API's WebSocket of events. After a loss it goes on where it was; where it can't be
/// had at all (an older server, a proxy that knows no WebSockets), the server is asked again and
/// again instead. Thread: main.
class EventStream final : public EventSource
{
    Q_OBJECT

public:
    /// `client` must outlive the stream.
    EventStream(AdminClient &client, const DelayMaker &makeDelay);
    ~EventStream() override;

    void start() override;
    void stop() override;

private:
    void open();
    void renewSocket();
    void dropSocket();
    void judge(const QList<QSslError> &errors);
    void take(const QString &text);
    void followState(QAbstractSocket::SocketState state);
    void lose();
    void askForSignIn();

    AdminClient &m_client;
    std::unique_ptr<Delay> m_delay;
    PollingSource m_polling;
    /// One for each connection, since it keeps for life which errors it was told to ignore.
    QWebSocket *m_socket = nullptr;
    bool m_isWanted = false;
    bool m_wasOpen = false;
    /// Of the last event, unless that was amid a snapshot.
    std::optional<qint64> m_after;
    Call m_call;
};

} // namespace ct::console::api
