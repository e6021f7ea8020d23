// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shared/protocol/fields.h"

namespace ct::protocol::admin {

/// A package for an IDE.
struct PackageFacts {
    /// vscode, intellij, eclipse
    QString ide;
    QString title;
    QString version;
    /// Where it is downloaded from.
    QString path;
    qint64 size = 0;
    QString sha256;
    /// It knows the server's address already.
    bool configured = false;
    std::chrono::milliseconds changedMs {0};
    /// Its name in the folder of its IDE, by which it is removed; missing where older servers
    /// answer.
    std::optional<QString> file {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("ide", self.ide);
        fields("title", self.title);
        fields("version", self.version);
        fields("path", self.path);
        fields("size", self.size);
        fields("sha256", self.sha256);
        fields("configured", self.configured);
        fields("changedMs", self.changedMs);
        fields("file", self.file);
    }
};

struct DownloadCount {
    QString ide;
    /// Ever.
    qint64 count = 0;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("ide", self.ide);
        fields("count", self.count);
    }
};

/// GET /packages
struct Packages {
    /// Whether there is a clients area at all.
    bool offered = false;
    /// The newest first.
    QList<PackageFacts> packages;
    /// The version of the update site; empty when there is none.
    QString eclipseSite;
    QList<DownloadCount> downloads;
    /// The biggest package that can be uploaded; missing: none can.
    std::optional<qint64> uploadLimit {};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("offered", self.offered);
        fields("packages", self.packages);
        fields("eclipseSite", self.eclipseSite);
        fields("downloads", self.downloads);
        fields("uploadLimit", self.uploadLimit);
    }
};

/// POST /packages/uploads
struct NewUpload {
    /// vscode, intellij
    QString ide;
    /// What it is to be called in the folder of that IDE.
    QString file;
    qint64 size = 0;

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("ide", self.ide);
        fields("file", self.file);
        fields("size", self.size);
    }
};

/// An upload that may begin.
struct Upload {
    /// Good for one PUT of the file's bytes.
    QString id;
    std::chrono::milliseconds untilMs {0};

    template<typename Fields, typename Self>
    static void describe(Fields &fields, Self &self)
    {
        fields("id", self.id);
        fields("untilMs", self.untilMs);
    }
};

} // namespace ct::protocol::admin
