/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-view.h"

#include "chart/mdg-chart-heights.h"
#include "chart/mdg-chart-swatch.h"
#include "chart/mdg-chart-tip.h"

#define MIN_WIDTH 220
#define NATURAL_WIDTH 480
#define RING_RADIUS 9
#define RING_STROKE 2

struct _MdgChartView
{
  GtkWidget parent_instance;

  MdgChartScene *scene;
  MdgChartHeights heights;
  MdgChartLayout *layout;
  GskRenderNode *node;
  MdgChartStyle *style;
  guint text_serial;
  int current;
  gboolean is_hover;

  GtkWidget *swatches[MDG_CHART_N_INKS];
  GtkWidget *tip;
  /* Whether the tip is to be shown when the chart has been laid out. */
  gboolean tip_waits;
};

enum
{
  PROP_0,
  PROP_SCENE,
  PROP_FOCUS_POINT,
  N_PROPS
};

enum
{
  SIGNAL_POINT_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgChartView, mdg_chart_view, GTK_TYPE_WIDGET)

/* The picture is as good as its colours, which come from the style of whatever is around. */
static void
update_colors (MdgChartView *self)
{
  for (guint ink = 0; ink < MDG_CHART_N_INKS; ink++)
    {
      MdgColor color = mdg_chart_swatch_get_color (MDG_CHART_SWATCH (self->swatches[ink]));
      MdgColor *old = &self->style->inks[ink];

      if (color.red != old->red || color.green != old->green || color.blue != old->blue ||
          color.alpha != old->alpha)
        g_clear_pointer (&self->node, gsk_render_node_unref);
      *old = color;
    }
}

static void
forget_layout (MdgChartView *self)
{
  g_clear_pointer (&self->layout, mdg_chart_layout_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* Most changes of style do not touch the text, and laying out is the dear part. */
static void
update_text (MdgChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (pango_context_get_serial (context) == self->text_serial)
    return;

  forget_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_tip (MdgChartView *self)
{
  cairo_rectangle_t mark;

  self->tip_waits = self->current >= 0 && self->layout == NULL;
  if (self->current < 0 || self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_popover_popdown (GTK_POPOVER (self->tip));
      return;
    }

  mdg_chart_layout_get_point (self->layout, (guint) self->current, &mark);
  mdg_chart_tip_show_point (MDG_CHART_TIP (self->tip),
                            mdg_chart_scene_get_point (self->scene, (guint) self->current), &mark);
}

static void
set_current (MdgChartView *self, int index, gboolean is_hover)
{
  if (self->current == index && self->is_hover == is_hover)
    return;

  self->current = index;
  self->is_hover = is_hover;
  if (index >= 0 && !is_hover)
    gtk_widget_add_css_class (GTK_WIDGET (self), "at-point");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "at-point");
  update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS_POINT]);
}

static void
announce (MdgChartView *self)
{
  if (self->current >= 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             mdg_chart_scene_get_point (self->scene, (guint) self->current)->text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
go_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);
  int from = self->is_hover ? -1 : self->current;
  int to;

  if (self->scene == NULL)
    return FALSE;
  to = mdg_chart_scene_go (self->scene, from, (MdgChartDirection) g_variant_get_int32 (args));
  if (to < 0)
    return FALSE;

  set_current (self, to, FALSE);
  announce (self);

  return TRUE;
}

static gboolean
leave_point_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);

  if (self->current < 0)
    return FALSE;
  set_current (self, -1, FALSE);

  return TRUE;
}

static void
activate_current (MdgChartView *self)
{
  g_autofree char *id = NULL;

  if (self->current < 0)
    return;

  /* A handler may set another scene, whose points are others. */
  id = g_strdup (mdg_chart_scene_get_point (self->scene, (guint) self->current)->id);
  g_signal_emit (self, signals[SIGNAL_POINT_ACTIVATED], 0, id);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  activate_current (MDG_CHART_VIEW (widget));

  return TRUE;
}

static int
pick (MdgChartView *self, double x, double y)
{
  return self->layout != NULL ? mdg_chart_layout_pick (self->layout, x, y) : -1;
}

static void
motion_cb (MdgChartView *self, double x, double y)
{
  int index = pick (self, x, y);

  /* The pointer does not take the point from the keyboard by merely resting on empty ground. */
  if (index >= 0 || self->is_hover)
    set_current (self, index, TRUE);
}

static void
leave_cb (MdgChartView *self)
{
  if (self->is_hover)
    set_current (self, -1, TRUE);
}

static void
focus_leave_cb (MdgChartView *self)
{
  if (!self->is_hover)
    set_current (self, -1, FALSE);
}

static void
released_cb (MdgChartView *self, int n_press, double x, double y)
{
  int index = pick (self, x, y);

  if (index < 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_current (self, index, TRUE);
  activate_current (self);
}

static void
mdg_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->scene != NULL)
    {
      mdg_chart_heights_measure (
        &self->heights, self->scene, gtk_widget_get_pango_context (widget), self->style,
        for_size >= 0 ? MAX (for_size, MIN_WIDTH) : NATURAL_WIDTH, minimum, natural);
      if (for_size >= 0)
        *minimum = *natural;
    }
}

static GtkSizeRequestMode
mdg_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mdg_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  forget_layout (self);
  self->text_serial = pango_context_get_serial (context);
  if (self->scene != NULL)
    self->layout = mdg_chart_scene_lay_out (self->scene, context, self->style, MDG_CHART_PARTS_PLOT,
                                            width, height);
  /* One that GTK has hidden, since its point is out of sight, stays so: it would be shown and hidden
   * again without end. */
  if (self->tip_waits || gtk_widget_get_visible (self->tip))
    update_tip (self);
  gtk_popover_present (GTK_POPOVER (self->tip));
}

static void
snapshot_ring (MdgChartView *self, GtkSnapshot *snapshot)
{
  const MdgColor *ink =
    &self->style->inks[self->is_hover ? MDG_CHART_INK_DIM : MDG_CHART_INK_FOREGROUND];
  GdkRGBA color = { (float) ink->red, (float) ink->green, (float) ink->blue, (float) ink->alpha };
  const float strokes[4] = { RING_STROKE, RING_STROKE, RING_STROKE, RING_STROKE };
  const GdkRGBA colors[4] = { color, color, color, color };
  cairo_rectangle_t mark;
  graphene_rect_t bounds;
  GskRoundedRect ring;

  mdg_chart_layout_get_point (self->layout, (guint) self->current, &mark);
  graphene_rect_init (&bounds, (float) mark.x, (float) mark.y, (float) mark.width,
                      (float) mark.height);
  gsk_rounded_rect_init_from_rect (&ring, &bounds, RING_RADIUS);
  gtk_snapshot_append_border (snapshot, &ring, strokes, colors);
}

static void
mdg_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);

  if (self->layout == NULL)
    return;

  update_colors (self);
  if (self->node == NULL)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                   (float) gtk_widget_get_height (widget));
      cairo_t *cr;

      self->node = gsk_cairo_node_new (&bounds);
      cr = gsk_cairo_node_get_draw_context (self->node);
      mdg_chart_layout_draw (self->layout, cr, self->style);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->node);

  if (self->current >= 0)
    snapshot_ring (self, snapshot);
}

static void
mdg_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mdg_chart_view_parent_class)->css_changed (widget, change);

  update_text (MDG_CHART_VIEW (widget));
}

static void
mdg_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mdg_chart_view_parent_class)->system_setting_changed (widget, setting);

  update_text (MDG_CHART_VIEW (widget));
}

static void
mdg_chart_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mdg_chart_view_parent_class)->root (widget);

  update_text (MDG_CHART_VIEW (widget));
}

static void
mdg_chart_view_unmap (GtkWidget *widget)
{
  MdgChartView *self = MDG_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (mdg_chart_view_parent_class)->unmap (widget);

  set_current (self, -1, FALSE);
}

static void
mdg_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgChartView *self = MDG_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      g_value_set_object (value, self->scene);
      break;

    case PROP_FOCUS_POINT:
      g_value_set_string (value, mdg_chart_view_get_focus_point (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_chart_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgChartView *self = MDG_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SCENE:
      mdg_chart_view_set_scene (self, g_value_get_object (value));
      break;

    case PROP_FOCUS_POINT:
      mdg_chart_view_set_focus_point (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_chart_view_dispose (GObject *object)
{
  MdgChartView *self = MDG_CHART_VIEW (object);

  g_clear_pointer (&self->tip, gtk_widget_unparent);
  for (guint ink = 0; ink < MDG_CHART_N_INKS; ink++)
    g_clear_pointer (&self->swatches[ink], gtk_widget_unparent);
  forget_layout (self);
  g_clear_object (&self->scene);
  self->current = -1;

  G_OBJECT_CLASS (mdg_chart_view_parent_class)->dispose (object);
}

static void
mdg_chart_view_finalize (GObject *object)
{
  MdgChartView *self = MDG_CHART_VIEW (object);

  mdg_chart_style_free (self->style);

  G_OBJECT_CLASS (mdg_chart_view_parent_class)->finalize (object);
}

static void
add_go_binding (GtkWidgetClass *widget_class,
                guint key,
                guint keypad_key,
                MdgChartDirection direction)
{
  gtk_widget_class_add_binding (widget_class, key, GDK_NO_MODIFIER_MASK, go_cb, "i",
                                (int) direction);
  gtk_widget_class_add_binding (widget_class, keypad_key, GDK_NO_MODIFIER_MASK, go_cb, "i",
                                (int) direction);
}

static void
mdg_chart_view_class_init (MdgChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_chart_view_get_property;
  object_class->set_property = mdg_chart_view_set_property;
  object_class->dispose = mdg_chart_view_dispose;
  object_class->finalize = mdg_chart_view_finalize;

  widget_class->measure = mdg_chart_view_measure;
  widget_class->get_request_mode = mdg_chart_view_get_request_mode;
  widget_class->size_allocate = mdg_chart_view_size_allocate;
  widget_class->snapshot = mdg_chart_view_snapshot;
  widget_class->css_changed = mdg_chart_view_css_changed;
  widget_class->system_setting_changed = mdg_chart_view_system_setting_changed;
  widget_class->root = mdg_chart_view_root;
  widget_class->unmap = mdg_chart_view_unmap;

  properties[PROP_SCENE] =
    g_param_spec_object ("scene", NULL, NULL, MDG_TYPE_CHART_SCENE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOCUS_POINT] =
    g_param_spec_string ("focus-point", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_POINT_ACTIVATED] =
    g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  add_go_binding (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, MDG_CHART_GO_LEFT);
  add_go_binding (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, MDG_CHART_GO_RIGHT);
  add_go_binding (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, MDG_CHART_GO_UP);
  add_go_binding (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, MDG_CHART_GO_DOWN);
  add_go_binding (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, MDG_CHART_GO_FIRST);
  add_go_binding (widget_class, GDK_KEY_End, GDK_KEY_KP_End, MDG_CHART_GO_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_NO_MODIFIER_MASK, activate_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_NO_MODIFIER_MASK, activate_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK, leave_point_cb,
                                NULL);
}

static void
mdg_chart_view_init (MdgChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = -1;
  self->style = mdg_chart_style_new (MDG_PALETTE_LIGHT);
  for (guint ink = 0; ink < MDG_CHART_N_INKS; ink++)
    {
      self->swatches[ink] = mdg_chart_swatch_new ((MdgChartInk) ink);
      gtk_widget_set_parent (self->swatches[ink], GTK_WIDGET (self));
    }
  self->tip = mdg_chart_tip_new ();
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * mdg_chart_view_new:
 *
 * Returns: (transfer floating): a view without a scene
 */
GtkWidget *
mdg_chart_view_new (void)
{
  return g_object_new (MDG_TYPE_CHART_VIEW, NULL);
}

/**
 * mdg_chart_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MdgChartScene *
mdg_chart_view_get_scene (MdgChartView *self)
{
  g_return_val_if_fail (MDG_IS_CHART_VIEW (self), NULL);

  return self->scene;
}

/**
 * mdg_chart_view_set_scene:
 * @self: a view
 * @scene: (nullable): what to show
 *
 * Shows another scene. The point the keyboard is at stays, if the new scene has it too.
 */
void
mdg_chart_view_set_scene (MdgChartView *self, MdgChartScene *scene)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (MDG_IS_CHART_VIEW (self));
  g_return_if_fail (scene == NULL || MDG_IS_CHART_SCENE (scene));

  if (self->scene == scene)
    return;

  if (!self->is_hover)
    kept = g_strdup (mdg_chart_view_get_focus_point (self));
  set_current (self, -1, FALSE);
  forget_layout (self);
  mdg_chart_heights_clear (&self->heights);
  g_set_object (&self->scene, scene);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene != NULL ? mdg_chart_scene_get_title (scene) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  scene != NULL ? mdg_chart_scene_get_description (scene) : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENE]);
  mdg_chart_view_set_focus_point (self, kept);
}

/**
 * mdg_chart_view_get_focus_point:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the id of the point the keyboard or the pointer is at
 */
const char *
mdg_chart_view_get_focus_point (MdgChartView *self)
{
  g_return_val_if_fail (MDG_IS_CHART_VIEW (self), NULL);

  if (self->current < 0)
    return NULL;

  return mdg_chart_scene_get_point (self->scene, (guint) self->current)->id;
}

/**
 * mdg_chart_view_set_focus_point:
 * @self: a view
 * @id: (nullable): the id of a point
 *
 * Puts the keyboard at a point; at none if there is no such point.
 */
void
mdg_chart_view_set_focus_point (MdgChartView *self, const char *id)
{
  g_return_if_fail (MDG_IS_CHART_VIEW (self));

  set_current (self, self->scene != NULL ? mdg_chart_scene_find_point (self->scene, id) : -1,
               FALSE);
}
