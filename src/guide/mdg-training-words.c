/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-training-words.h"

#include <glib/gi18n.h>

static const char *const modes[MDG_N_ROUND_MODES] = {
  [MDG_ROUND_QUIZ] = NC_ ("training", "Quick Quiz"),
  [MDG_ROUND_EXAM] = NC_ ("training", "Full Exam"),
  [MDG_ROUND_CASE] = NC_ ("training", "One Case"),
  [MDG_ROUND_AGAIN] = NC_ ("training", "Wrong Ones Again"),
};

static const char *const levels[MDG_N_DRILL_LEVELS + 1] = {
  NC_ ("training", "All Levels"),
  NC_ ("training", "Level 1: everyday"),
  NC_ ("training", "Level 2: look twice"),
  NC_ ("training", "Level 3: the fine print"),
};

/**
 * mdg_training_get_mode_label:
 * @mode: a kind of round
 *
 * Returns: what people call it
 */
const char *
mdg_training_get_mode_label (MdgRoundMode mode)
{
  g_return_val_if_fail ((guint) mode < MDG_N_ROUND_MODES, NULL);

  return g_dpgettext2 (NULL, "training", modes[mode]);
}

/**
 * mdg_training_get_level_label:
 * @level: a level, or 0 for all
 *
 * Returns: what people call it
 */
const char *
mdg_training_get_level_label (guint level)
{
  return g_dpgettext2 (NULL, "training", levels[MIN (level, MDG_N_DRILL_LEVELS)]);
}

/**
 * mdg_training_describe_round:
 * @round: a round
 * @pack: a guide pack
 *
 * Returns: (transfer full): what kind of round it is, and of which case
 */
char *
mdg_training_describe_round (const MdgRound *round, MdgGuidePack *pack)
{
  const MdgSituation *situation =
    round->mode == MDG_ROUND_CASE ? mdg_guide_pack_find_situation (pack, round->situation) : NULL;

  if (situation != NULL)
    return g_strdup (mdg_guide_text_get (&situation->title));

  return g_strdup (mdg_training_get_mode_label (round->mode));
}

/**
 * mdg_training_describe_drill:
 * @drill: a drill
 *
 * Returns: (transfer full): the made-up patient in one line
 */
char *
mdg_training_describe_drill (const MdgDrill *drill)
{
  const MdgGuideText *const texts[] = { &drill->age, &drill->visit, &drill->brought,
                                        &drill->shows };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *words = mdg_guide_text_get (texts[i]);

      /* A dash stands where there is nothing to tell. */
      if (g_utf8_strlen (words, -1) > 1)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", words);
    }

  return g_string_free_and_steal (line);
}

/**
 * mdg_training_explain_answer:
 * @drill: the drill that is played
 * @answer: an answer to it, not the last one
 *
 * Says why the right answer is right. Which situation it is follows from the patient: the line that
 * a situation has at the desk is help for finding it, and no reason. A choice is told from the others
 * by its detail or by the help with the question; where there is neither, by what it leads to.
 *
 * Returns: (transfer full): the reason
 */
char *
mdg_training_explain_answer (const MdgDrill *drill, const MdgDrillAnswer *answer)
{
  const char *reason;

  if (answer->question == NULL)
    {
      g_autofree char *patient = mdg_training_describe_drill (drill);

      /* Translators: what is known about a made-up patient, then the title of a situation. */
      return g_strdup_printf (_ ("%s: this is the situation “%s”."), patient,
                              mdg_guide_text_get (answer->right.text));
    }

  reason = mdg_guide_text_get (answer->right.detail);
  if (reason == NULL)
    reason = mdg_guide_text_get (&answer->question->help);
  if (reason != NULL)
    return g_strdup (reason);

  /* Translators: a question. */
  return g_strdup_printf (_ ("It leads on to: %s"), mdg_guide_text_get (&answer->right_next->text));
}
