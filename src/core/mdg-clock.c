/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-clock.h"

/* How late the clock may notice midnight. Timers stand still while the machine sleeps, so one long
 * timer to midnight would ring hours late on a notebook; a short one, which GLib lets fire together
 * with others, rings within a minute of waking up. */
#define CHECK_SECONDS 60

struct _MdgClock
{
  GObject parent_instance;

  MdgDay as_of;
  MdgDay today; /* as last told to those who listen */
  guint check_source;
};

enum
{
  PROP_0,
  PROP_TODAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgClock, mdg_clock, G_TYPE_OBJECT)

static MdgDay
day_of (GDateTime *date_time)
{
  int year;
  int month;
  int day;

  g_date_time_get_ymd (date_time, &year, &month, &day);

  return mdg_day_new (year, month, day);
}

static gboolean
check_cb (gpointer data)
{
  mdg_clock_check (data);

  return G_SOURCE_CONTINUE;
}

static void
mdg_clock_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgClock *self = MDG_CLOCK (object);

  switch (property_id)
    {
    case PROP_TODAY:
      g_value_set_uint (value, mdg_clock_get_today (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_clock_dispose (GObject *object)
{
  MdgClock *self = MDG_CLOCK (object);

  g_clear_handle_id (&self->check_source, g_source_remove);

  G_OBJECT_CLASS (mdg_clock_parent_class)->dispose (object);
}

static void
mdg_clock_class_init (MdgClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mdg_clock_get_property;
  object_class->dispose = mdg_clock_dispose;

  /**
   * MdgClock:today:
   *
   * Today, an #MdgDay. Notifies when midnight passes, when the time zone moves to another day, and
   * when another day is set.
   */
  properties[PROP_TODAY] =
    g_param_spec_uint ("today", NULL, NULL, 0, G_MAXUINT32, MDG_DAY_NONE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_clock_init (MdgClock *self)
{
  self->today = mdg_clock_get_today (self);
  self->check_source = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
}

/**
 * mdg_clock_get_default:
 *
 * The clock of the process: the only source of today. For the main thread.
 *
 * Returns: (transfer none): the clock
 */
MdgClock *
mdg_clock_get_default (void)
{
  static MdgClock *clock = NULL;

  if (clock == NULL)
    clock = g_object_new (MDG_TYPE_CLOCK, NULL);

  return clock;
}

/**
 * mdg_clock_get_today:
 * @self: a clock
 *
 * Always reads the time, so the answer is right also before [property@MdgClock:today] has notified.
 *
 * Returns: today in the local time zone, or the day that was set
 */
MdgDay
mdg_clock_get_today (MdgClock *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (MDG_IS_CLOCK (self), MDG_DAY_NONE);

  if (self->as_of != MDG_DAY_NONE)
    return self->as_of;

  now = g_date_time_new_now_local ();

  return day_of (now);
}

/**
 * mdg_clock_set_as_of:
 * @self: a clock
 * @day: the day to take for today, or %MDG_DAY_NONE for the real one
 *
 * Stops the clock on a day, to see what holds on it.
 */
void
mdg_clock_set_as_of (MdgClock *self, MdgDay day)
{
  g_return_if_fail (MDG_IS_CLOCK (self));

  self->as_of = day;
  mdg_clock_check (self);
}

/**
 * mdg_clock_is_as_of:
 * @self: a clock
 *
 * Returns: whether the clock stands on a day that was set, which views say beside what they show
 */
gboolean
mdg_clock_is_as_of (MdgClock *self)
{
  g_return_val_if_fail (MDG_IS_CLOCK (self), FALSE);

  return self->as_of != MDG_DAY_NONE;
}

/**
 * mdg_clock_get_now:
 * @self: a clock
 *
 * Returns: (transfer full): the present time in the local time zone, on the day that was set if
 *   there is one
 */
GDateTime *
mdg_clock_get_now (MdgClock *self)
{
  g_autoptr (GDateTime) now = NULL;
  GDateTime *shifted;

  g_return_val_if_fail (MDG_IS_CLOCK (self), NULL);

  now = g_date_time_new_now_local ();
  if (self->as_of == MDG_DAY_NONE)
    return g_steal_pointer (&now);

  shifted = g_date_time_add_days (now, (int) self->as_of - (int) day_of (now));

  return shifted != NULL ? shifted : g_steal_pointer (&now);
}

/**
 * mdg_clock_check:
 * @self: a clock
 *
 * Notifies [property@MdgClock:today] if the day has changed. The clock does so by itself within a
 * minute; a window may ask for it when it becomes active.
 */
void
mdg_clock_check (MdgClock *self)
{
  MdgDay today;

  g_return_if_fail (MDG_IS_CLOCK (self));

  today = mdg_clock_get_today (self);
  if (today == self->today)
    return;

  self->today = today;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}
