// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/selftest/selftestreport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::selftest {

namespace {

constexpr int nameWidth = 15;
constexpr int timeWidth = 9;

qsizetype faultsOf(const QList<StepResult> &results)
{
    return std::count_if(results.cbegin(), results.cend(), [](const StepResult &one) {
        return !one.fault.isEmpty();
    });
}

} // namespace

QString reportOf(const QList<StepResult> &results)
{
    QString report;
    for (const StepResult &one : results) {
        const QString time = u"%1 ms"_s.arg(one.took.count());
        // A server's own words may have any number of lines.
        const QString outcome = one.fault.isEmpty() ? u"ok"_s : one.fault.simplified();
        report += one.name.leftJustified(nameWidth) + time.rightJustified(timeWidth) + u"  "_s
            + outcome + u'\n';
    }
    const qsizetype faults = faultsOf(results);
    const qsizetype missing = std::ssize(pages::pageTable()) + 1 - results.size();
    if (missing > 0)
        report += u"\nNo page could be opened\n"_s;
    else if (faults > 0)
        report += u"\n%1 of %2 pages not in order\n"_s.arg(faults).arg(results.size() - 1);
    else
        report += u"\nAll %1 pages are in order\n"_s.arg(results.size() - 1);
    return report;
}

bool isWell(const QList<StepResult> &results)
{
    return std::ssize(results) > std::ssize(pages::pageTable()) && faultsOf(results) == 0;
}

} // namespace ct::console::selftest
