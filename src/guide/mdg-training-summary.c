/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-training-summary.h"

/**
 * mdg_training_day_from_time:
 * @time: a point in time, as seconds since 1970 in UTC
 *
 * Returns: the day it falls on where the program runs, or %MDG_DAY_NONE
 */
MdgDay
mdg_training_day_from_time (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time);

  return date != NULL ? mdg_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                     g_date_time_get_day_of_month (date))
                      : MDG_DAY_NONE;
}

static MdgDrillProgress *
find_drill (const MdgTrainingSummary *self, const char *id)
{
  for (guint i = 0; i < self->drills->len; i++)
    {
      MdgDrillProgress *progress = g_ptr_array_index (self->drills, i);

      if (g_str_equal (progress->drill->id, id))
        return progress;
    }

  return NULL;
}

/**
 * mdg_training_summary_find_case:
 * @self: a summary
 * @situation: id of a situation
 *
 * Returns: (transfer none) (nullable): how it goes with that situation, or %NULL if no drill of the
 *   day trains it
 */
const MdgCaseScore *
mdg_training_summary_find_case (const MdgTrainingSummary *self, const char *situation)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const MdgCaseScore *score = g_ptr_array_index (self->cases, i);

      if (g_str_equal (score->situation->id, situation))
        return score;
    }

  return NULL;
}

static void
add_drills (MdgTrainingSummary *self, MdgGuidePack *pack, MdgDay day)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      MdgDrillProgress *progress;

      if (!mdg_drill_holds_on (drill, pack, day))
        continue;
      progress = g_new0 (MdgDrillProgress, 1);
      progress->drill = drill;
      g_ptr_array_add (self->drills, progress);
    }

  for (guint i = 0; i < situations->len; i++)
    {
      MdgCaseScore *score = g_new0 (MdgCaseScore, 1);

      score->situation = g_ptr_array_index (situations, i);
      for (guint j = 0; j < self->drills->len; j++)
        {
          const MdgDrillProgress *progress = g_ptr_array_index (self->drills, j);

          score->n_drills += g_str_equal (progress->drill->situation, score->situation->id);
        }
      if (score->n_drills > 0)
        g_ptr_array_add (self->cases, score);
      else
        g_free (score);
    }
}

static void
add_attempt (MdgTrainingSummary *self, const MdgAttempt *attempt)
{
  MdgDrillProgress *progress = find_drill (self, attempt->drill_id);
  MdgCaseScore *score = (MdgCaseScore *) mdg_training_summary_find_case (self, attempt->situation);

  self->n_attempts++;
  self->n_right += attempt->is_right != FALSE;
  self->last_at = MAX (self->last_at, attempt->at);

  if (progress != NULL)
    {
      progress->box = mdg_leitner_move (progress->box, attempt->is_right);
      progress->last = mdg_training_day_from_time (attempt->at);
    }
  if (score != NULL)
    {
      score->n_attempts++;
      score->n_right += attempt->is_right != FALSE;
      score->last_at = MAX (score->last_at, attempt->at);
    }
}

/* Old mistakes are forgiven: only the latest attempts count. */
static gboolean
is_weak (GPtrArray *attempts, const char *situation)
{
  guint n = 0;
  guint n_right = 0;

  for (guint i = attempts->len; i > 0 && n < MDG_WEAK_ATTEMPTS; i--)
    {
      const MdgAttempt *attempt = g_ptr_array_index (attempts, i - 1);

      if (!g_str_equal (attempt->situation, situation))
        continue;
      n++;
      n_right += attempt->is_right != FALSE;
    }

  return n_right * 100 < n * MDG_WEAK_PERCENT;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const MdgAttempt *first = *(const MdgAttempt *const *) a;
  const MdgAttempt *second = *(const MdgAttempt *const *) b;

  return (first->at > second->at) - (first->at < second->at);
}

/* All attempts that count, in the order in which they were made: a round can be left, and gone on
 * with after another. */
static GPtrArray *
list_attempts (GPtrArray *rounds)
{
  GPtrArray *attempts = g_ptr_array_new ();

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i);

      for (guint j = 0; j < round->attempts->len; j++)
        if (mdg_attempt_is_decided (g_ptr_array_index (round->attempts, j)))
          g_ptr_array_add (attempts, g_ptr_array_index (round->attempts, j));
    }
  g_ptr_array_sort (attempts, compare_times);

  return attempts;
}

/**
 * mdg_training_summary_new:
 * @pack: a guide pack, which must outlive the summary
 * @rounds: (nullable) (element-type MdgRound): somebody's rounds
 * @day: the day whose drills are looked at
 * @today: the real day, by which drills fall due
 *
 * Adds up somebody's rounds: a finished attempt counts, and one that was left after a wrong choice.
 *
 * Returns: (transfer full): the summary
 */
MdgTrainingSummary *
mdg_training_summary_new (MdgGuidePack *pack, GPtrArray *rounds, MdgDay day, MdgDay today)
{
  MdgTrainingSummary *self = g_new0 (MdgTrainingSummary, 1);
  g_autoptr (GPtrArray) attempts = list_attempts (rounds);

  self->drills = g_ptr_array_new_with_free_func (g_free);
  self->cases = g_ptr_array_new_with_free_func (g_free);
  add_drills (self, pack, day);
  for (guint i = 0; i < attempts->len; i++)
    add_attempt (self, g_ptr_array_index (attempts, i));

  for (guint i = 0; i < self->drills->len; i++)
    {
      MdgDrillProgress *progress = g_ptr_array_index (self->drills, i);
      MdgCaseScore *score =
        (MdgCaseScore *) mdg_training_summary_find_case (self, progress->drill->situation);

      progress->is_due = mdg_leitner_is_due (progress->box, progress->last, today);
      self->n_by_box[progress->box]++;
      self->n_due += progress->is_due != FALSE;
      if (score != NULL)
        score->n_due += progress->is_due != FALSE;
    }
  for (guint i = 0; i < self->cases->len; i++)
    {
      MdgCaseScore *score = g_ptr_array_index (self->cases, i);

      score->is_weak = is_weak (attempts, score->situation->id);
      self->n_weak += score->is_weak != FALSE;
    }

  return self;
}

/**
 * mdg_training_summary_free:
 * @self: (transfer full) (nullable): a summary
 *
 * Frees a summary.
 */
void
mdg_training_summary_free (MdgTrainingSummary *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->drills);
  g_ptr_array_unref (self->cases);
  g_free (self);
}
