/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-presentation-private.h"

#include <glib/gi18n.h>

#include "guide/mdg-drill.h"

static void
step_free (MdgPresentationStep *step)
{
  g_array_unref (step->options);
  g_array_unref (step->votes);
  g_free (step);
}

/**
 * mdg_presentation_scenario_free:
 * @self: (transfer full): a scenario
 *
 * Frees a scenario with its steps.
 */
void
mdg_presentation_scenario_free (MdgPresentationScenario *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* What is asked next in @play, which is answered rightly. */
static MdgPresentationStep *
step_new (MdgDrillPlay *play, const MdgDrill *drill)
{
  guint number = mdg_drill_play_get_step (play);
  const char *right = number == 0 ? drill->situation : g_ptr_array_index (drill->path, number - 1);
  MdgPresentationStep *step = g_new0 (MdgPresentationStep, 1);
  const MdgDrillAnswer *answer;

  step->question = mdg_drill_play_get_question (play);
  step->options = mdg_drill_play_list_options (play);
  step->votes = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (step->votes, step->options->len);
  step->voted_last = -1;
  for (guint i = 0; i < step->options->len; i++)
    if (g_str_equal (g_array_index (step->options, MdgDrillOption, i).id, right))
      step->right = i;
  answer = mdg_drill_play_answer (play, right);
  step->basis = answer->basis;

  return step;
}

/**
 * mdg_presentation_scenario_new:
 * @pack: a guide pack
 * @day: whose rules are asked for
 * @record: what the session notes of the scenario
 *
 * Lays out a scenario. The same drill always offers the same situations, so that a session can be
 * continued.
 *
 * Returns: (transfer full): the scenario; without a drill if it does not hold on @day
 */
MdgPresentationScenario *
mdg_presentation_scenario_new (MdgGuidePack *pack, MdgDay day, const MdgSessionScenario *record)
{
  MdgPresentationScenario *scenario = g_new0 (MdgPresentationScenario, 1);
  const MdgDrill *drill = mdg_drill_find (pack, record->drill_id);
  g_autoptr (MdgDrillPlay) play =
    drill != NULL ? mdg_drill_play_new (pack, drill, day, g_str_hash (drill->id)) : NULL;

  scenario->title = g_strdup (record->title);
  scenario->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  if (play == NULL)
    return scenario;

  scenario->drill = drill;
  scenario->outcome = mdg_drill_play_get_outcome (play);
  while (!mdg_drill_play_is_finished (play))
    g_ptr_array_add (scenario->steps, step_new (play, drill));

  return scenario;
}

/**
 * mdg_presentation_step_restore:
 * @self: a step
 * @record: what the session has of it
 *
 * Takes over votes, by the ids of the choices.
 */
void
mdg_presentation_step_restore (MdgPresentationStep *self, const MdgSessionStep *record)
{
  self->revealed_at = record->revealed_at;
  for (guint i = 0; i < self->options->len; i++)
    for (guint j = 0; j < record->choices->len; j++)
      {
        const MdgSessionChoice *choice = g_ptr_array_index (record->choices, j);

        if (g_str_equal (choice->id, g_array_index (self->options, MdgDrillOption, i).id))
          g_array_index (self->votes, guint, i) = MIN (choice->votes, MDG_PRESENTATION_MAX_VOTES);
      }
}

/**
 * mdg_presentation_step_get_text:
 * @self: a step
 *
 * Returns: what it asks
 */
const char *
mdg_presentation_step_get_text (const MdgPresentationStep *self)
{
  return self->question != NULL ? mdg_guide_text_get (&self->question->text)
                                : _ ("Which situation is this?");
}

/**
 * mdg_presentation_step_dup_record:
 * @self: a step
 * @scenario: the place of its scenario
 * @number: its place in it
 *
 * Writes down the votes, with all texts as they are shown.
 *
 * Returns: (transfer full): the step for the store
 */
MdgSessionStep *
mdg_presentation_step_dup_record (const MdgPresentationStep *self, guint scenario, guint number)
{
  MdgSessionStep *record =
    mdg_session_step_new (scenario, number, mdg_presentation_step_get_text (self));

  record->revealed_at = self->revealed_at;
  for (guint i = 0; i < self->options->len; i++)
    {
      const MdgDrillOption *option = &g_array_index (self->options, MdgDrillOption, i);

      mdg_session_step_add_choice (record, option->id, mdg_guide_text_get (option->text),
                                   g_array_index (self->votes, guint, i), i == self->right);
    }

  return record;
}
