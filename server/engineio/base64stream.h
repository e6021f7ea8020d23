// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ct::server::engineio {

/// Decodes one base64 text (standard alphabet, padding may be missing) that arrives in pieces cut
/// anywhere. Holds at most 3 characters back. Thread: its owner's.
class Base64Stream
{
public:
    /// Appends what can be decoded so far to `out`; false when the text is not base64, after which
    /// only reset() makes sense.
    bool feed(QByteArrayView text, QByteArray &out);
    /// The text is complete; false when it can't end here.
    bool finish(QByteArray &out);
    void reset();

private:
    bool decode(QByteArrayView text, QByteArray &out);

    QByteArray m_carry;
    /// Padding has been seen: nothing may follow.
    bool m_isOver = false;
};

} // namespace ct::server::engineio
