// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <array>
#include <optional>

namespace ct::server::licence {

/// A licence as it was issued: five texts, of which the last signs the others exactly as they are.
struct Licence {
    QString licensee;
    QString maxConnections;
    QString expiration;
    QString locator;
    QString signature;

    /// A locator alone makes no licence.
    bool isEmpty() const;
    /// Decimal, 0 for no limit; nothing when it has another form.
    std::optional<int> connections() const;
    /// The last day, from YYYY/MM/DD; nothing when there is no such day.
    std::optional<QDate> lastDay() const;

    friend bool operator==(const Licence &left, const Licence &right) = default;
};

/// One text of a licence, under the name that it has in files and in the environment.
struct LicenceField {
    const char *name;
    QString Licence::*text;
};

/// In the order in which they are signed and written.
inline constexpr std::array licenceFields {
    LicenceField {"CT_LICENSEE", &Licence::licensee},
    LicenceField {"CT_MAXCONNECTIONS", &Licence::maxConnections},
    LicenceField {"CT_EXPIRATION", &Licence::expiration},
    LicenceField {"CT_LOCATOR", &Licence::locator},
    LicenceField {"CT_SIGNATURE", &Licence::signature},
};

/// What is signed. The line `codetogether-licence-1`, then for each of the first four fields one
/// line `NAME LENGTH` and the text in UTF-8 on the next, LENGTH being its bytes; every line ends in
/// one line feed. The lengths leave no two licences with the same bytes.
QByteArray signedBytes(const Licence &licence);

} // namespace ct::server::licence
