/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-walk.h"

struct _MdgGuideWalk
{
  GObject parent_instance;

  MdgGuidePack *pack;
  MdgDay day;
  const MdgSituation *situation; /* NULL at the list of situations */
  GPtrArray *choices;            /* (element-type utf8): ids, owned by the pack */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgGuideWalk, mdg_guide_walk, G_TYPE_OBJECT)

static const MdgNode *
get_start (MdgGuideWalk *self)
{
  return self->situation != NULL
           ? mdg_guide_pack_resolve (self->pack, self->situation->start, self->day)
           : NULL;
}

/* The node after @n_choices choices, or NULL if the path does not reach that far on this day. */
static const MdgNode *
follow (MdgGuideWalk *self, guint n_choices)
{
  const MdgNode *node = get_start (self);

  for (guint i = 0; node != NULL && i < n_choices; i++)
    {
      const MdgChoice *choice = mdg_node_find_choice (node, g_ptr_array_index (self->choices, i));

      node = choice != NULL ? mdg_guide_pack_resolve (self->pack, choice->next, self->day) : NULL;
    }

  return node;
}

static void
mdg_guide_walk_finalize (GObject *object)
{
  MdgGuideWalk *self = MDG_GUIDE_WALK (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_guide_walk_parent_class)->finalize (object);
}

static void
mdg_guide_walk_class_init (MdgGuideWalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_guide_walk_finalize;

  /**
   * MdgGuideWalk::changed:
   *
   * The situation, a choice or the day changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mdg_guide_walk_init (MdgGuideWalk *self)
{
  self->choices = g_ptr_array_new ();
}

/**
 * mdg_guide_walk_new:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 *
 * Returns: (transfer full): a walk that stands at the list of situations
 */
MdgGuideWalk *
mdg_guide_walk_new (MdgGuidePack *pack, MdgDay day)
{
  MdgGuideWalk *self = g_object_new (MDG_TYPE_GUIDE_WALK, NULL);

  self->pack = mdg_guide_pack_ref (pack);
  self->day = day;

  return self;
}

/**
 * mdg_guide_walk_get_pack:
 * @self: a walk
 *
 * Returns: (transfer none): the pack it goes through
 */
MdgGuidePack *
mdg_guide_walk_get_pack (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), NULL);

  return self->pack;
}

/**
 * mdg_guide_walk_get_day:
 * @self: a walk
 *
 * Returns: the day whose rules are followed
 */
MdgDay
mdg_guide_walk_get_day (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), MDG_DAY_NONE);

  return self->day;
}

/**
 * mdg_guide_walk_set_day:
 * @self: a walk
 * @day: another day
 *
 * Follows the rules of another day. The path is kept as far as that day knows it.
 */
void
mdg_guide_walk_set_day (MdgGuideWalk *self, MdgDay day)
{
  g_return_if_fail (MDG_IS_GUIDE_WALK (self));

  if (self->day == day)
    return;

  self->day = day;
  if (self->situation != NULL && (day < mdg_guide_pack_get_covers_from (self->pack) ||
                                  !mdg_guide_basis_holds_on (&self->situation->basis, day)))
    self->situation = NULL;

  while (self->choices->len > 0 && follow (self, self->choices->len) == NULL)
    g_ptr_array_set_size (self->choices, self->choices->len - 1);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_guide_walk_get_situation:
 * @self: a walk
 *
 * Returns: (nullable): the situation, or %NULL at the list of situations
 */
const MdgSituation *
mdg_guide_walk_get_situation (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), NULL);

  return self->situation;
}

/**
 * mdg_guide_walk_get_node:
 * @self: a walk
 *
 * Returns: (nullable): the question or the outcome that the walk stands at, or %NULL at the list of
 *   situations
 */
const MdgNode *
mdg_guide_walk_get_node (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), NULL);

  return follow (self, self->choices->len);
}

/**
 * mdg_guide_walk_get_n_choices:
 * @self: a walk
 *
 * Returns: how many choices were made after that of the situation
 */
guint
mdg_guide_walk_get_n_choices (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), 0);

  return self->choices->len;
}

/**
 * mdg_guide_walk_get_step:
 * @self: a walk
 * @index: which choice, below mdg_guide_walk_get_n_choices()
 * @choice: (out) (optional): what was chosen
 *
 * Returns: the question that was answered
 */
const MdgNode *
mdg_guide_walk_get_step (MdgGuideWalk *self, guint index, const MdgChoice **choice)
{
  const MdgNode *node;

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), NULL);
  g_return_val_if_fail (index < self->choices->len, NULL);

  node = follow (self, index);
  if (choice != NULL)
    *choice = mdg_node_find_choice (node, g_ptr_array_index (self->choices, index));

  return node;
}

/* The same doubt often stands on a question and on what follows from it. */
static void
add_doubt (GPtrArray *doubts, const MdgGuideBasis *basis)
{
  const char *text = basis->doubt.in[MDG_LANGUAGE_JAPANESE];

  if (text == NULL)
    return;
  for (guint i = 0; i < doubts->len; i++)
    {
      const MdgGuideText *other = g_ptr_array_index (doubts, i);

      if (g_str_equal (other->in[MDG_LANGUAGE_JAPANESE], text))
        return;
    }
  g_ptr_array_add (doubts, (gpointer) &basis->doubt);
}

/**
 * mdg_guide_walk_list_doubts:
 * @self: a walk
 *
 * Lists what is uncertain about the whole path, so that a doubt about a question is not forgotten
 * once the question is answered.
 *
 * Returns: (transfer container) (element-type MdgGuideText): the doubts of the situation, of every
 *   question answered and of where the walk stands, in this order, each text once; the texts belong
 *   to the pack
 */
GPtrArray *
mdg_guide_walk_list_doubts (MdgGuideWalk *self)
{
  g_autoptr (GPtrArray) doubts = g_ptr_array_new ();

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), NULL);

  if (self->situation != NULL)
    {
      add_doubt (doubts, &self->situation->basis);
      for (guint i = 0; i <= self->choices->len; i++)
        add_doubt (doubts, &follow (self, i)->basis);
    }

  return g_steal_pointer (&doubts);
}

/**
 * mdg_guide_walk_start:
 * @self: a walk
 * @situation_id: the id of a situation
 *
 * Begins again with a situation.
 *
 * Returns: whether the pack knows that situation on this day; if not, nothing changes
 */
gboolean
mdg_guide_walk_start (MdgGuideWalk *self, const char *situation_id)
{
  const MdgSituation *situation;

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), FALSE);
  g_return_val_if_fail (situation_id != NULL, FALSE);

  situation = mdg_guide_pack_find_situation (self->pack, situation_id);
  if (situation == NULL || self->day < mdg_guide_pack_get_covers_from (self->pack) ||
      !mdg_guide_basis_holds_on (&situation->basis, self->day))
    return FALSE;

  self->situation = situation;
  g_ptr_array_set_size (self->choices, 0);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * mdg_guide_walk_choose:
 * @self: a walk
 * @choice_id: the id of a choice of the question it stands at
 *
 * Goes one step on.
 *
 * Returns: whether the question has that choice; if not, nothing changes
 */
gboolean
mdg_guide_walk_choose (MdgGuideWalk *self, const char *choice_id)
{
  const MdgNode *node;
  const MdgChoice *choice;

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), FALSE);
  g_return_val_if_fail (choice_id != NULL, FALSE);

  node = mdg_guide_walk_get_node (self);
  choice = node != NULL ? mdg_node_find_choice (node, choice_id) : NULL;
  if (choice == NULL)
    return FALSE;

  g_ptr_array_add (self->choices, (gpointer) choice->id);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * mdg_guide_walk_back:
 * @self: a walk
 *
 * Goes one step back: to the question before, or from the first to the list of situations.
 *
 * Returns: whether there was a step to go back
 */
gboolean
mdg_guide_walk_back (MdgGuideWalk *self)
{
  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), FALSE);

  if (self->situation == NULL)
    return FALSE;

  if (self->choices->len > 0)
    g_ptr_array_set_size (self->choices, self->choices->len - 1);
  else
    self->situation = NULL;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * mdg_guide_walk_truncate:
 * @self: a walk
 * @n_choices: how many choices to keep
 *
 * Reopens a step that was taken before.
 */
void
mdg_guide_walk_truncate (MdgGuideWalk *self, guint n_choices)
{
  g_return_if_fail (MDG_IS_GUIDE_WALK (self));

  if (n_choices >= self->choices->len)
    return;

  g_ptr_array_set_size (self->choices, n_choices);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_guide_walk_reset:
 * @self: a walk
 *
 * Goes back to the list of situations.
 */
void
mdg_guide_walk_reset (MdgGuideWalk *self)
{
  g_return_if_fail (MDG_IS_GUIDE_WALK (self));

  if (self->situation == NULL)
    return;

  self->situation = NULL;
  g_ptr_array_set_size (self->choices, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mdg_guide_walk_go:
 * @self: a walk
 * @day: the day whose rules are followed
 * @situation_id: the id of a situation
 * @choice_ids: (array zero-terminated=1): the ids of the choices made since
 *
 * Goes a whole path at once, whatever path was taken before.
 *
 * Returns: whether the pack leads through all of it on @day; if not, nothing changes
 */
gboolean
mdg_guide_walk_go (MdgGuideWalk *self,
                   MdgDay day,
                   const char *situation_id,
                   const char *const *choice_ids)
{
  g_autoptr (MdgGuideWalk) trial = NULL;

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (self), FALSE);
  g_return_val_if_fail (situation_id != NULL, FALSE);
  g_return_val_if_fail (choice_ids != NULL, FALSE);

  trial = mdg_guide_walk_new (self->pack, day);
  if (!mdg_guide_walk_start (trial, situation_id))
    return FALSE;
  for (guint i = 0; choice_ids[i] != NULL; i++)
    if (!mdg_guide_walk_choose (trial, choice_ids[i]))
      return FALSE;

  self->day = day;
  self->situation = trial->situation;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_ref (trial->choices);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}
