/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-round-result.h"

#include <glib/gi18n.h>

#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "guide/mdg-training-words.h"

struct _MdgRoundResult
{
  AdwBin parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) */

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkWidget *verdict_box;
  GtkImage *verdict_image;
  GtkLabel *verdict_label;
  GtkLabel *detail_label;
  AdwBin *extra_bin;
  AdwPreferencesGroup *wrong_group;
  GtkWidget *again_button;
  GtkWidget *done_button;
};

enum
{
  AGAIN,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgRoundResult, mdg_round_result, ADW_TYPE_BIN)

static void
again_clicked_cb (MdgRoundResult *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
done_clicked_cb (MdgRoundResult *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_wrong (MdgRoundResult *self, const MdgDrill *drill, MdgGuidePack *pack)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, drill->situation);
  g_autofree char *patient = mdg_training_describe_drill (drill);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *inner = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *basis = mdg_basis_view_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mdg_guide_text_get (&situation->title));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), patient);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), create_text (mdg_guide_text_get (&drill->why), NULL));
  mdg_basis_view_set_basis (MDG_BASIS_VIEW (basis), &drill->basis);
  gtk_box_append (GTK_BOX (box), basis);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);

  adw_preferences_group_add (self->wrong_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (MdgRoundResult *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->wrong_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* An exam is passed or not; practice is never failed. */
static void
show_verdict (MdgRoundResult *self, const MdgDrillRound *round)
{
  guint n = mdg_drill_round_get_n_drills (round);
  guint n_right = mdg_drill_round_get_n_right (round);
  gboolean is_exam = mdg_drill_round_get_mode (round) == MDG_ROUND_EXAM;
  gboolean is_passed = mdg_drill_round_is_passed (round);
  gboolean is_good = is_exam ? is_passed : n_right == n;
  g_autofree char *score = g_strdup_printf (
    is_exam ? _ ("%u of %u right") : _ ("%u of %u right the first time"), n_right, n);
  g_autofree char *detail = NULL;
  g_autofree char *spoken = NULL;

  if (is_exam)
    detail = g_strdup_printf (is_passed ? _ ("Passed. The pass mark is %u%%.")
                                        : _ ("Not passed yet. The pass mark is %u%%."),
                              MDG_EXAM_PASS_PERCENT);
  else
    detail = g_strdup (n_right == n ? _ ("Nothing was wrong.")
                                    : _ ("What was wrong came back until it was right, and will "
                                         "come back soon."));

  gtk_image_set_from_icon_name (self->verdict_image, is_good   ? "object-select-symbolic"
                                                     : is_exam ? "window-close-symbolic"
                                                               : "view-refresh-symbolic");
  gtk_widget_remove_css_class (self->verdict_box, "proceed");
  gtk_widget_remove_css_class (self->verdict_box, "caution");
  gtk_widget_remove_css_class (self->verdict_box, "stop");
  gtk_widget_add_css_class (self->verdict_box, is_good ? "proceed" : is_exam ? "stop" : "caution");
  gtk_label_set_label (self->verdict_label, score);
  gtk_label_set_label (self->detail_label, detail);

  spoken = g_strdup_printf ("%s. %s", score, detail);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
mdg_round_result_dispose (GObject *object)
{
  MdgRoundResult *self = MDG_ROUND_RESULT (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_ROUND_RESULT);

  G_OBJECT_CLASS (mdg_round_result_parent_class)->dispose (object);
}

static void
mdg_round_result_class_init (MdgRoundResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_round_result_dispose;

  signals[AGAIN] =
    g_signal_new ("again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] =
    g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-round-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, verdict_image);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, detail_label);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, extra_bin);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, wrong_group);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, again_button);
  gtk_widget_class_bind_template_child (widget_class, MdgRoundResult, done_button);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
}

static void
mdg_round_result_init (MdgRoundResult *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_round_result_show:
 * @self: a result
 * @round: a round that is over
 * @pack: the pack it was of
 * @title: what kind of round it was
 *
 * Shows what came of @round.
 */
void
mdg_round_result_show (MdgRoundResult *self,
                       const MdgDrillRound *round,
                       MdgGuidePack *pack,
                       const char *title)
{
  g_autoptr (GPtrArray) wrong = mdg_drill_round_list_wrong (round);

  g_return_if_fail (MDG_IS_ROUND_RESULT (self));

  gtk_label_set_label (self->title_label, title);
  clear_rows (self);
  for (guint i = 0; i < wrong->len; i++)
    add_wrong (self, g_ptr_array_index (wrong, i), pack);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong_group), wrong->len > 0);
  gtk_widget_set_visible (self->again_button, wrong->len > 0);
  show_verdict (self, round);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (wrong->len > 0 ? self->again_button : self->done_button);
}

/**
 * mdg_round_result_set_extra:
 * @self: a result
 * @widget: (nullable) (transfer floating): a widget
 *
 * Puts something below the verdict, such as a certificate's button.
 */
void
mdg_round_result_set_extra (MdgRoundResult *self, GtkWidget *widget)
{
  g_return_if_fail (MDG_IS_ROUND_RESULT (self));

  adw_bin_set_child (self->extra_bin, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->extra_bin), widget != NULL);
}
