// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace ct::test {

/// A fresh self-signed certificate for "localhost" by the openssl program; null when that fails.
QSslConfiguration selfSigned();

/// An authority of a test's own, in a folder that goes with it.
class Authority
{
public:
    Authority();

    /// Null when openssl fails.
    QSslCertificate certificate() const;
    /// Each time another one, good for 127.0.0.1; the authority's goes along.
    QSslConfiguration issue() const;

private:
    QTemporaryDir m_folder;
};

} // namespace ct::test
