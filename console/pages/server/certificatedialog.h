// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/serverstate.h"

#include <QDialog>

namespace ct::console::pages {

/// Shows a certificate nobody vouches for and asks whether to go on this once; refusing is the
/// default. accepted() means "this once". Shown with open(), so that nothing waits for it.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(const api::Certificate &certificate, QWidget *parent);
};

} // namespace ct::console::pages
