// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/base/descriptor.h"

#include <QByteArray>

#include <memory>

namespace ct {

/// A file, or one that is to be, by its name in an open folder. It stays that folder, whatever is
/// put in its place meanwhile.
struct FileAt {
    std::shared_ptr<const Descriptor> folder;
    QByteArray name;

    bool isKnown() const { return folder != nullptr; }
};

} // namespace ct
