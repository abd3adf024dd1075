/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-item.h"

struct _MdgAreaItem
{
  GtkWidget parent_instance;

  MdgArea area;
};

enum
{
  ACTIVATED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgAreaItem, mdg_area_item, GTK_TYPE_WIDGET)

static void
activate_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
choose_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0);
}

static void
mdg_area_item_class_init (MdgAreaItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * MdgAreaItem::activated:
   *
   * A screen reader, or another program for the user, opens the prefecture.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MdgAreaItem::chosen:
   *
   * A screen reader, or another program for the user, selects the prefecture.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "area.open", NULL, activate_action_cb);
  gtk_widget_class_install_action (widget_class, "area.select", NULL, choose_action_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "map-area");
}

static void
mdg_area_item_init (MdgAreaItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * mdg_area_item_new:
 * @area: a prefecture
 *
 * Returns: (transfer floating): the item of @area
 */
GtkWidget *
mdg_area_item_new (MdgArea area)
{
  MdgAreaItem *self = g_object_new (MDG_TYPE_AREA_ITEM, NULL);

  self->area = area;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mdg_area_get_label (area, mdg_language_get ()), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) area, GTK_ACCESSIBLE_RELATION_SET_SIZE, MDG_N_PREFECTURES,
                                  -1);
  mdg_area_item_set_selected (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * mdg_area_item_get_area:
 * @self: an item
 *
 * Returns: its prefecture
 */
MdgArea
mdg_area_item_get_area (MdgAreaItem *self)
{
  g_return_val_if_fail (MDG_IS_AREA_ITEM (self), MDG_AREA_NONE);

  return self->area;
}

/**
 * mdg_area_item_describe:
 * @self: an item
 * @scene: the map
 *
 * Tells screen readers figure, rank, change and class.
 */
void
mdg_area_item_describe (MdgAreaItem *self, MdgMapScene *scene)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MDG_IS_AREA_ITEM (self));

  text = mdg_map_scene_dup_area_text (scene, self->area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/**
 * mdg_area_item_set_selected:
 * @self: an item
 * @selected: whether it is the selected one
 *
 * Tells screen readers whether the prefecture is selected.
 */
void
mdg_area_item_set_selected (MdgAreaItem *self, gboolean selected)
{
  g_return_if_fail (MDG_IS_AREA_ITEM (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
