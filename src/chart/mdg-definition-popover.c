/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-definition-popover.h"

struct _MdgDefinitionPopover
{
  GtkPopover parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MdgDefinitionPopover, mdg_definition_popover, GTK_TYPE_POPOVER)

static void
mdg_definition_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_DEFINITION_POPOVER);

  G_OBJECT_CLASS (mdg_definition_popover_parent_class)->dispose (object);
}

static void
mdg_definition_popover_class_init (MdgDefinitionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_definition_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/chart/mdg-definition-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgDefinitionPopover, label);
}

static void
mdg_definition_popover_init (MdgDefinitionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_definition_popover_new:
 *
 * Returns: (transfer floating): a popover without a text
 */
GtkWidget *
mdg_definition_popover_new (void)
{
  return g_object_new (MDG_TYPE_DEFINITION_POPOVER, NULL);
}

/**
 * mdg_definition_popover_set_text:
 * @self: a popover
 * @text: (nullable): the definition
 *
 * Shows another definition.
 */
void
mdg_definition_popover_set_text (MdgDefinitionPopover *self, const char *text)
{
  g_return_if_fail (MDG_IS_DEFINITION_POPOVER (self));

  gtk_label_set_label (self->label, text != NULL ? text : "");
}
