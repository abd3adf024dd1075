/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-history.h"

#include <glib/gi18n.h>

#include "desk/checklists/mdg-run-words.h"

/* More than these are shown when they are asked for. */
#define N_FOLDED 5

struct _MdgRunHistory
{
  AdwBin parent_instance;

  GPtrArray *rows;   /* (element-type GtkWidget) */
  GPtrArray *events; /* (nullable) (element-type MdgRunEvent): in their order */
  const MdgChecklist *checklist;
  gboolean is_unfolded;

  AdwPreferencesGroup *group;
  GtkWidget *all_group;
  GtkWidget *all_row;
};

G_DEFINE_FINAL_TYPE (MdgRunHistory, mdg_run_history, ADW_TYPE_BIN)

static GtkWidget *
create_row (const MdgRunEvent *event, const MdgChecklist *checklist)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = mdg_run_words_event (event, checklist);
  g_autofree char *detail = mdg_run_words_event_detail (event);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);

  return row;
}

/* Makes the rows anew, and only those that are to be seen: this is done after every touch. */
static void
show_rows (MdgRunHistory *self)
{
  guint n_events = self->events != NULL ? self->events->len : 0;
  guint n_rows = self->is_unfolded ? n_events : MIN (n_events, N_FOLDED);
  g_autofree char *title = g_strdup_printf (_ ("Show All (%u)"), n_events);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    {
      const MdgRunEvent *event = g_ptr_array_index (self->events, n_events - 1 - i);
      GtkWidget *row = create_row (event, self->checklist);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all_row), title);
  gtk_widget_set_visible (self->all_group, n_rows < n_events);
  gtk_widget_set_visible (GTK_WIDGET (self), n_events > 0);
}

static void
all_activated_cb (MdgRunHistory *self)
{
  self->is_unfolded = TRUE;
  show_rows (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, N_FOLDED));
}

static void
mdg_run_history_dispose (GObject *object)
{
  MdgRunHistory *self = MDG_RUN_HISTORY (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);

  G_OBJECT_CLASS (mdg_run_history_parent_class)->dispose (object);
}

static void
mdg_run_history_class_init (MdgRunHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mdg_run_history_dispose;
}

static void
mdg_run_history_init (MdgRunHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, C_ ("checklist run", "History"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));

  self->all_row = adw_button_row_new ();
  g_signal_connect_object (self->all_row, "activated", G_CALLBACK (all_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->all_group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->all_group), self->all_row);
  gtk_box_append (GTK_BOX (box), self->all_group);

  adw_bin_set_child (ADW_BIN (self), box);
  show_rows (self);
}

/**
 * mdg_run_history_set_events:
 * @self: a history
 * @events: (nullable) (element-type MdgRunEvent): what happened, in that order; %NULL if that is not
 *   known yet
 * @checklist: the checklist of the run, which must outlive what is shown of it
 *
 * Shows what happened.
 */
void
mdg_run_history_set_events (MdgRunHistory *self, GPtrArray *events, const MdgChecklist *checklist)
{
  g_return_if_fail (MDG_IS_RUN_HISTORY (self));

  if (events != NULL)
    g_ptr_array_ref (events);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = events;
  self->checklist = checklist;
  show_rows (self);
}

/**
 * mdg_run_history_fold:
 * @self: a history
 *
 * Shows only the latest events again, as for another run.
 */
void
mdg_run_history_fold (MdgRunHistory *self)
{
  g_return_if_fail (MDG_IS_RUN_HISTORY (self));

  self->is_unfolded = FALSE;
  show_rows (self);
}
