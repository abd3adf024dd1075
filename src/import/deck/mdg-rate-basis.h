/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-import-output.h"

G_BEGIN_DECLS

gboolean mdg_rate_basis_is_claims (const MdgDeck *deck, GArray *table);
void mdg_rate_basis_emit (MdgImportOutput *output, GArray *table);

G_END_DECLS
