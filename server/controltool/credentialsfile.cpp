// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/controltool/credentialsfile.h"

#include "server/controltool/statelock.h"
#include "server/credentials/passwordhash.h"
#include "server/store/journal.h"
#include "server/store/keptcredentials.h"
#include "shared/base/random.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ct::server::controltool {

Status storeWithoutServer(const QString &stateFolder, const credentials::Pair &pair)
{
    const auto lock = lockState(stateFolder);
    if (!lock)
        return lock.error();
    const QByteArray hash = credentials::hashPassword(pair.password);
    if (hash.isEmpty())
        return Error {ErrorCode::Unavailable, u"There is no memory for the hash"_s};
    const SystemClock clock;
    SystemRandom random;
    store::Journal journal(
        stateFolder + u"/edge.sqlite"_s,
        QString::fromLatin1(randomId(random)),
        clock,
        [](const QString &sentence) { std::fputs(qUtf8Printable(sentence + u'\n'), stderr); });
    if (Status opened = journal.open(); !opened)
        return opened;
    store::Record record
        = store::credentialsRecord({pair.user, hash}, {u"local operator"_s}, clock.wallNow());
    record.sequence = 1;
    const store::Journal::Written written = journal.write({record});
    journal.close();
    if (!written)
        return *written.fault;
    if (!written.refused.empty())
        return Error {ErrorCode::Internal, u"The database does not take the credentials"_s};
    return {};
}

} // namespace ct::server::controltool
