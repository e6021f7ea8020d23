// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/certificate/certificatepage.h"

#include "console/icons/icon.h"
#include "console/models/times.h"
#include "console/pages/pagetable.h"
#include "console/widgets/copybutton.h"
#include "console/widgets/forms.h"
#include "console/widgets/signlabel.h"
#include "console/widgets/words.h"

#include <QFontDatabase>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

using protocol::admin::CertificateFacts;
using widgets::named;
using widgets::plainLabel;

namespace {

/// Less leaves too little time to get another one without haste.
constexpr int soonDays = 21;

/// In two lines.
QString fingerprintLines(QString fingerprint)
{
    const qsizetype middle = fingerprint.size() / 2;
    if (middle < fingerprint.size() && fingerprint.at(middle) == u':')
        fingerprint.insert(middle + 1, u'\n');
    return fingerprint;
}

} // namespace

CertificatePage::CertificatePage(api::Connection &connection, const PageServices &services)
    : Page(connection),
      m_clock(services.clock),
      m_state(named(new widgets::SignLabel, u"certificateState"_s)),
      m_warnings(named(new widgets::SignLabel, u"certificateWarnings"_s)),
      m_subject(named(plainLabel(), u"certificateSubject"_s)),
      m_issuer(named(plainLabel(), u"certificateIssuer"_s)),
      m_names(named(plainLabel(), u"certificateNames"_s)),
      m_begins(named(plainLabel(), u"certificateBegins"_s)),
      m_ends(named(plainLabel(), u"certificateEnds"_s)),
      m_fingerprint(named(plainLabel(), u"certificateFingerprint"_s)),
      m_reload(named(
          new QPushButton(icons::icon("refresh"_L1), tr("&Read Certificate Anew")),
          u"reloadCertificate"_s))
{
    build();
    connect(m_reload, &QPushButton::clicked, this, &CertificatePage::reload);
}

void CertificatePage::build()
{
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setWordWrap(false);
    auto *copy = named(
        new widgets::CopyButton(
            tr("&Copy"), [this] { return m_fingerprint->text().remove(u'\n'); }),
        u"copyFingerprint"_s);
    auto *fingerprint = new QHBoxLayout;
    fingerprint->addWidget(m_fingerprint);
    fingerprint->addWidget(copy, 0, Qt::AlignTop);
    fingerprint->addStretch();
    auto *box = new QGroupBox(tr("Certificate of the server"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Made out to:"), m_subject);
    form->addRow(tr("Issued by:"), m_issuer);
    form->addRow(tr("Good for:"), m_names);
    form->addRow(tr("Good from:"), m_begins);
    form->addRow(tr("Good until:"), m_ends);
    form->addRow(tr("SHA-256 fingerprint:"), fingerprint);
    auto *column = new QVBoxLayout(box);
    column->addWidget(m_state);
    column->addWidget(m_warnings);
    column->addLayout(form);
    auto *below = new QHBoxLayout;
    below->addWidget(
        plainLabel(tr("After its files were replaced, the server reads them anew by itself at its "
                      "next reload, or now. New connections get the new one; sessions go on.")),
        1);
    below->addWidget(m_reload, 0, Qt::AlignTop);
    column->addLayout(below);
    body().addWidget(box);
    body().addStretch();
}

void CertificatePage::refresh()
{
    showLoading();
    m_call.cancel();
    m_call = client().ask<CertificateFacts>(
        {"getCertificate"}, this, [this](const Facts &facts) { take(facts); });
}

void CertificatePage::take(const Facts &facts)
{
    if (!facts)
        return showFailure(facts.failure());
    m_subject->setText(facts->subject);
    m_issuer->setText(
        facts->selfSigned ? tr("itself: no authority vouches for it") : facts->issuer);
    m_names->setText(facts->names.join(u", "_s));
    m_begins->setText(models::shortTime(facts->notBeforeMs));
    m_ends->setText(models::shortTime(facts->notAfterMs));
    m_fingerprint->setText(fingerprintLines(facts->fingerprint));
    m_warnings->setSign("warning"_L1, facts->warnings.join(u'\n'));
    m_warnings->setVisible(!facts->warnings.isEmpty());
    showState(*facts);
    showContent();
}

void CertificatePage::showState(const CertificateFacts &facts)
{
    const std::chrono::milliseconds now = sinceEpoch(m_clock.wallNow());
    const auto left = std::chrono::floor<std::chrono::days>(facts.notAfterMs - now);
    const int days = static_cast<int>(left.count());
    if (now < facts.notBeforeMs)
        m_state->setSign("bad"_L1, tr("It is not good yet: browsers and editors refuse it."));
    else if (days < 0)
        m_state->setSign("bad"_L1, tr("It has ended: browsers and editors refuse it."));
    else if (days < soonDays)
        m_state->setSign("warning"_L1, tr("It ends in %n days: get another one.", nullptr, days));
    else
        m_state->setSign("good"_L1, tr("It is good for %Ln more days.", nullptr, days));
}

void CertificatePage::reload()
{
    m_reload->setEnabled(false);
    client().ask<CertificateFacts>({"reloadCertificate"}, this, [this](const Facts &facts) {
        m_reload->setEnabled(true);
        take(facts);
        if (facts)
            Q_EMIT done(tr("The certificate was read anew."));
    });
}

} // namespace ct::console::pages
