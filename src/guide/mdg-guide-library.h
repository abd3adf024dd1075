/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-entry.h"

G_BEGIN_DECLS

/**
 * MdgGuideLibrary:
 *
 * The guide packs that there are: the built-in one, and those of organisations, kept as files of a
 * folder. A #GListModel of #MdgGuideEntry, the built-in one first.
 *
 * One of them is in use ("pack-id", empty for the built-in one). What the pages show ("pack") is
 * joined of all: procedures, drills and outreach are those of the pack in use, or the built-in ones
 * where it has none; checklists are those of every pack, and of two with the same id that of the
 * pack in use, else the built-in one. The built-in pack itself is never changed.
 */
#define MDG_TYPE_GUIDE_LIBRARY (mdg_guide_library_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuideLibrary, mdg_guide_library, MDG, GUIDE_LIBRARY, GObject)

MdgGuideLibrary *mdg_guide_library_new (GFile *folder);

MdgGuidePack *mdg_guide_library_get_pack (MdgGuideLibrary *self, GError **error);
MdgGuideEntry *mdg_guide_library_get_in_use (MdgGuideLibrary *self);
MdgGuideEntry *mdg_guide_library_find (MdgGuideLibrary *self, const char *pack_id);
const char *mdg_guide_library_get_pack_id (MdgGuideLibrary *self);
void mdg_guide_library_set_pack_id (MdgGuideLibrary *self, const char *pack_id);
const char *mdg_guide_library_get_notice (MdgGuideLibrary *self);

void mdg_guide_library_load_async (MdgGuideLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean mdg_guide_library_load_finish (MdgGuideLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);
void mdg_guide_library_read_async (MdgGuideLibrary *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
MdgGuideEntry *mdg_guide_library_read_finish (MdgGuideLibrary *self,
                                              GAsyncResult *result,
                                              GError **error);
void mdg_guide_library_add_async (MdgGuideLibrary *self,
                                  MdgGuideEntry *entry,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean mdg_guide_library_add_finish (MdgGuideLibrary *self, GAsyncResult *result, GError **error);
void mdg_guide_library_remove_async (MdgGuideLibrary *self,
                                     MdgGuideEntry *entry,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean mdg_guide_library_remove_finish (MdgGuideLibrary *self,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
