/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-choice.h"

#include <glib/gi18n.h>

#define VOTES_CHARS 8

/* A narrower column of text would be a ladder of syllables. */
#define LEAST_TEXT_WIDTH 130

struct _MdgPresenterChoice
{
  GtkBox parent_instance;

  char *text;
  GtkWidget *tag;
  GtkWidget *votes_label;
  GtkWidget *bar;
  GtkWidget *buttons;
};

enum
{
  VOTE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgPresenterChoice, mdg_presenter_choice, GTK_TYPE_BOX)

static void
vote_clicked_cb (GtkWidget *button, MdgPresenterChoice *self)
{
  g_signal_emit (self, signals[VOTE], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "change")));
}

static void
mdg_presenter_choice_finalize (GObject *object)
{
  g_free (MDG_PRESENTER_CHOICE (object)->text);

  G_OBJECT_CLASS (mdg_presenter_choice_parent_class)->finalize (object);
}

static void
mdg_presenter_choice_class_init (MdgPresenterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_presenter_choice_finalize;

  /**
   * MdgPresenterChoice::vote:
   * @self: the choice
   * @change: how many votes more, negative for fewer
   *
   * A button was clicked.
   */
  signals[VOTE] = g_signal_new ("vote", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mdg_presenter_choice_init (MdgPresenterChoice *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter-choice");
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Not taken by a click, so that the keys go on to the next frame and not to the button. */
static GtkWidget *
new_vote_button (MdgPresenterChoice *self, const char *icon_name, const char *name, int change)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *label = g_strdup_printf ("%s: %s", self->text, name);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "change", GINT_TO_POINTER (change));
  g_signal_connect_object (button, "clicked", G_CALLBACK (vote_clicked_cb), self, 0);

  return button;
}

static GtkWidget *
new_tag (void)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (tag), icon);
  gtk_box_append (GTK_BOX (tag), new_label (_ ("Right answer"), "presenter-tag"));
  gtk_widget_add_css_class (tag, "presenter-right");
  gtk_widget_set_visible (tag, FALSE);

  return tag;
}

/**
 * mdg_presenter_choice_new:
 * @number: its number, and the key that votes for it
 * @option: the answer
 *
 * Returns: (transfer floating): a choice that is not revealed
 */
GtkWidget *
mdg_presenter_choice_new (guint number, const MdgDrillOption *option)
{
  MdgPresenterChoice *self = g_object_new (MDG_TYPE_PRESENTER_CHOICE, NULL);
  const char *detail = option->detail != NULL ? mdg_guide_text_get (option->detail) : NULL;
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *digit_label = gtk_label_new (digit);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->text = g_strdup (mdg_guide_text_get (option->text));
  gtk_widget_add_css_class (digit_label, "presenter-digit");
  gtk_widget_set_valign (digit_label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), digit_label);

  self->tag = new_tag ();
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_size_request (texts, LEAST_TEXT_WIDTH, -1);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->tag);
  gtk_box_append (GTK_BOX (texts), new_label (self->text, "presenter-choice-text"));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (detail, "presenter-choice-detail"));
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "vote-bar");
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Votes"), -1);
  gtk_box_append (GTK_BOX (texts), self->bar);
  gtk_box_append (GTK_BOX (self), texts);

  self->votes_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->votes_label), 1);
  /* The bars beside it are compared: all of them are as long. */
  gtk_label_set_width_chars (GTK_LABEL (self->votes_label), VOTES_CHARS);
  gtk_widget_add_css_class (self->votes_label, "presenter-votes");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons),
                  new_vote_button (self, "list-remove-symbolic", _ ("One Vote Fewer"), -1));
  gtk_box_append (GTK_BOX (self->buttons),
                  new_vote_button (self, "list-add-symbolic", _ ("One Vote More"), 1));
  gtk_box_append (GTK_BOX (self), self->votes_label);
  gtk_box_append (GTK_BOX (self), self->buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);

  return GTK_WIDGET (self);
}

/**
 * mdg_presenter_choice_set_votes:
 * @self: a choice
 * @votes: how many voted for it
 * @n_votes: how many voted at all
 *
 * Shows the votes.
 */
void
mdg_presenter_choice_set_votes (MdgPresenterChoice *self, guint votes, guint n_votes)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_PRESENTER_CHOICE (self));

  text = g_strdup_printf (g_dngettext (NULL, "%u vote", "%u votes", votes), votes);
  gtk_label_set_label (GTK_LABEL (self->votes_label), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 n_votes > 0 ? (double) votes / n_votes : 0);
}

/**
 * mdg_presenter_choice_reveal:
 * @self: a choice
 * @is_right: whether it is the right answer
 *
 * Shows whether it is right, and its votes as a bar. There is no voting any more.
 */
void
mdg_presenter_choice_reveal (MdgPresenterChoice *self, gboolean is_right)
{
  g_return_if_fail (MDG_IS_PRESENTER_CHOICE (self));

  gtk_widget_set_visible (self->tag, is_right);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), is_right ? "right" : "other");
}
