/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-session.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/* One change to the sessions. Those that are made while presenting only say whether it was stored;
 * the others give all sessions as the store has them afterwards. */
typedef enum
{
  MDG_SESSION_JOB_LIST,
  MDG_SESSION_JOB_ADD,
  MDG_SESSION_JOB_EDIT,
  MDG_SESSION_JOB_DELETE,
  MDG_SESSION_JOB_FINISH,
  MDG_SESSION_JOB_REOPEN,
  MDG_SESSION_JOB_MOVE,
  MDG_SESSION_JOB_STEP,
} MdgSessionJobKind;

typedef struct
{
  MdgSessionJobKind kind;
  gint64 session_id;
  MdgSession *session;  /* ADD, EDIT */
  guint scenario;       /* MOVE */
  guint frame;          /* MOVE */
  MdgSessionStep *step; /* STEP */
} MdgSessionJob;

typedef struct
{
  GPtrArray *sessions; /* (nullable) (element-type MdgSession): the latest day first */
  GPtrArray *trainees; /* (nullable) (element-type MdgTrainee) */
  gint64 session_id;   /* which session the job was about, 0 if none */
} MdgSessionJobResult;

MdgSessionJob *mdg_session_job_new (MdgSessionJobKind kind, gint64 session_id);
void mdg_session_job_free (MdgSessionJob *self);
void mdg_session_job_run_async (MdgSessionJob *self,
                                MdgStore *store,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
MdgSessionJobResult *mdg_session_job_run_finish (MdgStore *store,
                                                 GAsyncResult *result,
                                                 GError **error);
void mdg_session_job_result_free (MdgSessionJobResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSessionJobResult, mdg_session_job_result_free)

G_END_DECLS
