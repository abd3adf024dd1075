/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-own-job.h"

/**
 * mdg_own_job_new:
 * @kind: what to do
 * @list_id: (nullable): with which list
 * @item_id: with which item, 0 if with none
 * @text: (nullable): a text to store
 *
 * Returns: (transfer full): a job
 */
MdgOwnJob *
mdg_own_job_new (MdgOwnJobKind kind, const char *list_id, gint64 item_id, const char *text)
{
  MdgOwnJob *self = g_new0 (MdgOwnJob, 1);

  self->kind = kind;
  self->list_id = g_strdup (list_id);
  self->item_id = item_id;
  self->text = g_strdup (text);

  return self;
}

static void
free_job (gpointer data)
{
  MdgOwnJob *self = data;

  g_free (self->list_id);
  g_free (self->text);
  g_free (self);
}

/**
 * mdg_own_job_result_free:
 * @self: (transfer full): a result
 *
 * Frees @self.
 */
void
mdg_own_job_result_free (MdgOwnJobResult *self)
{
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_free (self->list_id);
  g_free (self->facility);
  g_free (self);
}

static gboolean
change (MdgOwnJob *self, MdgDatabase *database, MdgOwnJobResult *result, GError **error)
{
  switch (self->kind)
    {
    case MDG_OWN_JOB_ADD_LIST:
      result->list_id = mdg_database_add_own_list (database, self->text, error);
      return result->list_id != NULL;
    case MDG_OWN_JOB_RENAME_LIST:
      return mdg_database_rename_own_list (database, self->list_id, self->text, error);
    case MDG_OWN_JOB_REMOVE_LIST:
      return mdg_database_set_own_list_removed (database, self->list_id, TRUE, error);
    case MDG_OWN_JOB_RESTORE_LIST:
      return mdg_database_set_own_list_removed (database, self->list_id, FALSE, error);
    case MDG_OWN_JOB_ADD_ITEM:
      result->item_id = mdg_database_add_own_item (database, self->list_id, self->text, error);
      return result->item_id != 0;
    case MDG_OWN_JOB_CHANGE_ITEM:
      return mdg_database_change_own_item (database, self->item_id, self->text, error);
    case MDG_OWN_JOB_MOVE_ITEM:
      return mdg_database_move_own_item (database, self->item_id, self->by, error);
    case MDG_OWN_JOB_REMOVE_ITEM:
      return mdg_database_set_own_item_removed (database, self->item_id, TRUE, error);
    case MDG_OWN_JOB_RESTORE_ITEM:
      return mdg_database_set_own_item_removed (database, self->item_id, FALSE, error);
    case MDG_OWN_JOB_SET_FACILITY:
      return mdg_database_set_facility_name (database, self->text, error);
    case MDG_OWN_JOB_LIST:
    default:
      return TRUE;
    }
}

static gpointer
work (MdgDatabase *database, gpointer data, GError **error)
{
  MdgOwnJob *self = data;
  g_autoptr (MdgOwnJobResult) result = g_new0 (MdgOwnJobResult, 1);

  result->item_id = self->item_id;
  if (!change (self, database, result, error))
    return NULL;

  result->lists = mdg_database_list_own (database, error);
  result->facility =
    result->lists != NULL ? mdg_database_get_facility_name (database, error) : NULL;

  return result->facility != NULL ? g_steal_pointer (&result) : NULL;
}

/**
 * mdg_own_job_run_async:
 * @self: (transfer full): a job
 * @store: the store
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does the job in the store's worker.
 */
void
mdg_own_job_run_async (MdgOwnJob *self,
                       MdgStore *store,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  mdg_store_run_async (store, work, self, free_job, (GDestroyNotify) mdg_own_job_result_free, NULL,
                       callback, user_data);
}

/**
 * mdg_own_job_run_finish:
 * @store: the store
 * @result: the result
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Ends what mdg_own_job_run_async() began.
 *
 * Returns: (transfer full) (nullable): what the store has now
 */
MdgOwnJobResult *
mdg_own_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error)
{
  return mdg_store_run_finish (store, result, error);
}
