// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/licence/licencetext.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace ct::console::pages {

namespace {

using protocol::admin::LicenceTexts;

struct Field {
    const char *name;
    QString LicenceTexts::*text;
};

constexpr std::array fields {
    Field {"CT_LICENSEE", &LicenceTexts::licensee},
    Field {"CT_MAXCONNECTIONS", &LicenceTexts::maxConnections},
    Field {"CT_EXPIRATION", &LicenceTexts::expiration},
    Field {"CT_LOCATOR", &LicenceTexts::locator},
    Field {"CT_SIGNATURE", &LicenceTexts::signature},
};

/// As java.util.Properties writes letters outside of ASCII.
QString unescaped(QString text)
{
    static const QRegularExpression code(uR"(\\u([0-9A-Fa-f]{4}))"_s);
    constexpr int hexadecimal = 16;
    for (auto match = code.match(text); match.hasMatch(); match = code.match(text)) {
        const auto letter = static_cast<char16_t>(match.captured(1).toUInt(nullptr, hexadecimal));
        text.replace(match.capturedStart(), match.capturedLength(), QChar(letter));
    }
    return text.replace(u"\\\\"_s, u"\\"_s);
}

QString valueOf(const QString &text)
{
    const bool isQuoted = text.size() > 1 && (text.startsWith(u'"') || text.startsWith(u'\''))
        && text.endsWith(text.at(0));
    return isQuoted ? text.mid(1, text.size() - 2) : unescaped(text);
}

} // namespace

LicenceTexts licenceIn(const QString &text)
{
    static const QRegularExpression assignment(
        uR"(^\s*(?:export\s+)?(CT_[A-Z]+)\s*[=:]\s*(.*?)\s*$)"_s);
    LicenceTexts texts;
    for (const QString &line : text.left(longestLicence).split(u'\n')) {
        const QRegularExpressionMatch match = assignment.match(line);
        for (const Field &field : fields) {
            if (match.captured(1) == QLatin1StringView(field.name))
                texts.*field.text = valueOf(match.captured(2));
        }
    }
    return texts;
}

bool isEmpty(const LicenceTexts &texts)
{
    return texts.licensee.isEmpty() && texts.maxConnections.isEmpty() && texts.expiration.isEmpty()
        && texts.locator.isEmpty() && texts.signature.isEmpty();
}

} // namespace ct::console::pages
