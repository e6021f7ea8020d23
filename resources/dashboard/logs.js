// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

import { applyTexts } from './texts.js';

applyTexts('logsPageTitle');
