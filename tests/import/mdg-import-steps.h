/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* How many steps there are until the database is again as it was. */
#define MDG_N_IMPORT_STEPS 7u

gboolean mdg_import_step (MdgDatabase *database, const char *path, guint step, GError **error);

G_END_DECLS
