/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-drill-player.h"

#include <glib/gi18n.h>

#include "desk/flow/mdg-choice-button.h"
#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"
#include "guide/mdg-training-words.h"

struct _MdgDrillPlayer
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkLabel *level_label;
  GtkWidget *return_label;
  GtkScrolledWindow *scroller;
  GtkWidget *age_fact;
  GtkWidget *visit_fact;
  GtkWidget *brought_fact;
  GtkWidget *shows_fact;
  GtkLabel *age_label;
  GtkLabel *visit_label;
  GtkLabel *brought_label;
  GtkLabel *shows_label;
  GtkLabel *path_label;

  GtkWidget *question_box;
  GtkLabel *step_label;
  GtkLabel *question_label;
  GtkLabel *help_label;
  GtkBox *choices_box;

  GtkWidget *answer_box;
  GtkWidget *verdict_box;
  GtkImage *verdict_image;
  GtkLabel *verdict_label;
  GtkLabel *chosen_label;
  GtkWidget *right_box;
  GtkLabel *right_label;
  GtkWidget *led_box;
  GtkLabel *led_label;
  GtkWidget *outcome_box;
  GtkLabel *outcome_label;
  GtkLabel *say_label;
  GtkLabel *why_label;
  MdgDoubtBox *doubt_box;
  MdgBasisView *basis_view;
  GtkWidget *unsaved_label;
  GtkButton *next_button;
};

enum
{
  ANSWERED,
  NEXT,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgDrillPlayer, mdg_drill_player, ADW_TYPE_BIN)

static void
announce (MdgDrillPlayer *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choice_clicked_cb (GtkWidget *button, MdgDrillPlayer *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, gtk_widget_get_name (button));
}

static void
next_clicked_cb (MdgDrillPlayer *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
leave_clicked_cb (MdgDrillPlayer *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* The patient, and how far the round is. */

static void
show_progress (MdgDrillPlayer *self, const MdgDrillRound *round)
{
  guint n = mdg_drill_round_get_n_drills (round);
  guint n_left = mdg_drill_round_get_n_left (round);
  g_autofree char *text = NULL;

  /* Every drill that is not among those left was right in the end, or was asked in an exam. */
  text = g_strdup_printf (_ ("%u of %u done"), n - n_left, n);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, n > 0 ? (double) (n - n_left) / n : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* A dash stands where there is nothing to tell, such as the age when nobody is waiting. */
static void
show_fact (GtkWidget *fact, GtkLabel *label, const MdgGuideText *text)
{
  const char *words = mdg_guide_text_get (text);

  gtk_label_set_label (label, words);
  gtk_widget_set_visible (fact, g_utf8_strlen (words, -1) > 1);
}

static void
show_patient (MdgDrillPlayer *self, const MdgDrill *drill)
{
  show_fact (self->age_fact, self->age_label, &drill->age);
  show_fact (self->visit_fact, self->visit_label, &drill->visit);
  show_fact (self->brought_fact, self->brought_label, &drill->brought);
  show_fact (self->shows_fact, self->shows_label, &drill->shows);
  gtk_label_set_label (self->level_label, mdg_training_get_level_label (drill->level));
}

/* The right way as far as it was asked. */
static void
show_path (MdgDrillPlayer *self, const MdgDrillPlay *play, guint n_steps)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < n_steps; i++)
    g_string_append_printf (path, "%s%s", i > 0 ? " › " : "",
                            mdg_guide_text_get (mdg_drill_play_get_answer (play, i)->right.text));
  set_text (self->path_label, path->len > 0 ? path->str : NULL);
  g_string_free (path, TRUE);
}

/* A question. */

static void
show_choices (MdgDrillPlayer *self, const MdgDrillPlay *play, gboolean with_details)
{
  g_autoptr (GArray) options = mdg_drill_play_list_options (play);

  mdg_desk_remove_children (GTK_WIDGET (self->choices_box));
  for (guint i = 0; i < options->len; i++)
    {
      const MdgDrillOption *option = &g_array_index (options, MdgDrillOption, i);
      GtkWidget *button =
        mdg_choice_button_new (option->icon, mdg_guide_text_get (option->text),
                               with_details ? mdg_guide_text_get (option->detail) : NULL, i + 1);

      gtk_widget_set_name (button, option->id);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
      gtk_box_append (self->choices_box, button);
    }
}

/* An answer. */

static char *
describe_next (const MdgDrillAnswer *answer)
{
  const char *text = mdg_guide_text_get (&answer->chosen_next->text);

  if (answer->chosen_next == answer->right_next)
    return g_strdup_printf (_ ("To the same as the right one: %s"), text);
  if (answer->chosen_next->type == MDG_NODE_OUTCOME)
    return g_strdup_printf (_ ("To another card: %s"), text);

  return g_strdup_printf (_ ("To the question: %s"), text);
}

static void
show_verdict (MdgDrillPlayer *self, const MdgDrillAnswer *answer)
{
  const char *icon_name = answer->is_right ? "object-select-symbolic" : "window-close-symbolic";
  g_autofree char *next = answer->is_right ? NULL : describe_next (answer);
  g_autofree char *chosen =
    g_strdup_printf (_ ("You chose: %s"), mdg_guide_text_get (answer->chosen.text));

  gtk_image_set_from_icon_name (self->verdict_image, icon_name);
  gtk_label_set_label (self->verdict_label,
                       answer->is_right ? C_ ("training", "Right") : C_ ("training", "Not Right"));
  gtk_widget_remove_css_class (self->verdict_box, answer->is_right ? "stop" : "proceed");
  gtk_widget_add_css_class (self->verdict_box, answer->is_right ? "proceed" : "stop");
  gtk_label_set_label (self->chosen_label, chosen);

  gtk_widget_set_visible (self->right_box, !answer->is_right);
  gtk_widget_set_visible (self->led_box, !answer->is_right);
  gtk_label_set_label (self->right_label, mdg_guide_text_get (answer->right.text));
  gtk_label_set_label (self->led_label, next != NULL ? next : "");
}

/* The whole case is explained when it is over: before, it would say what follows. */
static void
show_reason (MdgDrillPlayer *self, const MdgDrillPlay *play, const MdgDrillAnswer *answer)
{
  gboolean is_over = mdg_drill_play_is_finished (play);
  const MdgDrill *drill = mdg_drill_play_get_drill (play);
  const MdgGuideBasis *basis = is_over ? &drill->basis : answer->basis;
  g_autofree char *reason = is_over ? g_strdup (mdg_guide_text_get (&drill->why))
                                    : mdg_training_explain_answer (drill, answer);

  gtk_label_set_label (self->why_label, reason);
  mdg_doubt_box_set_doubt (self->doubt_box, &basis->doubt);
  mdg_basis_view_set_basis (self->basis_view, basis);

  gtk_widget_set_visible (self->outcome_box, is_over);
  if (is_over)
    {
      const MdgNode *outcome = mdg_drill_play_get_outcome (play);

      gtk_label_set_label (self->outcome_label, mdg_guide_text_get (&outcome->text));
      set_text (self->say_label, mdg_guide_text_get (&outcome->say));
    }
}

static const char *
get_next_label (const MdgDrillRound *round, const MdgDrillPlay *play)
{
  if (!mdg_drill_play_is_finished (play))
    return _ ("_Next Question");
  /* A wrong one returns at least, so that more than this one is left. */
  if (mdg_drill_round_get_n_left (round) > 1 ||
      (!mdg_drill_play_is_right (play) && mdg_drill_round_get_mode (round) != MDG_ROUND_EXAM))
    return _ ("_Next Patient");

  return _ ("Show the _Result");
}

static void
announce_answer (MdgDrillPlayer *self, const MdgDrillAnswer *answer)
{
  const char *why = gtk_label_get_label (self->why_label);
  g_autofree char *text = NULL;

  if (answer->is_right)
    text = g_strdup_printf (_ ("Right. %s"), why);
  else
    text = g_strdup_printf (_ ("Not right. Right is: %s. %s"),
                            mdg_guide_text_get (answer->right.text), why);
  announce (self, text);
}

static void
mdg_drill_player_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_DRILL_PLAYER);

  G_OBJECT_CLASS (mdg_drill_player_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/training/mdg-drill-player.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, progress_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, level_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, return_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, age_fact);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, visit_fact);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, brought_fact);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, shows_fact);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, age_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, visit_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, brought_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, shows_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, path_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, question_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, step_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, question_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, choices_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, answer_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, verdict_image);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, right_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, right_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, led_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, led_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, outcome_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, say_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, why_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, basis_view);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, unsaved_label);
  gtk_widget_class_bind_template_child (widget_class, MdgDrillPlayer, next_button);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_clicked_cb);
}

static void
mdg_drill_player_class_init (MdgDrillPlayerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_drill_player_dispose;

  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NEXT] =
    g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] =
    g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mdg_drill_player_init (MdgDrillPlayer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_drill_player_show_question:
 * @self: a player
 * @round: the round
 * @play: the play of its current drill, not finished
 * @title: what kind of round it is
 *
 * Shows what is asked now. In an exam the help that the desk gives with a question is left out.
 */
void
mdg_drill_player_show_question (MdgDrillPlayer *self,
                                const MdgDrillRound *round,
                                const MdgDrillPlay *play,
                                const char *title)
{
  const MdgNode *question = mdg_drill_play_get_question (play);
  gboolean is_exam = mdg_drill_round_get_mode (round) == MDG_ROUND_EXAM;
  g_autofree char *step = NULL;
  g_autofree char *patient = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_DRILL_PLAYER (self));

  gtk_label_set_label (self->title_label, title);
  show_progress (self, round);
  show_patient (self, mdg_drill_play_get_drill (play));
  gtk_widget_set_visible (self->return_label, mdg_drill_round_is_return (round));
  show_path (self, play, mdg_drill_play_get_step (play));

  step = g_strdup_printf (_ ("Question %u of %u"), mdg_drill_play_get_step (play) + 1,
                          mdg_drill_play_get_n_steps (play));
  gtk_label_set_label (self->step_label, step);
  gtk_label_set_label (self->question_label, question != NULL ? mdg_guide_text_get (&question->text)
                                                              : _ ("Which situation is this?"));
  set_text (self->help_label,
            question != NULL && !is_exam ? mdg_guide_text_get (&question->help) : NULL);
  show_choices (self, play, !is_exam);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices_box), TRUE);
  gtk_widget_set_visible (self->question_box, TRUE);
  gtk_widget_set_visible (self->answer_box, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  patient = question == NULL ? mdg_training_describe_drill (mdg_drill_play_get_drill (play)) : NULL;
  text = g_strdup_printf ("%s %s", patient != NULL ? patient : "",
                          gtk_label_get_label (self->question_label));
  announce (self, g_strstrip (text));
  mdg_drill_player_focus (self);
}

/**
 * mdg_drill_player_show_answer:
 * @self: a player
 * @round: the round, not yet gone on
 * @play: the play, in which an answer was given
 * @is_saved: whether the answer is kept, or nothing is to be kept
 *
 * Says whether the last answer was right, and why.
 */
void
mdg_drill_player_show_answer (MdgDrillPlayer *self,
                              const MdgDrillRound *round,
                              const MdgDrillPlay *play,
                              gboolean is_saved)
{
  guint step = mdg_drill_play_get_step (play);
  const MdgDrillAnswer *answer;

  g_return_if_fail (MDG_IS_DRILL_PLAYER (self));
  g_return_if_fail (step > 0);

  answer = mdg_drill_play_get_answer (play, step - 1);
  show_path (self, play, step - 1);
  show_verdict (self, answer);
  show_reason (self, play, answer);
  gtk_widget_set_visible (self->unsaved_label, !is_saved);
  gtk_button_set_label (self->next_button, get_next_label (round, play));
  gtk_widget_set_visible (self->question_box, FALSE);
  gtk_widget_set_visible (self->answer_box, TRUE);
  announce_answer (self, answer);
  mdg_drill_player_focus (self);
}

/**
 * mdg_drill_player_set_saving:
 * @self: a player
 * @is_saving: whether the store was asked to keep an answer and has not done so yet
 *
 * Takes no further answer meanwhile.
 */
void
mdg_drill_player_set_saving (MdgDrillPlayer *self, gboolean is_saving)
{
  g_return_if_fail (MDG_IS_DRILL_PLAYER (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->choices_box), !is_saving);
}

/**
 * mdg_drill_player_is_at_answer:
 * @self: a player
 *
 * Returns: whether it says something about an answer
 */
gboolean
mdg_drill_player_is_at_answer (MdgDrillPlayer *self)
{
  g_return_val_if_fail (MDG_IS_DRILL_PLAYER (self), FALSE);

  return gtk_widget_get_visible (self->answer_box);
}

/**
 * mdg_drill_player_press_enter:
 * @self: a player
 *
 * Goes on after an answer, unless the focus is on something else that the key activates.
 *
 * Returns: whether it went on
 */
gboolean
mdg_drill_player_press_enter (MdgDrillPlayer *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (MDG_IS_DRILL_PLAYER (self), FALSE);

  if (!mdg_drill_player_is_at_answer (self))
    return FALSE;

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && focus != GTK_WIDGET (self->next_button) &&
      (GTK_IS_BUTTON (focus) || GTK_IS_LABEL (focus)))
    return FALSE;

  next_clicked_cb (self);

  return TRUE;
}

/**
 * mdg_drill_player_focus:
 * @self: a player
 *
 * Puts the focus where the next key is meant to go.
 */
void
mdg_drill_player_focus (MdgDrillPlayer *self)
{
  GtkWidget *first;

  g_return_if_fail (MDG_IS_DRILL_PLAYER (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (mdg_drill_player_is_at_answer (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
      return;
    }

  first = mdg_choice_button_find (GTK_WIDGET (self->choices_box), 1);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

/**
 * mdg_drill_player_choose:
 * @self: a player
 * @digit: 1 to 9
 *
 * Chooses as the key of that digit does.
 */
void
mdg_drill_player_choose (MdgDrillPlayer *self, guint digit)
{
  GtkWidget *button;

  g_return_if_fail (MDG_IS_DRILL_PLAYER (self));

  if (mdg_drill_player_is_at_answer (self))
    return;
  button = mdg_choice_button_find (GTK_WIDGET (self->choices_box), digit);
  if (button != NULL && gtk_widget_is_sensitive (button))
    gtk_widget_activate (button);
}
