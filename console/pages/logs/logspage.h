// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/pages/page.h"
#include "shared/protocol/admin/logs.h"

#include <QSaveFile>
#include <QTimer>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ct::console::pages {

class LogView;

/// The server's log files: their newest lines as they come, and as files.
class LogsPage : public Page
{
    Q_OBJECT

public:
    explicit LogsPage(api::Connection &connection);

    void refresh() override;

protected:
    void liveChanged() override;

private:
    void build();
    void takeFiles(const protocol::admin::LogFiles &files);
    QString chosen() const;
    void openLog();
    void askLines();
    void takeLines(const api::Outcome<protocol::admin::LogLines> &lines);
    void chooseFile();
    void downloadTo(const QString &path);
    void finishDownload(const api::Outcome<api::Nothing> &outcome);
    void cancelDownload();
    void setDownloading(bool downloading);

    QComboBox *m_files;
    QLabel *m_size;
    LogView *m_view;
    QPushButton *m_download;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QTimer m_tail;
    /// Nothing: the last lines are wanted.
    std::optional<qint64> m_next;
    /// To read lines, the last time.
    bool m_hasFailed = false;
    std::shared_ptr<QSaveFile> m_file;
    api::Call m_list;
    api::Call m_lines;
    api::Call m_transfer;
};

} // namespace ct::console::pages
