// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/front/streamsocket.h"

#include <QObject>

class QSslSocket;

namespace ct::server::front {

/// A connection that Qt reads and writes: TLS, and whatever PlainSocket could not take over.
/// Thread: the worker's.
class QtSocket final : public QObject, public StreamSocket
{
    Q_OBJECT

public:
    QtSocket(std::unique_ptr<QTcpSocket> socket, StreamEvents &events);
    ~QtSocket() override;

    /// It reads on its own, up to its buffer's size.
    void setReading(bool isReading) override { m_isReading = isReading; }
    QByteArrayView read() override;
    QByteArrayView keep(QByteArrayView rest) override { return rest; }
    qint64 skip() override;
    bool hasInput() const override { return m_socket->bytesAvailable() > 0; }
    bool hasEnded() const override { return isOver(); }
    bool isOver() const override;

    void write(QByteArrayView bytes) override { m_socket->write(bytes.data(), bytes.size()); }
    void writeShared(const QByteArray &bytes) override { m_socket->write(bytes); }
    bool flush() override;
    qint64 pending() const override;
    void endOutput() override;
    void abort() override { m_socket->abort(); }

private:
    StreamEvents &m_events;
    std::unique_ptr<QTcpSocket> m_socket;
    /// The same, when it is one.
    QSslSocket *const m_tls;
    /// What was read of it last.
    QByteArray m_input;
    bool m_isReading = false;
};

} // namespace ct::server::front
