/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_ITEM_OPEN,
  MDG_ITEM_DONE,
  MDG_ITEM_NOT_APPLICABLE,
} MdgItemState;

/* One item of a run: @item_id is the id in the checklist; an item that was never touched has no row. */
typedef struct
{
  char *item_id;
  MdgItemState state;
  char *who;
  char *reason; /* why it does not apply, empty in other states; empty in runs of older versions */
  char *note;
  gint64 touched_at;
} MdgRunItem;

/* One walk through a checklist. @template_version is the guide pack's version the run was begun with. */
typedef struct
{
  gint64 id;
  char *checklist_id;
  char *template_version;
  char *snapshot; /* the checklist as it was begun (a GRefString, opaque here), NULL in old runs */
  gint64 started_at;
  gint64 finished_at; /* 0 while open; a finished run is read-only */
  GPtrArray *items;   /* (element-type MdgRunItem) */
} MdgRun;

MdgRun *mdg_run_new (void);
MdgRun *mdg_run_copy (const MdgRun *self);
void mdg_run_free (MdgRun *self);
MdgRunItem *mdg_run_find_item (const MdgRun *self, const char *item_id);
MdgRunItem *mdg_run_item_new (const char *item_id,
                              MdgItemState state,
                              const char *who,
                              const char *reason,
                              const char *note);
MdgRunItem *mdg_run_item_copy (const MdgRunItem *self);
void mdg_run_item_free (MdgRunItem *self);

GPtrArray *mdg_database_list_runs (MdgDatabase *self, GError **error);
MdgRun *mdg_database_load_run (MdgDatabase *self, gint64 run_id, GError **error);
MdgRun *mdg_database_start_run (MdgDatabase *self,
                                const char *checklist_id,
                                const char *template_version,
                                const char *snapshot,
                                const char *who,
                                GError **error);
gboolean mdg_database_touch_item (MdgDatabase *self,
                                  gint64 run_id,
                                  const MdgRunItem *item,
                                  GError **error);
gboolean mdg_database_finish_run (MdgDatabase *self,
                                  gint64 run_id,
                                  const char *who,
                                  GError **error);
gboolean mdg_database_reopen_run (MdgDatabase *self,
                                  gint64 run_id,
                                  const char *who,
                                  const char *reason,
                                  GError **error);
gboolean mdg_database_delete_run (MdgDatabase *self, gint64 run_id, GError **error);

typedef enum
{
  MDG_CONTACT_VENDOR,
  MDG_CONTACT_READER_MAKER,
  MDG_CONTACT_NETWORK,
  MDG_CONTACT_INSURER,
  MDG_CONTACT_CALL_CENTRE,
  MDG_N_CONTACTS,
} MdgContactKind;

/* The facility's own entry; all strings may be empty, never NULL. */
typedef struct
{
  char *name;
  char *phone;
  char *note;
} MdgContact;

const char *mdg_contact_kind_get_id (MdgContactKind kind);
const char *mdg_contact_kind_get_label (MdgContactKind kind);
void mdg_contact_free (MdgContact *self);
/* (element-type MdgContact): MDG_N_CONTACTS entries in the order of MdgContactKind. */
GPtrArray *mdg_database_list_contacts (MdgDatabase *self, GError **error);
gboolean mdg_database_set_contacts (MdgDatabase *self, GPtrArray *contacts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRun, mdg_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRunItem, mdg_run_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgContact, mdg_contact_free)

G_END_DECLS
