// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demoworld.h"

#include <QNetworkAccessManager>

namespace ct::console::demo {

/// A network on which there is one server, the demo's; whatever is asked goes there, and nothing
/// leaves the program. Thread: main.
class DemoNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    /// It outlives the network.
    explicit DemoNetwork(DemoWorld &world);

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;

private:
    DemoWorld &m_world;
};

} // namespace ct::console::demo
