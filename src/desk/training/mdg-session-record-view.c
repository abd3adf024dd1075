/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-session-record-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-print-button.h"
#include "desk/mdg-save-file.h"
#include "export/mdg-export-session.h"
#include "export/sheets/mdg-session-sheet.h"

struct _MdgSessionRecordView
{
  AdwBin parent_instance;

  MdgSession *session; /* (nullable) */

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *state_label;
  GtkButton *present_button;
  GtkWidget *finish_button;
  AdwActionRow *trainer_row;
  AdwActionRow *attendees_row;
  AdwActionRow *result_row;
  GtkBox *scenarios_box;
  MdgPrintButton *attendance_button;
  MdgPrintButton *record_button;
};

enum
{
  BACK,
  PRESENT,
  EDIT,
  DELETE,
  FINISH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgSessionRecordView, mdg_session_record_view, ADW_TYPE_BIN)

static void
back_cb (MdgSessionRecordView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
present_cb (MdgSessionRecordView *self)
{
  g_signal_emit (self, signals[PRESENT], 0);
}

static void
edit_cb (MdgSessionRecordView *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
delete_cb (MdgSessionRecordView *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
finish_cb (MdgSessionRecordView *self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

static char *
dup_file_name (MdgSessionRecordView *self, const char *what)
{
  g_autofree char *day = mdg_day_to_string (self->session->day);

  return g_strdup_printf ("%s-%s", what, day);
}

static void
save_attendance_cb (MdgSessionRecordView *self)
{
  g_autofree char *name = dup_file_name (self, "attendance");
  g_autofree char *file_name = g_strconcat (name, ".csv", NULL);

  mdg_save_file_text (GTK_WIDGET (self), file_name, mdg_export_session_attendance (self->session));
}

static void
save_results_cb (MdgSessionRecordView *self)
{
  g_autofree char *name = dup_file_name (self, "session");
  g_autofree char *file_name = g_strconcat (name, ".csv", NULL);

  mdg_save_file_text (GTK_WIDGET (self), file_name, mdg_export_session_results (self->session));
}

static MdgSheet *
create_attendance_cb (MdgSessionRecordView *self)
{
  return mdg_session_sheet_new_attendance (self->session);
}

static MdgSheet *
create_record_cb (MdgSessionRecordView *self)
{
  return mdg_session_sheet_new_record (self->session);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* An answer with its votes: the words say all that the bar shows. */
static GtkWidget *
new_choice (const MdgSessionChoice *choice, guint n_votes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *text = new_label (choice->text, NULL);
  g_autofree char *votes =
    g_strdup_printf (g_dngettext (NULL, "%u vote", "%u votes", choice->votes), choice->votes);
  GtkWidget *votes_label = gtk_label_new (votes);

  gtk_widget_set_hexpand (text, TRUE);
  if (choice->is_right)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_add_css_class (icon, "success");
      gtk_widget_add_css_class (text, "heading");
      gtk_widget_add_css_class (bar, "right");
      gtk_box_append (GTK_BOX (line), icon);
    }
  gtk_box_append (GTK_BOX (line), text);
  if (choice->is_right)
    gtk_box_append (GTK_BOX (line), new_label (C_ ("session", "Right answer"), "tag"));
  gtk_widget_add_css_class (votes_label, "numeric");
  gtk_box_append (GTK_BOX (line), votes_label);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 n_votes > 0 ? (double) choice->votes / n_votes : 0);
  gtk_widget_add_css_class (bar, "vote-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->text,
                                  -1);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), bar);

  return box;
}

static GtkWidget *
new_step (const MdgSessionStep *step)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  guint n_votes = mdg_session_step_count_votes (step);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), new_label (step->question, "heading"));
  for (guint i = 0; i < step->choices->len; i++)
    gtk_box_append (GTK_BOX (box), new_choice (g_ptr_array_index (step->choices, i), n_votes));
  gtk_box_append (GTK_BOX (box),
                  new_label (step->revealed_at != 0
                               ? mdg_session_verdict_get_label (mdg_session_step_get_verdict (step))
                               : _ ("The answer was not shown yet"),
                             "dimmed"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->question);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
add_scenario (MdgSessionRecordView *self, guint index)
{
  const MdgSession *session = self->session;
  const MdgSessionScenario *scenario = g_ptr_array_index (session->scenarios, index);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *situation = g_markup_escape_text (scenario->situation, -1);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, situation);
  g_autofree char *description = g_markup_escape_text (scenario->title, -1);
  gboolean is_shown = FALSE;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; i < session->steps->len; i++)
    {
      const MdgSessionStep *step = g_ptr_array_index (session->steps, i);

      if (step->scenario != index)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_step (step));
      is_shown = TRUE;
    }
  if (!is_shown)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_label (C_ ("session", "Not shown"), "dimmed"));
  gtk_box_append (self->scenarios_box, group);
}

static char *
describe_state (const MdgSession *session)
{
  g_autofree char *begun = mdg_format_time (session->started_at);
  g_autofree char *finished = mdg_format_time (session->finished_at);

  if (session->finished_at != 0)
    return g_strdup_printf (_ ("Finished %s"), finished);
  if (session->started_at != 0)
    return g_strdup_printf (_ ("Begun %s"), begun);

  return g_strdup (_ ("Planned, not presented yet"));
}

static void
show_rows (MdgSessionRecordView *self)
{
  const MdgSession *session = self->session;
  g_auto (GStrv) names = mdg_session_list_attendees (session);
  g_autofree char *attendees = g_strjoinv (C_ ("between names", ", "), names);
  guint n = g_strv_length (names);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n), n);
  g_autofree char *people =
    n > 0 ? g_strdup_printf ("%s: %s", count, attendees) : g_strdup (_ ("Nobody entered"));
  guint n_right;
  guint n_asked;
  g_autofree char *result = NULL;

  mdg_session_count_verdicts (session, &n_right, &n_asked);
  result =
    g_strdup_printf (g_dngettext (NULL, "Most of the group was right on %u of %u question",
                                  "Most of the group was right on %u of %u questions", n_asked),
                     n_right, n_asked);
  adw_action_row_set_subtitle (self->trainer_row,
                               *session->trainer != '\0' ? session->trainer : _ ("Nobody entered"));
  adw_action_row_set_subtitle (self->attendees_row, people);
  adw_action_row_set_subtitle (self->result_row, n_asked > 0 ? result : _ ("No votes yet"));
}

static const char *
get_present_label (const MdgSession *session)
{
  if (session->finished_at != 0)
    return _ ("_Show Again");

  return session->started_at != 0 ? _ ("_Continue") : _ ("_Present");
}

static void
mdg_session_record_view_dispose (GObject *object)
{
  MdgSessionRecordView *self = MDG_SESSION_RECORD_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_SESSION_RECORD_VIEW);
  g_clear_pointer (&self->session, mdg_session_free);

  G_OBJECT_CLASS (mdg_session_record_view_parent_class)->dispose (object);
}

static void
mdg_session_record_view_class_init (MdgSessionRecordViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_SIGNALS] = { "back", "present", "edit", "delete", "finish" };

  G_OBJECT_CLASS (klass)->dispose = mdg_session_record_view_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MDG_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-session-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, state_label);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, present_button);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, finish_button);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, trainer_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, attendees_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, result_row);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, scenarios_box);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, attendance_button);
  gtk_widget_class_bind_template_child (widget_class, MdgSessionRecordView, record_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_attendance_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_results_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_attendance_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_record_cb);
}

static void
mdg_session_record_view_init (MdgSessionRecordView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_session_record_view_set_session:
 * @self: a view
 * @session: a session, as the store has it
 *
 * Shows a session.
 */
void
mdg_session_record_view_set_session (MdgSessionRecordView *self, const MdgSession *session)
{
  gboolean is_other;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;
  g_autofree char *attendance_name = NULL;
  g_autofree char *record_name = NULL;

  g_return_if_fail (MDG_IS_SESSION_RECORD_VIEW (self));

  is_other = self->session == NULL || self->session->id != session->id;
  g_clear_pointer (&self->session, mdg_session_free);
  self->session = mdg_session_copy (session);

  day = mdg_format_day (session->day);
  title = *session->title != '\0' ? g_strdup_printf ("%s · %s", day, session->title)
                                  : g_steal_pointer (&day);
  state = describe_state (session);
  attendance_name = dup_file_name (self, "attendance");
  record_name = dup_file_name (self, "session");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->state_label, state);
  gtk_button_set_label (self->present_button, get_present_label (session));
  gtk_widget_set_visible (self->finish_button,
                          session->started_at != 0 && session->finished_at == 0);
  mdg_print_button_set_file_name (self->attendance_button, attendance_name);
  mdg_print_button_set_file_name (self->record_button, record_name);
  show_rows (self);

  mdg_desk_remove_children (GTK_WIDGET (self->scenarios_box));
  for (guint i = 0; i < session->scenarios->len; i++)
    add_scenario (self, i);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * mdg_session_record_view_get_session_id:
 * @self: a view
 *
 * Returns: the id of the session that is shown, 0 if none is
 */
gint64
mdg_session_record_view_get_session_id (MdgSessionRecordView *self)
{
  g_return_val_if_fail (MDG_IS_SESSION_RECORD_VIEW (self), 0);

  return self->session != NULL ? self->session->id : 0;
}
