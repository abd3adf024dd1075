/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* What fits into a guide pack, and onto a sheet. Texts are counted in characters. */
#define MDG_OWN_MAX_TEXT 300
#define MDG_OWN_MAX_ITEMS 60
#define MDG_OWN_MAX_LISTS 50

#define MDG_OWN_PREFIX "own:"

/* An item that the facility has added to a checklist, in its own words and language. */
typedef struct
{
  gint64 id;
  char *text;
} MdgOwnItem;

/* What the facility has added: to a checklist of a guide pack, or a whole checklist. */
typedef struct
{
  char *id;         /* the checklist's: a guide pack's, or "own:" and a number */
  char *title;      /* NULL if the checklist is a guide pack's */
  GPtrArray *items; /* (element-type MdgOwnItem): in order */
} MdgOwnList;

void mdg_own_item_free (MdgOwnItem *self);
MdgOwnList *mdg_own_list_new (const char *id, const char *title);
void mdg_own_list_free (MdgOwnList *self);
MdgOwnList *mdg_own_lists_find (GPtrArray *lists, const char *id);
gboolean mdg_own_id_is_own (const char *id);
char *mdg_own_item_dup_id (const MdgOwnItem *self);
char *mdg_own_clean_text (const char *text);

GPtrArray *mdg_database_list_own (MdgDatabase *self, GError **error);
char *mdg_database_add_own_list (MdgDatabase *self, const char *title, GError **error);
gboolean mdg_database_rename_own_list (MdgDatabase *self,
                                       const char *id,
                                       const char *title,
                                       GError **error);
gboolean mdg_database_set_own_list_removed (MdgDatabase *self,
                                            const char *id,
                                            gboolean removed,
                                            GError **error);
gint64 mdg_database_add_own_item (MdgDatabase *self,
                                  const char *checklist_id,
                                  const char *text,
                                  GError **error);
gboolean mdg_database_change_own_item (MdgDatabase *self,
                                       gint64 item_id,
                                       const char *text,
                                       GError **error);
gboolean mdg_database_move_own_item (MdgDatabase *self, gint64 item_id, int by, GError **error);
gboolean mdg_database_set_own_item_removed (MdgDatabase *self,
                                            gint64 item_id,
                                            gboolean removed,
                                            GError **error);
char *mdg_database_get_facility_name (MdgDatabase *self, GError **error);
gboolean mdg_database_set_facility_name (MdgDatabase *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgOwnItem, mdg_own_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgOwnList, mdg_own_list_free)

G_END_DECLS
