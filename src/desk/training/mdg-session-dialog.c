/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-session-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-training.h"
#include "desk/training/mdg-session-scenarios.h"
#include "guide/mdg-session-plan.h"

#define TRAINER_KEY "session-trainer"

struct _MdgSessionDialog
{
  AdwDialog parent_instance;

  MdgGuidePack *pack;
  MdgSession *session; /* what is planned or corrected */
  gboolean is_new;
  gboolean is_setting_day;
  GSettings *settings;

  GtkWidget *save_button;
  AdwActionRow *day_row;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  GtkEditable *trainer_row;
  GtkEditable *title_row;
  GtkTextView *attendees_view;
  GtkLabel *attendees_label;
  AdwWrapBox *trainees_box;
  MdgSessionScenarios *scenarios;
};

enum
{
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgSessionDialog, mdg_session_dialog, ADW_TYPE_DIALOG)

static char *
dup_attendees (MdgSessionDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->attendees_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
take_attendees (MdgSessionDialog *self)
{
  g_free (self->session->attendees);
  self->session->attendees = dup_attendees (self);
}

static void
attendees_changed_cb (MdgSessionDialog *self)
{
  g_autofree char *text = NULL;
  guint n;

  take_attendees (self);
  n = mdg_session_count_attendees (self->session);
  text = g_strdup_printf (
    g_dngettext (NULL, "%u person, one name a line", "%u people, one name a line", n), n);
  gtk_label_set_label (self->attendees_label, text);
}

static void
check (MdgSessionDialog *self)
{
  gtk_widget_set_sensitive (self->save_button,
                            !self->is_new || mdg_session_scenarios_count (self->scenarios) > 0);
}

static void
show_day (MdgSessionDialog *self)
{
  g_autofree char *day = mdg_format_day (self->session->day);

  adw_action_row_set_subtitle (self->day_row, day);
  if (self->is_new)
    mdg_session_scenarios_set_day (self->scenarios, self->pack, self->session->day);
  check (self);
}

static void
day_selected_cb (MdgSessionDialog *self)
{
  MdgDay day = mdg_day_new (gtk_calendar_get_year (self->calendar),
                            gtk_calendar_get_month (self->calendar) + 1,
                            gtk_calendar_get_day (self->calendar));

  if (self->is_setting_day || day == self->session->day || day == MDG_DAY_NONE)
    return;
  self->session->day = day;
  show_day (self);
}

static void
set_day (MdgSessionDialog *self, MdgDay day)
{
  int year;
  int month;
  int day_of_month;

  mdg_day_get_ymd (day, &year, &month, &day_of_month);
  self->session->day = day;
  self->is_setting_day = TRUE;
  /* The first exists in every month, whichever was shown before. */
  gtk_calendar_set_day (self->calendar, 1);
  gtk_calendar_set_year (self->calendar, year);
  gtk_calendar_set_month (self->calendar, month - 1);
  gtk_calendar_set_day (self->calendar, day_of_month);
  self->is_setting_day = FALSE;
  show_day (self);
}

static void
trainee_clicked_cb (GtkButton *button, MdgSessionDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->attendees_view);
  g_autofree char *text = dup_attendees (self);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (*text != '\0' && !g_str_has_suffix (text, "\n"))
    gtk_text_buffer_insert (buffer, &end, "\n", -1);
  gtk_text_buffer_insert (buffer, &end, gtk_button_get_label (button), -1);
  gtk_text_buffer_insert (buffer, &end, "\n", -1);
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
}

static gboolean
is_attending (MdgSessionDialog *self, const char *name)
{
  g_auto (GStrv) names = mdg_session_list_attendees (self->session);

  return g_strv_contains ((const char *const *) names, name);
}

static void
show_trainees (MdgSessionDialog *self, GPtrArray *trainees)
{
  guint n = trainees != NULL ? trainees->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const MdgTrainee *trainee = g_ptr_array_index (trainees, i);
      GtkWidget *button = gtk_button_new_with_label (trainee->name);
      g_autofree char *name = g_strdup_printf (_ ("Add %s"), trainee->name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_widget_set_sensitive (button, !is_attending (self, trainee->name));
      g_signal_connect_object (button, "clicked", G_CALLBACK (trainee_clicked_cb), self, 0);
      adw_wrap_box_append (self->trainees_box, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->trainees_box), n > 0);
}

static void
take_line (char **place, GtkEditable *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (row));

  g_set_str (place, g_strstrip (text));
}

static void
add_scenarios (MdgSessionDialog *self)
{
  g_autoptr (GRand) rand = g_rand_new ();
  g_autoptr (GPtrArray) drills = mdg_session_scenarios_pick (self->scenarios, rand);

  g_ptr_array_set_size (self->session->scenarios, 0);
  for (guint i = 0; i < drills->len; i++)
    mdg_session_plan_add (self->session, self->pack, g_ptr_array_index (drills, i));
  g_set_str (&self->session->pack_id, mdg_guide_pack_get_id (self->pack));
  g_set_str (&self->session->pack_version, mdg_guide_pack_get_version (self->pack));
}

static void
save_cb (MdgSessionDialog *self)
{
  take_line (&self->session->trainer, self->trainer_row);
  take_line (&self->session->title, self->title_row);
  take_attendees (self);
  if (self->is_new)
    {
      add_scenarios (self);
      g_settings_set_string (self->settings, TRAINER_KEY, self->session->trainer);
    }
  g_signal_emit (self, signals[SAVE], 0, self->session);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_cb (MdgSessionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mdg_session_dialog_dispose (GObject *object)
{
  MdgSessionDialog *self = MDG_SESSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_SESSION_DIALOG);
  g_clear_pointer (&self->session, mdg_session_free);
  g_clear_pointer (&self->pack, mdg_guide_pack_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (mdg_session_dialog_parent_class)->dispose (object);
}

static void
mdg_session_dialog_class_init (MdgSessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_session_dialog_dispose;

  /**
   * MdgSessionDialog::save:
   * @self: the dialog
   * @session: (type MdgSession): what was entered
   *
   * The user is done.
   */
  signals[SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (MDG_TYPE_SESSION_SCENARIOS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, day_button);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, attendees_view);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, attendees_label);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, trainees_box);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionDialog, scenarios);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, check);
}

static void
mdg_session_dialog_init (MdgSessionDialog *self)
{
  self->settings = g_settings_new (APP_ID);
  self->session = mdg_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (MdgSessionDialog *self, MdgDay day, GPtrArray *trainees)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->attendees_view);

  gtk_editable_set_text (self->trainer_row, self->session->trainer);
  gtk_editable_set_text (self->title_row, self->session->title);
  gtk_text_buffer_set_text (buffer, self->session->attendees, -1);
  show_trainees (self, trainees);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (attendees_changed_cb), self,
                           G_CONNECT_SWAPPED);
  attendees_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->scenarios), self->is_new);
  set_day (self, day);
}

/**
 * mdg_session_dialog_new:
 * @pack: a guide pack
 * @today: the day to begin with
 * @trainees: (nullable) (element-type MdgTrainee): who may take part
 *
 * Returns: (transfer floating): a dialog that plans a session, with the trainer of the last one
 */
MdgSessionDialog *
mdg_session_dialog_new (MdgGuidePack *pack, MdgDay today, GPtrArray *trainees)
{
  MdgSessionDialog *self = g_object_new (MDG_TYPE_SESSION_DIALOG, NULL);

  self->pack = mdg_guide_pack_ref (pack);
  self->is_new = TRUE;
  g_free (self->session->trainer);
  self->session->trainer = g_settings_get_string (self->settings, TRAINER_KEY);
  fill (self, today, trainees);

  return self;
}

/**
 * mdg_session_dialog_new_edit:
 * @pack: a guide pack
 * @session: a session
 * @trainees: (nullable) (element-type MdgTrainee): who may take part
 *
 * Returns: (transfer floating): a dialog that corrects @session, but not what was shown and voted
 */
MdgSessionDialog *
mdg_session_dialog_new_edit (MdgGuidePack *pack, const MdgSession *session, GPtrArray *trainees)
{
  MdgSessionDialog *self = g_object_new (MDG_TYPE_SESSION_DIALOG, NULL);

  self->pack = mdg_guide_pack_ref (pack);
  mdg_session_free (self->session);
  self->session = mdg_session_copy (session);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Edit the Session"));
  gtk_button_set_label (GTK_BUTTON (self->save_button), _ ("_Save"));
  fill (self, session->day, trainees);

  return self;
}
