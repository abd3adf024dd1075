/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-drill-play.h"

/* How many situations are offered at level 1, and how many more at each level above it. There are
 * never more than keys. */
#define LEAST_SITUATIONS 4
#define MORE_SITUATIONS 2

struct _MdgDrillPlay
{
  MdgGuidePack *pack;
  const MdgDrill *drill;
  MdgDay day;
  GPtrArray *situations; /* (element-type MdgSituation): as offered */
  GPtrArray *answers;    /* (element-type MdgDrillAnswer) */
};

/* Whether anything that can be chosen from @node_id onwards ends at @outcome. The graph has no
 * cycle, and is small. */
static gboolean
reaches (MdgGuidePack *pack, const char *node_id, MdgDay day, const char *outcome)
{
  const MdgNode *node = mdg_guide_pack_resolve (pack, node_id, day);

  if (node == NULL)
    return FALSE;
  if (node->type == MDG_NODE_OUTCOME)
    return g_str_equal (node->id, outcome);

  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);

      if (reaches (pack, choice->next, day, outcome))
        return TRUE;
    }

  return FALSE;
}

static void
take (GPtrArray *offered, GPtrArray *from, guint n)
{
  for (guint i = 0; i < from->len && offered->len < n; i++)
    g_ptr_array_add (offered, g_ptr_array_index (from, i));
}

static gboolean
is_fair (const MdgDrill *drill, const MdgSituation *situation)
{
  return g_ptr_array_find_with_equal_func (drill->also, situation->id, g_str_equal, NULL);
}

/* The right situation among others, but never among those that would be fair as well. Those that
 * lead to the same card are offered only where there is nothing else: at the desk they would not be
 * wrong. Above level 1 the others are of the same kind as the right one, as far as there are such. */
static void
choose_situations (MdgDrillPlay *self, const MdgSituation *right, GRand *rand)
{
  g_autoptr (GPtrArray) known = mdg_guide_pack_list_situations (self->pack, self->day);
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  g_autoptr (GPtrArray) far = g_ptr_array_new ();
  g_autoptr (GPtrArray) same_end = g_ptr_array_new ();
  guint n = LEAST_SITUATIONS + MORE_SITUATIONS * (self->drill->level - 1);

  mdg_drill_shuffle (known, rand);
  for (guint i = 0; i < known->len; i++)
    {
      const MdgSituation *other = g_ptr_array_index (known, i);

      if (other == right || is_fair (self->drill, other))
        continue;
      if (reaches (self->pack, other->start, self->day, self->drill->outcome))
        g_ptr_array_add (same_end, (gpointer) other);
      else if (self->drill->level > 1 && g_str_equal (other->group, right->group))
        g_ptr_array_add (near, (gpointer) other);
      else
        g_ptr_array_add (far, (gpointer) other);
    }

  g_ptr_array_add (self->situations, (gpointer) right);
  take (self->situations, near, n);
  take (self->situations, far, n);
  take (self->situations, same_end, MAX (self->situations->len, 2));
  mdg_drill_shuffle (self->situations, rand);
}

/**
 * mdg_drill_play_new:
 * @pack: a guide pack
 * @drill: a drill of it
 * @day: the day whose rules are asked for
 * @seed: what the order of the situations depends on
 *
 * Begins to play a drill.
 *
 * Returns: (transfer full) (nullable): the play, or %NULL if the drill does not hold on @day
 */
MdgDrillPlay *
mdg_drill_play_new (MdgGuidePack *pack, const MdgDrill *drill, MdgDay day, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  MdgDrillPlay *self;

  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail (drill != NULL, NULL);

  if (!mdg_drill_holds_on (drill, pack, day))
    return NULL;

  self = g_new0 (MdgDrillPlay, 1);
  self->pack = mdg_guide_pack_ref (pack);
  self->drill = drill;
  self->day = day;
  self->situations = g_ptr_array_new ();
  self->answers = g_ptr_array_new_with_free_func (g_free);
  choose_situations (self, mdg_guide_pack_find_situation (pack, drill->situation), rand);

  return self;
}

/**
 * mdg_drill_play_free:
 * @self: (transfer full) (nullable): a play
 *
 * Frees a play.
 */
void
mdg_drill_play_free (MdgDrillPlay *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->situations);
  g_ptr_array_unref (self->answers);
  mdg_guide_pack_unref (self->pack);
  g_free (self);
}

/**
 * mdg_drill_play_get_drill:
 * @self: a play
 *
 * Returns: what is played
 */
const MdgDrill *
mdg_drill_play_get_drill (const MdgDrillPlay *self)
{
  return self->drill;
}

/**
 * mdg_drill_play_get_n_steps:
 * @self: a play
 *
 * Returns: how many answers it takes: the situation, and each question on the right way
 */
guint
mdg_drill_play_get_n_steps (const MdgDrillPlay *self)
{
  return 1 + self->drill->path->len;
}

/**
 * mdg_drill_play_get_step:
 * @self: a play
 *
 * Returns: how many answers were given
 */
guint
mdg_drill_play_get_step (const MdgDrillPlay *self)
{
  return self->answers->len;
}

/**
 * mdg_drill_play_is_finished:
 * @self: a play
 *
 * Returns: whether all answers were given
 */
gboolean
mdg_drill_play_is_finished (const MdgDrillPlay *self)
{
  return self->answers->len == mdg_drill_play_get_n_steps (self);
}

/**
 * mdg_drill_play_is_right:
 * @self: a play
 *
 * Returns: whether no answer so far was wrong
 */
gboolean
mdg_drill_play_is_right (const MdgDrillPlay *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    if (!((const MdgDrillAnswer *) g_ptr_array_index (self->answers, i))->is_right)
      return FALSE;

  return TRUE;
}

/**
 * mdg_drill_play_get_question:
 * @self: a play
 *
 * Returns: (nullable): the question that is asked now; %NULL if it is which situation this is, or
 *   if the play is finished
 */
const MdgNode *
mdg_drill_play_get_question (const MdgDrillPlay *self)
{
  if (self->answers->len == 0 || mdg_drill_play_is_finished (self))
    return NULL;

  return mdg_drill_get_step (self->drill, self->pack, self->day, self->answers->len - 1);
}

/**
 * mdg_drill_play_get_outcome:
 * @self: a play
 *
 * Returns: the card that the right way ends with
 */
const MdgNode *
mdg_drill_play_get_outcome (const MdgDrillPlay *self)
{
  return mdg_drill_get_step (self->drill, self->pack, self->day, self->drill->path->len);
}

static MdgDrillOption
get_situation_option (const MdgSituation *situation)
{
  return (MdgDrillOption) { .id = situation->id,
                            .icon = situation->icon,
                            .text = &situation->title,
                            .detail = &situation->line };
}

static MdgDrillOption
get_choice_option (const MdgChoice *choice)
{
  return (MdgDrillOption) { .id = choice->id, .text = &choice->text, .detail = &choice->detail };
}

/**
 * mdg_drill_play_list_options:
 * @self: a play
 *
 * Lists what can be chosen now: situations in the order of the play's seed, or the choices of a
 * question in the order in which they stand at the desk, so that hands learn it too.
 *
 * Returns: (transfer full) (element-type MdgDrillOption): the options, none if the play is finished
 */
GArray *
mdg_drill_play_list_options (const MdgDrillPlay *self)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (MdgDrillOption));
  const MdgNode *question = mdg_drill_play_get_question (self);

  for (guint i = 0; self->answers->len == 0 && i < self->situations->len; i++)
    {
      MdgDrillOption option = get_situation_option (g_ptr_array_index (self->situations, i));

      g_array_append_val (options, option);
    }
  for (guint i = 0; question != NULL && i < question->choices->len; i++)
    {
      MdgDrillOption option = get_choice_option (g_ptr_array_index (question->choices, i));

      g_array_append_val (options, option);
    }

  return options;
}

static gboolean
answer_situation (MdgDrillPlay *self, const char *id, MdgDrillAnswer *answer)
{
  const MdgSituation *right = mdg_guide_pack_find_situation (self->pack, self->drill->situation);

  for (guint i = 0; i < self->situations->len; i++)
    {
      const MdgSituation *chosen = g_ptr_array_index (self->situations, i);

      if (!g_str_equal (chosen->id, id))
        continue;
      answer->chosen = get_situation_option (chosen);
      answer->right = get_situation_option (right);
      answer->chosen_next = mdg_guide_pack_resolve (self->pack, chosen->start, self->day);
      answer->right_next = mdg_guide_pack_resolve (self->pack, right->start, self->day);
      answer->basis = &right->basis;
      return TRUE;
    }

  return FALSE;
}

static gboolean
answer_question (MdgDrillPlay *self, const char *id, MdgDrillAnswer *answer)
{
  const MdgNode *question = mdg_drill_play_get_question (self);
  const MdgChoice *chosen = question != NULL ? mdg_node_find_choice (question, id) : NULL;
  const MdgChoice *right;

  if (chosen == NULL)
    return FALSE;

  right =
    mdg_node_find_choice (question, g_ptr_array_index (self->drill->path, self->answers->len - 1));
  answer->question = question;
  answer->chosen = get_choice_option (chosen);
  answer->right = get_choice_option (right);
  answer->chosen_next = mdg_guide_pack_resolve (self->pack, chosen->next, self->day);
  answer->right_next = mdg_guide_pack_resolve (self->pack, right->next, self->day);
  answer->basis = &question->basis;

  return TRUE;
}

/**
 * mdg_drill_play_answer:
 * @self: a play
 * @id: the id of one of the options
 *
 * Answers what is asked now, and goes one step on along the right way.
 *
 * Returns: (transfer none) (nullable): what is to be said about it; %NULL if @id is none of the
 *   options, in which case nothing changes
 */
const MdgDrillAnswer *
mdg_drill_play_answer (MdgDrillPlay *self, const char *id)
{
  MdgDrillAnswer answer = { 0 };

  g_return_val_if_fail (id != NULL, NULL);

  if (self->answers->len == 0 ? !answer_situation (self, id, &answer)
                              : !answer_question (self, id, &answer))
    return NULL;

  answer.is_right = g_str_equal (answer.chosen.id, answer.right.id);
  g_ptr_array_add (self->answers, g_memdup2 (&answer, sizeof answer));

  return g_ptr_array_index (self->answers, self->answers->len - 1);
}

/**
 * mdg_drill_play_get_answer:
 * @self: a play
 * @step: which, below mdg_drill_play_get_step()
 *
 * Returns: (transfer none): an answer that was given
 */
const MdgDrillAnswer *
mdg_drill_play_get_answer (const MdgDrillPlay *self, guint step)
{
  g_return_val_if_fail (step < self->answers->len, NULL);

  return g_ptr_array_index (self->answers, step);
}

/**
 * mdg_drill_play_dup_choices:
 * @self: a play
 *
 * Writes down what was chosen: ids in order, separated by blanks, a wrong one with "!" before it.
 *
 * Returns: (transfer full): the choices, as mdg_drill_play_replay() reads them
 */
char *
mdg_drill_play_dup_choices (const MdgDrillPlay *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const MdgDrillAnswer *answer = g_ptr_array_index (self->answers, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", answer->is_right ? "" : "!",
                              answer->chosen.id);
    }

  return g_string_free_and_steal (text);
}

/**
 * mdg_drill_play_replay:
 * @self: a play at its beginning
 * @choices: choices as mdg_drill_play_dup_choices() writes them
 *
 * Goes on where a play was left.
 *
 * Returns: whether all choices are known; if not, the play stands before the first that is not
 */
gboolean
mdg_drill_play_replay (MdgDrillPlay *self, const char *choices)
{
  g_auto (GStrv) ids = g_strsplit (choices, " ", -1);

  g_return_val_if_fail (self->answers->len == 0, FALSE);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && mdg_drill_play_answer (self, ids[i] + (*ids[i] == '!')) == NULL)
      return FALSE;

  return TRUE;
}
