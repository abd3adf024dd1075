/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-training-scenes.h"

#include "core/mdg-clock.h"
#include "core/mdg-training.h"
#include "guide/mdg-drill-pick.h"
#include "guide/mdg-drill-round.h"
#include "mdg-scene.h"

/* Four quizzes and two exams of somebody who gets better, and of another who has begun. */

static gboolean
is_right_then (guint number, guint round)
{
  return (number * 7 + round * 3) % (3 + round) != 0;
}

static gboolean
write_round (MdgDatabase *database,
             gint64 trainee,
             MdgGuidePack *pack,
             MdgRoundMode mode,
             guint nth)
{
  MdgDay day = mdg_clock_get_today (mdg_clock_get_default ());
  g_autoptr (MdgTrainingSummary) summary = mdg_training_summary_new (pack, NULL, day, day);
  g_autoptr (GRand) rand = g_rand_new_with_seed (nth);
  g_autoptr (GPtrArray) drills = mode == MDG_ROUND_EXAM ? mdg_drill_pick_exam (summary, rand)
                                                        : mdg_drill_pick_quiz (summary, 0, rand);
  g_autoptr (MdgRound) round = mdg_round_new ();
  guint n_right = 0;
  gint64 id;

  round->trainee_id = trainee;
  round->mode = mode;
  round->pack_id = g_strdup (mdg_guide_pack_get_id (pack));
  round->pack_version = g_strdup (mdg_guide_pack_get_version (pack));
  round->day = day;
  id = mdg_database_begin_round (database, round, NULL);
  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      g_autoptr (MdgAttempt) attempt = mdg_attempt_new (drill->id, drill->situation, drill->level);

      attempt->number = i;
      attempt->is_right = is_right_then (i, nth);
      attempt->is_finished = TRUE;
      n_right += attempt->is_right;
      if (!mdg_database_write_attempt (database, id, attempt, NULL))
        return FALSE;
    }

  return mdg_database_finish_round (
    database, id, drills->len, n_right,
    mode == MDG_ROUND_EXAM && n_right * 100 >= drills->len * MDG_EXAM_PASS_PERCENT, NULL);
}

static gpointer
fill_work (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  gint64 trainee;

  mdg_database_add_trainee (database, "KT", NULL);
  trainee = mdg_database_add_trainee (database, "田中", NULL);
  for (guint i = 0; i < 4; i++)
    write_round (database, trainee, pack, MDG_ROUND_QUIZ, i);
  write_round (database, trainee, pack, MDG_ROUND_EXAM, 1);
  write_round (database, trainee, pack, MDG_ROUND_EXAM, 6);

  return NULL;
}

/**
 * mdg_training_scenes_fill:
 * @store: an open store
 *
 * Enters two trainees with a record.
 */
void
mdg_training_scenes_fill (MdgStore *store)
{
  mdg_scene_fill (store, fill_work);
}

static void
choose (GtkWidget *page, int digit)
{
  gtk_widget_activate_action (page, "page.choose", "i", digit);
}

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Plays with the first answer each time, until the result is there. */
static void
play_to_the_end (GtkWidget *page)
{
  guint source = g_timeout_add (5, wake_up_cb, NULL);

  for (guint i = 0; i < 4000 && mdg_scene_find_shown (page, "MdgRoundResult") == NULL; i++)
    {
      choose (page, 1);
      gtk_widget_activate_action (page, "page.next", NULL);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

/**
 * mdg_training_scenes_show:
 * @page: the training page
 * @index: which scene, from 0
 *
 * Brings the page to a scene; the scenes follow upon each other.
 *
 * Returns: (nullable): what the scene is called, or %NULL if there is none of that number
 */
const char *
mdg_training_scenes_show (GtkWidget *page, guint index)
{
  switch (index)
    {
    case 0:
      return "training-filled";
    case 1:
      mdg_scene_activate_row (page, "record");
      return "training-record";
    case 2:
      mdg_scene_activate_row (page, "quiz");
      return "training-question";
    case 3:
      choose (page, 1);
      return "training-answer";
    case 4:
      gtk_widget_activate_action (page, "page.next", NULL);
      return "training-next";
    case 5:
      choose (page, 1);
      return "training-answer-2";
    case 6:
      gtk_widget_activate_action (page, "page.back", NULL);
      return "training-left";
    case 7:
      mdg_scene_activate_row (page, "exam");
      play_to_the_end (page);
      return "training-result";
    default:
      return NULL;
    }
}
