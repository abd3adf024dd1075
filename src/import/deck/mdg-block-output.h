/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-blocks.h"
#include "import/mdg-import-output.h"

G_BEGIN_DECLS

void mdg_blocks_ask (GPtrArray *blocks, MdgImportOutput *output);
void mdg_blocks_emit (GPtrArray *blocks, MdgImportOutput *output, guint64 doubtful);

G_END_DECLS
