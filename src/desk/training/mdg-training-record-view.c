/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-training-record-view.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"
#include "desk/training/mdg-training-exports.h"
#include "guide/mdg-training-words.h"

/* The record is exported as a whole; the screen shows the latest. */
#define N_LATEST 20

struct _MdgTrainingRecordView
{
  AdwBin parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) */

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  AdwWrapBox *actions_box;
  AdwActionRow *attempts_row;
  AdwActionRow *last_row;
  AdwActionRow *due_row;
  AdwPreferencesGroup *cases_group;
  AdwPreferencesGroup *boxes_group;
  AdwPreferencesGroup *exams_group;
  AdwPreferencesGroup *latest_group;
};

enum
{
  PRACTISE,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgTrainingRecordView, mdg_training_record_view, ADW_TYPE_BIN)

static void
back_clicked_cb (MdgTrainingRecordView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
case_activated_cb (GtkWidget *row, MdgTrainingRecordView *self)
{
  g_signal_emit (self, signals[PRACTISE], 0, gtk_widget_get_name (row));
}

static GtkWidget *
add_row (MdgTrainingRecordView *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_suffix (GtkWidget *row, GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
}

/* The row says the same in words. */
static void
add_bar (GtkWidget *row, guint n, guint of)
{
  GtkWidget *bar =
    g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), of > 0 ? (double) n / of : 0);
  gtk_widget_add_css_class (bar, "record-bar");
  add_suffix (row, bar);
}

/* The row says the same in words. */
static void
add_icon (GtkWidget *row, const char *icon_name)
{
  add_suffix (row, g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

static char *
describe_case (const MdgCaseScore *score)
{
  g_autofree char *last = mdg_format_time (score->last_at);
  g_autofree char *line = NULL;

  if (score->n_attempts == 0)
    return g_strdup (_ ("Not trained yet"));

  /* Translators: how many were right, of how many, and when the last one was. */
  line = g_strdup_printf (_ ("%u of %u right · last %s"), score->n_right, score->n_attempts, last);
  if (!score->is_weak)
    return g_steal_pointer (&line);

  return g_strdup_printf ("%s · %s", C_ ("training", "Weak"), line);
}

static void
add_case (MdgTrainingRecordView *self, const MdgCaseScore *score)
{
  g_autofree char *subtitle = describe_case (score);
  GtkWidget *row =
    add_row (self, self->cases_group, mdg_guide_text_get (&score->situation->title), subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (score->situation->icon));
  if (score->is_weak)
    add_icon (row, "dialog-warning-symbolic");
  if (score->n_attempts > 0)
    add_bar (row, score->n_right, score->n_attempts);
  gtk_widget_set_name (row, score->situation->id);
  gtk_widget_set_tooltip_text (row, _ ("Practise This Case"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (case_activated_cb), self, 0);
}

static void
add_box (MdgTrainingRecordView *self, guint box, const MdgTrainingSummary *summary)
{
  guint n = summary->n_by_box[box];
  guint interval = mdg_leitner_get_interval (box);
  g_autofree char *title =
    box == MDG_LEITNER_NEW ? g_strdup (_ ("Not asked yet")) : g_strdup_printf (_ ("Box %u"), box);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u drill", "%u drills", n), n);
  g_autofree char *when = interval > 0
                            ? g_strdup_printf (g_dngettext (NULL, "comes back after %u day",
                                                            "comes back after %u days", interval),
                                               interval)
                            : g_strdup (_ ("comes back at once"));
  g_autofree char *subtitle =
    box == MDG_LEITNER_NEW ? g_strdup (count) : g_strdup_printf ("%s · %s", count, when);
  GtkWidget *row = add_row (self, self->boxes_group, title, subtitle);

  add_bar (row, n, summary->drills->len);
}

/* The certificate's button stands in a row of its own: beside the score there is no room for it in
 * a narrow window. */
static void
add_exam (MdgTrainingRecordView *self, const MdgRound *round, MdgGuidePack *pack, const char *name)
{
  g_autofree char *time = mdg_format_time (round->finished_at);
  g_autofree char *score = g_strdup_printf (_ ("%u of %u right"), round->n_right, round->n_drills);
  g_autofree char *subtitle = g_strdup_printf (
    "%s · %s", round->is_passed ? C_ ("training", "Passed") : C_ ("training", "Not Passed"), time);
  GtkWidget *row = add_row (self, self->exams_group, score, subtitle);
  GtkWidget *button;

  add_icon (row, round->is_passed ? "object-select-symbolic" : "window-close-symbolic");
  if (!round->is_passed)
    return;

  row = adw_preferences_row_new ();
  button = mdg_training_exports_create_certificate_button (pack, name, round);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->exams_group, row);
  g_object_set_data (G_OBJECT (row), "group", self->exams_group);
  g_ptr_array_add (self->rows, row);
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const MdgAttempt *first = *(const MdgAttempt *const *) a;
  const MdgAttempt *second = *(const MdgAttempt *const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

static void
add_attempt (MdgTrainingRecordView *self, const MdgAttempt *attempt, MdgGuidePack *pack)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, attempt->situation);
  g_autofree char *time = mdg_format_time (attempt->at);
  g_autofree char *subtitle = g_strdup_printf (
    "%s · %s · %s", attempt->is_right ? C_ ("training", "Right") : C_ ("training", "Not Right"),
    time, mdg_training_get_level_label (attempt->level));
  GtkWidget *row = add_row (
    self, self->latest_group,
    situation != NULL ? mdg_guide_text_get (&situation->title) : attempt->situation, subtitle);

  add_icon (row, attempt->is_right ? "object-select-symbolic" : "window-close-symbolic");
}

static guint
add_latest (MdgTrainingRecordView *self, GPtrArray *rounds, MdgGuidePack *pack)
{
  g_autoptr (GPtrArray) attempts = g_ptr_array_new ();

  for (guint i = rounds->len; i > 0; i--)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i - 1);

      for (guint j = round->attempts->len; j > 0; j--)
        if (mdg_attempt_is_decided (g_ptr_array_index (round->attempts, j - 1)))
          g_ptr_array_add (attempts, g_ptr_array_index (round->attempts, j - 1));
    }
  g_ptr_array_sort (attempts, compare_latest_first);
  for (guint i = 0; i < MIN (attempts->len, N_LATEST); i++)
    add_attempt (self, g_ptr_array_index (attempts, i), pack);

  return attempts->len;
}

static void
show_overview (MdgTrainingRecordView *self, const MdgTrainingSummary *summary)
{
  g_autofree char *last =
    summary->last_at != 0 ? mdg_format_time (summary->last_at) : g_strdup (_ ("Never"));
  g_autofree char *attempts =
    g_strdup_printf (_ ("%u, of which %u right"), summary->n_attempts, summary->n_right);
  g_autofree char *due =
    g_strdup_printf (g_dngettext (NULL, "%u drill", "%u drills", summary->n_due), summary->n_due);

  adw_action_row_set_subtitle (self->attempts_row, attempts);
  adw_action_row_set_subtitle (self->last_row, last);
  adw_action_row_set_subtitle (self->due_row, due);
}

static void
clear_rows (MdgTrainingRecordView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
mdg_training_record_view_dispose (GObject *object)
{
  MdgTrainingRecordView *self = MDG_TRAINING_RECORD_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_TRAINING_RECORD_VIEW);

  G_OBJECT_CLASS (mdg_training_record_view_parent_class)->dispose (object);
}

static void
mdg_training_record_view_class_init (MdgTrainingRecordViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_training_record_view_dispose;

  signals[PRACTISE] = g_signal_new ("practise", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BACK] =
    g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-training-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, actions_box);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, attempts_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, last_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, due_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, cases_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, boxes_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, exams_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingRecordView, latest_group);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
mdg_training_record_view_init (MdgTrainingRecordView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_training_record_view_show:
 * @self: a view
 * @pack: the pack that @summary is of
 * @name: whose record it is
 * @rounds: (element-type MdgRound): the rounds
 * @summary: what they add up to
 *
 * Shows a record.
 */
void
mdg_training_record_view_show (MdgTrainingRecordView *self,
                               MdgGuidePack *pack,
                               const char *name,
                               GPtrArray *rounds,
                               const MdgTrainingSummary *summary)
{
  guint n_exams = 0;
  guint n_latest;

  g_return_if_fail (MDG_IS_TRAINING_RECORD_VIEW (self));

  gtk_label_set_label (self->title_label, name);
  show_overview (self, summary);

  clear_rows (self);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < summary->cases->len; i++)
      {
        const MdgCaseScore *score = g_ptr_array_index (summary->cases, i);

        /* The weak ones first. */
        if (score->is_weak == (pass == 0))
          add_case (self, score);
      }
  for (guint box = MDG_LEITNER_NEW; box <= MDG_LEITNER_LAST; box++)
    add_box (self, box, summary);
  for (guint i = rounds->len; i > 0; i--)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i - 1);

      if (round->mode != MDG_ROUND_EXAM || round->finished_at == 0)
        continue;
      add_exam (self, round, pack, name);
      n_exams++;
    }
  n_latest = add_latest (self, rounds, pack);
  gtk_widget_set_visible (GTK_WIDGET (self->exams_group), n_exams > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->latest_group), n_latest > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * mdg_training_record_view_add_action:
 * @self: a view
 * @widget: (transfer floating): a button
 *
 * Puts a button beside the name, such as one that exports.
 */
void
mdg_training_record_view_add_action (MdgTrainingRecordView *self, GtkWidget *widget)
{
  g_return_if_fail (MDG_IS_TRAINING_RECORD_VIEW (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_wrap_box_append (self->actions_box, widget);
}
