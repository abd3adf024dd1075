/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgDefinitionPopover:
 *
 * What a chart shows and how it is defined, beside the button that asks for it.
 */
#define MDG_TYPE_DEFINITION_POPOVER (mdg_definition_popover_get_type ())
G_DECLARE_FINAL_TYPE (MdgDefinitionPopover,
                      mdg_definition_popover,
                      MDG,
                      DEFINITION_POPOVER,
                      GtkPopover)

GtkWidget *mdg_definition_popover_new (void);
void mdg_definition_popover_set_text (MdgDefinitionPopover *self, const char *text);

G_END_DECLS
