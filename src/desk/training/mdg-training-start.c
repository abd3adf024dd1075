/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-training-start.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "guide/mdg-training-words.h"
#include "guide/mdg-drill-pick.h"

struct _MdgTrainingStart
{
  AdwBin parent_instance;

  GArray *ids;          /* gint64: of the names in the list; 0 for nobody */
  GPtrArray *case_rows; /* (element-type GtkWidget) */
  guint n_by_level[MDG_N_DRILL_LEVELS + 1];
  gboolean is_filling;

  GtkWidget *rename_button;
  GtkWidget *delete_button;
  AdwComboRow *trainee_row;
  AdwActionRow *record_row;
  GtkWidget *open_group;
  AdwActionRow *resume_row;
  AdwActionRow *quiz_row;
  AdwComboRow *level_row;
  AdwActionRow *exam_row;
  AdwExpanderRow *cases_row;
  AdwPreferencesGroup *extras_group;
};

enum
{
  ADD,
  RENAME,
  DELETE,
  CHOOSE,
  BEGIN,
  RESUME,
  SHOW_RECORD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgTrainingStart, mdg_training_start, ADW_TYPE_BIN)

static void
add_clicked_cb (MdgTrainingStart *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
rename_clicked_cb (MdgTrainingStart *self)
{
  g_signal_emit (self, signals[RENAME], 0);
}

static void
delete_clicked_cb (MdgTrainingStart *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
record_activated_cb (MdgTrainingStart *self)
{
  g_signal_emit (self, signals[SHOW_RECORD], 0);
}

static void
resume_activated_cb (MdgTrainingStart *self)
{
  g_signal_emit (self, signals[RESUME], 0);
}

static void
trainee_selected_cb (MdgTrainingStart *self)
{
  guint selected = adw_combo_row_get_selected (self->trainee_row);

  if (!self->is_filling && selected < self->ids->len)
    g_signal_emit (self, signals[CHOOSE], 0, g_array_index (self->ids, gint64, selected));
}

static void
begin (MdgTrainingStart *self, MdgRoundMode mode, guint level, const char *situation)
{
  g_signal_emit (self, signals[BEGIN], 0, (guint) mode, level, situation);
}

static void
quiz_activated_cb (MdgTrainingStart *self)
{
  begin (self, MDG_ROUND_QUIZ, adw_combo_row_get_selected (self->level_row), "");
}

static void
exam_activated_cb (MdgTrainingStart *self)
{
  begin (self, MDG_ROUND_EXAM, 0, "");
}

static void
case_activated_cb (GtkWidget *row, MdgTrainingStart *self)
{
  begin (self, MDG_ROUND_CASE, 0, gtk_widget_get_name (row));
}

static void
show_quiz (MdgTrainingStart *self)
{
  guint level = adw_combo_row_get_selected (self->level_row);
  guint n = MIN (MDG_QUIZ_SIZE, self->n_by_level[MIN (level, MDG_N_DRILL_LEVELS)]);
  g_autofree char *subtitle = g_strdup_printf (
    g_dngettext (NULL, "%u drill, what is due first. What is wrong comes back until it is right.",
                 "%u drills, what is due first. What is wrong comes back until it is right.", n),
    n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quiz_row),
                                 mdg_training_get_mode_label (MDG_ROUND_QUIZ));
  adw_action_row_set_subtitle (self->quiz_row, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quiz_row), n > 0);
}

static void
level_selected_cb (MdgTrainingStart *self)
{
  show_quiz (self);
}

static void
show_exam (MdgTrainingStart *self, const MdgTrainingSummary *summary)
{
  guint n = summary->cases->len;
  guint n_to_pass = (n * MDG_EXAM_PASS_PERCENT + 99) / 100;
  g_autofree char *subtitle = g_strdup_printf (
    /* Translators: how many drills, how many must be right, and the same as percent. */
    g_dngettext (NULL, "%u drill, one for every case, without help. To pass: %u right (%u%%).",
                 "%u drills, one for every case, without help. To pass: %u right (%u%%).", n),
    n, n_to_pass, MDG_EXAM_PASS_PERCENT);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->exam_row),
                                 mdg_training_get_mode_label (MDG_ROUND_EXAM));
  adw_action_row_set_subtitle (self->exam_row, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->exam_row), n > 0);
}

static void
add_case (MdgTrainingStart *self, const MdgCaseScore *score)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count =
    g_strdup_printf (g_dngettext (NULL, "%u drill", "%u drills", score->n_drills), score->n_drills);
  g_autofree char *subtitle =
    score->n_attempts > 0
      ? g_strdup_printf (_ ("%s · %u of %u right so far"), count, score->n_right, score->n_attempts)
      : g_strdup (count);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mdg_guide_text_get (&score->situation->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (score->situation->icon));
  if (score->is_weak)
    {
      GtkWidget *tag = gtk_label_new (C_ ("training", "Weak"));

      gtk_widget_add_css_class (tag, "tag");
      gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, score->situation->id);
  g_signal_connect_object (row, "activated", G_CALLBACK (case_activated_cb), self, 0);
  adw_expander_row_add_row (self->cases_row, row);
  g_ptr_array_add (self->case_rows, row);
}

static void
show_cases (MdgTrainingStart *self, const MdgTrainingSummary *summary)
{
  int focused = mdg_desk_find_focused (self->case_rows);

  for (guint i = 0; i < self->case_rows->len; i++)
    adw_expander_row_remove (self->cases_row, g_ptr_array_index (self->case_rows, i));
  g_ptr_array_set_size (self->case_rows, 0);

  for (guint i = 0; i < summary->cases->len; i++)
    add_case (self, g_ptr_array_index (summary->cases, i));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cases_row), summary->cases->len > 0);
  mdg_desk_focus_near (self->case_rows, focused);
}

static void
show_trainees (MdgTrainingStart *self, GPtrArray *trainees, gint64 trainee_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 nobody = 0;
  guint selected;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; trainees != NULL && i < trainees->len; i++)
    {
      const MdgTrainee *trainee = g_ptr_array_index (trainees, i);

      gtk_string_list_append (names, trainee->name);
      g_array_append_val (self->ids, trainee->id);
    }
  gtk_string_list_append (names, _ ("Without a name (nothing is kept)"));
  g_array_append_val (self->ids, nobody);

  selected = self->ids->len - 1;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == trainee_id)
      selected = i;

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->trainee_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->trainee_row, selected);
  self->is_filling = FALSE;

  gtk_widget_set_sensitive (self->rename_button, trainee_id != 0);
  gtk_widget_set_sensitive (self->delete_button, trainee_id != 0);
}

static void
show_record (MdgTrainingStart *self, gint64 trainee_id, const MdgTrainingSummary *summary)
{
  g_autofree char *due = g_strdup_printf (
    g_dngettext (NULL, "%u drill is due", "%u drills are due", summary->n_due), summary->n_due);
  g_autofree char *subtitle = summary->n_attempts > 0
                                ? g_strdup_printf (_ ("%u of %u right so far · %s"),
                                                   summary->n_right, summary->n_attempts, due)
                                : g_strdup (_ ("Nothing yet"));

  adw_action_row_set_subtitle (self->record_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->record_row), trainee_id != 0);
}

static void
mdg_training_start_dispose (GObject *object)
{
  MdgTrainingStart *self = MDG_TRAINING_START (object);

  g_clear_pointer (&self->case_rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_TRAINING_START);

  G_OBJECT_CLASS (mdg_training_start_parent_class)->dispose (object);
}

static void
mdg_training_start_class_init (MdgTrainingStartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const plain[] = {
    [ADD] = "add",       [RENAME] = "rename",           [DELETE] = "delete",
    [RESUME] = "resume", [SHOW_RECORD] = "show-record",
  };

  object_class->dispose = mdg_training_start_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    if (plain[i] != NULL)
      signals[i] = g_signal_new (plain[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[BEGIN] =
    g_signal_new ("begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-training-start.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, rename_button);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, delete_button);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, trainee_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, record_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, open_group);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, resume_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, quiz_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, level_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, exam_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, cases_row);
  gtk_widget_class_bind_template_child (widget_class, MdgTrainingStart, extras_group);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, trainee_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, quiz_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, exam_activated_cb);
}

static void
mdg_training_start_init (MdgTrainingStart *self)
{
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->case_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));

  for (guint level = 0; level <= MDG_N_DRILL_LEVELS; level++)
    gtk_string_list_append (levels, mdg_training_get_level_label (level));
  adw_combo_row_set_model (self->level_row, G_LIST_MODEL (levels));
}

/**
 * mdg_training_start_show:
 * @self: a start
 * @trainees: (nullable) (element-type MdgTrainee): who can be chosen, %NULL if not known yet
 * @trainee_id: who is chosen, 0 for nobody
 * @summary: how that one does
 *
 * Shows who trains, and what there is to train.
 */
void
mdg_training_start_show (MdgTrainingStart *self,
                         GPtrArray *trainees,
                         gint64 trainee_id,
                         const MdgTrainingSummary *summary)
{
  g_return_if_fail (MDG_IS_TRAINING_START (self));

  for (guint level = 0; level <= MDG_N_DRILL_LEVELS; level++)
    self->n_by_level[level] = mdg_drill_count_level (summary, level);
  show_trainees (self, trainees, trainee_id);
  show_record (self, trainee_id, summary);
  show_quiz (self);
  show_exam (self, summary);
  show_cases (self, summary);
}

/**
 * mdg_training_start_show_open:
 * @self: a start
 * @round: (nullable): a round that can be gone on with, %NULL if there is none
 * @title: (nullable): what kind of round it is
 *
 * Offers to go on with a round that was left.
 */
void
mdg_training_start_show_open (MdgTrainingStart *self, const MdgDrillRound *round, const char *title)
{
  g_autofree char *row_title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (MDG_IS_TRAINING_START (self));

  gtk_widget_set_visible (self->open_group, round != NULL);
  if (round == NULL)
    return;

  /* Translators: a kind of round, such as “Quick Quiz”, or a situation. */
  row_title = g_strdup_printf (_ ("Go On: %s"), title);
  subtitle = g_strdup_printf (_ ("%u of %u asked"), mdg_drill_round_get_n_asked (round),
                              mdg_drill_round_get_n_drills (round));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->resume_row), row_title);
  adw_action_row_set_subtitle (self->resume_row, subtitle);
}

/**
 * mdg_training_start_add_extra:
 * @self: a start
 * @icon_name: the name of a symbolic icon
 * @title: what it is
 * @subtitle: one line about it
 * @suffix: (transfer floating): what stands at the end of the row, such as a button
 *
 * Puts a row for something more below what can be trained.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
mdg_training_start_add_extra (MdgTrainingStart *self,
                              const char *icon_name,
                              const char *title,
                              const char *subtitle,
                              GtkWidget *suffix)
{
  GtkWidget *row;

  g_return_val_if_fail (MDG_IS_TRAINING_START (self), NULL);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (self->extras_group, row);
  gtk_widget_set_visible (GTK_WIDGET (self->extras_group), TRUE);

  return row;
}
