// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/admin/answers.h"
#include "server/clients/collector.h"
#include "server/metrics/serverfigures.h"
#include "shared/protocol/admin/packages.h"

/// What PackageOperations answer, and why. Thread: any.
namespace ct::server::admin::packageanswers {

protocol::admin::PackageFacts factsOf(const clients::Package &package);
protocol::admin::Packages packagesOf(
    const clients::Catalog *catalog, const metrics::Downloads &downloads);
QList<protocol::admin::FieldFault> faultsOf(const protocol::admin::NewUpload &wanted);
Answer noRoom(const QString &detail);
/// Of what the packages' folder refuses.
Answer folderProblem(const Error &error);
Answer tooLarge(qint64 most);
Answer refused(const QString &why);
Answer noSuchPackage();
Answer notOffered();
Answer hasMoved();
/// What keeps the bytes from being a file of the size that was announced; nothing when they are.
std::optional<Answer> faultOf(const std::optional<Uploaded> &came, qint64 announced);
/// A problem's own words.
QString reasonOf(const Answer &problem);
const clients::Package *packageAt(const clients::Catalog *catalog, const QString &path);
/// What a look says of a file that it does not offer.
QString warningOf(const clients::Collector::Look &look, const QString &path);

} // namespace ct::server::admin::packageanswers
