// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/app/entrance.h"

namespace ct::server::app {

void Entrance::watchOpened(const front::WatchHandle &watch)
{
    const auto open = [hub = m_hub, watch] {
        hub->opened(
            watch.ticket,
            {[watch](const QList<QByteArray> &texts) { watch.send(texts); },
             [watch](int code, const QByteArray &reason) {
                 watch.close(static_cast<quint16>(code), reason);
             }});
    };
    QMetaObject::invokeMethod(m_hub, open, Qt::QueuedConnection);
}

void Entrance::watchReady(const QByteArray &ticket)
{
    QMetaObject::invokeMethod(
        m_hub, [hub = m_hub, ticket] { hub->ready(ticket); }, Qt::QueuedConnection);
}

void Entrance::watchEnded(const QByteArray &ticket)
{
    QMetaObject::invokeMethod(
        m_hub, [hub = m_hub, ticket] { hub->ended(ticket); }, Qt::QueuedConnection);
}

} // namespace ct::server::app
