/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import-output.h"
#include "import/deck/mdg-rates.h"

G_BEGIN_DECLS

/**
 * MdgStatus:
 * @usage_is_refused: set if the usage headline contradicts the national counts or rate
 * @totals_line: line of the totals that hand out the national MNC count, or %MDG_NO_LINE
 * @rate_is_out: whether the national rate has been handed out already
 *
 * What the status slide needs to know of the other tables.
 */
typedef struct
{
  const MdgNational *national;
  guint totals_line;
  gboolean rate_is_out;
  gboolean usage_is_refused;
} MdgStatus;

const MdgHeadline *mdg_status_find_usage (const MdgDeck *deck);
void mdg_status_emit (const MdgStatus *self, MdgImportOutput *output);

G_END_DECLS
