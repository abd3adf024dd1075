/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-case.h"

#include "core/mdg-desk-log.h"
#include "guide/mdg-guide-walk-text.h"

struct _MdgDeskCase
{
  GObject parent_instance;

  MdgGuideWalk *walk;
  MdgStore *store;
  MdgClock *clock;

  gint64 started;         /* in microseconds since 1970; 0 while there is no case */
  const MdgNode *reached; /* (nullable): the outcome that was reached last in this case */
  gboolean logging;
  gboolean restoring;
};

enum
{
  PROP_0,
  PROP_LOGGING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  RESUMED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgDeskCase, mdg_desk_case, G_TYPE_OBJECT)

static gpointer
log_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_log_desk (database, data, error));
}

static void
log_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgDeskCase) self = data;
  g_autoptr (GError) error = NULL;

  if (!mdg_store_run_finish (MDG_STORE (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
note_outcome (MdgDeskCase *self, const MdgNode *outcome)
{
  MdgGuidePack *pack = mdg_guide_walk_get_pack (self->walk);
  MdgDeskLogEntry *entry = mdg_desk_log_entry_new (
    self->started, mdg_guide_pack_get_id (pack), mdg_guide_pack_get_version (pack),
    mdg_guide_walk_get_situation (self->walk)->id, outcome->id);

  mdg_store_run_async (self->store, log_work, entry, (GDestroyNotify) mdg_desk_log_entry_free, NULL,
                       NULL, log_done_cb, g_object_ref (self));
}

/* Another day is looked at to learn, not because of the patient who is there. */
static gboolean
is_today (MdgDeskCase *self)
{
  return mdg_guide_walk_get_day (self->walk) == mdg_clock_get_today (self->clock);
}

static void
walk_changed_cb (MdgDeskCase *self)
{
  const MdgNode *node = mdg_guide_walk_get_node (self->walk);

  if (self->restoring)
    return;

  if (node == NULL)
    {
      self->started = 0;
      self->reached = NULL;
    }
  else if (self->started == 0)
    self->started = g_get_real_time ();

  if (node != NULL && node->type == MDG_NODE_OUTCOME && node != self->reached)
    {
      self->reached = node;
      if (self->logging && is_today (self))
        note_outcome (self, node);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mdg_desk_case_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgDeskCase *self = MDG_DESK_CASE (object);

  switch (prop_id)
    {
    case PROP_LOGGING:
      g_value_set_boolean (value, self->logging);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_desk_case_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgDeskCase *self = MDG_DESK_CASE (object);

  switch (prop_id)
    {
    case PROP_LOGGING:
      mdg_desk_case_set_logging (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_desk_case_finalize (GObject *object)
{
  MdgDeskCase *self = MDG_DESK_CASE (object);

  g_clear_object (&self->walk);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (mdg_desk_case_parent_class)->finalize (object);
}

static void
mdg_desk_case_class_init (MdgDeskCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mdg_desk_case_get_property;
  object_class->set_property = mdg_desk_case_set_property;
  object_class->finalize = mdg_desk_case_finalize;

  /**
   * MdgDeskCase:logging:
   *
   * Whether cases that come to an outcome are noted in the desk log.
   */
  properties[PROP_LOGGING] =
    g_param_spec_boolean ("logging", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUMED] = g_signal_new ("resumed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_desk_case_init (MdgDeskCase *self)
{
}

/**
 * mdg_desk_case_new:
 * @walk: the walk to follow
 * @store: where the desk log is
 * @clock: the clock that says which day is today
 *
 * Returns: (transfer full): the case of @walk
 */
MdgDeskCase *
mdg_desk_case_new (MdgGuideWalk *walk, MdgStore *store, MdgClock *clock)
{
  MdgDeskCase *self;

  g_return_val_if_fail (MDG_IS_GUIDE_WALK (walk), NULL);
  g_return_val_if_fail (MDG_IS_STORE (store), NULL);
  g_return_val_if_fail (MDG_IS_CLOCK (clock), NULL);

  self = g_object_new (MDG_TYPE_DESK_CASE, NULL);
  self->walk = g_object_ref (walk);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (walk, "changed", G_CALLBACK (walk_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * mdg_desk_case_set_logging:
 * @self: a case
 * @logging: whether outcomes are noted from now on
 *
 * Switches the desk log on or off. An outcome that was reached before is not noted.
 */
void
mdg_desk_case_set_logging (MdgDeskCase *self, gboolean logging)
{
  g_return_if_fail (MDG_IS_DESK_CASE (self));

  logging = !!logging;
  if (self->logging == logging)
    return;

  self->logging = logging;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOGGING]);
}

/**
 * mdg_desk_case_get_logging:
 * @self: a case
 *
 * Returns: whether outcomes are noted
 */
gboolean
mdg_desk_case_get_logging (MdgDeskCase *self)
{
  g_return_val_if_fail (MDG_IS_DESK_CASE (self), FALSE);

  return self->logging;
}

/**
 * mdg_desk_case_to_text:
 * @self: a case
 *
 * Returns: (transfer full) (nullable): where the case stands now, as mdg_guide_walk_to_text() has
 *   it, or %NULL if there is none
 */
char *
mdg_desk_case_to_text (MdgDeskCase *self)
{
  g_return_val_if_fail (MDG_IS_DESK_CASE (self), NULL);

  return mdg_guide_walk_to_text (self->walk, mdg_clock_get_today (self->clock), self->started,
                                 g_get_real_time () / G_USEC_PER_SEC);
}

/**
 * mdg_desk_case_restore:
 * @self: a case
 * @text: (nullable): what mdg_desk_case_to_text() returned, or anything else
 *
 * Goes on with a case that was left a short while ago. It is the same case: an outcome that it had
 * reached is not noted again, another takes its place.
 *
 * Returns: whether it goes on; if not, nothing changes
 */
gboolean
mdg_desk_case_restore (MdgDeskCase *self, const char *text)
{
  const MdgNode *node;
  gint64 started = 0;

  g_return_val_if_fail (MDG_IS_DESK_CASE (self), FALSE);

  self->restoring = TRUE;
  if (mdg_guide_walk_restore (self->walk, text, mdg_clock_get_today (self->clock),
                              g_get_real_time () / G_USEC_PER_SEC, &started))
    self->started = started;
  self->restoring = FALSE;

  if (started == 0)
    return FALSE;

  node = mdg_guide_walk_get_node (self->walk);
  self->reached = node->type == MDG_NODE_OUTCOME ? node : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[RESUMED], 0);

  return TRUE;
}
