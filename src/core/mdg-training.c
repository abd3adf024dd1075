/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-training.h"

/**
 * mdg_trainee_free:
 * @self: (transfer full) (nullable): a trainee
 *
 * Frees a trainee.
 */
void
mdg_trainee_free (MdgTrainee *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/**
 * mdg_trainee_clean_name:
 * @name: (nullable): what was typed
 *
 * Makes one line of a name: blanks at the ends and in a row go, and so does what is longer than
 * %MDG_TRAINEE_NAME_MAX characters.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if nothing is left of it
 */
char *
mdg_trainee_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  GString *clean = g_string_new (NULL);
  gboolean has_blank = FALSE;
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < MDG_TRAINEE_NAME_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || !g_unichar_isprint (c))
        {
          has_blank = clean->len > 0;
          continue;
        }
      if (has_blank && ++n == MDG_TRAINEE_NAME_MAX)
        break;
      if (has_blank)
        g_string_append_c (clean, ' ');
      has_blank = FALSE;
      g_string_append_unichar (clean, c);
      n++;
    }

  if (clean->len > 0)
    return g_string_free_and_steal (clean);

  g_string_free (clean, TRUE);
  return NULL;
}

/**
 * mdg_attempt_new:
 * @drill_id: id of a drill
 * @situation: id of its situation
 * @level: its level
 *
 * Returns: (transfer full): an attempt in which nothing was chosen yet
 */
MdgAttempt *
mdg_attempt_new (const char *drill_id, const char *situation, guint level)
{
  MdgAttempt *self = g_new0 (MdgAttempt, 1);

  self->drill_id = g_strdup (drill_id);
  self->situation = g_strdup (situation);
  self->level = level;
  self->choices = g_strdup ("");
  self->is_right = TRUE;

  return self;
}

/**
 * mdg_attempt_copy:
 * @self: an attempt
 *
 * Returns: (transfer full): a copy
 */
MdgAttempt *
mdg_attempt_copy (const MdgAttempt *self)
{
  MdgAttempt *copy = g_memdup2 (self, sizeof *self);

  copy->drill_id = g_strdup (self->drill_id);
  copy->situation = g_strdup (self->situation);
  copy->choices = g_strdup (self->choices);

  return copy;
}

/**
 * mdg_attempt_free:
 * @self: (transfer full) (nullable): an attempt
 *
 * Frees an attempt.
 */
void
mdg_attempt_free (MdgAttempt *self)
{
  if (self == NULL)
    return;

  g_free (self->drill_id);
  g_free (self->situation);
  g_free (self->choices);
  g_free (self);
}

/**
 * mdg_attempt_is_decided:
 * @self: an attempt
 *
 * Returns: whether it counts: it is finished, or was left after a wrong choice
 */
gboolean
mdg_attempt_is_decided (const MdgAttempt *self)
{
  return self->is_finished || !self->is_right;
}

/**
 * mdg_round_new:
 *
 * Returns: (transfer full): a round with no field set and no attempts
 */
MdgRound *
mdg_round_new (void)
{
  MdgRound *self = g_new0 (MdgRound, 1);

  self->attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_attempt_free);

  return self;
}

/**
 * mdg_round_copy:
 * @self: a round
 *
 * Returns: (transfer full): a copy with copies of its attempts
 */
MdgRound *
mdg_round_copy (const MdgRound *self)
{
  MdgRound *copy = g_memdup2 (self, sizeof *self);

  copy->situation = g_strdup (self->situation);
  copy->pack_id = g_strdup (self->pack_id);
  copy->pack_version = g_strdup (self->pack_version);
  copy->plan = g_strdup (self->plan);
  copy->attempts = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_attempt_free);
  for (guint i = 0; i < self->attempts->len; i++)
    g_ptr_array_add (copy->attempts, mdg_attempt_copy (g_ptr_array_index (self->attempts, i)));

  return copy;
}

/**
 * mdg_round_free:
 * @self: (transfer full) (nullable): a round
 *
 * Frees a round with its attempts.
 */
void
mdg_round_free (MdgRound *self)
{
  if (self == NULL)
    return;

  g_free (self->situation);
  g_free (self->pack_id);
  g_free (self->pack_version);
  g_free (self->plan);
  g_ptr_array_unref (self->attempts);
  g_free (self);
}

/**
 * mdg_round_find_attempt:
 * @self: a round
 * @number: a place in the round
 *
 * Returns: (transfer none) (nullable): the attempt at that place, or %NULL if it was not reached
 */
MdgAttempt *
mdg_round_find_attempt (const MdgRound *self, guint number)
{
  for (guint i = 0; i < self->attempts->len; i++)
    {
      MdgAttempt *attempt = g_ptr_array_index (self->attempts, i);

      if (attempt->number == number)
        return attempt;
    }

  return NULL;
}
