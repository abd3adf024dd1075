/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-desk-util.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "guide/mdg-guide-words.h"
#include "widget/mdg-style.h"

#define ID_KEY "mdg-id"
#define CSS_PATH RESOURCE_PREFIX "/ui/desk/mdg-desk.css"

/**
 * mdg_desk_load_css:
 * @display: a display
 *
 * Makes the desk's style known to @display, once.
 */
void
mdg_desk_load_css (GdkDisplay *display)
{
  mdg_style_load (display, CSS_PATH);
}

/**
 * mdg_desk_add_toast:
 * @widget: a widget
 * @toast: (transfer full): a toast
 *
 * Shows @toast in the overlay that @widget is in; without one it is dismissed at once.
 */
void
mdg_desk_add_toast (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    {
      adw_toast_dismiss (toast);
      g_object_unref (toast);
    }
}

/**
 * mdg_desk_tell:
 * @widget: a widget
 * @text: a sentence for people
 *
 * Shows @text in a toast.
 */
void
mdg_desk_tell (GtkWidget *widget, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  mdg_desk_add_toast (widget, toast);
}

/**
 * mdg_desk_set_id:
 * @object: (type GObject.Object): a row or a toast
 * @id: the id, in the store, of what it is about
 *
 * Remembers what @object is about.
 */
void
mdg_desk_set_id (gpointer object, gint64 id)
{
  g_object_set_data_full (object, ID_KEY, g_memdup2 (&id, sizeof id), g_free);
}

/**
 * mdg_desk_get_id:
 * @object: (type GObject.Object): a row or a toast
 *
 * Returns: what mdg_desk_set_id() remembered, or 0 if nothing
 */
gint64
mdg_desk_get_id (gpointer object)
{
  const gint64 *id = g_object_get_data (object, ID_KEY);

  return id != NULL ? *id : 0;
}

/**
 * mdg_desk_set_entry:
 * @row: a row with an apply button
 * @text: what stands in it from now on
 *
 * Sets the text of @row as one that is stored: the row does not offer to apply it.
 */
void
mdg_desk_set_entry (AdwEntryRow *row, const char *text)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    return;

  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
}

/**
 * mdg_desk_remove_children:
 * @widget: a box, list box, flow box or wrap box
 *
 * Empties @widget.
 */
void
mdg_desk_remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    {
      if (GTK_IS_LIST_BOX (widget))
        gtk_list_box_remove (GTK_LIST_BOX (widget), child);
      else if (GTK_IS_FLOW_BOX (widget))
        gtk_flow_box_remove (GTK_FLOW_BOX (widget), child);
      else if (ADW_IS_WRAP_BOX (widget))
        adw_wrap_box_remove (ADW_WRAP_BOX (widget), child);
      else
        gtk_box_remove (GTK_BOX (widget), child);
    }
}

/**
 * mdg_desk_format_validity:
 * @basis: a basis
 *
 * Returns: (transfer full): from when until when it holds, in words
 */
char *
mdg_desk_format_validity (const MdgGuideBasis *basis)
{
  return mdg_guide_format_validity (basis->valid_from, basis->valid_until);
}

/**
 * mdg_desk_format_ending:
 * @ending: that a rule ends soon, or that none does
 *
 * Returns: (transfer full) (nullable): what happens when, in words; %NULL if nothing does soon
 */
char *
mdg_desk_format_ending (const MdgGuideEnding *ending)
{
  g_autofree char *day = NULL;
  guint n_days;

  switch (ending->kind)
    {
    case MDG_ENDING_ENDS:
      day = mdg_format_day (ending->last_day);
      n_days = ending->n_days;

      /* Translators: the last day on which a rule holds is the day whose rules are shown. */
      if (n_days == 0)
        return g_strdup_printf (_ ("Ends on %s, the day shown"), day);

      /* Translators: the last day on which a rule holds, and how far off it is. */
      return g_strdup_printf (
        g_dngettext (NULL, "Ends on %s, in %u day", "Ends on %s, in %u days", n_days), day, n_days);

    case MDG_ENDING_CHANGES:
      day = mdg_format_day (ending->last_day + 1);
      n_days = ending->n_days + 1;

      /* Translators: the first day on which another rule holds, and how far off it is. */
      return g_strdup_printf (
        g_dngettext (NULL, "Changes on %s, in %u day", "Changes on %s, in %u days", n_days), day,
        n_days);

    case MDG_ENDING_NONE:
    default:
      return NULL;
    }
}

/**
 * mdg_desk_find_focused:
 * @widgets: (element-type GtkWidget): widgets, such as the rows of a list
 *
 * Finds out where the focus is before the widgets are made anew.
 *
 * Returns: the index of the widget that has the focus, or in which the focus is; -1 if there is none
 */
int
mdg_desk_find_focused (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);
      GtkRoot *root = gtk_widget_get_root (widget);
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return (int) i;
    }

  return -1;
}

/**
 * mdg_desk_focus_near:
 * @widgets: (element-type GtkWidget): widgets, such as the rows of a list
 * @index: where the focus was, as mdg_desk_find_focused() told; nothing is done if it is negative
 *
 * Puts the focus back where it was, or on the last widget if there are fewer now. Without this, whoever
 * uses the keyboard would begin again at the top of the window.
 */
void
mdg_desk_focus_near (GPtrArray *widgets, int index)
{
  if (index >= 0 && widgets->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (widgets, MIN ((guint) index, widgets->len - 1)));
}
