// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"
#include "shared/protocol/admin/licence.h"

#include <QGroupBox>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace ct::console::widgets {
class FaultLabel;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// Where another licence is brought: typed, pasted, opened or dropped. Its preview says what would
/// change and which checks pass, before anything does. Thread: main.
class LicenceInstaller : public QGroupBox
{
    Q_OBJECT

public:
    LicenceInstaller();

    /// What it would take the place of.
    void setPresent(const protocol::admin::LicenceDetail &present);
    protocol::admin::LicenceTexts wanted() const;
    bool isChanged() const;
    void discard();
    /// What the server says of wanted().
    void setPreview(const protocol::admin::LicenceDetail &preview);
    void setInstalling(bool installing);
    void showFaults(const api::Failure &failure);

Q_SIGNALS:
    /// There is another text; empty ones are not asked about.
    void previewWanted();
    void installWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void openFile();
    void readFile(const QString &path);
    void textChanged();
    void showDifferences(const protocol::admin::LicenceDetail &preview);

    protocol::admin::LicenceDetail m_present;
    bool m_isGood = false;
    bool m_isInstalling = false;
    QPlainTextEdit *m_text;
    widgets::FaultLabel *m_fault;
    QTableWidget *m_differences;
    QWidget *m_preview;
    QVBoxLayout *m_checks;
    QPushButton *m_open;
    QPushButton *m_install;
    QPushButton *m_discard;
};

} // namespace ct::console::pages
