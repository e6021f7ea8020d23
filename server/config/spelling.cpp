// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/spelling.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace ct::server::config {

namespace {

/// As many letters may be wrong, missing or too many.
constexpr qsizetype nearby = 3;
constexpr qsizetype longestName = 64;

/// Levenshtein's distance, one row of his table at a time.
qsizetype distance(const QString &one, const QString &other)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar letter : one) {
        qsizetype diagonal = row.front()++;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const qsizetype changed
                = diagonal + (letter == other[static_cast<qsizetype>(i) - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({changed, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row.back();
}

bool isCurly(QChar c)
{
    return u"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb"_s.contains(c);
}

} // namespace

QString withoutQuotes(const QString &value)
{
    const QString text = value.trimmed();
    const bool isQuoted = text.size() >= 2 && text.front() == text.back()
        && (text.front() == u'"' || text.front() == u'\'');
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

bool isOurName(const QString &name)
{
    return name.startsWith("CT_"_L1) || name.startsWith("OCT_"_L1) || name == "LOG_LEVEL"_L1;
}

bool hasCurlyQuotes(const QString &value)
{
    const QString text = withoutQuotes(value);
    return !text.isEmpty() && (isCurly(text.front()) || isCurly(text.back()));
}

QString nearestName(const QString &name, const QStringList &names)
{
    if (name.size() > longestName)
        return {};
    QString nearest;
    qsizetype least = nearby + 1;
    for (const QString &candidate : names) {
        const qsizetype there = distance(name, candidate);
        if (there < least) {
            least = there;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace ct::server::config
