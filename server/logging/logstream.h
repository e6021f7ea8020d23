// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/logging/logoutput.h"

#include <QByteArrayView>

namespace ct::server::logging {

/// Standard output or error. A reader who has stopped reading costs lines, never the writer.
class LogStream final : public LogOutput
{
public:
    /// The descriptor stays the caller's.
    explicit LogStream(int descriptor) : m_descriptor(descriptor) { }

    Status append(QByteArrayView lines) override;
    void reopen() override { }

private:
    Status write(QByteArrayView bytes);

    int m_descriptor;
    bool m_isStuck = false;
    bool m_isTorn = false;
};

} // namespace ct::server::logging
