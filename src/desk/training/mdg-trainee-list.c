/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-trainee-list.h"

struct _MdgTraineeList
{
  GObject parent_instance;

  MdgStore *store;
  GPtrArray *trainees; /* (nullable) (element-type MdgTrainee): whoever was chosen last first */
  GPtrArray *rounds;   /* (nullable) (element-type MdgRound): of the first */
  gboolean is_nobody;  /* whether nobody is chosen, and nothing is to be kept */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgTraineeList, mdg_trainee_list, G_TYPE_OBJECT)

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgTraineeList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgTrainingJobResult) done =
    mdg_training_job_run_finish (MDG_STORE (source), result, &error);

  if (done != NULL)
    mdg_trainee_list_take_over (self, done);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
run_job (MdgTraineeList *self, MdgTrainingJobKind kind, gint64 trainee_id, const char *name)
{
  MdgTrainingJob *job = mdg_training_job_new (kind);

  job->trainee_id = trainee_id;
  job->name = g_strdup (name);
  mdg_training_job_run_async (job, self->store, done_cb, g_object_ref (self));
}

static void
load (MdgTraineeList *self)
{
  if (mdg_store_get_state (self->store) != MDG_STORE_CLOSED)
    run_job (self, MDG_TRAINING_JOB_LIST, 0, NULL);
}

static void
mdg_trainee_list_finalize (GObject *object)
{
  MdgTraineeList *self = MDG_TRAINEE_LIST (object);

  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mdg_trainee_list_parent_class)->finalize (object);
}

static void
mdg_trainee_list_class_init (MdgTraineeListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mdg_trainee_list_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_trainee_list_init (MdgTraineeList *self)
{
}

/**
 * mdg_trainee_list_new:
 * @store: the store, which may not be open yet
 *
 * Returns: (transfer full): a list that is empty until the store has answered
 */
MdgTraineeList *
mdg_trainee_list_new (MdgStore *store)
{
  MdgTraineeList *self = g_object_new (MDG_TYPE_TRAINEE_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * mdg_trainee_list_get_trainees:
 * @self: a list
 *
 * Returns: (nullable) (element-type MdgTrainee): who trains, whoever was chosen last first; %NULL if
 *   the store has not answered yet
 */
GPtrArray *
mdg_trainee_list_get_trainees (MdgTraineeList *self)
{
  g_return_val_if_fail (MDG_IS_TRAINEE_LIST (self), NULL);

  return self->trainees;
}

/**
 * mdg_trainee_list_get_chosen:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): who is chosen, %NULL for nobody
 */
const MdgTrainee *
mdg_trainee_list_get_chosen (MdgTraineeList *self)
{
  g_return_val_if_fail (MDG_IS_TRAINEE_LIST (self), NULL);

  return !self->is_nobody && self->trainees != NULL && self->trainees->len > 0
           ? g_ptr_array_index (self->trainees, 0)
           : NULL;
}

/**
 * mdg_trainee_list_get_rounds:
 * @self: a list
 *
 * Returns: (nullable) (element-type MdgRound): the rounds of who is chosen, %NULL for nobody
 */
GPtrArray *
mdg_trainee_list_get_rounds (MdgTraineeList *self)
{
  g_return_val_if_fail (MDG_IS_TRAINEE_LIST (self), NULL);

  return mdg_trainee_list_get_chosen (self) != NULL ? self->rounds : NULL;
}

/**
 * mdg_trainee_list_take_over:
 * @self: a list
 * @result: what the store has
 *
 * Takes over what another job has brought, without a signal.
 */
void
mdg_trainee_list_take_over (MdgTraineeList *self, MdgTrainingJobResult *result)
{
  g_return_if_fail (MDG_IS_TRAINEE_LIST (self));

  g_clear_pointer (&self->trainees, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->trainees = g_ptr_array_ref (result->trainees);
  self->rounds = g_ptr_array_ref (result->rounds);
}

/**
 * mdg_trainee_list_add:
 * @self: a list
 * @name: a name
 *
 * Enters somebody, who is chosen from then on.
 */
void
mdg_trainee_list_add (MdgTraineeList *self, const char *name)
{
  g_return_if_fail (MDG_IS_TRAINEE_LIST (self));

  self->is_nobody = FALSE;
  run_job (self, MDG_TRAINING_JOB_ADD, 0, name);
}

/**
 * mdg_trainee_list_rename_chosen:
 * @self: a list
 * @name: another name
 *
 * Gives who is chosen another name.
 */
void
mdg_trainee_list_rename_chosen (MdgTraineeList *self, const char *name)
{
  const MdgTrainee *trainee = mdg_trainee_list_get_chosen (self);

  if (trainee != NULL)
    run_job (self, MDG_TRAINING_JOB_RENAME, trainee->id, name);
}

/**
 * mdg_trainee_list_delete_chosen:
 * @self: a list
 *
 * Deletes who is chosen, with everything.
 */
void
mdg_trainee_list_delete_chosen (MdgTraineeList *self)
{
  const MdgTrainee *trainee = mdg_trainee_list_get_chosen (self);

  if (trainee != NULL)
    run_job (self, MDG_TRAINING_JOB_DELETE, trainee->id, NULL);
}

/**
 * mdg_trainee_list_choose:
 * @self: a list
 * @trainee_id: who sits down, 0 for nobody
 *
 * Chooses who trains. Somebody is remembered, nobody is not.
 */
void
mdg_trainee_list_choose (MdgTraineeList *self, gint64 trainee_id)
{
  g_return_if_fail (MDG_IS_TRAINEE_LIST (self));

  self->is_nobody = trainee_id == 0;
  if (trainee_id != 0)
    run_job (self, MDG_TRAINING_JOB_CHOOSE, trainee_id, NULL);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}
