/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-type-row.h"

G_BEGIN_DECLS

MdgTypeTable *mdg_type_readings_choose (const MdgTypeRow *const rows[MDG_N_TYPE_ROWS],
                                        guint *budget,
                                        gboolean *is_lawful);
gboolean mdg_type_table_same_values (const MdgTypeTable *a, const MdgTypeTable *b);
void mdg_type_table_add_other (MdgTypeTable *self, const MdgTypeTable *other);

G_END_DECLS
