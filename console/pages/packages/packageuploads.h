// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/adminclient.h"
#include "shared/protocol/admin/packages.h"

#include <QQueue>
#include <QWidget>

class QFile;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ct::console::widgets {
class SignLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// Brings packages to a server, one after the other, and shows how far each has come; what became
/// of the last one stays there. Thread: main.
class PackageUploads : public QWidget
{
    Q_OBJECT

public:
    /// `client` must outlive it.
    explicit PackageUploads(api::AdminClient &client);

    /// The biggest that the server takes; nothing: it takes none.
    void setLimit(std::optional<qint64> limit) { m_limit = limit; }
    bool isPossible() const { return m_limit.has_value(); }
    bool isRunning() const { return m_call.isRunning(); }
    /// Paths of files; what is no package is said.
    void add(const QStringList &files);

Q_SIGNALS:
    void started();
    void uploaded(const ct::protocol::admin::PackageFacts &package);

private:
    void build();
    void next();
    void begin(const QString &path);
    void send(const QString &id);
    void showProgress(qint64 done, qint64 all);
    void fail(const QString &why);
    void failOf(const api::Failure &failure);
    void cancel();
    void show(QLatin1StringView icon, const QString &words);
    QString faultOf(const QFile &file) const;

    api::AdminClient &m_client;
    std::optional<qint64> m_limit;
    QQueue<QString> m_waiting;
    QString m_name;
    std::shared_ptr<QFile> m_file;
    api::Call m_call;
    QWidget *m_row;
    QLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    widgets::SignLabel *m_outcome;
};

} // namespace ct::console::pages
