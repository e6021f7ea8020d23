// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

/// One function for each kind of bytes that a stranger may send, or a person may write: it feeds
/// them to the parser and ends the program where what must hold does not (see check.h). Each is
/// named as its folders of seeds and regressions. Thread: one.
namespace ct::fuzz {

void body(QByteArrayView input);
void envelope(QByteArrayView input);
void fields(QByteArrayView input);
void frames(QByteArrayView input);
void handshake(QByteArrayView input);
void head(QByteArrayView input);
void json(QByteArrayView input);
void packet(QByteArrayView input);
void payload(QByteArrayView input);
void settings(QByteArrayView input);
void target(QByteArrayView input);
void token(QByteArrayView input);

} // namespace ct::fuzz
