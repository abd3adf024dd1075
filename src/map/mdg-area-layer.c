/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-layer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "map/mdg-area-item.h"
#include "map/mdg-area-layer-private.h"

enum
{
  PROP_0,
  PROP_SCENE,
  PROP_SELECTED_AREA,
  PROP_FOCUS_AREA,
  N_PROPS,
};

enum
{
  AREA_ACTIVATED,
  VIEW_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgAreaLayer, mdg_area_layer, SHUMATE_TYPE_LAYER)

/* How many pixels of the screen stand for one of the layer. */
double
mdg_area_layer_get_scale (MdgAreaLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL ? gdk_surface_get_scale (gtk_native_get_surface (native)) : 1;
}

static void
item_activated_cb (MdgAreaLayer *self, MdgAreaItem *item)
{
  mdg_area_layer_activate (self, mdg_area_item_get_area (item));
}

static void
item_chosen_cb (MdgAreaLayer *self, MdgAreaItem *item)
{
  mdg_area_layer_choose (self, mdg_area_item_get_area (item), TRUE);
}

static void
allocate_items (MdgAreaLayer *self)
{
  MdgBoundaries *boundaries = mdg_map_scene_get_boundaries (self->scene);
  MdgMapCamera camera;

  mdg_area_layer_get_camera (self, &camera);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgBox *box = mdg_boundaries_get_main_box (boundaries, area);
      GtkAllocation allocation = {
        .x = (int) floor ((box->x0 - camera.center_x) * camera.scale + camera.width / 2),
        .y = (int) floor ((box->y0 - camera.center_y) * camera.scale + camera.height / 2),
        .width = (int) ceil ((box->x1 - box->x0) * camera.scale),
        .height = (int) ceil ((box->y1 - box->y0) * camera.scale),
      };

      gtk_widget_size_allocate (self->items[area], &allocation, -1);
    }
}

static void
mdg_area_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (widget);

  if (self->scene == NULL || width <= 0 || height <= 0)
    return;

  mdg_area_layer_allocate_view (self, width, height);
  allocate_items (self);
}

static void
mdg_area_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mdg_area_layer_parent_class)->css_changed (widget, change);

  /* The font may be another one. */
  g_clear_pointer (&MDG_AREA_LAYER (widget)->labels, mdg_map_labels_free);
  gtk_widget_queue_draw (widget);
}

/* Whether the focus is shown is a matter of state, not of which prefecture has it. */
static void
mdg_area_layer_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GTK_WIDGET_CLASS (mdg_area_layer_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

/* What lies on the layer, land and sea, is the layer's. */
static gboolean
mdg_area_layer_contains (GtkWidget *widget, double x, double y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (widget) &&
         y < gtk_widget_get_height (widget);
}

/* The map is one tab stop: in to one prefecture, and out again. */
static gboolean
mdg_area_layer_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (widget);

  if (self->scene == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (self->items[self->focus_area]);
}

static gboolean
mdg_area_layer_grab_focus (GtkWidget *widget)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (widget);

  return gtk_widget_grab_focus (self->items[self->focus_area]);
}

static void
mdg_area_layer_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (widget);

  GTK_WIDGET_CLASS (mdg_area_layer_parent_class)->set_focus_child (widget, child);

  if (child != NULL)
    {
      mdg_area_layer_set_focus_area (self, mdg_area_item_get_area (MDG_AREA_ITEM (child)));
      gtk_im_context_focus_in (self->im_context);
    }
  else if (self->im_context != NULL)
    gtk_im_context_focus_out (self->im_context);
  gtk_widget_queue_draw (widget);
}

static void
mdg_area_layer_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (object);

  switch (property_id)
    {
    case PROP_SCENE:
      g_value_set_boxed (value, self->scene);
      break;

    case PROP_SELECTED_AREA:
      g_value_set_uint (value, self->selected_area);
      break;

    case PROP_FOCUS_AREA:
      g_value_set_uint (value, self->focus_area);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_area_layer_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (object);

  switch (property_id)
    {
    case PROP_SCENE:
      mdg_area_layer_set_scene (self, g_value_get_boxed (value));
      break;

    case PROP_SELECTED_AREA:
      mdg_area_layer_set_selected_area (self, (MdgArea) g_value_get_uint (value));
      break;

    case PROP_FOCUS_AREA:
      mdg_area_layer_set_focus_area (self, (MdgArea) g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mdg_area_layer_constructed (GObject *object)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (object);
  ShumateViewport *viewport;

  G_OBJECT_CLASS (mdg_area_layer_parent_class)->constructed (object);

  viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));

  /* "changed" of the viewport is newer than the oldest libshumate this is built with. */
  g_signal_connect_object (viewport, "notify::zoom-level",
                           G_CALLBACK (mdg_area_layer_viewport_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::latitude",
                           G_CALLBACK (mdg_area_layer_viewport_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::rotation",
                           G_CALLBACK (mdg_area_layer_viewport_changed), self, G_CONNECT_SWAPPED);
}

static void
mdg_area_layer_dispose (GObject *object)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (object);

  mdg_area_layer_link (self, NULL);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  mdg_area_layer_remove_input (self);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    g_clear_pointer (&self->items[area], gtk_widget_unparent);
  /* A picture that is being painted keeps the painter alive for a moment. */
  if (self->painter != NULL)
    g_object_run_dispose (G_OBJECT (self->painter));
  g_clear_object (&self->painter);
  g_clear_pointer (&self->labels, mdg_map_labels_free);
  g_clear_pointer (&self->selected_outline, mdg_area_outline_free);
  g_clear_pointer (&self->focus_outline, mdg_area_outline_free);
  g_clear_pointer (&self->hover_outline, mdg_area_outline_free);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (mdg_area_layer_parent_class)->dispose (object);
}

static void
mdg_area_layer_class_init (MdgAreaLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mdg_area_layer_get_property;
  object_class->set_property = mdg_area_layer_set_property;
  object_class->constructed = mdg_area_layer_constructed;
  object_class->dispose = mdg_area_layer_dispose;

  widget_class->snapshot = mdg_area_layer_snapshot;
  widget_class->size_allocate = mdg_area_layer_size_allocate;
  widget_class->css_changed = mdg_area_layer_css_changed;
  widget_class->state_flags_changed = mdg_area_layer_state_flags_changed;
  widget_class->contains = mdg_area_layer_contains;
  widget_class->focus = mdg_area_layer_focus;
  widget_class->grab_focus = mdg_area_layer_grab_focus;
  widget_class->set_focus_child = mdg_area_layer_set_focus_child;

  properties[PROP_SCENE] = g_param_spec_boxed ("scene", NULL, NULL, MDG_TYPE_MAP_SCENE, flags);
  properties[PROP_SELECTED_AREA] =
    g_param_spec_uint ("selected-area", NULL, NULL, 0, MDG_AREA_NONE, MDG_AREA_NONE, flags);
  properties[PROP_FOCUS_AREA] =
    g_param_spec_uint ("focus-area", NULL, NULL, 1, MDG_N_PREFECTURES, 13, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * MdgAreaLayer::area-activated:
   * @self: the layer
   * @area: a prefecture
   *
   * Enter was pressed on a prefecture.
   */
  signals[AREA_ACTIVATED] =
    g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * MdgAreaLayer::view-changed:
   * @self: the layer
   *
   * Another part of the map is seen.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
mdg_area_layer_init (MdgAreaLayer *self)
{
  self->selected_area = MDG_AREA_NONE;
  self->hovered_area = MDG_AREA_NONE;
  self->focus_area = 13;
  self->painter = mdg_map_painter_new ();
  self->selected_outline = mdg_area_outline_new ();
  self->focus_outline = mdg_area_outline_new ();
  self->hover_outline = mdg_area_outline_new ();
  g_signal_connect_object (self->painter, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      self->items[area] = mdg_area_item_new (area);
      gtk_widget_set_parent (self->items[area], GTK_WIDGET (self));
      g_signal_connect_object (self->items[area], "activated", G_CALLBACK (item_activated_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->items[area], "chosen", G_CALLBACK (item_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  mdg_area_layer_add_input (self);
}

/**
 * mdg_area_layer_new:
 * @viewport: the viewport of the map the layer is for
 *
 * Returns: (transfer floating): a layer without a scene
 */
MdgAreaLayer *
mdg_area_layer_new (ShumateViewport *viewport)
{
  return g_object_new (MDG_TYPE_AREA_LAYER, "viewport", viewport, NULL);
}

/**
 * mdg_area_layer_get_scene:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MdgMapScene *
mdg_area_layer_get_scene (MdgAreaLayer *self)
{
  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), NULL);

  return self->scene;
}

/**
 * mdg_area_layer_set_scene:
 * @self: a layer
 * @scene: (nullable): what to show
 *
 * Shows another map. The old picture stays until the new one is painted.
 */
void
mdg_area_layer_set_scene (MdgAreaLayer *self, MdgMapScene *scene)
{
  g_return_if_fail (MDG_IS_AREA_LAYER (self));

  if (self->scene == scene)
    return;

  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  if (scene != NULL)
    {
      g_autofree char *title = mdg_map_scene_dup_summary (scene);

      self->scene = mdg_map_scene_ref (scene);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Map of Japan by prefecture"),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
      for (MdgArea area = 1; area < MDG_N_AREAS; area++)
        mdg_area_item_describe (MDG_AREA_ITEM (self->items[area]), scene);
      if (!self->has_view)
        gtk_widget_queue_allocate (GTK_WIDGET (self));
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        {
          /* Where the picture has to be painted first, nothing is drawn before it is there. */
          if (mdg_area_layer_update_picture (self))
            gtk_widget_queue_draw (GTK_WIDGET (self));
          gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
        }
    }
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
}

/**
 * mdg_area_layer_get_selected_area:
 * @self: a layer
 *
 * Returns: the selected prefecture, or %MDG_AREA_NONE
 */
MdgArea
mdg_area_layer_get_selected_area (MdgAreaLayer *self)
{
  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), MDG_AREA_NONE);

  return self->selected_area;
}

/**
 * mdg_area_layer_set_selected_area:
 * @self: a layer
 * @area: a prefecture; anything else for none
 *
 * Selects a prefecture and brings it in sight. The keyboard goes on from there.
 */
void
mdg_area_layer_set_selected_area (MdgAreaLayer *self, MdgArea area)
{
  g_return_if_fail (MDG_IS_AREA_LAYER (self));

  if (!mdg_area_is_prefecture (area))
    area = MDG_AREA_NONE;
  if (self->selected_area == area)
    return;

  if (mdg_area_is_prefecture (self->selected_area))
    mdg_area_item_set_selected (MDG_AREA_ITEM (self->items[self->selected_area]), FALSE);
  self->selected_area = area;
  if (mdg_area_is_prefecture (area))
    {
      mdg_area_item_set_selected (MDG_AREA_ITEM (self->items[area]), TRUE);
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
        gtk_widget_grab_focus (self->items[area]);
      mdg_area_layer_set_focus_area (self, area);
      mdg_area_layer_reveal (self, area);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_AREA]);
}

/**
 * mdg_area_layer_get_focus_area:
 * @self: a layer
 *
 * Returns: the prefecture the keyboard is at, or enters at
 */
MdgArea
mdg_area_layer_get_focus_area (MdgAreaLayer *self)
{
  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), MDG_AREA_NONE);

  return self->focus_area;
}

/**
 * mdg_area_layer_set_focus_area:
 * @self: a layer
 * @area: a prefecture
 *
 * Says at which prefecture the keyboard enters the map.
 */
void
mdg_area_layer_set_focus_area (MdgAreaLayer *self, MdgArea area)
{
  g_return_if_fail (MDG_IS_AREA_LAYER (self));
  g_return_if_fail (mdg_area_is_prefecture (area));

  if (self->focus_area == area)
    return;

  self->focus_area = area;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_AREA]);
}

/**
 * mdg_area_layer_get_painter:
 * @self: a layer
 *
 * Returns: (transfer none): what makes its pictures
 */
MdgMapPainter *
mdg_area_layer_get_painter (MdgAreaLayer *self)
{
  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), NULL);

  return self->painter;
}
