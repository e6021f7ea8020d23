// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/failure.h"
#include "shared/base/random.h"
#include "shared/protocol/admin/integrations.h"
#include "shared/protocol/admin/settings.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace ct::console::widgets {
class FaultLabel;
class PasswordEdit;
class SignLabel;
struct Difference;
} // namespace ct::console::widgets

namespace ct::console::pages {

/// Where metrics go. It checks while one types, keeps what was typed until it is saved or
/// discarded, and can be tried before it counts. What the server's settings have is read-only.
/// Thread: main.
class MetricsForm : public QGroupBox
{
    Q_OBJECT

public:
    /// `random` makes tokens, and must outlive the form.
    explicit MetricsForm(RandomSource &random);

    /// What the server has; what somebody is typing stays.
    void setState(const protocol::admin::MetricsIntegration &state);
    protocol::admin::NewMetricsIntegration wanted() const;
    bool isChanged() const;
    void discard();
    void setSaving(bool saving);
    void showFaults(const api::Failure &failure);
    void showTrials(const protocol::admin::MetricsTrials &trials);
    /// Between the server's state and what was typed.
    QList<widgets::Difference> differences() const;

Q_SIGNALS:
    void saveWanted();
    void testWanted();
    /// Something else stands in the fields.
    void changed();

private:
    void build();
    void show(const protocol::admin::MetricsIntegration &state);
    void showModes();
    void check();
    void enableFields();
    void clearTrials();
    bool sendsStatsd() const;
    bool isScraped() const;
    QString hostFault() const;
    QString prefixFault() const;
    QString tokenFault() const;

    RandomSource &m_random;
    protocol::admin::MetricsIntegration m_state;
    bool m_hasState = false;
    bool m_isSaving = false;
    widgets::SignLabel *m_managed;
    QComboBox *m_mode;
    QComboBox *m_protocol;
    QLineEdit *m_host;
    widgets::FaultLabel *m_hostFault;
    QSpinBox *m_port;
    widgets::FaultLabel *m_portFault;
    QLineEdit *m_prefix;
    widgets::FaultLabel *m_prefixFault;
    widgets::PasswordEdit *m_token;
    widgets::FaultLabel *m_tokenFault;
    QPushButton *m_generate;
    QPushButton *m_copyToken;
    QCheckBox *m_removeToken;
    QVBoxLayout *m_trials;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_discard;
};

} // namespace ct::console::pages
