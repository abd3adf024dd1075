/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Programs that write and are killed in the middle of it. */

guint fixture_get_n_kills (void);
int fixture_run_and_kill (GRand *rand, const char *const *argv, guint max_lines);

G_END_DECLS
