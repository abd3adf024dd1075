/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-training-job.h"

/**
 * mdg_training_job_new:
 * @kind: what to do
 *
 * Returns: (transfer full): a job; further fields are for the caller to fill
 */
MdgTrainingJob *
mdg_training_job_new (MdgTrainingJobKind kind)
{
  MdgTrainingJob *self = g_new0 (MdgTrainingJob, 1);

  self->kind = kind;

  return self;
}

/**
 * mdg_training_job_free:
 * @self: (transfer full): a job
 *
 * Frees @self.
 */
void
mdg_training_job_free (MdgTrainingJob *self)
{
  g_free (self->name);
  mdg_round_free (self->round);
  mdg_attempt_free (self->attempt);
  g_free (self);
}

/**
 * mdg_training_job_result_free:
 * @self: (transfer full): a result
 *
 * Frees @self.
 */
void
mdg_training_job_result_free (MdgTrainingJobResult *self)
{
  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_free (self);
}

static gboolean
change (MdgTrainingJob *self, MdgDatabase *database, GError **error)
{
  switch (self->kind)
    {
    case MDG_TRAINING_JOB_ADD:
      return mdg_database_add_trainee (database, self->name, error) != 0;
    case MDG_TRAINING_JOB_RENAME:
      return mdg_database_rename_trainee (database, self->trainee_id, self->name, error);
    case MDG_TRAINING_JOB_CHOOSE:
      return mdg_database_choose_trainee (database, self->trainee_id, error);
    case MDG_TRAINING_JOB_DELETE:
      return mdg_database_delete_trainee (database, self->trainee_id, error);
    case MDG_TRAINING_JOB_BEGIN:
      self->round_id = mdg_database_begin_round (database, self->round, error);
      return self->round_id != 0;
    case MDG_TRAINING_JOB_ANSWER:
      return mdg_database_write_attempt (database, self->round_id, self->attempt, error);
    case MDG_TRAINING_JOB_FINISH:
      return mdg_database_finish_round (database, self->round->id, self->round->n_drills,
                                        self->round->n_right, self->round->is_passed, error);
    case MDG_TRAINING_JOB_LIST:
    default:
      return TRUE;
    }
}

static gpointer
work (MdgDatabase *database, gpointer data, GError **error)
{
  MdgTrainingJob *self = data;
  g_autoptr (MdgTrainingJobResult) result = g_new0 (MdgTrainingJobResult, 1);
  gint64 trainee_id;

  if (!change (self, database, error))
    return NULL;

  result->round_id = self->round_id;
  result->trainees = mdg_database_list_trainees (database, error);
  if (result->trainees == NULL)
    return NULL;

  trainee_id = result->trainees->len > 0
                 ? ((const MdgTrainee *) g_ptr_array_index (result->trainees, 0))->id
                 : 0;
  result->rounds = mdg_database_list_rounds (database, trainee_id, error);

  return result->rounds != NULL ? g_steal_pointer (&result) : NULL;
}

/**
 * mdg_training_job_run_async:
 * @self: (transfer full): a job
 * @store: the store
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Does the job in the store's worker.
 */
void
mdg_training_job_run_async (MdgTrainingJob *self,
                            MdgStore *store,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  mdg_store_run_async (store, work, self, (GDestroyNotify) mdg_training_job_free,
                       (GDestroyNotify) mdg_training_job_result_free, NULL, callback, user_data);
}

/**
 * mdg_training_job_run_finish:
 * @store: the store
 * @result: the result
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Ends what mdg_training_job_run_async() began.
 *
 * Returns: (transfer full) (nullable): the trainees, and the rounds of the one chosen last, as the
 *   store has them now
 */
MdgTrainingJobResult *
mdg_training_job_run_finish (MdgStore *store, GAsyncResult *result, GError **error)
{
  return mdg_store_run_finish (store, result, error);
}
