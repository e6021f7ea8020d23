// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/pages/credentials/passwordstrength.h"

#include <cmath>

namespace ct::console::pages {

namespace {

/// How many letters somebody has to try for each place.
double alphabetOf(const QString &password)
{
    bool hasLower = false;
    bool hasUpper = false;
    bool hasDigit = false;
    bool hasSign = false;
    bool hasOther = false;
    for (const QChar letter : password) {
        if (letter.unicode() > 126)
            hasOther = true;
        else if (letter.isLower())
            hasLower = true;
        else if (letter.isUpper())
            hasUpper = true;
        else if (letter.isDigit())
            hasDigit = true;
        else
            hasSign = true;
    }
    return (hasLower ? 26 : 0) + (hasUpper ? 26 : 0) + (hasDigit ? 10 : 0) + (hasSign ? 33 : 0)
        + (hasOther ? 100 : 0);
}

/// Letters that don't follow from the one before.
int ownLetters(const QString &password)
{
    int own = password.isEmpty() ? 0 : 1;
    for (qsizetype at = 1; at < password.size(); ++at) {
        const int step = password.at(at).unicode() - password.at(at - 1).unicode();
        if (step < -1 || step > 1)
            ++own;
    }
    return own;
}

} // namespace

Strength strengthOf(const QString &password)
{
    constexpr double weakBits = 35;
    constexpr double fairBits = 55;
    constexpr double goodBits = 80;
    if (password.isEmpty())
        return Strength::None;
    const double bits = ownLetters(password) * std::log2(alphabetOf(password));
    if (bits < weakBits)
        return Strength::Weak;
    if (bits < fairBits)
        return Strength::Fair;
    return bits < goodBits ? Strength::Good : Strength::Strong;
}

} // namespace ct::console::pages
