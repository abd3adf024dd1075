/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-walk-keeper.h"

#include "guide/mdg-guide-walk-text.h"

/* Timers do not run while a machine sleeps, so the clock is looked at now and then. */
#define LOOK_SECONDS 15

struct _MdgWalkKeeper
{
  GObject parent_instance;

  MdgState *state;
  guint timer;
};

G_DEFINE_FINAL_TYPE (MdgWalkKeeper, mdg_walk_keeper, G_TYPE_OBJECT)

static void forget_in_time (MdgWalkKeeper *self);

static gboolean
look_cb (gpointer data)
{
  MdgWalkKeeper *self = data;

  self->timer = 0;
  forget_in_time (self);

  return G_SOURCE_REMOVE;
}

/* Deletes what is too old, or looks again before it can be. */
static void
forget_in_time (MdgWalkKeeper *self)
{
  g_autofree char *walk = mdg_state_get_walk (self->state);
  gint64 left = mdg_guide_walk_text_get_seconds_left (walk, g_get_real_time () / G_USEC_PER_SEC);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (walk == NULL)
    return;

  if (left < 0)
    mdg_state_set_walk (self->state, NULL);
  else
    self->timer = g_timeout_add_seconds ((guint) MIN (left + 1, LOOK_SECONDS), look_cb, self);
}

static void
changed_cb (MdgWalkKeeper *self, MdgDeskCase *desk_case)
{
  g_autofree char *walk = mdg_desk_case_to_text (desk_case);

  mdg_state_set_walk (self->state, walk);
  forget_in_time (self);
}

static void
mdg_walk_keeper_dispose (GObject *object)
{
  MdgWalkKeeper *self = MDG_WALK_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (mdg_walk_keeper_parent_class)->dispose (object);
}

static void
mdg_walk_keeper_class_init (MdgWalkKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mdg_walk_keeper_dispose;
}

static void
mdg_walk_keeper_init (MdgWalkKeeper *self)
{
}

/**
 * mdg_walk_keeper_new:
 * @state: where it is kept
 *
 * Deletes at once what @state has kept for too long.
 *
 * Returns: (transfer full): a keeper
 */
MdgWalkKeeper *
mdg_walk_keeper_new (MdgState *state)
{
  MdgWalkKeeper *self;

  g_return_val_if_fail (MDG_IS_STATE (state), NULL);

  self = g_object_new (MDG_TYPE_WALK_KEEPER, NULL);
  self->state = g_object_ref (state);
  forget_in_time (self);

  return self;
}

/**
 * mdg_walk_keeper_follow:
 * @self: a keeper
 * @desk_case: the case of a page that was just made
 *
 * Goes on with what is kept, and keeps from then on where @desk_case stands. What cannot be gone on
 * with is forgotten.
 */
void
mdg_walk_keeper_follow (MdgWalkKeeper *self, MdgDeskCase *desk_case)
{
  g_autofree char *walk = NULL;

  g_return_if_fail (MDG_IS_WALK_KEEPER (self));
  g_return_if_fail (MDG_IS_DESK_CASE (desk_case));

  walk = mdg_state_get_walk (self->state);
  if (!mdg_desk_case_restore (desk_case, walk))
    mdg_state_set_walk (self->state, NULL);
  g_signal_connect_object (desk_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
