/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-day-button.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

struct _MdgDayButton
{
  AdwBin parent_instance;

  MdgClock *clock;
  MdgDay day;
  gboolean is_today;    /* goes with the clock */
  gboolean is_updating; /* the calendar is told, and does not tell */

  GtkWidget *toggle_button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkWidget *today_button;
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgDayButton, mdg_day_button, ADW_TYPE_BIN)

static void
show_day (MdgDayButton *self)
{
  g_autofree char *day = mdg_format_day (self->day);
  g_autofree char *text = NULL;
  int year;
  int month;
  int day_of_month;

  /* Translators: the day whose rules are shown. */
  text = g_strdup_printf (self->is_today ? _ ("Rules of today, %s") : _ ("Rules of %s"), day);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_sensitive (self->today_button, !self->is_today);

  mdg_day_get_ymd (self->day, &year, &month, &day_of_month);
  self->is_updating = TRUE;
  g_object_set (self->calendar, "day", 1, NULL);
  g_object_set (self->calendar, "year", year, "month", month - 1, NULL);
  g_object_set (self->calendar, "day", day_of_month, NULL);
  self->is_updating = FALSE;
}

static void
set_day (MdgDayButton *self, MdgDay day)
{
  MdgDay today = mdg_clock_get_today (self->clock);

  self->is_today = day == today;
  if (self->day != day)
    {
      self->day = day;
      show_day (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
  else
    show_day (self);
}

static void
clock_changed_cb (MdgDayButton *self)
{
  set_day (self, self->is_today ? mdg_clock_get_today (self->clock) : self->day);
}

static void
day_selected_cb (MdgDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  MdgDay day;

  if (self->is_updating)
    return;

  date = gtk_calendar_get_date (self->calendar);
  day = mdg_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                     g_date_time_get_day_of_month (date));
  if (day != MDG_DAY_NONE)
    set_day (self, day);
}

static void
today_clicked_cb (MdgDayButton *self)
{
  mdg_day_button_set_today (self);
  gtk_popover_popdown (self->popover);
}

static void
mdg_day_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgDayButton *self = MDG_DAY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_day_button_dispose (GObject *object)
{
  MdgDayButton *self = MDG_DAY_BUTTON (object);

  g_clear_object (&self->clock);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  /* Disposing of the template would take the bound child out of the bin behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_DAY_BUTTON);

  G_OBJECT_CLASS (mdg_day_button_parent_class)->dispose (object);
}

static void
mdg_day_button_class_init (MdgDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_day_button_get_property;
  object_class->dispose = mdg_day_button_dispose;

  /**
   * MdgDayButton:day:
   *
   * The day whose rules are shown.
   */
  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, MDG_DAY_NONE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/desk/flow/mdg-day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDayButton, toggle_button);
  gtk_widget_class_bind_template_child (widget_class, MdgDayButton, label);
  gtk_widget_class_bind_template_child (widget_class, MdgDayButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MdgDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, MdgDayButton, today_button);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
}

static void
mdg_day_button_init (MdgDayButton *self)
{
  self->is_today = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  /* A GtkMenuButton would be as wide as its text, whatever the text can do. */
  gtk_widget_set_parent (GTK_WIDGET (self->popover), self->toggle_button);
  g_object_bind_property (self->popover, "visible", self->toggle_button, "active",
                          G_BINDING_BIDIRECTIONAL);
}

/**
 * mdg_day_button_set_clock:
 * @self: a button
 * @clock: the clock that says which day is today
 *
 * Shows today. To be called once, before anything else.
 */
void
mdg_day_button_set_clock (MdgDayButton *self, MdgClock *clock)
{
  g_return_if_fail (MDG_IS_DAY_BUTTON (self));
  g_return_if_fail (self->clock == NULL);

  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "notify::today", G_CALLBACK (clock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_day (self, mdg_clock_get_today (clock));
}

/**
 * mdg_day_button_get_day:
 * @self: a button
 *
 * Returns: the day whose rules are shown
 */
MdgDay
mdg_day_button_get_day (MdgDayButton *self)
{
  g_return_val_if_fail (MDG_IS_DAY_BUTTON (self), MDG_DAY_NONE);

  return self->day;
}

/**
 * mdg_day_button_set_day:
 * @self: a button
 * @day: a day
 *
 * Shows the rules of @day.
 */
void
mdg_day_button_set_day (MdgDayButton *self, MdgDay day)
{
  g_return_if_fail (MDG_IS_DAY_BUTTON (self));
  g_return_if_fail (day != MDG_DAY_NONE);

  set_day (self, day);
}

/**
 * mdg_day_button_set_today:
 * @self: a button
 *
 * Shows the rules of today, and of tomorrow when it is tomorrow.
 */
void
mdg_day_button_set_today (MdgDayButton *self)
{
  g_return_if_fail (MDG_IS_DAY_BUTTON (self));

  set_day (self, mdg_clock_get_today (self->clock));
}

/**
 * mdg_day_button_is_today:
 * @self: a button
 *
 * Returns: whether the rules of today are shown
 */
gboolean
mdg_day_button_is_today (MdgDayButton *self)
{
  g_return_val_if_fail (MDG_IS_DAY_BUTTON (self), FALSE);

  return self->is_today;
}
