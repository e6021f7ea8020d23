// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/packages/packageuploads.h"

#include "console/pages/words/failuretexts.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/words.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

namespace wire = protocol::admin;
using widgets::named;

/// Of the bar, whatever the size: a file may have more bytes than an int counts.
constexpr int steps = 1'000;

/// The IDE whose packages end so; empty: none.
QString ideOf(const QString &name)
{
    if (name.endsWith(".vsix"_L1, Qt::CaseInsensitive))
        return u"vscode"_s;
    return name.endsWith(".zip"_L1, Qt::CaseInsensitive) ? u"intellij"_s : QString();
}

} // namespace

PackageUploads::PackageUploads(api::AdminClient &client)
    : m_client(client),
      m_row(new QWidget),
      m_what(named(widgets::plainLabel(), u"uploadName"_s)),
      m_bar(named(new QProgressBar, u"uploadBar"_s)),
      m_cancel(named(new QPushButton(tr("&Cancel")), u"cancelUpload"_s)),
      m_outcome(named(new widgets::SignLabel, u"uploadOutcome"_s))
{
    build();
    connect(m_cancel, &QPushButton::clicked, this, &PackageUploads::cancel);
}

void PackageUploads::build()
{
    m_bar->setAccessibleName(tr("How much of the package has been sent"));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    row->addWidget(m_what, 1);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_row);
    column->addWidget(m_outcome);
    m_row->hide();
    m_outcome->hide();
}

void PackageUploads::add(const QStringList &files)
{
    m_waiting.append(files);
    if (!m_file)
        next();
}

void PackageUploads::next()
{
    m_file.reset();
    m_row->setVisible(!m_waiting.isEmpty());
    if (!m_waiting.isEmpty())
        begin(m_waiting.dequeue());
}

QString PackageUploads::faultOf(const QFile &file) const
{
    if (ideOf(m_name).isEmpty())
        return tr(
            "It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains' IDEs.");
    if (!file.isOpen())
        return tr("This file can't be read: %1").arg(file.errorString());
    if (!m_limit)
        return tr("This server takes no packages.");
    if (file.size() > *m_limit)
        //: %1 is a size such as 256 MiB
        return tr("It is bigger than the server takes (%1).")
            .arg(QLocale().formattedDataSize(*m_limit));
    return {};
}

void PackageUploads::begin(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    m_file = std::make_shared<QFile>(path);
    if (!QFileInfo(path).isDir())
        m_file->open(QIODevice::ReadOnly);
    m_outcome->hide();
    Q_EMIT started();
    if (const QString fault = faultOf(*m_file); !fault.isEmpty())
        return fail(fault);
    m_what->setText(tr("Sending %1").arg(m_name));
    m_bar->setRange(0, 0);
    m_row->show();
    api::Request request {"beginUpload"};
    request.body
        = protocol::FieldWriter::objectOf(wire::NewUpload {ideOf(m_name), m_name, m_file->size()});
    m_call = m_client.ask<wire::Upload>(request, this, [this](const auto &upload) {
        if (upload)
            send(upload->id);
        else
            failOf(upload.failure());
    });
}

void PackageUploads::send(const QString &id)
{
    api::Request request {"sendPackage", {id}};
    request.upload = m_file;
    request.progress = [this](qint64 done, qint64 all) {
        showProgress(done, all);
    };
    // By the next sign-in nobody expects these bytes any more.
    request.waitsForSignIn = false;
    m_call = m_client.ask<wire::PackageFacts>(request, this, [this](const auto &package) {
        if (!package)
            return failOf(package.failure());
        show("good"_L1, tr("%1 is offered now.").arg(m_name));
        Q_EMIT uploaded(*package);
        next();
    });
}

void PackageUploads::showProgress(qint64 done, qint64 all)
{
    if (all <= 0)
        return;
    // All is sent: the server checks it, and nobody knows for how long.
    m_bar->setRange(0, done < all ? steps : 0);
    m_bar->setValue(static_cast<int>(done * steps / all));
    if (done == all)
        m_what->setText(tr("The server checks %1").arg(m_name));
}

void PackageUploads::failOf(const api::Failure &failure)
{
    const QStringList fields {
        failure.faultOf(u"file"_s), failure.faultOf(u"ide"_s), failure.faultOf(u"size"_s)};
    for (const QString &fault : fields) {
        if (!fault.isEmpty())
            return fail(fault);
    }
    fail(FailureTexts::whole(failure));
}

void PackageUploads::fail(const QString &why)
{
    //: %1 is a file, %2 a sentence
    show("bad"_L1, tr("%1 was not taken. %2").arg(m_name, why));
    next();
}

void PackageUploads::cancel()
{
    m_call.cancel();
    m_waiting.clear();
    show(
        "info"_L1,
        tr("%1 was not sent to its end, and the server keeps nothing of it.").arg(m_name));
    next();
}

void PackageUploads::show(QLatin1StringView icon, const QString &words)
{
    m_outcome->setSign(icon, words);
    m_outcome->show();
}

} // namespace ct::console::pages
