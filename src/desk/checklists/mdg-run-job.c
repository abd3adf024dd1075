/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-job.h"

/**
 * mdg_run_job_new:
 * @kind: what to do
 * @run_id: with which run, 0 if with none
 *
 * Returns: (transfer full): a job; further fields are for the caller to fill
 */
MdgRunJob *
mdg_run_job_new (MdgRunJobKind kind, gint64 run_id)
{
  MdgRunJob *self = g_new0 (MdgRunJob, 1);

  self->kind = kind;
  self->run_id = run_id;

  return self;
}

/**
 * mdg_run_job_free:
 * @self: (transfer full): a job
 *
 * Frees @self.
 */
void
mdg_run_job_free (MdgRunJob *self)
{
  g_free (self->checklist_id);
  g_free (self->version);
  g_free (self->snapshot);
  mdg_run_item_free (self->item);
  g_free (self->who);
  g_free (self->reason);
  g_free (self);
}

/**
 * mdg_run_job_result_free:
 * @self: (transfer full): a result
 *
 * Frees @self.
 */
void
mdg_run_job_result_free (MdgRunJobResult *self)
{
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  mdg_run_free (self->run);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self);
}

static gboolean
start (MdgRunJob *self, MdgDatabase *database, GError **error)
{
  g_autoptr (MdgRun) run = mdg_database_start_run (database, self->checklist_id, self->version,
                                                   self->snapshot, self->who, error);

  if (run == NULL)
    return FALSE;
  self->run_id = run->id;

  return TRUE;
}

static gboolean
change (MdgRunJob *self, MdgDatabase *database, GError **error)
{
  switch (self->kind)
    {
    case MDG_RUN_JOB_START:
      return start (self, database, error);
    case MDG_RUN_JOB_TOUCH:
      return mdg_database_touch_item (database, self->run_id, self->item, error);
    case MDG_RUN_JOB_FINISH:
      return mdg_database_finish_run (database, self->run_id, self->who, error);
    case MDG_RUN_JOB_REOPEN:
      return mdg_database_reopen_run (database, self->run_id, self->who, self->reason, error);
    case MDG_RUN_JOB_DELETE:
      return mdg_database_delete_run (database, self->run_id, error);
    case MDG_RUN_JOB_LIST:
    default:
      return TRUE;
    }
}

/* A touch is answered soon, however many runs there are. */
static gboolean
load_runs (MdgRunJob *self, MdgDatabase *database, MdgRunJobResult *result, GError **error)
{
  if (self->kind == MDG_RUN_JOB_TOUCH)
    result->run = mdg_database_load_run (database, self->run_id, error);
  else
    result->runs = mdg_database_list_runs (database, error);

  return result->run != NULL || result->runs != NULL;
}

static gpointer
work (MdgDatabase *database, gpointer data, GError **error)
{
  MdgRunJob *self = data;
  g_autoptr (MdgRunJobResult) result = g_new0 (MdgRunJobResult, 1);

  if (!change (self, database, error))
    return NULL;

  result->run_id = self->run_id;
  if (!load_runs (self, database, result, error))
    return NULL;
  if (self->run_id != 0 && self->kind != MDG_RUN_JOB_DELETE)
    {
      result->events = mdg_database_list_run_events (database, self->run_id, error);
      if (result->events == NULL)
        return NULL;
    }
  if (self->kind == MDG_RUN_JOB_LIST)
    {
      result->own = mdg_database_list_own (database, error);
      if (result->own == NULL)
        return NULL;
    }

  return g_steal_pointer (&result);
}

/**
 * mdg_run_job_run_async:
 * @self: (transfer full): a job
 * @store: the store
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does the job in the store's worker.
 */
void
mdg_run_job_run_async (MdgRunJob *self,
                       MdgStore *store,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  mdg_store_run_async (store, work, self, (GDestroyNotify) mdg_run_job_free,
                       (GDestroyNotify) mdg_run_job_result_free, NULL, callback, user_data);
}

/**
 * mdg_run_job_run_finish:
 * @store: the store
 * @result: the result
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Ends what mdg_run_job_run_async() began.
 *
 * Returns: (transfer full) (nullable): what the store has now
 */
MdgRunJobResult *
mdg_run_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error)
{
  return mdg_store_run_finish (store, result, error);
}
