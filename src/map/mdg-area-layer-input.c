/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "map/mdg-area-layer-private.h"
#include "map/mdg-area-typing.h"

/* Farther apart, press and release were a drag. */
#define CLICK_DISTANCE 8.0
/* After so long, typing begins a new name. */
#define TYPING_MS 1500

static void
end_typing (MdgAreaLayer *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  g_string_truncate (self->typed, 0);
}

static gboolean
typing_timeout_cb (gpointer data)
{
  MdgAreaLayer *self = data;

  self->typed_id = 0;
  g_string_truncate (self->typed, 0);

  return G_SOURCE_REMOVE;
}

static void
commit_cb (MdgAreaLayer *self, const char *text)
{
  MdgArea area;

  if (self->typed->len == 0)
    {
      /* No name begins so. */
      if (g_str_equal (text, "+") || g_str_equal (text, "-"))
        {
          mdg_area_layer_zoom (self,
                               *text == '+' ? MDG_AREA_LAYER_ZOOM_STEP : -MDG_AREA_LAYER_ZOOM_STEP);
          return;
        }
      if (g_str_equal (text, " "))
        {
          mdg_area_layer_choose (self, self->focus_area, TRUE);
          return;
        }
      self->typed_from = self->focus_area;
    }

  g_string_append (self->typed, text);
  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->typed_id = g_timeout_add (TYPING_MS, typing_timeout_cb, self);

  area = mdg_area_typing_find (self->typed->str, self->typed_from);
  if (mdg_area_is_prefecture (area))
    mdg_area_layer_choose (self, area, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Always handled, also where there is no neighbour: else the key would move the map. */
static gboolean
step (MdgAreaLayer *self, MdgCompass compass)
{
  MdgArea area =
    mdg_boundaries_step (mdg_map_scene_get_boundaries (self->scene), self->focus_area, compass);

  if (mdg_area_is_prefecture (area))
    mdg_area_layer_choose (self, area, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));

  return TRUE;
}

static gboolean
go_to (MdgAreaLayer *self, MdgArea area)
{
  if (mdg_area_is_prefecture (area))
    mdg_area_layer_choose (self, area, TRUE);

  return TRUE;
}

static gboolean
leave (MdgAreaLayer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL && gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (MdgAreaLayer *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->scene == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      end_typing (self);
      return step (self, MDG_COMPASS_NORTH);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      end_typing (self);
      return step (self, MDG_COMPASS_EAST);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      end_typing (self);
      return step (self, MDG_COMPASS_SOUTH);

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      end_typing (self);
      return step (self, MDG_COMPASS_WEST);

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      end_typing (self);
      return go_to (self, mdg_map_scene_get_first (self->scene));

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      end_typing (self);
      return go_to (self, mdg_map_scene_get_last (self->scene));

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      end_typing (self);
      mdg_area_layer_activate (self, self->focus_area);
      return TRUE;

    case GDK_KEY_KP_Add:
      mdg_area_layer_zoom (self, MDG_AREA_LAYER_ZOOM_STEP);
      return TRUE;

    case GDK_KEY_KP_Subtract:
      mdg_area_layer_zoom (self, -MDG_AREA_LAYER_ZOOM_STEP);
      return TRUE;

    case GDK_KEY_Escape:
      if (self->typed->len > 0)
        {
          end_typing (self);
          return TRUE;
        }
      return leave (self);

    default:
      return FALSE;
    }
}

static void
set_hovered (MdgAreaLayer *self, MdgArea area)
{
  if (self->hovered_area == area)
    return;

  self->hovered_area = area;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->linked != NULL)
    set_hovered (self->linked, area);
}

static void
motion_cb (MdgAreaLayer *self, double x, double y)
{
  set_hovered (self, mdg_area_layer_get_area_at (self, x, y));
}

static void
leave_cb (MdgAreaLayer *self)
{
  set_hovered (self, MDG_AREA_NONE);
}

static void
pressed_cb (MdgAreaLayer *self, int n_press, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
}

/* The gesture is never claimed, or the map could not be moved by what lies on it. So this comes
 * after a drag, too. */
static void
released_cb (MdgAreaLayer *self, int n_press, double x, double y)
{
  MdgArea area;

  if (n_press != 1 || hypot (x - self->press_x, y - self->press_y) > CLICK_DISTANCE)
    return;

  area = mdg_area_layer_get_area_at (self, x, y);
  if (mdg_area_is_prefecture (area))
    mdg_area_layer_choose (self, area, TRUE);
  else
    mdg_area_layer_set_selected_area (self, MDG_AREA_NONE);
}

static gboolean
query_tooltip_cb (MdgAreaLayer *self, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  MdgArea area = keyboard_mode ? self->focus_area : mdg_area_layer_get_area_at (self, x, y);
  g_autofree char *text = NULL;

  if (!mdg_area_is_prefecture (area))
    return FALSE;

  text = mdg_map_scene_dup_tooltip (self->scene, area);
  gtk_tooltip_set_text (tooltip, text);
  if (!keyboard_mode)
    {
      GdkRectangle tip_area = { x - 4, y - 4, 8, 8 };
      GdkRectangle label;

      /* The tooltip stands below what is pointed at and the label that says the same. */
      if (mdg_area_layer_get_label_box (self, area, &label))
        gdk_rectangle_union (&tip_area, &label, &tip_area);
      gtk_tooltip_set_tip_area (tooltip, &tip_area);
    }

  return TRUE;
}

static void
realize_cb (MdgAreaLayer *self)
{
  gtk_im_context_set_client_widget (self->im_context, GTK_WIDGET (self));
}

static void
unrealize_cb (MdgAreaLayer *self)
{
  gtk_im_context_set_client_widget (self->im_context, NULL);
}

/* Selects a prefecture for the user, who may also work on from there by keyboard. */
void
mdg_area_layer_choose (MdgAreaLayer *self, MdgArea area, gboolean grab_focus)
{
  mdg_area_layer_set_selected_area (self, area);
  mdg_area_layer_reveal (self, area);
  if (grab_focus)
    gtk_widget_grab_focus (self->items[area]);
}

/* Selects a prefecture, and says that somebody wants to go on from there. */
void
mdg_area_layer_activate (MdgAreaLayer *self, MdgArea area)
{
  mdg_area_layer_set_selected_area (self, area);
  g_signal_emit_by_name (self, "area-activated", (guint) area);
}

/* Listens to pointer, touch and keys, until the input is removed. */
void
mdg_area_layer_add_input (MdgAreaLayer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;

  self->typed = g_string_new (NULL);
  self->im_context = gtk_im_multicontext_new ();
  g_signal_connect_swapped (self->im_context, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (unrealize_cb), NULL);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_key_set_im_context (GTK_EVENT_CONTROLLER_KEY (controller), self->im_context);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (controller), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (controller, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (controller, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, controller);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Lets go of what was typed, and of the input method. May be called twice. */
void
mdg_area_layer_remove_input (MdgAreaLayer *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  if (self->im_context != NULL)
    g_signal_handlers_disconnect_by_data (self->im_context, self);
  g_clear_object (&self->im_context);
  if (self->typed != NULL)
    g_string_free (g_steal_pointer (&self->typed), TRUE);
}

/**
 * mdg_area_layer_get_area_at:
 * @self: a layer
 * @x: in pixels of the widget
 * @y: in pixels of the widget
 *
 * Returns: the prefecture there, or %MDG_AREA_NONE
 */
MdgArea
mdg_area_layer_get_area_at (MdgAreaLayer *self, double x, double y)
{
  MdgMapCamera camera;

  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), MDG_AREA_NONE);

  if (self->scene == NULL || !self->has_view)
    return MDG_AREA_NONE;

  mdg_area_layer_get_camera (self, &camera);

  return mdg_boundaries_hit_test (mdg_map_scene_get_boundaries (self->scene),
                                  camera.center_x + (x - camera.width / 2) / camera.scale,
                                  camera.center_y + (y - camera.height / 2) / camera.scale);
}
