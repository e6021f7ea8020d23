// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

struct LogFile {
    QString name;
    qint64 size = 0;
    std::chrono::milliseconds changedMs {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("name", self.name);
        fields("size", self.size);
        fields("changedMs", self.changedMs);
    }
};

/// GET /logs
struct LogFiles {
    QList<LogFile> files;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("files", self.files);
    }
};

/// GET /logs/{log}
struct LogLines {
    QStringList lines;
    /// Where the first line begins, in bytes.
    qint64 from = 0;
    /// What to send as `from` for what comes later.
    qint64 next = 0;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("lines", self.lines);
        fields("from", self.from);
        fields("next", self.next);
    }
};

} // namespace ct::protocol::admin
