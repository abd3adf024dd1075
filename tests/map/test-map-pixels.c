/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-window.h"

#include <math.h>

static void
get_label_place (MapWindow *self, MdgArea area, double *x, double *y)
{
  MdgMapCamera camera;

  mdg_area_layer_get_camera (self->layer, &camera);
  mdg_boundaries_get_label_point (mdg_boundaries_get_default (NULL), area, x, y, NULL);
  *x = (*x - camera.center_x) * camera.scale + camera.width / 2;
  *y = (*y - camera.center_y) * camera.scale + camera.height / 2;
}

typedef struct
{
  guint32 *pixels;
  int width;
  int height;
} Picture;

static void
picture_clear (Picture *self)
{
  g_free (self->pixels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Whether the widget was drawn since it last changed, with a picture made for just this view. */
static gboolean
is_drawn (gpointer data)
{
  MapWindow *self = data;
  const MdgMapPicture *picture =
    mdg_map_painter_get_picture (mdg_area_layer_get_painter (self->layer));
  MdgMapCamera camera;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->layer));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, 1, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  mdg_area_layer_get_camera (self->layer, &camera);

  return node != NULL && picture->scene == mdg_map_view_get_scene (self->view) &&
         fabs (log2 (picture->camera.scale / camera.scale)) < 1e-9;
}

static Picture
take_picture (MapWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->layer));
  int height = gtk_widget_get_height (GTK_WIDGET (self->layer));
  guint32 *pixels = g_new0 (guint32, (gsize) width * height);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  map_window_settle (self);
  assert_true (mdg_test_spin_until (is_drawn, self));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self->layer));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);

  return (Picture) { pixels, width, height };
}

/* The pixels of the window are those of the classes. */
static void
test_pixels (void **state)
{
  MapWindow *self = *state;
  MdgMapScene *scene = mdg_map_view_get_scene (self->view);
  g_auto (Picture) picture = take_picture (self);
  guint n_checked = 0;

  for (MdgArea area = 1; area < 47; area++)
    {
      MdgColor color = mdg_map_scene_get_color (scene, area);
      double x, y;
      guint32 pixel;

      get_label_place (self, area, &x, &y);
      /* Beside the label, where there is room. */
      for (int dx = -1; dx <= 1; dx += 2)
        {
          int px = (int) x + dx * 9;

          if (mdg_area_layer_get_area_at (self->layer, px - 2, y) != area ||
              mdg_area_layer_get_area_at (self->layer, px + 2, y) != area ||
              mdg_area_layer_get_area_at (self->layer, px, y - 2) != area ||
              mdg_area_layer_get_area_at (self->layer, px, y + 2) != area)
            continue;
          pixel = picture.pixels[(gsize) ((int) y - 8 > 0 ? (int) y : 8) * picture.width + px];
          if (fabs ((pixel >> 16 & 0xff) - color.red * 255) < 3 &&
              fabs ((pixel >> 8 & 0xff) - color.green * 255) < 3 &&
              fabs ((pixel & 0xff) - color.blue * 255) < 3)
            n_checked++;
        }
    }
  /* Labels hide some of these places. */
  assert_true (n_checked > 20);
}

static int
get_brightness (guint32 pixel)
{
  return (int) ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff));
}

/* How far a pixel is from the prefecture, inside less than 0, and no farther than @most. */
static int
get_distance (const gboolean *inside, int width, int height, int x, int y, int most)
{
  gboolean is_inside = inside[(gsize) y * width + x];
  int nearest = most * most;

  for (int j = MAX (y - most, 0); j <= MIN (y + most, height - 1); j++)
    for (int i = MAX (x - most, 0); i <= MIN (x + most, width - 1); i++)
      if (inside[(gsize) j * width + i] != is_inside)
        nearest = MIN (nearest, (i - x) * (i - x) + (j - y) * (j - y));

  return (int) sqrt (nearest) * (is_inside ? -1 : 1);
}

/* Returns how many pixels the line around the selection has. */
static guint
check_lift (MapWindow *self, MdgArea area)
{
  const int most = 24;
  MdgMapScene *scene = mdg_map_view_get_scene (self->view);
  MdgColor line =
    mdg_palette_get_role (mdg_map_scene_get_options (scene)->palette, MDG_PALETTE_SELECTION);
  guint32 line_pixel = 0xff000000u | (guint) (line.red * 255) << 16 |
                       (guint) (line.green * 255) << 8 | (guint) (line.blue * 255);
  g_auto (Picture) before = take_picture (self);
  g_auto (Picture) after = { 0 };
  g_auto (Picture) again = { 0 };
  int width = before.width;
  g_autofree gboolean *inside = g_new (gboolean, (gsize) width * before.height);
  guint n_line = 0;
  guint n_darker = 0;
  guint n_around = 0;

  mdg_figure_model_set_area (self->model, area);
  after = take_picture (self);
  mdg_figure_model_set_area (self->model, MDG_AREA_NATIONAL);
  again = take_picture (self);
  assert_memory_equal (again.pixels, before.pixels, (gsize) width * before.height * 4);

  for (int y = 0; y < before.height; y++)
    for (int x = 0; x < width; x++)
      inside[(gsize) y * width + x] = mdg_area_layer_get_area_at (self->layer, x, y) == area;
  for (int y = 0; y < before.height; y++)
    for (int x = 0; x < width; x++)
      {
        gsize i = (gsize) y * width + x;
        int distance = get_distance (inside, width, before.height, x, y, most);

        n_line += after.pixels[i] == line_pixel && before.pixels[i] != line_pixel;
        if (distance <= -6 || distance >= most)
          assert_int_equal (after.pixels[i], before.pixels[i]);
        else if (distance >= 6)
          {
            assert_true (get_brightness (after.pixels[i]) <= get_brightness (before.pixels[i]));
            if (distance <= 8)
              {
                n_around++;
                n_darker +=
                  get_brightness (after.pixels[i]) < get_brightness (before.pixels[i]) - 3;
              }
          }
      }
  assert_true (n_around > 200);
  assert_true (n_darker > n_around / 2);

  return n_line;
}

/* What is selected lies higher than what is around it: that gets darker close by, and nothing else
 * changes but the line, which is thicker where people asked for high contrast. */
static void
test_selection_is_lifted (void **state)
{
  MapWindow *self = *state;

  /* 長野県 has land all around, in all kinds of colours. */
  mdg_area_layer_zoom (self->layer, 1);
  mdg_area_layer_show_area (self->layer, 20, FALSE);
  mdg_area_layer_zoom (self->layer, -1);
  for (int dark = 0; dark < 2; dark++)
    {
      guint n_line, n_thick;

      g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
      g_object_set (self->view, "high-contrast", FALSE, NULL);
      /* When it has come to rest, the view is painted once more. */
      mdg_test_spin_for (200);
      assert_int_equal (mdg_map_scene_get_options (mdg_map_view_get_scene (self->view))->palette,
                        mdg_palette_choose_mode (dark, FALSE));
      n_line = check_lift (self, 20);
      g_object_set (self->view, "high-contrast", TRUE, NULL);
      n_thick = check_lift (self, 20);
      assert_true (n_line > 100);
      assert_true (n_thick > n_line * 5 / 4);
    }
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", FALSE, NULL);
}

#define map_test(function) \
  cmocka_unit_test_setup_teardown (function, map_window_setup, map_window_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    map_test (test_pixels),
    map_test (test_selection_is_lifted),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
