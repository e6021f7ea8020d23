// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/clients/eclipsesite.h"

#include "server/clients/version.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::server::clients {

namespace {

constexpr auto countedId = "com.genuitec.eclipse.codetogether.core"_L1;

struct Bundle {
    QString id;
    QString version;
    QString file;
};

QList<Bundle> bundlesOf(const QStringList &files)
{
    static const QRegularExpression form(
        uR"(\A(?:[^/]+/)*plugins/([A-Za-z0-9._-]+)_(\d+\.\d+\.\d+(?:\.[A-Za-z0-9_-]+)?)\.jar\z)"_s);
    QList<Bundle> bundles;
    for (const QString &file : files) {
        if (const auto match = form.match(file); match.hasMatch())
            bundles.append({match.captured(1), match.captured(2), file});
    }
    return bundles;
}

/// How likely a bundle is the core of its site; 0: not at all.
int likelihood(const QString &id, bool isTheOnlyOne)
{
    if (id == countedId)
        return 4;
    const bool isCore = id.endsWith(".core"_L1);
    if (isCore && id.contains("codetogether"_L1))
        return 3;
    if (isCore && id.contains("collab"_L1))
        return 2;
    return isTheOnlyOne ? 1 : 0;
}

QString coreIdOf(const QList<Bundle> &bundles)
{
    QSet<QString> ids;
    for (const Bundle &bundle : bundles)
        ids.insert(bundle.id);
    QString best;
    int bestLikelihood = 0;
    for (const QString &id : std::as_const(ids)) {
        const int one = likelihood(id, ids.size() == 1);
        if (one > bestLikelihood || (one == bestLikelihood && one > 0 && id < best)) {
            best = id;
            bestLikelihood = one;
        }
    }
    return best;
}

} // namespace

bool isEclipseSite(const QStringList &files)
{
    static const QRegularExpression index(
        uR"(\A(p2\.index|(content|compositeContent)\.(xml|jar|xml\.xz)|site\.xml)\z)"_s);
    return std::any_of(files.begin(), files.end(), [](const QString &file) {
        return index.match(file).hasMatch();
    });
}

bool isCompositeSite(const QStringList &names)
{
    static const QRegularExpression index(uR"(\AcompositeContent\.(xml|jar|xml\.xz)\z)"_s);
    return std::any_of(names.begin(), names.end(), [](const QString &name) {
        return index.match(name).hasMatch();
    });
}

QList<CoreBundle> coreBundles(const QStringList &files)
{
    const QList<Bundle> bundles = bundlesOf(files);
    const QString id = coreIdOf(bundles);
    QList<CoreBundle> cores;
    for (const Bundle &bundle : bundles) {
        if (!id.isEmpty() && bundle.id == id)
            cores.append(
                {bundle.file,
                 bundle.version,
                 u"plugins/"_s + countedId + u'_' + bundle.version + u".jar"_s});
    }
    std::sort(cores.begin(), cores.end(), [](const CoreBundle &one, const CoreBundle &other) {
        return isNewer(one.version, other.version);
    });
    return cores;
}

} // namespace ct::server::clients
