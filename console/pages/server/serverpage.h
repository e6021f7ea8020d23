// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverstate.h"

#include <QUrl>
#include <QWidget>

class QGroupBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ct::console::api {
class ServerClient;
} // namespace ct::console::api

namespace ct::console::pages {

/// Where a server's address is typed and what it says of itself is shown. Faults appear as
/// sentences in place; only a doubtful certificate brings up a window. Thread: main.
class ServerPage : public QWidget
{
    Q_OBJECT

public:
    /// `client` must outlive the page.
    explicit ServerPage(api::ServerClient &client, QWidget *parent = nullptr);

    void setAddress(const QString &address);

public Q_SLOTS:
    /// Asks the server whose address stands in the field.
    void connectToServer();

Q_SIGNALS:
    /// The server has answered, so its address is worth remembering.
    void serverReached(const QUrl &server);

private:
    void buildAddressRow(QVBoxLayout &layout);
    void buildState(QVBoxLayout &layout);
    void setAsking(bool asking);
    void showState(const api::ServerState &state);
    void showHealth(const std::optional<protocol::Health> &health);
    void showFailure(const QString &sentence, const QString &detail = {});
    void askAboutCertificate(const api::Certificate &certificate);
    void connectOrCancel();

    api::ServerClient &m_client;
    QUrl m_server;
    bool m_isAsking = false;
    QLineEdit *m_address = nullptr;
    QPushButton *m_connect = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_failure = nullptr;
    QGroupBox *m_state = nullptr;
    QLabel *m_owner = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_protocol = nullptr;
    QLabel *m_transports = nullptr;
    QLabel *m_healthSign = nullptr;
    QLabel *m_health = nullptr;
    QLabel *m_runningSince = nullptr;
    QLabel *m_askedAt = nullptr;
};

} // namespace ct::console::pages
