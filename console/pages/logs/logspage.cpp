// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/logs/logspage.h"

#include "console/icons/icon.h"
#include "console/pages/logs/logview.h"
#include "console/widgets/forms.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using widgets::named;

namespace {

constexpr std::chrono::milliseconds betweenLooks {1500};
constexpr int linesAtOnce = 1000;
constexpr int percent = 100;

} // namespace

LogsPage::LogsPage(api::Connection &connection)
    : Page(connection),
      m_files(named(new QComboBox, u"logFiles"_s)),
      m_size(named(new QLabel, u"logSize"_s)),
      m_view(new LogView),
      m_download(
          named(new QPushButton(icons::icon("download"_L1), tr("&Download…")), u"downloadLog"_s)),
      m_cancel(named(new QPushButton(tr("&Cancel")), u"cancelDownload"_s)),
      m_progress(named(new QProgressBar, u"downloadProgress"_s))
{
    build();
    m_tail.setInterval(betweenLooks);
    connect(&m_tail, &QTimer::timeout, this, [this] {
        if (m_view->isFollowing() && !m_lines.isRunning())
            askLines();
    });
    connect(m_files, &QComboBox::currentIndexChanged, this, &LogsPage::openLog);
    connect(m_download, &QPushButton::clicked, this, &LogsPage::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &LogsPage::cancelDownload);
}

void LogsPage::build()
{
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *label = new QLabel(tr("&Log:"));
    label->setBuddy(m_files);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_files);
    row->addWidget(m_size);
    row->addStretch();
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_download);
    body().addLayout(row);
    body().addWidget(m_view, 1);
    setDownloading(false);
}

void LogsPage::refresh()
{
    showLoading();
    m_list.cancel();
    m_list = client().ask<protocol::admin::LogFiles>({"listLogs"}, this, [this](const auto &files) {
        if (files)
            takeFiles(*files);
        else
            showFailure(files.failure());
    });
}

void LogsPage::takeFiles(const protocol::admin::LogFiles &files)
{
    if (files.files.isEmpty())
        return showEmpty(
            tr("There are no logs."),
            tr("The server writes them to CT_LOG_DIR once there is something to say."),
            tr("&Look Again"));
    const QString before = chosen();
    const QSignalBlocker blocker(m_files);
    m_files->clear();
    for (const protocol::admin::LogFile &file : files.files)
        m_files->addItem(file.name, file.size);
    const int same = m_files->findText(before.isEmpty() ? u"server.log"_s : before);
    m_files->setCurrentIndex(same < 0 ? 0 : same);
    showContent();
    if (chosen() == before) {
        m_size->setText(QLocale().formattedDataSize(m_files->currentData().toLongLong()));
        return askLines();
    }
    openLog();
}

QString LogsPage::chosen() const
{
    return m_files->currentText();
}

void LogsPage::openLog()
{
    m_view->clear();
    m_next.reset();
    m_size->setText(QLocale().formattedDataSize(m_files->currentData().toLongLong()));
    askLines();
}

void LogsPage::askLines()
{
    if (chosen().isEmpty())
        return;
    m_lines.cancel();
    api::Request request {"readLog", {chosen()}};
    request.query.addQueryItem(u"limit"_s, QString::number(linesAtOnce));
    if (m_next)
        request.query.addQueryItem(u"from"_s, QString::number(*m_next));
    m_lines = client().ask<protocol::admin::LogLines>(
        request, this, [this](const auto &lines) { takeLines(lines); });
}

void LogsPage::takeLines(const api::Outcome<protocol::admin::LogLines> &lines)
{
    if (!lines) {
        // Another file has taken its place, and is shorter.
        m_next.reset();
        m_hasFailed = true;
        return showFailure(lines.failure());
    }
    if (std::exchange(m_hasFailed, false))
        showContent();
    const bool isLate = m_next && lines->lines.size() >= linesAtOnce;
    m_next = lines->next;
    m_view->append(lines->lines);
    if (isLate && isLive())
        askLines();
}

void LogsPage::liveChanged()
{
    if (isLive())
        m_tail.start();
    else
        m_tail.stop();
}

void LogsPage::chooseFile()
{
    auto *dialog = named(new QFileDialog(this, tr("Download Log")), u"logFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(chosen());
    connect(dialog, &QFileDialog::fileSelected, this, &LogsPage::downloadTo);
    dialog->open();
}

void LogsPage::downloadTo(const QString &path)
{
    m_file = std::make_shared<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return showWarning(tr("The file could not be written: %1").arg(m_file->errorString()));
    setDownloading(true);
    api::Request request {"downloadLog", {chosen()}};
    request.sink = m_file;
    request.progress = [this](qint64 done, qint64 all) {
        // Of a length that nobody knows only that it goes on is shown.
        m_progress->setRange(0, all > 0 ? percent : 0);
        m_progress->setValue(all > 0 ? static_cast<int>(done * percent / all) : 0);
    };
    m_transfer = client().ask<api::Nothing>(
        request, this, [this](const auto &outcome) { finishDownload(outcome); });
}

void LogsPage::finishDownload(const api::Outcome<api::Nothing> &outcome)
{
    setDownloading(false);
    const auto file = std::exchange(m_file, nullptr);
    if (!outcome)
        showFailure(outcome.failure());
    else if (!file->commit())
        showWarning(tr("The file could not be written: %1").arg(file->errorString()));
    else
        Q_EMIT done(tr("The log is in %1.").arg(file->fileName()));
}

void LogsPage::cancelDownload()
{
    m_transfer.cancel();
    // What is not committed is thrown away.
    m_file.reset();
    setDownloading(false);
}

void LogsPage::setDownloading(bool downloading)
{
    m_progress->setVisible(downloading);
    m_cancel->setVisible(downloading);
    m_download->setVisible(!downloading);
    m_progress->setRange(0, 0);
}

} // namespace ct::console::pages
