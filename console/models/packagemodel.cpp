// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/packagemodel.h"

#include "console/models/times.h"

using namespace Qt::StringLiterals;

namespace ct::console::models {

using protocol::admin::PackageFacts;

int PackageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString PackageModel::ideName(const QString &ide)
{
    if (ide == "vscode"_L1)
        return u"VS Code"_s;
    if (ide == "intellij"_L1)
        return u"JetBrains"_s;
    return ide == "eclipse"_L1 ? u"Eclipse"_s : ide;
}

QVariant PackageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const PackageFacts &package = at(index.row());
    switch (index.column()) {
    case Ide:
        return ideName(package.ide);
    case Title:
        return package.title;
    case Version:
        return package.version;
    case Size:
        return QLocale().formattedDataSize(package.size);
    case Configured:
        return package.configured ? tr("yes") : tr("no");
    case Changed:
        return shortTime(package.changedMs);
    default:
        return {};
    }
}

QVariant PackageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Ide:
        return tr("For");
    case Title:
        return tr("Package");
    case Version:
        return tr("Version");
    case Size:
        return tr("Size");
    case Configured:
        return tr("Knows this server");
    case Changed:
        return tr("Since");
    default:
        return {};
    }
}

bool PackageModel::isAlike(const PackageFacts &one, const PackageFacts &other) const
{
    return one.sha256 == other.sha256 && one.title == other.title && one.version == other.version
        && one.configured == other.configured && one.changedMs == other.changedMs;
}

} // namespace ct::console::models
