// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/net/listeners.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::net {

namespace {

/// A port that is free on the first address may be taken on the next.
constexpr int mostTries = 16;

QString variableOf(Port port)
{
    switch (port) {
    case Port::Http:
        return u"CT_HTTP_PORT"_s;
    case Port::Https:
        return u"CT_HTTPS_PORT"_s;
    case Port::Metrics:
        return u"CT_METRICS_LISTEN"_s;
    case Port::Admin:
        return u"CT_ADMIN_LISTEN"_s;
    case Port::Private:
        break;
    }
    return u"CT_PRIVATE_PORT"_s;
}

Error sentence(Port port, const QHostAddress &address, quint16 number, const Error &cause)
{
    const QString where
        = address == QHostAddress(QHostAddress::Any) ? u"all addresses"_s : address.toString();
    const bool isPublic = port == Port::Http || port == Port::Https;
    const QString variables = variableOf(port) + (isPublic ? u", CT_BIND_ADDRESS"_s : QString());
    return {
        cause.code,
        u"cannot listen on %1 port %2 (%3): %4"_s.arg(
            where, QString::number(number), variables, cause.message)};
}

} // namespace

Listeners::Listeners(Listener::Incoming incoming, QObject *parent)
    : QObject(parent),
      m_incoming(std::move(incoming))
{ }

Result<Listeners::Opened> Listeners::openAll(
    Port port, const QList<QHostAddress> &addresses, quint16 number)
{
    Opened opened;
    for (const QHostAddress &address : addresses) {
        auto listener = std::make_unique<Listener>(port, m_incoming);
        const quint16 wanted = opened.empty() ? number : opened.front()->serverPort();
        if (const Status status = listener->open(address, wanted); !status)
            return sentence(port, address, wanted, status.error());
        opened.push_back(std::move(listener));
    }
    return opened;
}

Status Listeners::openPort(Port port, const QList<QHostAddress> &addresses, quint16 number)
{
    Result<Opened> opened = openAll(port, addresses, number);
    for (int tries = 1; !opened && number == 0 && tries < mostTries; ++tries) {
        if (opened.error().code != ErrorCode::Conflict)
            break;
        opened = openAll(port, addresses, number);
    }
    if (!opened)
        return opened.error();
    Opened listeners = *std::move(opened);
    m_numbers[port] = listeners.front()->serverPort();
    for (std::unique_ptr<Listener> &listener : listeners) {
        connect(listener.get(), &Listener::overloaded, this, &Listeners::overloaded);
        m_listeners.push_back(std::move(listener));
    }
    return {};
}

Status Listeners::open(const NetConfig &config)
{
    const QList<QHostAddress> addresses = config.bindAddresses.isEmpty()
        ? QList<QHostAddress> {QHostAddress(QHostAddress::Any)}
        : config.bindAddresses;
    Status status = openPort(Port::Http, addresses, config.httpPort);
    if (status && config.httpsEnabled)
        status = openPort(Port::Https, addresses, config.httpsPort);
    if (status)
        status
            = openPort(Port::Private, {QHostAddress(QHostAddress::LocalHost)}, config.privatePort);
    if (status && !config.metricsDoor.address.isNull())
        status = openPort(Port::Metrics, {config.metricsDoor.address}, config.metricsDoor.port);
    if (status && !config.adminDoor.address.isNull())
        status = openPort(Port::Admin, {config.adminDoor.address}, config.adminDoor.port);
    if (!status)
        close();
    return status;
}

void Listeners::close()
{
    m_listeners.clear();
    m_numbers.clear();
}

} // namespace ct::server::net
