// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/app/certificatedialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::app {

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

QLabel *fingerprintLabel(const QString &name, const QByteArray &sha256)
{
    QLabel *label = plainLabel(fingerprintLines(sha256));
    label->setObjectName(name);
    label->setWordWrap(false);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return label;
}

QLabel *dateLabel(const QDateTime &date)
{
    return plainLabel(QLocale().toString(date.date(), QLocale::LongFormat));
}

} // namespace

CertificateDialog::CertificateDialog(const api::Certificate &certificate, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        certificate.remembered.isEmpty() ? tr("Unknown Certificate") : tr("Certificate Changed"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(question(certificate));
    layout->addLayout(details(certificate));
    layout->addWidget(buttons());
}

QLabel *CertificateDialog::question(const api::Certificate &certificate) const
{
    QLabel *label = plainLabel(
        certificate.remembered.isEmpty()
            ? tr("No known authority vouches for the certificate of %1. Go on only if its "
                 "fingerprint is the one the server's keeper tells you; else somebody may be "
                 "reading along.")
                  .arg(certificate.host)
            : tr("%1 shows another certificate than the one that this computer remembers. If "
                 "nobody has told you that the server gets a new one, somebody may be reading "
                 "along: refuse, and ask the server's keeper for the fingerprint.")
                  .arg(certificate.host));
    label->setMinimumWidth(420);
    return label;
}

QFormLayout *CertificateDialog::details(const api::Certificate &certificate) const
{
    auto *form = new QFormLayout;
    form->addRow(
        tr("SHA-256 fingerprint:"), fingerprintLabel(u"fingerprint"_s, certificate.sha256));
    if (!certificate.remembered.isEmpty()) {
        form->addRow(
            tr("Remembered one:"), fingerprintLabel(u"remembered"_s, certificate.remembered));
    }
    form->addRow(tr("Made out to:"), plainLabel(certificate.subject));
    form->addRow(tr("Issued by:"), plainLabel(certificate.issuer));
    form->addRow(tr("Valid from:"), dateLabel(certificate.begins));
    form->addRow(tr("Valid until:"), dateLabel(certificate.expires));
    if (!certificate.complaints.isEmpty())
        form->addRow(tr("In doubt because:"), plainLabel(certificate.complaints.join(u'\n')));
    return form;
}

QDialogButtonBox *CertificateDialog::buttons()
{
    auto *box = new QDialogButtonBox(this);
    QPushButton *once = box->addButton(tr("Connect &Once"), QDialogButtonBox::ApplyRole);
    QPushButton *forGood = box->addButton(tr("Re&member It"), QDialogButtonBox::AcceptRole);
    QPushButton *refuse = box->addButton(tr("&Refuse"), QDialogButtonBox::RejectRole);
    once->setObjectName(u"once"_s);
    forGood->setObjectName(u"forGood"_s);
    connect(once, &QPushButton::clicked, this, [this] {
        Q_EMIT onceWanted();
        accept();
    });
    connect(forGood, &QPushButton::clicked, this, [this] {
        Q_EMIT forGoodWanted();
        accept();
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QPushButton *button : {once, forGood})
        button->setAutoDefault(false);
    refuse->setDefault(true);
    refuse->setFocus();
    return box;
}

} // namespace ct::console::app
