/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-path-bar.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"

/* What a button of the bar leads to, besides the number of choices to keep. */
#define ALL_SITUATIONS (-1)

struct _MdgPathBar
{
  AdwBin parent_instance;

  MdgGuideWalk *walk;
  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (MdgPathBar, mdg_path_bar, ADW_TYPE_BIN)

static void
step_clicked_cb (GtkButton *button, MdgPathBar *self)
{
  int n_choices = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "n-choices"));

  if (n_choices == ALL_SITUATIONS)
    mdg_guide_walk_reset (self->walk);
  else
    mdg_guide_walk_truncate (self->walk, n_choices);
}

static void
add_step (MdgPathBar *self, const char *text, int n_choices)
{
  gboolean is_here = n_choices == (int) mdg_guide_walk_get_n_choices (self->walk);
  GtkWidget *step = adw_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  g_object_set_data (G_OBJECT (button), "n-choices", GINT_TO_POINTER (n_choices));
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), self, 0);
  if (is_here)
    {
      gtk_widget_add_css_class (button, "here");
      gtk_widget_set_can_target (button, FALSE);
      gtk_widget_set_focusable (button, FALSE);
    }

  if (n_choices != ALL_SITUATIONS)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");

      gtk_widget_add_css_class (arrow, "dimmed");
      gtk_box_append (GTK_BOX (box), arrow);
    }
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (step), box);
  adw_wrap_box_append (self->box, step);
}

static void
walk_changed_cb (MdgPathBar *self)
{
  const MdgSituation *situation = mdg_guide_walk_get_situation (self->walk);

  mdg_desk_remove_children (GTK_WIDGET (self->box));
  if (situation == NULL)
    return;

  add_step (self, _ ("All Situations"), ALL_SITUATIONS);
  add_step (self, mdg_guide_text_get (&situation->title), 0);
  for (guint i = 0; i < mdg_guide_walk_get_n_choices (self->walk); i++)
    {
      const MdgChoice *choice;

      mdg_guide_walk_get_step (self->walk, i, &choice);
      add_step (self, mdg_guide_text_get (&choice->text), i + 1);
    }
}

static void
mdg_path_bar_dispose (GObject *object)
{
  MdgPathBar *self = MDG_PATH_BAR (object);

  g_clear_object (&self->walk);

  G_OBJECT_CLASS (mdg_path_bar_parent_class)->dispose (object);
}

static void
mdg_path_bar_class_init (MdgPathBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_path_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
mdg_path_bar_init (MdgPathBar *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "path-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Path Taken"), -1);
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_path_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
mdg_path_bar_new (void)
{
  return g_object_new (MDG_TYPE_PATH_BAR, NULL);
}

/**
 * mdg_path_bar_set_walk:
 * @self: a bar
 * @walk: a walk
 *
 * Shows the path of @walk and follows it. To be called once.
 */
void
mdg_path_bar_set_walk (MdgPathBar *self, MdgGuideWalk *walk)
{
  g_return_if_fail (MDG_IS_PATH_BAR (self));
  g_return_if_fail (self->walk == NULL);

  self->walk = g_object_ref (walk);
  g_signal_connect_object (walk, "changed", G_CALLBACK (walk_changed_cb), self, G_CONNECT_SWAPPED);
  walk_changed_cb (self);
}
