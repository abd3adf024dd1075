/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-round-run.h"

struct _MdgRoundRun
{
  GObject parent_instance;

  MdgGuidePack *pack;
  MdgStore *store;

  MdgDrillRound *round; /* (nullable) */
  MdgRound *record;     /* (nullable): what is kept of @round */
  MdgDrillPlay *play;   /* (nullable): of the current drill */
  MdgAttempt *attempt;  /* (nullable): what is kept of @play */
  gboolean is_saving;
  gboolean is_over;
};

enum
{
  ASKED,
  ANSWERED,
  OVER,
  STORED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRoundRun, mdg_round_run, G_TYPE_OBJECT)

static void show_next_drill (MdgRoundRun *self);

/* One job at a time, so that what comes back belongs to what is shown. */
static void
run_job (MdgRoundRun *self, MdgTrainingJob *job, GAsyncReadyCallback callback)
{
  self->is_saving = TRUE;
  mdg_training_job_run_async (job, self->store, callback, g_object_ref (self));
}

static gboolean
take_result (MdgRoundRun *self, GObject *source, GAsyncResult *result, gint64 *round_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgTrainingJobResult) done =
    mdg_training_job_run_finish (MDG_STORE (source), result, &error);

  self->is_saving = FALSE;
  if (done == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return FALSE;
    }

  if (round_id != NULL)
    *round_id = done->round_id;
  g_signal_emit (self, signals[STORED], 0, done);

  return TRUE;
}

static void
end (MdgRoundRun *self)
{
  self->is_over = TRUE;
  g_signal_emit (self, signals[OVER], 0);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgRoundRun) self = data;

  take_result (self, source, result, NULL);
  if (self->round != NULL)
    end (self);
}

static void
finish (MdgRoundRun *self)
{
  MdgTrainingJob *job;

  self->record->n_drills = mdg_drill_round_get_n_drills (self->round);
  self->record->n_right = mdg_drill_round_get_n_right (self->round);
  self->record->is_passed = mdg_drill_round_is_passed (self->round);
  self->record->finished_at = g_get_real_time () / G_USEC_PER_SEC;
  if (self->record->trainee_id == 0)
    {
      end (self);
      return;
    }

  job = mdg_training_job_new (MDG_TRAINING_JOB_FINISH);
  job->round = mdg_round_copy (self->record);
  run_job (self, job, finished_cb);
}

/* Begins the current drill, or goes on with what was chosen in it before. */
static void
show_next_drill (MdgRoundRun *self)
{
  const MdgDrill *drill = mdg_drill_round_get_current (self->round);
  const MdgAttempt *before;

  g_clear_pointer (&self->play, mdg_drill_play_free);
  g_clear_pointer (&self->attempt, mdg_attempt_free);
  if (drill == NULL)
    {
      finish (self);
      return;
    }

  self->play = mdg_drill_round_play (self->round, self->pack, self->record->day, self->record->id);
  g_return_if_fail (self->play != NULL);
  self->attempt = mdg_attempt_new (drill->id, drill->situation, drill->level);
  self->attempt->number = mdg_drill_round_get_number (self->round);
  before = mdg_round_find_attempt (self->record, self->attempt->number);
  if (before != NULL && !before->is_finished)
    mdg_drill_play_replay (self->play, before->choices);
  g_signal_emit (self, signals[ASKED], 0);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgRoundRun) self = data;
  gint64 id = 0;
  gboolean is_begun = take_result (self, source, result, &id);

  if (self->round == NULL)
    return;

  if (is_begun)
    {
      self->record->id = id;
      show_next_drill (self);
    }
  else
    mdg_round_run_forget (self);
}

static void
answer_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgRoundRun) self = data;
  gboolean is_saved = take_result (self, source, result, NULL);

  if (self->play != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, is_saved);
}

static void
mdg_round_run_finalize (GObject *object)
{
  MdgRoundRun *self = MDG_ROUND_RUN (object);

  mdg_round_run_forget (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_round_run_parent_class)->finalize (object);
}

static void
mdg_round_run_class_init (MdgRoundRunClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mdg_round_run_finalize;

  signals[ASKED] =
    g_signal_new ("asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[OVER] =
    g_signal_new ("over", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STORED] = g_signal_new ("stored", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_round_run_init (MdgRoundRun *self)
{
}

/**
 * mdg_round_run_new:
 * @pack: a guide pack
 * @store: where rounds are kept
 *
 * Returns: (transfer full): a run with no round
 */
MdgRoundRun *
mdg_round_run_new (MdgGuidePack *pack, MdgStore *store)
{
  MdgRoundRun *self = g_object_new (MDG_TYPE_ROUND_RUN, NULL);

  self->pack = mdg_guide_pack_ref (pack);
  self->store = g_object_ref (store);

  return self;
}

/**
 * mdg_round_run_begin:
 * @self: a run
 * @record: whose round, of what kind, and by the rules of which day; if @record is nobody's, its id
 *   is the round's own number
 * @drills: (element-type MdgDrill): what to ask
 *
 * Begins a round in place of the one before.
 *
 * Returns: whether it is begun: there are drills, and nothing waits for the store
 */
gboolean
mdg_round_run_begin (MdgRoundRun *self, const MdgRound *record, GPtrArray *drills)
{
  MdgTrainingJob *job;

  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), FALSE);

  if (drills->len == 0 || self->is_saving)
    return FALSE;

  mdg_round_run_forget (self);
  self->round = mdg_drill_round_new (record->mode, drills);
  self->record = mdg_round_copy (record);
  g_set_str (&self->record->pack_id, mdg_guide_pack_get_id (self->pack));
  g_set_str (&self->record->pack_version, mdg_guide_pack_get_version (self->pack));
  g_free (self->record->plan);
  self->record->plan = mdg_drill_round_dup_plan (self->round);
  if (record->trainee_id == 0)
    {
      show_next_drill (self);
      return TRUE;
    }

  job = mdg_training_job_new (MDG_TRAINING_JOB_BEGIN);
  job->round = mdg_round_copy (self->record);
  run_job (self, job, begun_cb);

  return TRUE;
}

/**
 * mdg_round_run_open:
 * @self: a run
 * @record: a round as the store has it, not finished
 *
 * Takes up a round that was left, without asking anything yet.
 *
 * Returns: whether the round fits the pack
 */
gboolean
mdg_round_run_open (MdgRoundRun *self, const MdgRound *record)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), FALSE);
  g_return_val_if_fail (record->finished_at == 0, FALSE);

  mdg_round_run_forget (self);
  self->round = mdg_drill_round_new_from_record (self->pack, record);
  if (self->round == NULL)
    return FALSE;
  self->record = mdg_round_copy (record);

  return TRUE;
}

/**
 * mdg_round_run_resume:
 * @self: a run
 *
 * Goes on with a round where it was left: with its question, with its answer if that was being
 * talked of, or with the result.
 */
void
mdg_round_run_resume (MdgRoundRun *self)
{
  g_return_if_fail (MDG_IS_ROUND_RUN (self));

  if (self->round == NULL || self->is_over || self->is_saving)
    return;

  if (self->play == NULL)
    show_next_drill (self);
  else if (mdg_drill_play_is_finished (self->play))
    g_signal_emit (self, signals[ANSWERED], 0, TRUE);
  else
    g_signal_emit (self, signals[ASKED], 0);
}

/**
 * mdg_round_run_answer:
 * @self: a run
 * @id: the id of one of the options
 *
 * Answers what is asked now. Nothing happens while an answer is being kept.
 */
void
mdg_round_run_answer (MdgRoundRun *self, const char *id)
{
  MdgTrainingJob *job;

  g_return_if_fail (MDG_IS_ROUND_RUN (self));

  if (self->is_saving || self->play == NULL || mdg_drill_play_answer (self->play, id) == NULL)
    return;

  g_free (self->attempt->choices);
  self->attempt->choices = mdg_drill_play_dup_choices (self->play);
  self->attempt->is_right = mdg_drill_play_is_right (self->play);
  self->attempt->is_finished = mdg_drill_play_is_finished (self->play);
  if (self->record->trainee_id == 0)
    {
      g_signal_emit (self, signals[ANSWERED], 0, TRUE);
      return;
    }

  job = mdg_training_job_new (MDG_TRAINING_JOB_ANSWER);
  job->round_id = self->record->id;
  job->attempt = mdg_attempt_copy (self->attempt);
  run_job (self, job, answer_saved_cb);
}

/**
 * mdg_round_run_next:
 * @self: a run
 *
 * Goes on after an answer: to the next question, the next drill or the result.
 */
void
mdg_round_run_next (MdgRoundRun *self)
{
  g_return_if_fail (MDG_IS_ROUND_RUN (self));

  if (self->is_saving || self->play == NULL)
    return;

  if (!mdg_drill_play_is_finished (self->play))
    {
      g_signal_emit (self, signals[ASKED], 0);
      return;
    }

  mdg_drill_round_record (self->round, mdg_drill_play_is_right (self->play));
  show_next_drill (self);
}

/**
 * mdg_round_run_forget:
 * @self: a run
 *
 * Lets go of the round; what was kept of it stays.
 */
void
mdg_round_run_forget (MdgRoundRun *self)
{
  g_return_if_fail (MDG_IS_ROUND_RUN (self));

  g_clear_pointer (&self->play, mdg_drill_play_free);
  g_clear_pointer (&self->attempt, mdg_attempt_free);
  g_clear_pointer (&self->round, mdg_drill_round_free);
  g_clear_pointer (&self->record, mdg_round_free);
  self->is_over = FALSE;
}

/**
 * mdg_round_run_is_open:
 * @self: a run
 *
 * Returns: whether there is a round that is not over
 */
gboolean
mdg_round_run_is_open (MdgRoundRun *self)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), FALSE);

  return self->round != NULL && !self->is_over;
}

/**
 * mdg_round_run_is_saving:
 * @self: a run
 *
 * Returns: whether the store was asked to keep something and has not answered
 */
gboolean
mdg_round_run_is_saving (MdgRoundRun *self)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), FALSE);

  return self->is_saving;
}

/**
 * mdg_round_run_get_round:
 * @self: a run
 *
 * Returns: (nullable): the round, also when it is over
 */
const MdgDrillRound *
mdg_round_run_get_round (MdgRoundRun *self)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), NULL);

  return self->round;
}

/**
 * mdg_round_run_get_record:
 * @self: a run
 *
 * Returns: (nullable): what is kept of the round
 */
const MdgRound *
mdg_round_run_get_record (MdgRoundRun *self)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), NULL);

  return self->record;
}

/**
 * mdg_round_run_get_play:
 * @self: a run
 *
 * Returns: (nullable): the play of the current drill
 */
const MdgDrillPlay *
mdg_round_run_get_play (MdgRoundRun *self)
{
  g_return_val_if_fail (MDG_IS_ROUND_RUN (self), NULL);

  return self->play;
}
