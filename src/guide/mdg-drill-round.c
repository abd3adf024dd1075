/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-drill-round.h"

typedef enum
{
  NOT_ASKED,
  RIGHT,
  WRONG,
} FirstTime;

struct _MdgDrillRound
{
  MdgRoundMode mode;
  GPtrArray *drills; /* (element-type MdgDrill): the plan */
  GArray *first;     /* FirstTime, by place in the plan */
  GArray *queue;     /* guint: places in the plan that are to be asked, in order */
  guint number;      /* how many were played */
};

/**
 * mdg_drill_round_new:
 * @mode: what kind of round
 * @drills: (element-type MdgDrill): what to ask, in this order; the drills belong to their pack
 *
 * Returns: (transfer full): a round that stands before its first drill
 */
MdgDrillRound *
mdg_drill_round_new (MdgRoundMode mode, GPtrArray *drills)
{
  MdgDrillRound *self = g_new0 (MdgDrillRound, 1);

  self->mode = mode;
  self->drills = g_ptr_array_new ();
  self->first = g_array_new (FALSE, FALSE, sizeof (FirstTime));
  self->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < drills->len; i++)
    {
      FirstTime first = NOT_ASKED;

      g_ptr_array_add (self->drills, g_ptr_array_index (drills, i));
      g_array_append_val (self->first, first);
      g_array_append_val (self->queue, i);
    }

  return self;
}

static gboolean
follow (MdgDrillRound *self, const MdgRound *record)
{
  for (guint i = 0;; i++)
    {
      const MdgAttempt *attempt = mdg_round_find_attempt (record, i);
      const MdgDrill *drill = mdg_drill_round_get_current (self);

      if (attempt == NULL)
        return TRUE;
      if (drill == NULL || !g_str_equal (drill->id, attempt->drill_id))
        return FALSE;
      if (!attempt->is_finished)
        return TRUE;
      mdg_drill_round_record (self, attempt->is_right);
    }
}

/**
 * mdg_drill_round_new_from_record:
 * @pack: a guide pack
 * @record: a round as the store has it
 *
 * Makes a round that stands where the recorded one was left.
 *
 * Returns: (transfer full) (nullable): the round, or %NULL if it was of another pack or version, or
 *   does not fit it
 */
MdgDrillRound *
mdg_drill_round_new_from_record (MdgGuidePack *pack, const MdgRound *record)
{
  g_auto (GStrv) ids = g_strsplit (record->plan, " ", -1);
  g_autoptr (GPtrArray) drills = g_ptr_array_new ();
  g_autoptr (MdgDrillRound) self = NULL;

  if (!g_str_equal (record->pack_id, mdg_guide_pack_get_id (pack)) ||
      !g_str_equal (record->pack_version, mdg_guide_pack_get_version (pack)))
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MdgDrill *drill = mdg_drill_find (pack, ids[i]);

      if (drill == NULL || !mdg_drill_holds_on (drill, pack, record->day))
        return NULL;
      g_ptr_array_add (drills, (gpointer) drill);
    }

  self = mdg_drill_round_new (record->mode, drills);

  return follow (self, record) ? g_steal_pointer (&self) : NULL;
}

/**
 * mdg_drill_round_free:
 * @self: (transfer full) (nullable): a round
 *
 * Frees a round.
 */
void
mdg_drill_round_free (MdgDrillRound *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->drills);
  g_array_unref (self->first);
  g_array_unref (self->queue);
  g_free (self);
}

/**
 * mdg_drill_round_get_mode:
 * @self: a round
 *
 * Returns: what kind of round it is
 */
MdgRoundMode
mdg_drill_round_get_mode (const MdgDrillRound *self)
{
  return self->mode;
}

/**
 * mdg_drill_round_get_current:
 * @self: a round
 *
 * Returns: (transfer none) (nullable): the drill that is asked now, %NULL if the round is over
 */
const MdgDrill *
mdg_drill_round_get_current (const MdgDrillRound *self)
{
  return self->queue->len > 0
           ? g_ptr_array_index (self->drills, g_array_index (self->queue, guint, 0))
           : NULL;
}

/**
 * mdg_drill_round_is_return:
 * @self: a round
 *
 * Returns: whether the drill that is asked now was wrong before
 */
gboolean
mdg_drill_round_is_return (const MdgDrillRound *self)
{
  return self->queue->len > 0 &&
         g_array_index (self->first, FirstTime, g_array_index (self->queue, guint, 0)) != NOT_ASKED;
}

/**
 * mdg_drill_round_get_number:
 * @self: a round
 *
 * Returns: how many drills were played, those that returned included
 */
guint
mdg_drill_round_get_number (const MdgDrillRound *self)
{
  return self->number;
}

/**
 * mdg_drill_round_get_n_drills:
 * @self: a round
 *
 * Returns: of how many different drills it is
 */
guint
mdg_drill_round_get_n_drills (const MdgDrillRound *self)
{
  return self->drills->len;
}

/**
 * mdg_drill_round_get_n_left:
 * @self: a round
 *
 * Returns: how many drills are to be asked, the current one included
 */
guint
mdg_drill_round_get_n_left (const MdgDrillRound *self)
{
  return self->queue->len;
}

static guint
count (const MdgDrillRound *self, FirstTime wanted)
{
  guint n = 0;

  for (guint i = 0; i < self->first->len; i++)
    n += g_array_index (self->first, FirstTime, i) == wanted;

  return n;
}

/**
 * mdg_drill_round_get_n_asked:
 * @self: a round
 *
 * Returns: how many different drills were asked so far
 */
guint
mdg_drill_round_get_n_asked (const MdgDrillRound *self)
{
  return self->drills->len - count (self, NOT_ASKED);
}

/**
 * mdg_drill_round_get_n_right:
 * @self: a round
 *
 * Returns: how many of them were right the first time
 */
guint
mdg_drill_round_get_n_right (const MdgDrillRound *self)
{
  return count (self, RIGHT);
}

/**
 * mdg_drill_round_is_passed:
 * @self: a round
 *
 * Returns: whether it is an exam that is over, and at least %MDG_EXAM_PASS_PERCENT of it was right
 */
gboolean
mdg_drill_round_is_passed (const MdgDrillRound *self)
{
  return self->mode == MDG_ROUND_EXAM && self->queue->len == 0 && self->drills->len > 0 &&
         count (self, RIGHT) * 100 >= self->drills->len * MDG_EXAM_PASS_PERCENT;
}

/**
 * mdg_drill_round_list_wrong:
 * @self: a round
 *
 * Returns: (transfer container) (element-type MdgDrill): the drills that were wrong the first time,
 *   in the order of the plan
 */
GPtrArray *
mdg_drill_round_list_wrong (const MdgDrillRound *self)
{
  GPtrArray *wrong = g_ptr_array_new ();

  for (guint i = 0; i < self->first->len; i++)
    if (g_array_index (self->first, FirstTime, i) == WRONG)
      g_ptr_array_add (wrong, g_ptr_array_index (self->drills, i));

  return wrong;
}

/**
 * mdg_drill_round_record:
 * @self: a round that is not over
 * @is_right: whether the current drill was answered rightly
 *
 * Goes on to the next drill.
 */
void
mdg_drill_round_record (MdgDrillRound *self, gboolean is_right)
{
  guint place;
  FirstTime *first;

  g_return_if_fail (self->queue->len > 0);

  place = g_array_index (self->queue, guint, 0);
  g_array_remove_index (self->queue, 0);
  first = &g_array_index (self->first, FirstTime, place);
  if (*first == NOT_ASKED)
    *first = is_right ? RIGHT : WRONG;

  if (!is_right && self->mode != MDG_ROUND_EXAM)
    g_array_insert_val (self->queue, MIN (MDG_RETURN_AFTER, self->queue->len), place);
  self->number++;
}

/**
 * mdg_drill_round_dup_plan:
 * @self: a round
 *
 * Returns: (transfer full): the ids of its drills in the order of the first asking, separated by
 *   blanks, as #MdgRound has it
 */
char *
mdg_drill_round_dup_plan (const MdgDrillRound *self)
{
  GString *plan = g_string_new (NULL);

  for (guint i = 0; i < self->drills->len; i++)
    g_string_append_printf (plan, "%s%s", i > 0 ? " " : "",
                            ((const MdgDrill *) g_ptr_array_index (self->drills, i))->id);

  return g_string_free_and_steal (plan);
}

/**
 * mdg_drill_round_play:
 * @self: a round that is not over
 * @pack: the pack
 * @day: the day whose rules are asked for
 * @round_id: the round's number in the store, or any other number that is the round's own
 *
 * Begins to play the current drill. What is offered is the same for the same place of the same
 * round, so that a play can be gone on with after the program was closed; when the drill returns, it
 * is another.
 *
 * Returns: (transfer full) (nullable): the play, or %NULL if the drill does not hold on @day
 */
MdgDrillPlay *
mdg_drill_round_play (const MdgDrillRound *self, MdgGuidePack *pack, MdgDay day, gint64 round_id)
{
  const MdgDrill *drill = mdg_drill_round_get_current (self);

  g_return_val_if_fail (drill != NULL, NULL);

  return mdg_drill_play_new (pack, drill, day,
                             (guint32) round_id * 2654435761u + self->number * 40503u +
                               g_str_hash (drill->id));
}
