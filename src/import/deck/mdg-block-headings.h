/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-blocks.h"

G_BEGIN_DECLS

void mdg_blocks_read_headings (GPtrArray *blocks, const MdgDocument *document);

G_END_DECLS
