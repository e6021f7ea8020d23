// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// GET /certificate
struct CertificateFacts {
    QString subject;
    QString issuer;
    /// Hosts and addresses that it is good for.
    QStringList names;
    /// Since 1970.
    std::chrono::milliseconds notBeforeMs {0};
    std::chrono::milliseconds notAfterMs {0};
    /// SHA-256, as "AB:CD:…".
    QString fingerprint;
    bool selfSigned = false;
    /// What should be seen to.
    QStringList warnings;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("subject", self.subject);
        fields("issuer", self.issuer);
        fields("names", self.names);
        fields("notBeforeMs", self.notBeforeMs);
        fields("notAfterMs", self.notAfterMs);
        fields("fingerprint", self.fingerprint);
        fields("selfSigned", self.selfSigned);
        fields("warnings", self.warnings);
    }
};

} // namespace ct::protocol::admin
