/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/mdg-run.h"

G_BEGIN_DECLS

/* How many items fixture_new_touch() goes round. */
#define FIXTURE_N_ITEMS 7

/* Programs that write and are killed in the middle of it. */

guint fixture_get_n_kills (void);
MdgRunItem *fixture_new_touch (guint number);
int fixture_run_and_kill (GRand *rand, const char *const *argv, guint max_lines);

G_END_DECLS
