/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-own-item-row.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"

struct _MdgOwnItemRow
{
  AdwEntryRow parent_instance;

  gint64 item_id;
  char *stored; /* the text as the store has it */

  GtkWidget *menu_button;
};

enum
{
  CHANGED_TEXT,
  MOVE,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgOwnItemRow, mdg_own_item_row, ADW_TYPE_ENTRY_ROW)

static char *
get_text (MdgOwnItemRow *self)
{
  return mdg_own_clean_text (gtk_editable_get_text (GTK_EDITABLE (self)));
}

/* Who changes a text and looks away has changed it; an item without a text is left as it was. */
static void
applied_cb (MdgOwnItemRow *self)
{
  g_autofree char *text = get_text (self);

  if (*text == '\0')
    mdg_desk_set_entry (ADW_ENTRY_ROW (self), self->stored);
  else if (!g_str_equal (text, self->stored))
    g_signal_emit (self, signals[CHANGED_TEXT], 0, text);
}

static void
move_action_cb (GtkWidget *widget, const char *action_name, GVariant *by)
{
  g_signal_emit (widget, signals[MOVE], 0, g_variant_get_int32 (by));
}

static void
remove_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
mdg_own_item_row_finalize (GObject *object)
{
  MdgOwnItemRow *self = MDG_OWN_ITEM_ROW (object);

  g_free (self->stored);

  G_OBJECT_CLASS (mdg_own_item_row_parent_class)->finalize (object);
}

static void
mdg_own_item_row_class_init (MdgOwnItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = mdg_own_item_row_finalize;

  signals[CHANGED_TEXT] =
    g_signal_new ("changed-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "own-item.move", "i", move_action_cb);
  gtk_widget_class_install_action (widget_class, "own-item.remove", NULL, remove_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "own-item.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "own-item.move",
                                       "i", 1);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Move _Up"), "own-item.move(-1)");
  g_menu_append (menu, _ ("Move _Down"), "own-item.move(1)");
  g_menu_append (menu, _ ("_Remove"), "own-item.remove");

  return G_MENU_MODEL (menu);
}

static void
mdg_own_item_row_init (MdgOwnItemRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr (GMenuModel) menu = create_menu ();

  self->stored = g_strdup ("");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self), MDG_OWN_MAX_TEXT);
  g_signal_connect (self, "apply", G_CALLBACK (applied_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Move or Remove"));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->menu_button);
}

/**
 * mdg_own_item_row_new:
 * @item_id: id of an item
 *
 * Returns: (transfer floating): a row, to be told what to show
 */
GtkWidget *
mdg_own_item_row_new (gint64 item_id)
{
  MdgOwnItemRow *self = g_object_new (MDG_TYPE_OWN_ITEM_ROW, NULL);

  self->item_id = item_id;

  return GTK_WIDGET (self);
}

/**
 * mdg_own_item_row_show:
 * @self: a row
 * @item: its item, as the store has it
 * @index: its place, from 0
 * @n_items: how many items there are
 *
 * Shows the item. What is being typed stays.
 */
void
mdg_own_item_row_show (MdgOwnItemRow *self, const MdgOwnItem *item, guint index, guint n_items)
{
  g_autofree char *typed = NULL;
  /* Translators: place and number of items in a checklist. */
  g_autofree char *title = g_strdup_printf (_ ("Item %u of %u"), index + 1, n_items);

  g_return_if_fail (MDG_IS_OWN_ITEM_ROW (self));

  typed = get_text (self);
  if (g_str_equal (typed, self->stored) || g_str_equal (typed, item->text))
    mdg_desk_set_entry (ADW_ENTRY_ROW (self), item->text);
  g_set_str (&self->stored, item->text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

/**
 * mdg_own_item_row_get_item_id:
 * @self: a row
 *
 * Returns: the id of its item
 */
gint64
mdg_own_item_row_get_item_id (MdgOwnItemRow *self)
{
  g_return_val_if_fail (MDG_IS_OWN_ITEM_ROW (self), 0);

  return self->item_id;
}
