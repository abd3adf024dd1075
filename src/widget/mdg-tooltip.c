/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget/mdg-tooltip.h"

#define TEXT_KEY "mdg-tooltip-text"

static gboolean
query_cb (GtkWidget *widget, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  const char *text = mdg_tooltip_get (widget);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/**
 * mdg_tooltip_set:
 * @widget: a widget
 * @text: (nullable): what its tooltip says
 *
 * What gtk_widget_set_tooltip_text () does, for what says something else often or stands on a page
 * by the hundred, such as the cells of a table. GTK's function asks the X server for the pointer each
 * time (four round trips), in case it is over the widget; here that is known from the widget's state,
 * and the text is asked for when the tooltip is shown. As there, the text is the description of the
 * widget for a screen reader.
 */
void
mdg_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (text, mdg_tooltip_get (widget)) == 0)
    return;

  if (!gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), TEXT_KEY, g_strdup (text), g_free);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  /* The tooltip of what is pointed at says the new text at once. */
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_trigger_tooltip_query (widget);
}

/**
 * mdg_tooltip_get:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the text of mdg_tooltip_set ()
 */
const char *
mdg_tooltip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), TEXT_KEY);
}
