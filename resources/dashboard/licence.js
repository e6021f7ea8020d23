// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** @returns {string} "23 of 500", "23, no limit"; `text` gives the reader's words */
export function seatsText({ seatsUsed, seatsLimit }, text) {
    return seatsLimit ? text('seatsOf', seatsUsed, seatsLimit) : text('seatsFree', seatsUsed);
}

/** @returns {string} what the licence is worth, in one line */
export function licenceLine({ state, licensee, expiration, daysLeft, fault, clockSetBack }, text) {
    const line = text(`licence_${state}`, licensee, expiration, daysLeft, fault) ?? state;
    return clockSetBack ? `${line}. ${text('clockSetBack')}` : line;
}
