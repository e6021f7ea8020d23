// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/serverfiles.h"

#include "console/app/serverkeeper.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ct::console::app {

ServerFiles::ServerFiles(ServerKeeper &keeper, QWidget &window)
    : QObject(&window),
      m_keeper(keeper),
      m_window(window)
{ }

void ServerFiles::chooseImport()
{
    auto *dialog
        = new QFileDialog(&m_window, tr("Import Servers"), {}, tr("Lists of servers (*.json)"));
    dialog->setObjectName(u"importServers"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ServerFiles::importFrom);
    dialog->open();
}

void ServerFiles::chooseExport()
{
    auto *dialog
        = new QFileDialog(&m_window, tr("Export Servers"), {}, tr("Lists of servers (*.json)"));
    dialog->setObjectName(u"exportServers"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"servers.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ServerFiles::exportTo);
    dialog->open();
}

void ServerFiles::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT told(tr("This file can't be read: %1").arg(file.errorString()));
        return;
    }
    const auto count = m_keeper.import(file.read(profiles::largestProfileFile + 1));
    if (!count) {
        Q_EMIT told(count.error().message);
        return;
    }
    const QString added = tr("%n servers added", nullptr, static_cast<int>(count->added));
    const QString known = tr("%n were there already", nullptr, static_cast<int>(count->known));
    //: %1 and %2 are sentences without an end
    Q_EMIT told(tr("%1, %2.").arg(added, known));
}

void ServerFiles::exportTo(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = m_keeper.exported();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        Q_EMIT told(tr("The servers are in %1, without passwords.").arg(path));
    else
        Q_EMIT told(tr("The file could not be written: %1").arg(file.errorString()));
}

} // namespace ct::console::app
