// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoground.h"
#include "shared/protocol/admin/packages.h"

namespace ct::console::demo {

/// The packages of the demo's server. It takes any file by its name, and keeps what it is called
/// only. Thread: main.
class DemoPackages
{
public:
    DemoPackages(DemoTable &table, const DemoGround &ground);

private:
    DemoAnswer begin(const DemoCall &call);
    DemoAnswer take(const DemoCall &call);
    DemoAnswer remove(const DemoCall &call);
    bool has(const QString &ide, const QString &file) const;

    DemoGround m_ground;
    QList<protocol::admin::PackageFacts> m_packages;
    QHash<QString, protocol::admin::NewUpload> m_uploads;
};

} // namespace ct::console::demo
