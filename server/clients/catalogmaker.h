// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/clients/catalog.h"
#include "server/clients/packagecache.h"

namespace ct::server::clients {

/// A file that has passed all checks.
struct TakenFile {
    /// From the packages' folder on.
    QString path;
    WallTime changed {};
    StoredFile stored;
    /// None for a part of an update site.
    std::optional<Package> package {};
};

/// Under which paths these files are offered. Of several that would have the same path the first
/// one has it; each is there by its own name as well. Thread: any.
Catalog makeCatalog(const QList<TakenFile> &files);

} // namespace ct::server::clients
