/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-own-list.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* What a facility has added to checklists as a guide pack of its own, for others to load. */

char *mdg_own_pack_write (GPtrArray *lists,
                          const MdgGuidePack *pack,
                          const char *facility,
                          MdgDay day,
                          guint *n_checklists);

G_END_DECLS
