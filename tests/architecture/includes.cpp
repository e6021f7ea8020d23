// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/architecture/includes.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::test {

namespace {

/// Depth first; `path` is the way here. True when it has come back to itself.
bool closesCycle(const Graph &graph, const QString &name, QStringList &path, QSet<QString> &done)
{
    const bool isBack = path.contains(name);
    path.append(name);
    if (isBack)
        return true;
    if (!done.contains(name)) {
        for (const QString &next : graph.value(name)) {
            if (closesCycle(graph, next, path, done))
                return true;
        }
        done.insert(name);
    }
    path.removeLast();
    return false;
}

} // namespace

QList<Rule> includeTable()
{
    const QString shared = u"shared"_s;
    return {
        {u"shared/base"_s, {}},
        {u"shared/protocol"_s, {u"shared/base"_s}},
        {u"server/eventloop"_s, {shared}},
        {u"server/logging"_s, {shared}},
        {u"server/net"_s, {shared}},
        {u"server/http"_s, {shared}},
        {u"server/websocket"_s, {shared}},
        {u"server/engineio"_s, {shared}},
        {u"server/socketio"_s, {shared}},
        {u"server/relay"_s, {shared}},
        {u"server/auth"_s, {shared}},
        {u"server/session"_s, {shared, u"server/relay"_s, u"server/auth/user.h"_s}},
        {u"server/front"_s,
         {shared,
          u"server/eventloop"_s,
          u"server/net"_s,
          u"server/http"_s,
          u"server/websocket"_s,
          u"server/engineio"_s,
          u"server/socketio"_s,
          u"server/relay"_s,
          u"server/session"_s,
          u"server/auth"_s,
          u"server/logging"_s}},
        {u"server/metrics"_s,
         {shared,
          u"server/eventloop"_s,
          u"server/net"_s,
          u"server/session/relaycounts.h"_s,
          u"server/session/sessionevents.h"_s,
          u"server/front/frontfigures.h"_s,
          u"server/licence/licencejudge.h"_s}},
        {u"server/licence"_s, {shared}},
        {u"server/licencetool"_s, {shared, u"server/licence"_s, u"server/config/sysexits.h"_s}},
        {u"server/credentials"_s, {shared, u"server/auth"_s}},
        {u"server/controltool"_s,
         {shared, u"server/config"_s, u"server/credentials"_s, u"server/net"_s, u"server/store"_s}},
        {u"server/archive"_s, {shared}},
        {u"server/clients"_s,
         {shared,
          u"server/archive"_s,
          u"server/licence/ed25519.h"_s,
          u"server/metrics/downloads.h"_s}},
        {u"server/store"_s, {shared, u"server/session/sessionevents.h"_s}},
        {u"server/auditfeed"_s, {shared, u"server/store"_s, u"server/logging/escaping.h"_s}},
        {u"server/compat"_s, {}},
        {u"server/admin"_s,
         {shared,
          u"server/auth"_s,
          u"server/clients"_s,
          u"server/config"_s,
          u"server/credentials"_s,
          u"server/http/backendfields.h"_s,
          u"server/licence"_s,
          u"server/logging"_s,
          u"server/metrics"_s,
          u"server/net"_s,
          u"server/session"_s,
          u"server/store"_s}},
        {u"server/application"_s,
         {shared,
          u"server/admin"_s,
          u"server/compat"_s,
          u"server/http"_s,
          u"server/archive"_s,
          u"server/auth"_s,
          u"server/clients"_s,
          u"server/credentials"_s,
          u"server/session"_s,
          u"server/logging"_s,
          u"server/metrics"_s,
          u"server/net"_s,
          u"server/relay"_s,
          u"server/store/auditentry.h"_s}},
        {u"server/config"_s, {shared, u"server/*/*config.h"_s}},
        {u"server/app"_s, {shared, u"server"_s}},
        {u"server"_s, {shared, u"server"_s}},
        {u"console/api"_s, {shared}},
        {u"console/demo"_s, {shared}},
        {u"console/icons"_s, {}},
        {u"console/translations"_s, {}},
        {u"console/profiles"_s, {shared, u"console/api/serveraddress.h"_s}},
        {u"console/models"_s, {shared, u"console/api"_s}},
        {u"console/widgets"_s, {shared, u"console/icons"_s}},
        {u"console/pages"_s,
         {shared,
          u"console/api"_s,
          u"console/icons"_s,
          u"console/models"_s,
          u"console/profiles"_s,
          u"console/widgets"_s}},
        {u"console/selftest"_s,
         {shared, u"console/api"_s, u"console/pages"_s, u"console/profiles"_s}},
        {u"console/app"_s, {shared, u"console"_s}},
        {u"console"_s, {shared, u"console"_s}},
    };
}

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, path.count(u'/') >= 2 ? 1 : 0);
}

QStringList ownIncludes(const QString &text)
{
    static const QRegularExpression include(
        uR"(^\s*#\s*include\s*["<]((?:shared|server|console|tests)/[^">]+)[">])"_s,
        QRegularExpression::MultilineOption);
    QStringList found;
    for (const QRegularExpressionMatch &match : include.globalMatch(text))
        found.append(match.captured(1));
    return found;
}

bool isAllowed(const Rule &rule, const QString &included)
{
    const QString target = roomOf(included);
    if (target == rule.room)
        return true;
    return std::any_of(rule.allowed.cbegin(), rule.allowed.cend(), [&](const QString &entry) {
        if (entry.endsWith(".h"_L1)) {
            const QString pattern = QRegularExpression::wildcardToRegularExpression(entry);
            return QRegularExpression(pattern).match(included).hasMatch();
        }
        return target == entry || target.startsWith(entry + u'/');
    });
}

QStringList findCycle(const Graph &graph)
{
    QSet<QString> done;
    for (auto node = graph.keyBegin(); node != graph.keyEnd(); ++node) {
        QStringList path;
        if (closesCycle(graph, *node, path, done))
            return path.mid(path.indexOf(path.constLast()));
    }
    return {};
}

} // namespace ct::test
