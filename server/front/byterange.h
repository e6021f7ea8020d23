// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace ct::server::front {

/// A part of a file.
struct ByteRange {
    qint64 first = 0;
    qint64 length = 0;
};

/// What a Range field asks of a file.
struct RangeChoice {
    enum class Kind { Whole, Part, Unsatisfiable };

    Kind kind = Kind::Whole;
    /// Valid unless unsatisfiable.
    ByteRange range;
};

/// Reads a Range field (`bytes=a-b`, `bytes=a-`, `bytes=-n`) for a file of `size` bytes. Whatever
/// is malformed, of another unit, or asks for several ranges gets the whole file, as RFC 9110
/// allows.
RangeChoice chooseRange(QByteArrayView field, qint64 size);

} // namespace ct::server::front
