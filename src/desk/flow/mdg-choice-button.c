/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-choice-button.h"

#include "desk/mdg-desk-util.h"

struct _MdgChoiceButton
{
  GtkButton parent_instance;

  guint digit;

  GtkImage *image;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *mark_box;
  GtkLabel *mark_label;
  GtkLabel *digit_label;
};

G_DEFINE_FINAL_TYPE (MdgChoiceButton, mdg_choice_button, GTK_TYPE_BUTTON)

static void
mdg_choice_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_CHOICE_BUTTON);

  G_OBJECT_CLASS (mdg_choice_button_parent_class)->dispose (object);
}

static void
mdg_choice_button_class_init (MdgChoiceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_choice_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-choice-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, image);
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, detail_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, mark_box);
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, mark_label);
  gtk_widget_class_bind_template_child (widget_class, MdgChoiceButton, digit_label);
}

static void
mdg_choice_button_init (MdgChoiceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_choice_button_new:
 * @icon_name: (nullable): the name of a symbolic icon
 * @title: what is chosen
 * @detail: (nullable): one line about it
 * @digit: the key that activates it, 1 to 9, or 0 if there is none
 *
 * Returns: (transfer floating): a new button
 */
GtkWidget *
mdg_choice_button_new (const char *icon_name, const char *title, const char *detail, guint digit)
{
  MdgChoiceButton *self = g_object_new (MDG_TYPE_CHOICE_BUTTON, NULL);
  const char digits[] = { (char) ('0' + digit % 10), '\0' };

  self->digit = digit;
  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->detail_label, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
  gtk_label_set_label (self->digit_label, digits);
  gtk_widget_set_visible (GTK_WIDGET (self->digit_label), digit > 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "",
                                  -1);
  if (digit > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                    digits, -1);

  return GTK_WIDGET (self);
}

/**
 * mdg_choice_button_set_mark:
 * @self: a button
 * @mark: (nullable): what must not be overlooked about what is chosen
 *
 * Shows @mark below the detail.
 */
void
mdg_choice_button_set_mark (MdgChoiceButton *self, const char *mark)
{
  const char *detail;
  g_autofree char *description = NULL;

  g_return_if_fail (MDG_IS_CHOICE_BUTTON (self));

  detail = gtk_label_get_label (self->detail_label);
  description = mark != NULL ? g_strdup_printf ("%s %s", detail, mark) : g_strdup (detail);
  gtk_label_set_label (self->mark_label, mark != NULL ? mark : "");
  gtk_widget_set_visible (self->mark_box, mark != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  g_strstrip (description), -1);
}

/**
 * mdg_choice_button_get_title:
 * @self: a button
 *
 * Returns: what is chosen
 */
const char *
mdg_choice_button_get_title (MdgChoiceButton *self)
{
  g_return_val_if_fail (MDG_IS_CHOICE_BUTTON (self), NULL);

  return gtk_label_get_label (self->title_label);
}

/**
 * mdg_choice_button_get_digit:
 * @self: a button
 *
 * Returns: the key that activates it, 0 if there is none
 */
guint
mdg_choice_button_get_digit (MdgChoiceButton *self)
{
  g_return_val_if_fail (MDG_IS_CHOICE_BUTTON (self), 0);

  return self->digit;
}

/**
 * mdg_choice_button_find:
 * @widget: a widget with choice buttons somewhere in it
 * @digit: 1 to 9
 *
 * Finds the button that a key stands on. What is not shown cannot be meant.
 *
 * Returns: (transfer none) (nullable): the button
 */
GtkWidget *
mdg_choice_button_find (GtkWidget *widget, guint digit)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (MDG_IS_CHOICE_BUTTON (widget))
    return MDG_CHOICE_BUTTON (widget)->digit == digit ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mdg_choice_button_find (child, digit);

      if (found != NULL)
        return found;
    }

  return NULL;
}
