// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/report.h"

#include <QFile>
#include <QJsonDocument>

#include <iostream>

namespace ct::bench {

QJsonObject medians(const std::vector<RunResult> &runs)
{
    QJsonObject middle = runs.empty() ? QJsonObject() : toJson(runs.front());
    for (auto member = middle.begin(); member != middle.end(); ++member) {
        std::vector<double> values;
        for (const RunResult &run : runs)
            values.push_back(toJson(run).value(member.key()).toDouble());
        member.value() = median(values);
    }
    return middle;
}

bool writeJson(const std::string &file, const QJsonObject &object)
{
    if (file.empty())
        return true;
    QFile output(QString::fromStdString(file));
    const QByteArray bytes = QJsonDocument(object).toJson();
    if (output.open(QIODevice::WriteOnly) && output.write(bytes) == bytes.size())
        return true;
    std::cerr << "codetogether-bench: can't write " << file << '\n';
    return false;
}

} // namespace ct::bench
