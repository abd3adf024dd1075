/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-legend-entry.h"

#include <glib/gi18n.h>

#include "config.h"
#include "map/mdg-map-swatch.h"
#include "widget/mdg-tooltip.h"

struct _MdgMapLegendEntry
{
  GtkToggleButton parent_instance;

  MdgMapSwatch *swatch;
  GtkWidget *words_stack;
  GtkLabel *bounds_label;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MdgMapLegendEntry, mdg_map_legend_entry, GTK_TYPE_TOGGLE_BUTTON)

static void
mdg_map_legend_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_MAP_LEGEND_ENTRY);

  G_OBJECT_CLASS (mdg_map_legend_entry_parent_class)->dispose (object);
}

static void
mdg_map_legend_entry_class_init (MdgMapLegendEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_map_legend_entry_dispose;

  g_type_ensure (MDG_TYPE_MAP_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/map/mdg-map-legend-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegendEntry, swatch);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegendEntry, words_stack);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegendEntry, bounds_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegendEntry, count_label);
}

static void
mdg_map_legend_entry_init (MdgMapLegendEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_map_legend_entry_new:
 *
 * Returns: (transfer floating): an entry of nothing yet
 */
GtkWidget *
mdg_map_legend_entry_new (void)
{
  return g_object_new (MDG_TYPE_MAP_LEGEND_ENTRY, NULL);
}

static void
show_words (MdgMapLegendEntry *self, const char *bounds, guint n_areas, gboolean compact)
{
  g_autofree char *count = g_strdup_printf ("%u", n_areas);

  gtk_label_set_label (self->bounds_label, bounds);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (self->words_stack, !compact);
}

/**
 * mdg_map_legend_entry_show:
 * @self: an entry
 * @scene: the map
 * @index: which entry of the map's legend
 * @compact: whether to show the colour only, and leave the words to the tooltip
 *
 * Shows an entry of the legend.
 */
void
mdg_map_legend_entry_show (MdgMapLegendEntry *self,
                           MdgMapScene *scene,
                           guint index,
                           gboolean compact)
{
  const MdgMapEntry *entry;
  g_autofree char *description = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (MDG_IS_MAP_LEGEND_ENTRY (self));

  entry = mdg_map_scene_get_entry (scene, index);
  /* Translators: said by screen readers after the bounds of a class. */
  description =
    g_strdup_printf (ngettext ("%u prefecture", "%u prefectures", entry->n_areas), entry->n_areas);

  mdg_map_swatch_set_entry (self->swatch, entry, mdg_map_scene_get_options (scene)->palette);
  show_words (self, entry->label, entry->n_areas, compact);
  tooltip = g_strdup_printf ("%s · %s", entry->label, description);
  mdg_tooltip_set (GTK_WIDGET (self), compact ? tooltip : _ ("Show Only These"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/**
 * mdg_map_legend_entry_keep_room:
 * @self: an entry
 * @compact: whether the others show the colour only
 *
 * Makes the entry as large as that of the prefectures without data, for a map that has none.
 */
void
mdg_map_legend_entry_keep_room (MdgMapLegendEntry *self, gboolean compact)
{
  g_return_if_fail (MDG_IS_MAP_LEGEND_ENTRY (self));

  show_words (self, C_ ("map legend", "No data"), MDG_N_PREFECTURES, compact);
}
