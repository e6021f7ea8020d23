// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/certificate.h"

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;

namespace ct::console::app {

/// Shows a certificate that is in doubt and asks whether to go on; refusing is the default. One
/// that has taken the place of another is shown beside that one's fingerprint. Shown with open(),
/// so that nothing waits for it.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(const api::Certificate &certificate, QWidget *parent);

Q_SIGNALS:
    void onceWanted();
    void forGoodWanted();

private:
    QLabel *question(const api::Certificate &certificate) const;
    QFormLayout *details(const api::Certificate &certificate) const;
    QDialogButtonBox *buttons();
};

} // namespace ct::console::app
