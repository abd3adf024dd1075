/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-own-list.h"
#include "core/mdg-run-event.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/* One change to the runs, and what the store has after it: what is shown is always what the store
 * has, never what was hoped. */
typedef enum
{
  MDG_RUN_JOB_LIST,
  MDG_RUN_JOB_START,
  MDG_RUN_JOB_TOUCH,
  MDG_RUN_JOB_FINISH,
  MDG_RUN_JOB_REOPEN,
  MDG_RUN_JOB_DELETE,
} MdgRunJobKind;

typedef struct
{
  MdgRunJobKind kind;
  gint64 run_id;
  char *checklist_id; /* START */
  char *version;      /* START */
  char *snapshot;     /* START */
  MdgRunItem *item;   /* TOUCH */
  char *who;          /* START, FINISH, REOPEN */
  char *reason;       /* REOPEN */
} MdgRunJob;

typedef struct
{
  gint64 run_id;   /* which run the job was about, 0 if none */
  GPtrArray *runs; /* (nullable) (element-type MdgRun): all, the latest first; not after a touch */
  MdgRun *run;     /* (nullable): the run that was touched */
  GPtrArray *events; /* (nullable) (element-type MdgRunEvent): of that run, in their order */
  GPtrArray *own;    /* (nullable) (element-type MdgOwnList): LIST */
} MdgRunJobResult;

MdgRunJob *mdg_run_job_new (MdgRunJobKind kind, gint64 run_id);
void mdg_run_job_free (MdgRunJob *self);
void mdg_run_job_run_async (MdgRunJob *self,
                            MdgStore *store,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
MdgRunJobResult *mdg_run_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error);
void mdg_run_job_result_free (MdgRunJobResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRunJobResult, mdg_run_job_result_free)

G_END_DECLS
