// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/console/people.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace ct::test {

People::~People()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool People::start(const QString &url, int sessions, int guests)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(
        u"node"_s,
        {qEnvironmentVariable("CT_PEOPLE"),
         url,
         QString::number(sessions),
         QString::number(guests)});
    return QTest::qWaitFor(
               [this] {
                   return output().contains("ready\n") || m_process.state() == QProcess::NotRunning;
               },
               60'000)
        && m_process.state() == QProcess::Running;
}

} // namespace ct::test
