// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/webvalues.h"

#include "server/config/values.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

constexpr int bitsOfIpv4 = 32;
constexpr int bitsOfIpv6 = 128;
constexpr qsizetype longestUrl = 2048;

/// Complete ones only: QHostAddress takes "10" for 0.0.0.10. Brackets as in URLs are taken off.
std::optional<QHostAddress> address(const QString &text)
{
    const bool isBracketed = text.startsWith(u'[') && text.endsWith(u']');
    const QHostAddress parsed(isBracketed ? text.sliced(1, text.size() - 2) : text);
    const bool isGood = parsed.protocol() == QAbstractSocket::IPv6Protocol
        || (parsed.protocol() == QAbstractSocket::IPv4Protocol && !isBracketed
            && text.count(u'.') == 3);
    return isGood ? std::optional(parsed) : std::nullopt;
}

std::optional<net::Subnet> subnet(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto base = address(slash < 0 ? text : text.first(slash));
    if (!base)
        return std::nullopt;
    const int bits = base->protocol() == QAbstractSocket::IPv4Protocol ? bitsOfIpv4 : bitsOfIpv6;
    if (slash < 0)
        return net::Subnet(*base, bits);
    const auto prefix = wholeNumber(text.sliced(slash + 1));
    if (!prefix || *prefix > bits)
        return std::nullopt;
    return net::Subnet(*base, static_cast<int>(*prefix));
}

/// http or https with a host and no user.
std::optional<QUrl> webUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isGood = text.size() <= longestUrl && url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && url.userInfo().isEmpty();
    return isGood ? std::optional(url) : std::nullopt;
}

std::optional<QByteArray> origin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isBare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery()
        && !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty() || !isBare)
        return std::nullopt;
    QByteArray result = url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1();
    if (url.host().contains(u':'))
        result = url.scheme().toLatin1() + "://[" + url.host(QUrl::FullyEncoded).toLatin1() + ']';
    const bool isUsualPort = (url.scheme() == "http"_L1 && url.port() == 80)
        || (url.scheme() == "https"_L1 && url.port() == 443);
    if (url.port() >= 0 && !isUsualPort)
        result += ':' + QByteArray::number(url.port());
    return result;
}

} // namespace

std::optional<QList<QHostAddress>> bindAddresses(const QString &text)
{
    if (text == "*"_L1)
        return QList<QHostAddress> {};
    QList<QHostAddress> all;
    const auto add = [&all](const QHostAddress &one) {
        if (!all.contains(one))
            all.append(one);
    };
    for (const QString &item : items(text)) {
        const auto parsed = address(item);
        if (parsed) {
            add(*parsed);
        } else if (item.compare("localhost"_L1, Qt::CaseInsensitive) == 0) {
            add(QHostAddress(QHostAddress::LocalHost));
            add(QHostAddress(QHostAddress::LocalHostIPv6));
        } else {
            return std::nullopt;
        }
    }
    // A list of nothing but commas must not open the server to all.
    return all.isEmpty() ? std::nullopt : std::optional(all);
}

QString bindAddressesText(const QList<QHostAddress> &value)
{
    QStringList texts;
    for (const QHostAddress &one : value)
        texts.append(one.toString());
    return texts.isEmpty() ? u"*"_s : texts.join(u", "_s);
}

std::optional<QList<net::Subnet>> subnets(const QString &text)
{
    QList<net::Subnet> all;
    if (text.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return all;
    for (const QString &item : items(text)) {
        const auto parsed = subnet(item);
        if (!parsed)
            return std::nullopt;
        all.append(*parsed);
    }
    return all.isEmpty() ? std::nullopt : std::optional(all);
}

QString subnetsText(const QList<net::Subnet> &value)
{
    QStringList texts;
    for (const net::Subnet &one : value)
        texts.append(one.first.toString() + u'/' + QString::number(one.second));
    return texts.isEmpty() ? u"none"_s : texts.join(u", "_s);
}

std::optional<QString> serverUrl(const QString &text)
{
    const auto url = webUrl(text);
    if (!url || url->hasQuery() || url->hasFragment())
        return std::nullopt;
    if (!url->path().isEmpty() && !pathPrefix(url->path()))
        return std::nullopt;
    QString clean = url->toString(QUrl::FullyEncoded);
    while (clean.endsWith(u'/'))
        clean.chop(1);
    return clean;
}

std::optional<QString> httpProxy(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isBare
        = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    const bool isGood = text.size() <= longestUrl && url.isValid() && url.scheme() == "http"_L1
        && !url.host().isEmpty() && url.port() > 0 && isBare;
    return isGood ? std::optional(url.toString(QUrl::FullyEncoded)) : std::nullopt;
}

std::optional<net::TlsVersions> tlsVersions(const QString &text)
{
    static const QRegularExpression separator(u"[ ,]+"_s);
    QStringList words = text.split(separator, Qt::SkipEmptyParts);
    const bool hasOld = words.removeAll(u"TLSv1.2"_s) > 0;
    const bool hasNew = words.removeAll(u"TLSv1.3"_s) > 0;
    if (!words.isEmpty() || (!hasOld && !hasNew))
        return std::nullopt;
    if (hasOld && hasNew)
        return net::TlsVersions::Both;
    return hasNew ? net::TlsVersions::Only13 : net::TlsVersions::Only12;
}

QString tlsVersionsText(net::TlsVersions value)
{
    switch (value) {
    case net::TlsVersions::Only12:
        return u"TLSv1.2"_s;
    case net::TlsVersions::Only13:
        return u"TLSv1.3"_s;
    case net::TlsVersions::Both:
        break;
    }
    return u"TLSv1.2 TLSv1.3"_s;
}

std::optional<QString> pageUrl(const QString &text)
{
    static const QRegularExpression path(u"\\A/(?!/)[!-~]*\\z"_s);
    if (text.size() <= longestUrl && path.match(text).hasMatch() && !text.contains(u'\\'))
        return text;
    const auto url = webUrl(text);
    return url ? std::optional(url->toString(QUrl::FullyEncoded)) : std::nullopt;
}

std::optional<QByteArray> pathPrefix(const QString &text)
{
    if (text == "/"_L1)
        return QByteArray();
    static const QRegularExpression form(u"\\A(?:/(?!\\.{1,2}(?:/|\\z))[A-Za-z0-9._~-]+)+/?\\z"_s);
    if (text.size() > longestUrl || !form.match(text).hasMatch())
        return std::nullopt;
    return (text.endsWith(u'/') ? text.chopped(1) : text).toLatin1();
}

std::optional<QList<QByteArray>> origins(const QString &text)
{
    QList<QByteArray> all;
    if (text == "*"_L1)
        return all;
    for (const QString &item : items(text)) {
        const auto parsed = origin(item);
        if (!parsed)
            return std::nullopt;
        if (!all.contains(*parsed))
            all.append(*parsed);
    }
    return all.isEmpty() ? std::nullopt : std::optional(all);
}

std::optional<QString> hostName(const QString &text)
{
    static const QRegularExpression around(
        u"\\A(?:[A-Za-z][A-Za-z0-9+.-]*://)?(\\[[^\\]]*\\]|[^:/?#]*)(?::\\d*)?(?:[/?#].*)?\\z"_s);
    static const QRegularExpression name(
        u"\\A[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\\.[A-Za-z0-9_-]+)*\\.?\\z"_s);
    static constexpr qsizetype longestName = 253;
    const QString trimmed = text.trimmed();
    if (const auto bare = address(trimmed))
        return bare->toString();
    const QRegularExpressionMatch match = around.match(trimmed);
    const QString host = match.captured(1);
    if (const auto bracketed = address(host))
        return bracketed->toString();
    if (host.size() > longestName || !name.match(host).hasMatch())
        return std::nullopt;
    return host;
}

std::optional<net::Endpoint> endpoint(const QString &text)
{
    if (text == "none"_L1)
        return net::Endpoint {};
    static constexpr qint64 highestPort = 65'535;
    const qsizetype colon = text.lastIndexOf(u':');
    const auto where = address(text.first(qMax<qsizetype>(0, colon)));
    const auto port = wholeNumber(text.sliced(colon + 1));
    const bool isUnclear = colon > 0 && text.count(u':') > 1 && !text.startsWith(u'[');
    if (!where || !port || *port > highestPort || isUnclear)
        return std::nullopt;
    return net::Endpoint {*where, static_cast<quint16>(*port)};
}

QString endpointText(const net::Endpoint &value)
{
    if (value.address.isNull())
        return u"none"_s;
    const bool isSix = value.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString address = value.address.toString();
    return (isSix ? u'[' + address + u']' : address) + u':' + QString::number(value.port);
}

} // namespace ct::server::config
