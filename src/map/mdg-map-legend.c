/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-legend.h"

#include <glib/gi18n.h>

#include "config.h"
#include "map/mdg-map-histogram.h"
#include "map/mdg-map-legend-entry.h"
#include "map/mdg-map-swatch.h"

struct _MdgMapLegend
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
  int isolated_entry;
  gboolean compact;
  gboolean is_updating;

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkFlowBox *entries_box;
  GtkWidget *histogram_box;
  GtkLabel *low_label;
  MdgMapHistogram *histogram;
  GtkLabel *high_label;
  GtkLabel *note_label;
  GtkWidget *compact_box;
  GtkLabel *range_label;
  GtkScrolledWindow *whole_window;
  GtkWidget *extremes_box;
  MdgMapSwatch *top_swatch;
  MdgMapSwatch *bottom_swatch;
  GtkWidget *unranked_label;
  GPtrArray *entries;
};

enum
{
  PROP_0,
  PROP_SCENE,
  PROP_ISOLATED_ENTRY,
  PROP_COMPACT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MdgMapLegend, mdg_map_legend, GTK_TYPE_WIDGET)

static void
update_pressed (MdgMapLegend *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->entries, i),
                                  (int) i == self->isolated_entry);
  self->is_updating = FALSE;
}

static void
toggled_cb (MdgMapLegend *self, GtkToggleButton *button)
{
  guint index;

  if (self->is_updating || !g_ptr_array_find (self->entries, button, &index))
    return;

  mdg_map_legend_set_isolated_entry (self,
                                     gtk_toggle_button_get_active (button) ? (int) index : -1);
}

static void
add_entry (MdgMapLegend *self)
{
  GtkWidget *entry = mdg_map_legend_entry_new ();

  g_signal_connect_object (entry, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->entries_box, entry);
  /* The button takes the focus, not what the box puts around it. */
  gtk_widget_set_focusable (gtk_widget_get_parent (entry), FALSE);
  g_ptr_array_add (self->entries, entry);
}

/* Whether the map has gaps, which the last entry explains. */
static gboolean
has_gaps (MdgMapScene *scene)
{
  guint n_entries = mdg_map_scene_get_n_entries (scene);

  return n_entries > 0 && mdg_map_scene_get_entry (scene, n_entries - 1)->hatched;
}

static void
set_place_shown (GtkWidget *entry, gboolean shown)
{
  GtkWidget *place = gtk_widget_get_parent (entry);

  gtk_widget_set_opacity (place, shown ? 1 : 0);
  gtk_widget_set_sensitive (place, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* Months have gaps or not: the room of that entry stays, so that the map does not change its size. */
static void
update_entries (MdgMapLegend *self)
{
  guint n_entries = self->scene != NULL ? mdg_map_scene_get_n_entries (self->scene) : 0;
  guint n_places = n_entries;

  if (self->scene != NULL && !has_gaps (self->scene))
    n_places++;

  while (self->entries->len > n_places)
    {
      GtkWidget *entry = g_ptr_array_steal_index (self->entries, self->entries->len - 1);

      gtk_flow_box_remove (self->entries_box, gtk_widget_get_parent (entry));
    }
  while (self->entries->len < n_places)
    add_entry (self);

  for (guint i = 0; i < n_places; i++)
    {
      MdgMapLegendEntry *entry = g_ptr_array_index (self->entries, i);

      if (i < n_entries)
        mdg_map_legend_entry_show (entry, self->scene, i, self->compact);
      else
        mdg_map_legend_entry_keep_room (entry, self->compact);
      set_place_shown (GTK_WIDGET (entry), i < n_entries);
    }
  update_pressed (self);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
is_shared (MdgMapScene *scene)
{
  return mdg_class_options_has_companion (&mdg_map_scene_get_options (scene)->classes,
                                          mdg_map_scene_get_scope (scene)->measure);
}

static char *
dup_note (MdgMapLegend *self)
{
  g_autofree char *scale = NULL;

  /* All of the legend says it, one press away: where room is scarce the figures need it more. */
  if (self->compact && is_shared (self->scene))
    return NULL;

  scale = mdg_map_scene_dup_scale_note (self->scene);
  if (!is_shared (self->scene))
    return g_steal_pointer (&scale);

  /* Translators: a note on the scale of two maps, such as "Same scale on both maps". */
  return g_strdup_printf (_ ("%s. A class chosen here is shown alone on both."), scale);
}

/* How the figures are distributed, and on what scale. */
static void
update_distribution (MdgMapLegend *self)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *note = NULL;

  if (self->scene != NULL)
    {
      low = mdg_map_scene_dup_axis_end (self->scene, FALSE);
      high = mdg_map_scene_dup_axis_end (self->scene, TRUE);
      note = dup_note (self);
    }
  mdg_map_histogram_set_scene (self->histogram, self->scene);
  set_label (self->low_label, low);
  set_label (self->high_label, high);
  set_label (self->note_label, note);
  gtk_widget_set_visible (self->histogram_box, low != NULL && !self->compact);
}

/* Without the bounds of each class, at least those of all; and all of the legend in a popover, which
 * has room for large text. */
static void
update_range (MdgMapLegend *self)
{
  g_autofree char *range = self->scene != NULL ? mdg_map_scene_dup_range (self->scene) : NULL;

  gtk_label_set_label (self->range_label, range != NULL ? range : "");
  gtk_widget_set_visible (self->compact_box, self->compact && range != NULL);
  if (self->compact && gtk_scrolled_window_get_child (self->whole_window) == NULL)
    {
      GtkWidget *whole = mdg_map_legend_new ();

      g_object_bind_property (self, "scene", whole, "scene", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self, "isolated-entry", whole, "isolated-entry",
                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
      gtk_scrolled_window_set_child (self->whole_window, whole);
    }
}

static void
update_extremes (MdgMapLegend *self)
{
  const MdgMapOptions *options =
    self->scene != NULL ? mdg_map_scene_get_options (self->scene) : NULL;
  gboolean wanted = options != NULL && options->show_extremes;
  gboolean ranked = self->scene != NULL && mdg_map_scene_has_ranks (self->scene);

  gtk_widget_set_visible (self->extremes_box, wanted && ranked);
  gtk_widget_set_visible (self->unranked_label, wanted && !ranked);
  if (wanted)
    {
      mdg_map_swatch_set_badge (self->top_swatch, MDG_MAP_BADGE_TOP, options->palette);
      mdg_map_swatch_set_badge (self->bottom_swatch, MDG_MAP_BADGE_BOTTOM, options->palette);
    }
}

static void
mdg_map_legend_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgMapLegend *self = MDG_MAP_LEGEND (object);

  switch (property_id)
    {
    case PROP_SCENE:
      g_value_set_boxed (value, self->scene);
      break;

    case PROP_ISOLATED_ENTRY:
      g_value_set_int (value, self->isolated_entry);
      break;

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_compact (MdgMapLegend *self, gboolean compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  update_entries (self);
  update_distribution (self);
  update_range (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
mdg_map_legend_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  MdgMapLegend *self = MDG_MAP_LEGEND (object);

  switch (property_id)
    {
    case PROP_SCENE:
      mdg_map_legend_set_scene (self, g_value_get_boxed (value));
      break;

    case PROP_ISOLATED_ENTRY:
      mdg_map_legend_set_isolated_entry (self, g_value_get_int (value));
      break;

    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_map_legend_dispose (GObject *object)
{
  MdgMapLegend *self = MDG_MAP_LEGEND (object);
  GtkWidget *child;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_MAP_LEGEND);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mdg_map_legend_parent_class)->dispose (object);
}

static void
mdg_map_legend_class_init (MdgMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_map_legend_get_property;
  object_class->set_property = mdg_map_legend_set_property;
  object_class->dispose = mdg_map_legend_dispose;

  properties[PROP_SCENE] = g_param_spec_boxed ("scene", NULL, NULL, MDG_TYPE_MAP_SCENE, flags);
  properties[PROP_ISOLATED_ENTRY] =
    g_param_spec_int ("isolated-entry", NULL, NULL, -1, MDG_MAX_CLASSES, -1, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MDG_TYPE_MAP_HISTOGRAM);
  g_type_ensure (MDG_TYPE_MAP_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/map/mdg-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, title_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, entries_box);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, extremes_box);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, histogram_box);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, low_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, histogram);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, high_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, note_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, compact_box);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, range_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, whole_window);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, top_swatch);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, bottom_swatch);
  gtk_widget_class_bind_template_child (widget_class, MdgMapLegend, unranked_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "map-legend");
}

static void
mdg_map_legend_init (MdgMapLegend *self)
{
  self->isolated_entry = -1;
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_map_legend_new:
 *
 * Returns: (transfer floating): a legend without a map
 */
GtkWidget *
mdg_map_legend_new (void)
{
  return g_object_new (MDG_TYPE_MAP_LEGEND, NULL);
}

/**
 * mdg_map_legend_get_scene:
 * @self: a legend
 *
 * Returns: (transfer none) (nullable): the map it explains
 */
MdgMapScene *
mdg_map_legend_get_scene (MdgMapLegend *self)
{
  g_return_val_if_fail (MDG_IS_MAP_LEGEND (self), NULL);

  return self->scene;
}

/**
 * mdg_map_legend_set_scene:
 * @self: a legend
 * @scene: (nullable): a map
 *
 * Explains @scene.
 */
void
mdg_map_legend_set_scene (MdgMapLegend *self, MdgMapScene *scene)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (MDG_IS_MAP_LEGEND (self));

  if (self->scene == scene)
    return;

  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  if (scene != NULL)
    {
      self->scene = mdg_map_scene_ref (scene);
      title = mdg_map_scene_dup_title (scene);
      subtitle = mdg_map_scene_dup_subtitle (scene);
    }
  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  update_entries (self);
  update_distribution (self);
  update_range (self);
  update_extremes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

/**
 * mdg_map_legend_get_isolated_entry:
 * @self: a legend
 *
 * Returns: index of the entry that is pressed, or -1
 */
int
mdg_map_legend_get_isolated_entry (MdgMapLegend *self)
{
  g_return_val_if_fail (MDG_IS_MAP_LEGEND (self), -1);

  return self->isolated_entry;
}

/**
 * mdg_map_legend_set_isolated_entry:
 * @self: a legend
 * @isolated_entry: index of an entry, or -1
 *
 * Presses an entry, or none.
 */
void
mdg_map_legend_set_isolated_entry (MdgMapLegend *self, int isolated_entry)
{
  g_return_if_fail (MDG_IS_MAP_LEGEND (self));

  isolated_entry = CLAMP (isolated_entry, -1, MDG_MAX_CLASSES);
  if (self->isolated_entry == isolated_entry)
    return;

  self->isolated_entry = isolated_entry;
  update_pressed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ISOLATED_ENTRY]);
}
