// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/auditfeed/webhookcall.h"

#include <QObject>

namespace ct::server::auditfeed {

/// Somebody outside who is given audit entries, in batches, one at a time. Nothing blocks, and
/// every batch is settled, or found oversized, within the config's patience. Thread: the one it
/// lives in.
class Receiver : public QObject
{
    Q_OBJECT

public:
    /// The next one only once this is settled.
    virtual void deliver(const Batch &batch) = 0;

Q_SIGNALS:
    /// The batch is there as far as its receiver tells, or `fault` says, without a secret, why it
    /// may not be.
    void settled(const QString &fault);
    /// The batch is not taken since it is too long; a shorter one may be.
    void oversized(const QString &fault);
};

} // namespace ct::server::auditfeed
