// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace ct::test {

/// Real clients with sessions going on (CT_PEOPLE, run by node), until this object ends.
/// Thread: the test's.
class People
{
public:
    ~People();

    /// False when they did not get in; output() says why.
    bool start(const QString &url, int sessions, int guests);
    QByteArray output() { return m_output += m_process.readAll(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace ct::test
