/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-session-job.h"

#include "core/mdg-training.h"

/**
 * mdg_session_job_new:
 * @kind: what to do
 * @session_id: with which session, 0 if with none
 *
 * Returns: (transfer full): a job; further fields are for the caller to fill
 */
MdgSessionJob *
mdg_session_job_new (MdgSessionJobKind kind, gint64 session_id)
{
  MdgSessionJob *self = g_new0 (MdgSessionJob, 1);

  self->kind = kind;
  self->session_id = session_id;

  return self;
}

/**
 * mdg_session_job_free:
 * @self: (transfer full): a job
 *
 * Frees @self.
 */
void
mdg_session_job_free (MdgSessionJob *self)
{
  mdg_session_free (self->session);
  mdg_session_step_free (self->step);
  g_free (self);
}

/**
 * mdg_session_job_result_free:
 * @self: (transfer full): a result
 *
 * Frees @self.
 */
void
mdg_session_job_result_free (MdgSessionJobResult *self)
{
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_free (self);
}

static gboolean
change (MdgSessionJob *self, MdgDatabase *database, GError **error)
{
  switch (self->kind)
    {
    case MDG_SESSION_JOB_ADD:
      self->session_id = mdg_database_add_session (database, self->session, error);
      return self->session_id != 0;
    case MDG_SESSION_JOB_EDIT:
      return mdg_database_edit_session (database, self->session, error);
    case MDG_SESSION_JOB_DELETE:
      return mdg_database_delete_session (database, self->session_id, error);
    case MDG_SESSION_JOB_FINISH:
      return mdg_database_finish_session (database, self->session_id, TRUE, error);
    case MDG_SESSION_JOB_REOPEN:
      return mdg_database_finish_session (database, self->session_id, FALSE, error);
    case MDG_SESSION_JOB_MOVE:
      return mdg_database_move_session (database, self->session_id, self->scenario, self->frame,
                                        error);
    case MDG_SESSION_JOB_STEP:
      return mdg_database_write_session_step (database, self->session_id, self->step, error);
    case MDG_SESSION_JOB_LIST:
    default:
      return TRUE;
    }
}

static gpointer
work (MdgDatabase *database, gpointer data, GError **error)
{
  MdgSessionJob *self = data;
  g_autoptr (MdgSessionJobResult) result = g_new0 (MdgSessionJobResult, 1);

  if (!change (self, database, error))
    return NULL;

  result->session_id = self->session_id;
  if (self->kind == MDG_SESSION_JOB_MOVE || self->kind == MDG_SESSION_JOB_STEP)
    return g_steal_pointer (&result);

  result->sessions = mdg_database_list_sessions (database, error);
  if (result->sessions == NULL)
    return NULL;
  result->trainees = mdg_database_list_trainees (database, error);

  return result->trainees != NULL ? g_steal_pointer (&result) : NULL;
}

/**
 * mdg_session_job_run_async:
 * @self: (transfer full): a job
 * @store: the store
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does the job in the store's worker, after all jobs that were given to it before.
 */
void
mdg_session_job_run_async (MdgSessionJob *self,
                           MdgStore *store,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  mdg_store_run_async (store, work, self, (GDestroyNotify) mdg_session_job_free,
                       (GDestroyNotify) mdg_session_job_result_free, NULL, callback, user_data);
}

/**
 * mdg_session_job_run_finish:
 * @store: the store
 * @result: the result
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Ends what mdg_session_job_run_async() began.
 *
 * Returns: (transfer full) (nullable): what the store has now
 */
MdgSessionJobResult *
mdg_session_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error)
{
  return mdg_store_run_finish (store, result, error);
}
