// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/settingmodel.h"

using namespace Qt::StringLiterals;

namespace ct::console::models {

using protocol::admin::SettingFacts;

int SettingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString SettingModel::sourceOf(const SettingFacts &setting)
{
    if (setting.source == "default"_L1)
        return tr("default");
    if (setting.source == "environment"_L1)
        return tr("environment variable");
    if (setting.source == "flag"_L1)
        return tr("flag of the command line");
    return setting.place.isEmpty() ? setting.source : setting.place;
}

QVariant SettingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SettingFacts &setting = at(index.row());
    if (role == Qt::ToolTipRole)
        return setting.help;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return setting.name;
    case Value:
        return setting.value;
    case Source:
        return sourceOf(setting);
    default:
        return {};
    }
}

QVariant SettingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Setting");
    case Value:
        return tr("Value");
    case Source:
        return tr("Comes from");
    default:
        return {};
    }
}

bool SettingModel::isAlike(const SettingFacts &one, const SettingFacts &other) const
{
    return one.value == other.value && one.source == other.source && one.place == other.place;
}

} // namespace ct::console::models
