/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-question-view.h"

#include "desk/flow/mdg-choice-button.h"
#include "desk/mdg-basis-view.h"
#include "desk/mdg-desk-util.h"
#include "desk/mdg-doubt-box.h"
#include "guide/mdg-guide-ending.h"

struct _MdgQuestionView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *question_label;
  GtkLabel *help_label;
  MdgDoubtBox *doubt_box;
  GtkBox *choices_box;
  MdgBasisView *basis_view;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgQuestionView, mdg_question_view, ADW_TYPE_BIN)

static void
choice_clicked_cb (GtkWidget *button, MdgQuestionView *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (button));
}

static void
mdg_question_view_dispose (GObject *object)
{
  /* Disposing of the template would take the bound child out of the bin behind the bin's back. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_QUESTION_VIEW);

  G_OBJECT_CLASS (mdg_question_view_parent_class)->dispose (object);
}

static void
mdg_question_view_class_init (MdgQuestionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_question_view_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MDG_TYPE_BASIS_VIEW);
  g_type_ensure (MDG_TYPE_DOUBT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, question_label);
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, help_label);
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, doubt_box);
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, choices_box);
  gtk_widget_class_bind_template_child (widget_class, MdgQuestionView, basis_view);
}

static void
mdg_question_view_init (MdgQuestionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_question_view_set_question:
 * @self: a view
 * @pack: the pack that @question is of
 * @question: a question
 * @day: the day whose rules are followed
 *
 * Shows @question, from its beginning.
 */
void
mdg_question_view_set_question (MdgQuestionView *self,
                                MdgGuidePack *pack,
                                const MdgNode *question,
                                MdgDay day)
{
  const char *help;
  MdgGuideEnding ending;

  g_return_if_fail (MDG_IS_QUESTION_VIEW (self));
  g_return_if_fail (question != NULL && question->type == MDG_NODE_QUESTION);

  help = mdg_guide_text_get (&question->help);
  gtk_label_set_label (self->question_label, mdg_guide_text_get (&question->text));
  gtk_label_set_label (self->help_label, help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help_label), help != NULL);

  mdg_desk_remove_children (GTK_WIDGET (self->choices_box));
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (question->choices, i);
      GtkWidget *button = mdg_choice_button_new (NULL, mdg_guide_text_get (&choice->text),
                                                 mdg_guide_text_get (&choice->detail), i + 1);

      gtk_widget_set_name (button, choice->id);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
      gtk_box_append (self->choices_box, button);
    }

  ending = mdg_guide_pack_get_node_ending (pack, question, day);
  mdg_doubt_box_set_doubt (self->doubt_box, &question->basis.doubt);
  mdg_basis_view_set_basis (self->basis_view, &question->basis);
  mdg_basis_view_set_ending (self->basis_view, &ending);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
