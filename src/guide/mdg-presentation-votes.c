/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-presentation-private.h"

/**
 * mdg_presentation_get_step:
 * @self: a presentation
 *
 * Returns: the place of the question on screen in its scenario, from 0
 */
guint
mdg_presentation_get_step (MdgPresentation *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  return mdg_presentation_peek_step (self) != NULL ? (self->frame - 1) / 2 : 0;
}

/**
 * mdg_presentation_get_question:
 * @self: a presentation
 *
 * Returns: (nullable): the question on screen; %NULL if it is which situation this is, or if none
 *   is on screen
 */
const MdgNode *
mdg_presentation_get_question (MdgPresentation *self)
{
  const MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), NULL);

  step = mdg_presentation_peek_step (self);

  return step != NULL ? step->question : NULL;
}

/**
 * mdg_presentation_get_question_text:
 * @self: a presentation
 *
 * Returns: what is asked on screen; empty if nothing is
 */
const char *
mdg_presentation_get_question_text (MdgPresentation *self)
{
  const MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), "");

  step = mdg_presentation_peek_step (self);

  return step != NULL ? mdg_presentation_step_get_text (step) : "";
}

/**
 * mdg_presentation_get_basis:
 * @self: a presentation
 *
 * Returns: (nullable): what the right answer to the question on screen rests on
 */
const MdgGuideBasis *
mdg_presentation_get_basis (MdgPresentation *self)
{
  const MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), NULL);

  step = mdg_presentation_peek_step (self);

  return step != NULL ? step->basis : NULL;
}

/**
 * mdg_presentation_get_n_choices:
 * @self: a presentation
 *
 * Returns: how many answers the question on screen has; 0 if none is on screen
 */
guint
mdg_presentation_get_n_choices (MdgPresentation *self)
{
  const MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), 0);

  step = mdg_presentation_peek_step (self);

  return step != NULL ? step->options->len : 0;
}

/**
 * mdg_presentation_get_choice:
 * @self: a presentation
 * @choice: less than mdg_presentation_get_n_choices()
 *
 * Returns: (transfer none): one of the answers
 */
const MdgDrillOption *
mdg_presentation_get_choice (MdgPresentation *self, guint choice)
{
  g_return_val_if_fail (choice < mdg_presentation_get_n_choices (self), NULL);

  return &g_array_index (mdg_presentation_peek_step (self)->options, MdgDrillOption, choice);
}

/**
 * mdg_presentation_is_right:
 * @self: a presentation
 * @choice: less than mdg_presentation_get_n_choices()
 *
 * Returns: whether it is the right answer
 */
gboolean
mdg_presentation_is_right (MdgPresentation *self, guint choice)
{
  g_return_val_if_fail (choice < mdg_presentation_get_n_choices (self), FALSE);

  return mdg_presentation_peek_step (self)->right == choice;
}

/**
 * mdg_presentation_get_votes:
 * @self: a presentation
 * @choice: less than mdg_presentation_get_n_choices()
 *
 * Returns: how many voted for it
 */
guint
mdg_presentation_get_votes (MdgPresentation *self, guint choice)
{
  g_return_val_if_fail (choice < mdg_presentation_get_n_choices (self), 0);

  return g_array_index (mdg_presentation_peek_step (self)->votes, guint, choice);
}

/**
 * mdg_presentation_count_votes:
 * @self: a presentation
 *
 * Returns: how many votes the question on screen has
 */
guint
mdg_presentation_count_votes (MdgPresentation *self)
{
  guint n_votes = 0;

  for (guint i = 0; i < mdg_presentation_get_n_choices (self); i++)
    n_votes += mdg_presentation_get_votes (self, i);

  return n_votes;
}

/**
 * mdg_presentation_vote:
 * @self: a presentation
 * @choice: an answer
 * @change: how many votes more, or fewer if negative
 *
 * Enters votes for an answer. That is possible only while its question is on screen: who has seen
 * the right answer votes no more.
 *
 * Returns: whether the votes changed
 */
gboolean
mdg_presentation_vote (MdgPresentation *self, guint choice, int change)
{
  MdgPresentationStep *step;
  guint *votes;
  guint old;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), FALSE);

  if (self->blank != MDG_BLANK_NONE ||
      mdg_presentation_get_frame_kind (self) != MDG_FRAME_QUESTION ||
      choice >= mdg_presentation_get_n_choices (self))
    return FALSE;

  step = mdg_presentation_peek_step (self);
  votes = &g_array_index (step->votes, guint, choice);
  old = *votes;
  *votes = (guint) CLAMP ((gint64) old + change, 0, MDG_PRESENTATION_MAX_VOTES);
  if (*votes == old)
    return FALSE;

  if (change > 0)
    step->voted_last = (int) choice;
  mdg_presentation_emit_step_changed (self);
  mdg_presentation_emit_changed (self);

  return TRUE;
}

/**
 * mdg_presentation_take_back:
 * @self: a presentation
 *
 * Takes one vote away from the answer that was voted for last.
 *
 * Returns: whether the votes changed
 */
gboolean
mdg_presentation_take_back (MdgPresentation *self)
{
  const MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), FALSE);

  step = mdg_presentation_peek_step (self);

  return step != NULL && step->voted_last >= 0 &&
         mdg_presentation_vote (self, (guint) step->voted_last, -1);
}

/**
 * mdg_presentation_clear_votes:
 * @self: a presentation
 *
 * Takes away all votes on the question on screen.
 *
 * Returns: whether the votes changed
 */
gboolean
mdg_presentation_clear_votes (MdgPresentation *self)
{
  MdgPresentationStep *step;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), FALSE);

  if (self->blank != MDG_BLANK_NONE ||
      mdg_presentation_get_frame_kind (self) != MDG_FRAME_QUESTION ||
      mdg_presentation_count_votes (self) == 0)
    return FALSE;

  step = mdg_presentation_peek_step (self);
  for (guint i = 0; i < step->votes->len; i++)
    g_array_index (step->votes, guint, i) = 0;
  step->voted_last = -1;
  mdg_presentation_emit_step_changed (self);
  mdg_presentation_emit_changed (self);

  return TRUE;
}

/**
 * mdg_presentation_dup_step:
 * @self: a presentation
 * @scenario: a scenario
 * @number: a question of it
 *
 * Writes down the votes on a question, with its texts as they are shown.
 *
 * Returns: (transfer full): the step for the store
 */
MdgSessionStep *
mdg_presentation_dup_step (MdgPresentation *self, guint scenario, guint number)
{
  const MdgPresentationScenario *record;

  g_return_val_if_fail (MDG_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (scenario < self->scenarios->len, NULL);
  record = g_ptr_array_index (self->scenarios, scenario);
  g_return_val_if_fail (number < record->steps->len, NULL);

  return mdg_presentation_step_dup_record (g_ptr_array_index (record->steps, number), scenario,
                                           number);
}

/**
 * mdg_presentation_count_verdicts:
 * @self: a presentation
 * @n_right: (out): how many questions most of the group answered rightly
 * @n_asked: (out): how many questions the group voted on and saw the answer of
 *
 * Adds up how the group did so far.
 */
void
mdg_presentation_count_verdicts (MdgPresentation *self, guint *n_right, guint *n_asked)
{
  g_autoptr (MdgSession) session = mdg_session_new ();

  g_return_if_fail (MDG_IS_PRESENTATION (self));

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const MdgPresentationScenario *scenario = g_ptr_array_index (self->scenarios, i);

      for (guint j = 0; j < scenario->steps->len; j++)
        g_ptr_array_add (session->steps, mdg_presentation_dup_step (self, i, j));
    }
  mdg_session_count_verdicts (session, n_right, n_asked);
}
