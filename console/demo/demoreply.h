// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/demo/demotable.h"

#include <QNetworkReply>

namespace ct::console::demo {

/// An answer of the demo, as the network would bring it: a little later. Owner: who asked.
class DemoReply : public QNetworkReply
{
    Q_OBJECT

public:
    DemoReply(
        QNetworkAccessManager::Operation operation,
        const QNetworkRequest &request,
        DemoAnswer answer,
        QObject *parent);

    void abort() override;
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;

private:
    void arrive();

    DemoAnswer m_answer;
    qsizetype m_read = 0;
    bool m_hasArrived = false;
};

} // namespace ct::console::demo
