/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgGuideEntry:
 *
 * A guide pack of the library with the file that it was read from, or a file that is no good one
 * and why. Immutable; may be used from any thread.
 */
#define MDG_TYPE_GUIDE_ENTRY (mdg_guide_entry_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuideEntry, mdg_guide_entry, MDG, GUIDE_ENTRY, GObject)

MdgGuideEntry *mdg_guide_entry_new_builtin (GError **error);
MdgGuideEntry *mdg_guide_entry_new_from_file (GFile *file);
MdgGuideEntry *mdg_guide_entry_new_refused (MdgGuideEntry *other,
                                            const char *reason,
                                            const char *remedy);

MdgGuidePack *mdg_guide_entry_get_pack (MdgGuideEntry *self);
gboolean mdg_guide_entry_is_builtin (MdgGuideEntry *self);
const char *mdg_guide_entry_get_name (MdgGuideEntry *self);
GFile *mdg_guide_entry_get_file (MdgGuideEntry *self);
GBytes *mdg_guide_entry_get_bytes (MdgGuideEntry *self);
GPtrArray *mdg_guide_entry_get_problems (MdgGuideEntry *self);
char *mdg_guide_entry_describe_problems (MdgGuideEntry *self);

G_END_DECLS
