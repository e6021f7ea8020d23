// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/api/serveraddress.h"

using namespace Qt::StringLiterals;

namespace ct::console::api {

Result<QUrl> serverAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return Error {ErrorCode::InvalidInput, u"not an address: %1"_s.arg(url.errorString())};
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return Error {ErrorCode::InvalidInput, u"neither http nor https"_s};
    if (!url.userInfo().isEmpty())
        return Error {ErrorCode::InvalidInput, u"holds a user or password"_s};
    // Invitations are addresses with the room as fragment; the server's own part is wanted here.
    url.setFragment({});
    url.setQuery(QString());
    if (!url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    return url;
}

} // namespace ct::console::api
