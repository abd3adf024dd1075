/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import-output.h"
#include "import/deck/mdg-rates.h"

G_BEGIN_DECLS

void mdg_known_check_rates (const MdgImportOutput *output, MdgRates *rates);
void mdg_known_check_blocks (const MdgImportOutput *output, GPtrArray *blocks);

G_END_DECLS
