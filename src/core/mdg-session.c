/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-session.h"

static char *
dup_not_null (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
free_choice (MdgSessionChoice *choice)
{
  g_free (choice->id);
  g_free (choice->text);
  g_free (choice);
}

static void
free_scenario (MdgSessionScenario *scenario)
{
  g_free (scenario->drill_id);
  g_free (scenario->title);
  g_free (scenario->situation);
  g_free (scenario);
}

/**
 * mdg_session_step_new:
 * @scenario: the place of its scenario in the session
 * @number: its place in the scenario
 * @question: what is asked
 *
 * Returns: (transfer full): a step without choices
 */
MdgSessionStep *
mdg_session_step_new (guint scenario, guint number, const char *question)
{
  MdgSessionStep *self = g_new0 (MdgSessionStep, 1);

  self->scenario = scenario;
  self->number = number;
  self->question = dup_not_null (question);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);

  return self;
}

/**
 * mdg_session_step_copy:
 * @self: a step
 *
 * Returns: (transfer full): a copy
 */
MdgSessionStep *
mdg_session_step_copy (const MdgSessionStep *self)
{
  MdgSessionStep *copy = mdg_session_step_new (self->scenario, self->number, self->question);

  copy->revealed_at = self->revealed_at;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const MdgSessionChoice *choice = g_ptr_array_index (self->choices, i);

      mdg_session_step_add_choice (copy, choice->id, choice->text, choice->votes, choice->is_right);
    }

  return copy;
}

/**
 * mdg_session_step_free:
 * @self: (transfer full) (nullable): a step
 *
 * Frees a step.
 */
void
mdg_session_step_free (MdgSessionStep *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/**
 * mdg_session_step_add_choice:
 * @self: a step
 * @id: id of the choice
 * @text: what it says
 * @votes: how many voted for it
 * @is_right: whether it is the right answer
 *
 * Adds a choice after those that are there.
 */
void
mdg_session_step_add_choice (MdgSessionStep *self,
                             const char *id,
                             const char *text,
                             guint votes,
                             gboolean is_right)
{
  MdgSessionChoice *choice = g_new0 (MdgSessionChoice, 1);

  choice->id = dup_not_null (id);
  choice->text = dup_not_null (text);
  choice->votes = votes;
  choice->is_right = is_right;
  g_ptr_array_add (self->choices, choice);
}

/**
 * mdg_session_step_count_votes:
 * @self: a step
 *
 * Returns: how many votes were given
 */
guint
mdg_session_step_count_votes (const MdgSessionStep *self)
{
  guint n_votes = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n_votes += ((const MdgSessionChoice *) g_ptr_array_index (self->choices, i))->votes;

  return n_votes;
}

/**
 * mdg_session_step_get_verdict:
 * @self: a step
 *
 * Compares the votes for the right answer with those for each other answer.
 *
 * Returns: what most of the group said
 */
MdgVerdict
mdg_session_step_get_verdict (const MdgSessionStep *self)
{
  guint right = 0;
  guint wrong = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const MdgSessionChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->is_right)
        right = MAX (right, choice->votes);
      else
        wrong = MAX (wrong, choice->votes);
    }

  if (right == 0 && wrong == 0)
    return MDG_VERDICT_NONE;
  if (right == wrong)
    return MDG_VERDICT_TIED;

  return right > wrong ? MDG_VERDICT_RIGHT : MDG_VERDICT_WRONG;
}

/**
 * mdg_session_new:
 *
 * Returns: (transfer full): a session with no field set, all texts empty
 */
MdgSession *
mdg_session_new (void)
{
  MdgSession *self = g_new0 (MdgSession, 1);

  self->trainer = g_strdup ("");
  self->title = g_strdup ("");
  self->attendees = g_strdup ("");
  self->pack_id = g_strdup ("");
  self->pack_version = g_strdup ("");
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) free_scenario);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_session_step_free);

  return self;
}

/**
 * mdg_session_copy:
 * @self: a session
 *
 * Returns: (transfer full): a copy with its scenarios and steps
 */
MdgSession *
mdg_session_copy (const MdgSession *self)
{
  MdgSession *copy = mdg_session_new ();

  copy->id = self->id;
  copy->day = self->day;
  g_set_str (&copy->trainer, self->trainer);
  g_set_str (&copy->title, self->title);
  g_set_str (&copy->attendees, self->attendees);
  g_set_str (&copy->pack_id, self->pack_id);
  g_set_str (&copy->pack_version, self->pack_version);
  copy->created_at = self->created_at;
  copy->started_at = self->started_at;
  copy->finished_at = self->finished_at;
  copy->scenario = self->scenario;
  copy->frame = self->frame;
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const MdgSessionScenario *scenario = g_ptr_array_index (self->scenarios, i);

      mdg_session_add_scenario (copy, scenario->drill_id, scenario->title, scenario->situation);
    }
  for (guint i = 0; i < self->steps->len; i++)
    g_ptr_array_add (copy->steps, mdg_session_step_copy (g_ptr_array_index (self->steps, i)));

  return copy;
}

/**
 * mdg_session_free:
 * @self: (transfer full) (nullable): a session
 *
 * Frees a session.
 */
void
mdg_session_free (MdgSession *self)
{
  if (self == NULL)
    return;

  g_free (self->trainer);
  g_free (self->title);
  g_free (self->attendees);
  g_free (self->pack_id);
  g_free (self->pack_version);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/**
 * mdg_session_add_scenario:
 * @self: a session that is not stored yet
 * @drill_id: id of the drill
 * @title: what is told of the patient
 * @situation: the title of the situation that is right
 *
 * Adds a scenario after those that are there.
 */
void
mdg_session_add_scenario (MdgSession *self,
                          const char *drill_id,
                          const char *title,
                          const char *situation)
{
  MdgSessionScenario *scenario = g_new0 (MdgSessionScenario, 1);

  scenario->drill_id = dup_not_null (drill_id);
  scenario->title = dup_not_null (title);
  scenario->situation = dup_not_null (situation);
  g_ptr_array_add (self->scenarios, scenario);
}

/**
 * mdg_session_find_step:
 * @self: a session
 * @scenario: the place of a scenario
 * @number: the place of a question in it
 *
 * Returns: (transfer none) (nullable): the step, or %NULL if it was never touched
 */
MdgSessionStep *
mdg_session_find_step (const MdgSession *self, guint scenario, guint number)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      MdgSessionStep *step = g_ptr_array_index (self->steps, i);

      if (step->scenario == scenario && step->number == number)
        return step;
    }

  return NULL;
}

/**
 * mdg_session_list_attendees:
 * @self: a session
 *
 * Takes the lines of the attendees apart; two of the same name stay two.
 *
 * Returns: (transfer full): the names, without blank lines and without space around them
 */
GStrv
mdg_session_list_attendees (const MdgSession *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit_set (self->attendees, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *name = g_strstrip (lines[i]);

      if (*name != '\0')
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}

/**
 * mdg_session_count_attendees:
 * @self: a session
 *
 * Returns: how many names there are
 */
guint
mdg_session_count_attendees (const MdgSession *self)
{
  g_auto (GStrv) names = mdg_session_list_attendees (self);

  return g_strv_length (names);
}

/**
 * mdg_session_count_verdicts:
 * @self: a session
 * @n_right: (out): how many questions most of the group answered rightly
 * @n_asked: (out): how many questions the group voted on and saw the answer of
 *
 * Adds up how the group did.
 */
void
mdg_session_count_verdicts (const MdgSession *self, guint *n_right, guint *n_asked)
{
  *n_right = 0;
  *n_asked = 0;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const MdgSessionStep *step = g_ptr_array_index (self->steps, i);
      MdgVerdict verdict = mdg_session_step_get_verdict (step);

      if (step->revealed_at == 0 || verdict == MDG_VERDICT_NONE)
        continue;
      *n_asked += 1;
      *n_right += verdict == MDG_VERDICT_RIGHT;
    }
}
