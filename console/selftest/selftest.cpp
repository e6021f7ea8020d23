// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/selftest/selftest.h"

#include "console/pages/words/connectiontexts.h"
#include "console/selftest/secretsource.h"

#include <QPixmap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ct::console::selftest {

namespace {

using api::ConnectionState;
using pages::ConnectionTexts;

constexpr auto betweenLooks = 20ms;
/// As large as the window is at first.
constexpr QSize pageSize {880, 660};
const QString connectionStep = u"connection"_s;

} // namespace

SelfTest::SelfTest(
    api::Connection &connection,
    const pages::PageServices &services,
    std::chrono::milliseconds patience)
    : m_connection(connection),
      m_services(services),
      m_patience(patience)
{
    m_looks.setInterval(betweenLooks);
    connect(&m_looks, &QTimer::timeout, this, &SelfTest::look);
}

SelfTest::~SelfTest() = default;

void SelfTest::start()
{
    begin(connectionStep);
    m_connection.open();
    m_looks.start();
}

void SelfTest::begin(const QString &name)
{
    m_step = name;
    m_begun = m_services.clock.now();
}

void SelfTest::look()
{
    const auto known = verdict();
    const bool isLate = m_services.clock.now() - m_begun >= m_patience;
    if (known)
        end(*known);
    else if (isLate)
        end(u"No answer within %1 seconds"_s.arg(
            std::chrono::ceil<std::chrono::seconds>(m_patience).count()));
}

void SelfTest::end(const QString &fault)
{
    m_results.append(
        {m_step,
         std::chrono::duration_cast<std::chrono::milliseconds>(m_services.clock.now() - m_begun),
         fault});
    m_page.reset();
    const bool isOver = m_results.size() > std::ssize(pages::pageTable());
    const bool isConnected = m_step != connectionStep || fault.isEmpty();
    if (!isOver && isConnected)
        return openPage();
    m_looks.stop();
    Q_EMIT finished();
}

void SelfTest::openPage()
{
    const auto &row = pages::pageTable().at(static_cast<std::size_t>(m_results.size() - 1));
    begin(row.name);
    m_page = row.make(m_connection, m_services);
    m_page->resize(pageSize);
    m_page->show();
}

std::optional<QString> SelfTest::verdict() const
{
    auto connection = connectionVerdict();
    if (!m_page || connection != QString())
        return connection;
    // What it asks for beside its content is part of it.
    if (!m_connection.client().isIdle())
        return std::nullopt;
    if (!m_page->fault().isEmpty())
        return m_page->fault();
    if (!m_page->isAnswered())
        return std::nullopt;
    return m_page->grab().isNull() ? u"It can't be drawn"_s : QString();
}

std::optional<QString> SelfTest::connectionVerdict() const
{
    switch (m_connection.state()) {
    case ConnectionState::Online:
        return QString();
    case ConnectionState::Offline:
    case ConnectionState::Connecting:
    case ConnectionState::SigningIn:
        return std::nullopt;
    case ConnectionState::CertificateDoubted:
    case ConnectionState::CertificateChanged:
        return certificateFault();
    case ConnectionState::SignInNeeded:
        break;
    default:
        return QString(
            ConnectionTexts::sentence(m_connection) + u'\n' + m_connection.failure().detail);
    }
    const QString fault = ConnectionTexts::signInFault(m_connection);
    if (!fault.isEmpty())
        return fault;
    if (m_page)
        return u"The sign-in has ended"_s;
    return u"No password or token is known for it. Give one by --password-stdin, --token-stdin, %1 "
           "or %2, or let the console remember one."_s.arg(
               QLatin1StringView(passwordVariable), QLatin1StringView(tokenVariable));
}

QString SelfTest::certificateFault() const
{
    const api::Certificate &certificate = m_connection.certificate();
    const auto shown = [](const QByteArray &sha256) {
        return QString::fromLatin1(sha256.toHex(':')).toUpper();
    };
    if (!certificate.remembered.isEmpty()) {
        return u"It shows another certificate than was expected. Its SHA-256 fingerprint is %1, "
               u"not "
               "%2."_s.arg(shown(certificate.sha256), shown(certificate.remembered));
    }
    return u"No known authority vouches for its certificate. If its SHA-256 fingerprint is the "
           u"right "
           "one, pass it: --fingerprint %1"_s.arg(shown(certificate.sha256));
}

} // namespace ct::console::selftest
