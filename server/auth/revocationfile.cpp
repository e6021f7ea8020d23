// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/auth/revocationfile.h"

#include "server/auth/statefile.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::server::auth {

namespace {

/// More than any number of entries that fits into the memory of a server.
constexpr qsizetype longestFile = 512LL * 1024 * 1024;

} // namespace

RevocationFile::RevocationFile(QString path, const Revocations &revocations, const Clock &clock)
    : m_path(std::move(path)),
      m_revocations(revocations),
      m_clock(clock)
{
    m_writer.setMaxThreadCount(1);
}

RevocationFile::~RevocationFile()
{
    m_writer.waitForDone();
}

Status RevocationFile::load(const QString &path, Revocations &revocations)
{
    const Result<QByteArray> text = readPrivateFile(path, longestFile);
    if (!text)
        return text.error().code == ErrorCode::NotFound ? Status() : Status(text.error());
    if (const Status restored = revocations.restore(*text); !restored)
        return Error {
            restored.error().code,
            u"%1 %2; mend it or remove it, after which ended logins are good again"_s.arg(
                path, restored.error().message)};
    return {};
}

void RevocationFile::save(Saved saved)
{
    m_waiting.push_back(std::move(saved));
    if (m_underWay.empty())
        begin();
}

void RevocationFile::begin()
{
    m_underWay = std::exchange(m_waiting, {});
    m_writer.start([this] {
        const qint64 now = sinceEpoch(m_clock.wallNow()).count();
        const Status written = writePrivateFile(m_path, m_revocations.text(now));
        QMetaObject::invokeMethod(
            this, [this, written] { finish(written); }, Qt::QueuedConnection);
    });
}

void RevocationFile::finish(const Status &status)
{
    for (const Saved &saved : std::exchange(m_underWay, {})) {
        if (saved)
            saved(status);
    }
    if (!m_waiting.empty() && m_underWay.empty())
        begin();
}

} // namespace ct::server::auth
