/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-own-list.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/* One change to what the facility has added to checklists, and all of it as it is after the change. */
typedef enum
{
  MDG_OWN_JOB_LIST,
  MDG_OWN_JOB_ADD_LIST,
  MDG_OWN_JOB_RENAME_LIST,
  MDG_OWN_JOB_REMOVE_LIST,
  MDG_OWN_JOB_RESTORE_LIST,
  MDG_OWN_JOB_ADD_ITEM,
  MDG_OWN_JOB_CHANGE_ITEM,
  MDG_OWN_JOB_MOVE_ITEM,
  MDG_OWN_JOB_REMOVE_ITEM,
  MDG_OWN_JOB_RESTORE_ITEM,
  MDG_OWN_JOB_SET_FACILITY,
} MdgOwnJobKind;

typedef struct
{
  MdgOwnJobKind kind;
  char *list_id;  /* RENAME_LIST to RESTORE_LIST, ADD_ITEM */
  gint64 item_id; /* CHANGE_ITEM to RESTORE_ITEM */
  int by;         /* MOVE_ITEM */
  char *text;     /* ADD_LIST, RENAME_LIST, ADD_ITEM, CHANGE_ITEM, SET_FACILITY */
} MdgOwnJob;

typedef struct
{
  GPtrArray *lists; /* (element-type MdgOwnList) */
  char *list_id;    /* (nullable): the list that was added */
  gint64 item_id;   /* the item that was added, changed, moved or removed; 0 if none */
  char *facility;   /* the name under which the facility shares, maybe empty */
} MdgOwnJobResult;

MdgOwnJob *mdg_own_job_new (MdgOwnJobKind kind,
                            const char *list_id,
                            gint64 item_id,
                            const char *text);
void mdg_own_job_run_async (MdgOwnJob *self,
                            MdgStore *store,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
MdgOwnJobResult *mdg_own_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error);
void mdg_own_job_result_free (MdgOwnJobResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgOwnJobResult, mdg_own_job_result_free)

G_END_DECLS
