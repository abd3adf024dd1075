/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-view-private.h"

#include <shumate/shumate.h>

#include "config.h"
#include "map/mdg-map-source.h"
#include "widget/mdg-style.h"

#define CSS_PATH RESOURCE_PREFIX "/ui/map/mdg-map.css"

enum
{
  PROP_0,
  PROP_FIGURE_MODEL,
  PROP_SHOW_EXTREMES,
  PROP_HIGH_CONTRAST,
  PROP_COMPACT,
  PROP_ISOLATED_ENTRY,
  PROP_SCENE,
  N_PROPS,
};

enum
{
  AREA_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgMapView, mdg_map_view, GTK_TYPE_WIDGET)

/* Where the keyboard enters the map, as long as nothing is selected: at home. */
static void
update_focus_area (MdgMapView *self)
{
  MdgArea home = mdg_figure_model_get_home_area (self->model);

  if (mdg_area_is_prefecture (home) &&
      !mdg_area_is_prefecture (mdg_area_layer_get_selected_area (self->layer)))
    mdg_area_layer_set_focus_area (self->layer, home);
}

static void
selected_area_cb (MdgMapView *self)
{
  if (self->model != NULL)
    mdg_figure_model_set_area (self->model, mdg_area_layer_get_selected_area (self->layer));
  mdg_map_view_update_reading (self);
}

static void
area_activated_cb (MdgMapView *self, guint area)
{
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, area);
}

static void
view_changed_cb (MdgMapView *self)
{
  gtk_widget_set_sensitive (self->zoom_in_button,
                            mdg_area_layer_can_zoom (self->layer, MDG_AREA_LAYER_ZOOM_STEP));
  gtk_widget_set_sensitive (self->zoom_out_button,
                            mdg_area_layer_can_zoom (self->layer, -MDG_AREA_LAYER_ZOOM_STEP));
  mdg_map_view_update_inset (self);
}

static void
isolated_entry_cb (MdgMapView *self)
{
  mdg_map_view_set_isolated_entry (self, mdg_map_legend_get_isolated_entry (self->legend));
}

static void
zoom_in_cb (MdgMapView *self)
{
  mdg_area_layer_zoom (self->layer, MDG_AREA_LAYER_ZOOM_STEP);
}

static void
zoom_out_cb (MdgMapView *self)
{
  mdg_area_layer_zoom (self->layer, -MDG_AREA_LAYER_ZOOM_STEP);
}

static void
show_okinawa_cb (MdgMapView *self)
{
  mdg_map_view_show_area (self, MDG_MAP_VIEW_INSET_AREA);
}

static void
mdg_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  MdgMapView *self = MDG_MAP_VIEW (widget);
  GdkRGBA color;
  gboolean is_dark;

  GTK_WIDGET_CLASS (mdg_map_view_parent_class)->css_changed (widget, change);

  gtk_widget_get_color (widget, &color);
  is_dark = mdg_color_get_luminance ((MdgColor) { color.red, color.green, color.blue, 1 }) > 0.4;
  if (self->is_dark == is_dark)
    return;

  self->is_dark = is_dark;
  mdg_map_view_update_scene (self);
}

static void
mdg_map_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgMapView *self = MDG_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_SHOW_EXTREMES:
      g_value_set_boolean (value, self->show_extremes);
      break;

    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_ISOLATED_ENTRY:
      g_value_set_int (value, self->isolated_entry);
      break;

    case PROP_SCENE:
      g_value_set_boxed (value, self->scene);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_flag (MdgMapView *self, gboolean *flag, gboolean value, GParamSpec *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  mdg_map_view_update_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_compact (MdgMapView *self, gboolean compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  g_object_set (self->legend, "compact", compact, NULL);
  gtk_label_set_wrap (self->credit_label, !compact);
  gtk_label_set_ellipsize (self->credit_label,
                           compact ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->credit_label),
                               compact ? mdg_map_get_credit () : NULL);
  mdg_map_view_update_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
mdg_map_view_set_property (GObject *object,
                           guint property_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  MdgMapView *self = MDG_MAP_VIEW (object);

  switch (property_id)
    {
    case PROP_FIGURE_MODEL:
      mdg_map_view_set_figure_model (self, g_value_get_object (value));
      break;

    case PROP_SHOW_EXTREMES:
      set_flag (self, &self->show_extremes, g_value_get_boolean (value), pspec);
      break;

    case PROP_HIGH_CONTRAST:
      set_flag (self, &self->high_contrast, g_value_get_boolean (value), pspec);
      break;

    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;

    case PROP_ISOLATED_ENTRY:
      mdg_map_view_set_isolated_entry (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_map_view_dispose (GObject *object)
{
  MdgMapView *self = MDG_MAP_VIEW (object);
  GtkWidget *child;

  if (self->model_signals != NULL)
    g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_MAP_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mdg_map_view_parent_class)->dispose (object);
}

static void
mdg_map_view_class_init (MdgMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_map_view_get_property;
  object_class->set_property = mdg_map_view_set_property;
  object_class->dispose = mdg_map_view_dispose;

  widget_class->css_changed = mdg_map_view_css_changed;

  properties[PROP_FIGURE_MODEL] =
    g_param_spec_object ("figure-model", NULL, NULL, MDG_TYPE_FIGURE_MODEL, flags);
  properties[PROP_SHOW_EXTREMES] = g_param_spec_boolean ("show-extremes", NULL, NULL, FALSE, flags);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_ISOLATED_ENTRY] =
    g_param_spec_int ("isolated-entry", NULL, NULL, -1, MDG_MAX_CLASSES, -1, flags);
  properties[PROP_SCENE] = g_param_spec_boxed ("scene", NULL, NULL, MDG_TYPE_MAP_SCENE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MdgMapView::area-activated:
   * @self: the view
   * @area: a prefecture
   *
   * Enter was pressed on a prefecture.
   */
  signals[AREA_ACTIVATED] =
    g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (MDG_TYPE_MAP_INSET);
  g_type_ensure (MDG_TYPE_MAP_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/map/mdg-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, map);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, inset);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, inset_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, inset_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, reading_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, error_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, credit_label);
  gtk_widget_class_bind_template_child (widget_class, MdgMapView, legend);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_okinawa_cb);
  gtk_widget_class_bind_template_callback (widget_class, mdg_map_view_show_all);
  gtk_widget_class_bind_template_callback (widget_class, isolated_entry_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "map-frame");
}

static void
mdg_map_view_init (MdgMapView *self)
{
  const MdgMapOptions options = MDG_MAP_OPTIONS_INIT;

  self->isolated_entry = options.isolated;
  self->classes = options.classes;
  mdg_style_load (gtk_widget_get_display (GTK_WIDGET (self)), CSS_PATH);
  gtk_widget_init_template (GTK_WIDGET (self));

  mdg_map_source_prepare (self->map);
  self->layer = mdg_area_layer_new (shumate_map_get_viewport (self->map));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  g_signal_connect_object (self->layer, "notify::selected-area", G_CALLBACK (selected_area_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "area-activated", G_CALLBACK (area_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_label_set_label (self->inset_label,
                       mdg_area_get_label (MDG_MAP_VIEW_INSET_AREA, mdg_language_get ()));
  gtk_label_set_label (self->credit_label, mdg_map_get_credit ());

  self->model_signals = g_signal_group_new (MDG_TYPE_FIGURE_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::figures",
                                  G_CALLBACK (mdg_map_view_update_scene), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::scope",
                                  G_CALLBACK (mdg_map_view_follow_scope), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::home-area",
                                  G_CALLBACK (update_focus_area), self);
}

/**
 * mdg_map_view_new:
 *
 * Returns: (transfer floating): a view without figures
 */
GtkWidget *
mdg_map_view_new (void)
{
  return g_object_new (MDG_TYPE_MAP_VIEW, NULL);
}

/**
 * mdg_map_view_set_figure_model:
 * @self: a view
 * @model: (nullable): what to show
 *
 * Follows the figures and the scope of @model.
 */
void
mdg_map_view_set_figure_model (MdgMapView *self, MdgFigureModel *model)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  mdg_map_view_update_scene (self);
  if (model != NULL)
    update_focus_area (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE_MODEL]);
}

/**
 * mdg_map_view_set_classes:
 * @self: a view
 * @classes: how the values are divided
 */
void
mdg_map_view_set_classes (MdgMapView *self, const MdgClassOptions *classes)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));
  g_return_if_fail (classes != NULL && classes->method < MDG_N_CLASS_METHODS);
  g_return_if_fail (classes->n_classes >= 1 && classes->n_classes <= MDG_MAX_CLASSES);

  if (mdg_class_options_equal (&self->classes, classes))
    return;

  self->classes = *classes;
  mdg_map_view_update_scene (self);
}

/**
 * mdg_map_view_set_color_scheme:
 * @self: a view
 * @scheme: the family of colours, for measures without a zero in the middle
 */
void
mdg_map_view_set_color_scheme (MdgMapView *self, MdgPaletteScheme scheme)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));
  g_return_if_fail (scheme < MDG_N_PALETTE_SCHEMES);

  self->color_scheme = scheme;
  mdg_map_view_update_scene (self);
}

/**
 * mdg_map_view_get_isolated_entry:
 * @self: a view
 *
 * Returns: index of the only legend entry in colour, or -1
 */
int
mdg_map_view_get_isolated_entry (MdgMapView *self)
{
  g_return_val_if_fail (MDG_IS_MAP_VIEW (self), -1);

  return self->isolated_entry;
}

/**
 * mdg_map_view_set_isolated_entry:
 * @self: a view
 * @isolated_entry: index of a legend entry, or -1
 *
 * Mutes all prefectures but those of one legend entry.
 */
void
mdg_map_view_set_isolated_entry (MdgMapView *self, int isolated_entry)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));

  isolated_entry = CLAMP (isolated_entry, -1, MDG_MAX_CLASSES);
  if (self->isolated_entry == isolated_entry)
    return;

  self->isolated_entry = isolated_entry;
  mdg_map_legend_set_isolated_entry (self->legend, isolated_entry);
  mdg_map_view_update_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ISOLATED_ENTRY]);
}

/**
 * mdg_map_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
MdgMapScene *
mdg_map_view_get_scene (MdgMapView *self)
{
  g_return_val_if_fail (MDG_IS_MAP_VIEW (self), NULL);

  return self->scene;
}

/**
 * mdg_map_view_show_all:
 * @self: a view
 *
 * Shows the main islands.
 */
void
mdg_map_view_show_all (MdgMapView *self)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));

  mdg_area_layer_show_all (self->layer, TRUE);
}

/**
 * mdg_map_view_show_area:
 * @self: a view
 * @area: a prefecture
 *
 * Shows a prefecture among its neighbours.
 */
void
mdg_map_view_show_area (MdgMapView *self, MdgArea area)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));
  g_return_if_fail (mdg_area_is_prefecture (area));

  mdg_area_layer_show_area (self->layer, area, TRUE);
}

/**
 * mdg_map_view_show_place:
 * @self: a view
 * @place: a place
 *
 * Shows a region, or islands far from the others.
 */
void
mdg_map_view_show_place (MdgMapView *self, MdgMapPlace place)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));
  g_return_if_fail (place < MDG_N_MAP_PLACES);

  mdg_area_layer_show_place (self->layer, place, TRUE);
}

/**
 * mdg_map_view_link:
 * @self: a view
 * @other: (nullable): another view to move along with it, or %NULL to end it
 *
 * See [method@MdgAreaLayer.link].
 */
void
mdg_map_view_link (MdgMapView *self, MdgMapView *other)
{
  g_return_if_fail (MDG_IS_MAP_VIEW (self));

  mdg_area_layer_link (self->layer, other != NULL ? other->layer : NULL);
}
