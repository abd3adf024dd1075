/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-drill-pick.h"

static gboolean
is_of_level (const MdgDrillProgress *progress, guint level)
{
  return level == 0 || progress->drill->level == level;
}

/* What is due comes first, the lowest box before the others; then what is new; then what would be
 * due soonest. */
static gint64
get_rank (const MdgDrillProgress *progress)
{
  const gint64 by_class = 1 << 30;

  if (progress->is_due)
    return progress->box;
  if (progress->box == MDG_LEITNER_NEW)
    return by_class;

  return 2 * by_class + progress->last + mdg_leitner_get_interval (progress->box);
}

static guint
count_case (GPtrArray *drills, const char *situation)
{
  guint n = 0;

  for (guint i = 0; i < drills->len; i++)
    n += g_str_equal (((const MdgDrill *) g_ptr_array_index (drills, i))->situation, situation);

  return n;
}

/* Of those of the same rank, the one whose case was picked least. */
static guint
find_best (GPtrArray *candidates, GPtrArray *picked)
{
  guint best = 0;

  for (guint i = 1; i < candidates->len; i++)
    {
      const MdgDrillProgress *one = g_ptr_array_index (candidates, i);
      const MdgDrillProgress *other = g_ptr_array_index (candidates, best);
      gint64 difference = get_rank (one) - get_rank (other);

      if (difference < 0 || (difference == 0 && count_case (picked, one->drill->situation) <
                                                  count_case (picked, other->drill->situation)))
        best = i;
    }

  return best;
}

/**
 * mdg_drill_pick_quiz:
 * @summary: how somebody does
 * @level: a level, or 0 for all
 * @rand: a generator
 *
 * Picks what a quick quiz asks: what is due before what is new, what is new before what was right
 * lately, of as many cases as possible.
 *
 * Returns: (transfer container) (element-type MdgDrill): up to %MDG_QUIZ_SIZE different drills
 */
GPtrArray *
mdg_drill_pick_quiz (const MdgTrainingSummary *summary, guint level, GRand *rand)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < summary->drills->len; i++)
    if (is_of_level (g_ptr_array_index (summary->drills, i), level))
      g_ptr_array_add (candidates, g_ptr_array_index (summary->drills, i));
  mdg_drill_shuffle (candidates, rand);

  while (picked->len < MDG_QUIZ_SIZE && candidates->len > 0)
    {
      guint best = find_best (candidates, picked);
      const MdgDrillProgress *progress = g_ptr_array_index (candidates, best);

      g_ptr_array_add (picked, (gpointer) progress->drill);
      g_ptr_array_remove_index (candidates, best);
    }
  mdg_drill_shuffle (picked, rand);

  return picked;
}

/**
 * mdg_drill_pick_exam:
 * @summary: how somebody does
 * @rand: a generator
 *
 * Picks what an exam asks: one drill of every case that has any, whatever was trained before.
 *
 * Returns: (transfer container) (element-type MdgDrill): as many drills as there are cases
 */
GPtrArray *
mdg_drill_pick_exam (const MdgTrainingSummary *summary, GRand *rand)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < summary->cases->len; i++)
    {
      const MdgCaseScore *score = g_ptr_array_index (summary->cases, i);
      g_autoptr (GPtrArray) drills = mdg_drill_pick_case (summary, score->situation->id, rand);

      g_ptr_array_add (picked, g_ptr_array_index (drills, 0));
    }
  mdg_drill_shuffle (picked, rand);

  return picked;
}

/**
 * mdg_drill_pick_case:
 * @summary: how somebody does
 * @situation: id of a situation
 * @rand: a generator
 *
 * Picks all drills of one case.
 *
 * Returns: (transfer container) (element-type MdgDrill): the drills, in any order
 */
GPtrArray *
mdg_drill_pick_case (const MdgTrainingSummary *summary, const char *situation, GRand *rand)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < summary->drills->len; i++)
    {
      const MdgDrillProgress *progress = g_ptr_array_index (summary->drills, i);

      if (g_str_equal (progress->drill->situation, situation))
        g_ptr_array_add (picked, (gpointer) progress->drill);
    }
  mdg_drill_shuffle (picked, rand);

  return picked;
}

/**
 * mdg_drill_count_level:
 * @summary: how somebody does
 * @level: a level, or 0 for all
 *
 * Returns: how many drills there are of that level
 */
guint
mdg_drill_count_level (const MdgTrainingSummary *summary, guint level)
{
  guint n = 0;

  for (guint i = 0; i < summary->drills->len; i++)
    n += is_of_level (g_ptr_array_index (summary->drills, i), level);

  return n;
}
