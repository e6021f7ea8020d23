// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/server/certificatedialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

/// Pairs of digits with colons, in two lines, as openssl and browsers show them.
QString fingerprintLines(const QByteArray &sha256)
{
    const qsizetype half = sha256.size() / 2;
    return QString::fromLatin1(
               sha256.first(half).toHex(':') + ":\n" + sha256.sliced(half).toHex(':'))
        .toUpper();
}

/// Plain, since the certificate's words are a stranger's.
QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CertificateDialog::CertificateDialog(const api::Certificate &certificate, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Unknown Certificate"));

    auto *question = plainLabel(
        tr("No known authority vouches for the certificate of %1. Go on only if its fingerprint is "
           "the one the server's keeper tells you; else somebody may be reading along.")
            .arg(certificate.host));
    question->setMinimumWidth(420);
    auto *fingerprint = plainLabel(fingerprintLines(certificate.sha256));
    fingerprint->setObjectName(u"fingerprint"_s);
    fingerprint->setWordWrap(false);
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *details = new QFormLayout;
    details->addRow(tr("SHA-256 fingerprint:"), fingerprint);
    details->addRow(tr("Made out to:"), plainLabel(certificate.subject));
    details->addRow(
        tr("Valid until:"),
        plainLabel(QLocale().toString(certificate.expires.date(), QLocale::LongFormat)));
    details->addRow(tr("In doubt because:"), plainLabel(certificate.complaints.join(u'\n')));

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(tr("Connect &Once"), QDialogButtonBox::AcceptRole);
    QPushButton *refuse = buttons->addButton(tr("&Refuse"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(question);
    layout->addLayout(details);
    layout->addWidget(buttons);
    // Only now, within the dialog: else the box makes its first accepting button the default.
    refuse->setDefault(true);
    refuse->setFocus();
}

} // namespace ct::console::pages
