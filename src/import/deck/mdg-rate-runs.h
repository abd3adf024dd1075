/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

gboolean mdg_rate_is_national (MdgDecimal rate, GPtrArray *type_tables);
GArray *mdg_rate_runs_solve (GArray *tokens, GPtrArray *type_tables);

G_END_DECLS
