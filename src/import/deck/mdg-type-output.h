/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-totals.h"
#include "import/mdg-import-output.h"

G_BEGIN_DECLS

MdgTotals *mdg_type_output_take_totals (MdgImportOutput *output);
gboolean mdg_type_output_emit_totals (MdgImportOutput *output, MdgTotals *totals);
void mdg_type_output_emit_views (MdgImportOutput *output);

G_END_DECLS
