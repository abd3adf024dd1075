/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void mdg_type_columns_solve (GArray *parts, GPtrArray *tables);

G_END_DECLS
