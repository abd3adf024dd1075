/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every frame of the map while the months are played, as the renderer draws it. */

#include "config.h"

#include "mdg-ui-fixture.h"

#include <math.h>
#include <stdlib.h>

#include "app/mdg-month-slider.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-map-view.h"

/* Of the pixels that are land in every month: labels at the coasts differ. */
#define LEAST_LAND 0.97
#define N_PLACES 35

typedef struct
{
  GtkWidget *window;
  GtkWidget *layer;
  GArray *months;
  GPtrArray *scenes;

  int width;
  int height;
  guint32 *pixels;
  /* Of each prefecture, a pixel that has its colour in every month, or -1. */
  int places[MDG_N_AREAS];

  guint least_land;
  guint n_frames;
  guint n_without_land;
  guint n_of_no_month;
  guint n_of_other_size;
  /* The month of the last frame, and how often it was another one. */
  guint current;
  guint n_changes;
} Film;

static gboolean
is_color (guint32 pixel, MdgColor color)
{
  return fabs ((pixel >> 16 & 0xff) - color.red * 255) < 3 &&
         fabs ((pixel >> 8 & 0xff) - color.green * 255) < 3 &&
         fabs ((pixel & 0xff) - color.blue * 255) < 3;
}

/* Nothing can be taken where nothing is drawn. */
static gboolean
film_take (gpointer data)
{
  Film *self = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->layer);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, self->width, self->height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
    &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);

  return TRUE;
}

static guint
film_count_land (Film *self)
{
  MdgMapScene *scene = g_ptr_array_index (self->scenes, 0);
  MdgColor sea = mdg_palette_get_role (mdg_map_scene_get_options (scene)->palette, MDG_PALETTE_SEA);
  guint n = 0;

  for (int i = 0; i < self->width * self->height; i++)
    n += !is_color (self->pixels[i], sea);

  return n;
}

/* Whether each prefecture with a figure has the colour of that month. */
static gboolean
film_shows (Film *self, guint month)
{
  MdgMapScene *scene = g_ptr_array_index (self->scenes, month);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->places[area] >= 0 && !mdg_map_scene_is_hatched (scene, area) &&
        !is_color (self->pixels[self->places[area]], mdg_map_scene_get_color (scene, area)))
      return FALSE;

  return TRUE;
}

static gboolean
film_has_size (Film *self)
{
  return gtk_widget_get_width (self->layer) == self->width &&
         gtk_widget_get_height (self->layer) == self->height;
}

static void
frame_cb (Film *self)
{
  guint month;

  self->n_frames++;
  self->n_of_other_size += !film_has_size (self);
  if (!film_take (self) || film_count_land (self) < LEAST_LAND * self->least_land)
    self->n_without_land++;

  /* Only forwards: no month comes back for a frame. */
  for (month = self->current; month < self->months->len; month++)
    if (film_shows (self, month))
      break;
  if (month == self->months->len)
    self->n_of_no_month++;
  else if (month != self->current)
    {
      self->current = month;
      self->n_changes++;
    }
}

/* Whether the colour is there and around: pictures are laid on whole pixels, a little to one side. */
static gboolean
film_has_color (Film *self, int place, MdgColor color)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (!is_color (self->pixels[place + dy * self->width + dx], color))
        return FALSE;

  return TRUE;
}

/* A place that has the colour of its prefecture in all months seen so far remains one. */
static void
film_sieve_places (Film *self, GArray **candidates, MdgMapScene *scene)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    for (guint i = candidates[area]->len; i-- > 0;)
      if (!mdg_map_scene_is_hatched (scene, area) &&
          !film_has_color (self, g_array_index (candidates[area], int, i),
                           mdg_map_scene_get_color (scene, area)))
        g_array_remove_index_fast (candidates[area], i);
}

static gboolean
is_settled (gpointer data)
{
  Film *self = data;
  MdgMapPainter *painter = mdg_area_layer_get_painter (MDG_AREA_LAYER (self->layer));
  const MdgMapPicture *picture = mdg_map_painter_get_picture (painter);

  return !mdg_map_painter_is_busy (painter) && picture != NULL &&
         picture->scene == mdg_area_layer_get_scene (MDG_AREA_LAYER (self->layer));
}

static void
show_month (MdgUiFixture *fixture, MdgMonth month)
{
  const MdgScope wish = { month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                          MDG_AREA_NATIONAL };

  mdg_figure_model_set_scope (fixture->model, &wish);
}

/* Looks at each month at rest. */
static void
film_prepare (Film *self, MdgUiFixture *fixture, MdgMapView *view)
{
  GArray *candidates[MDG_N_AREAS] = { NULL };
  guint n_places = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    candidates[area] = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = self->width + 1; i < self->width * (self->height - 1) - 1; i++)
    {
      MdgArea area =
        mdg_area_layer_get_area_at (MDG_AREA_LAYER (self->layer), i % self->width, i / self->width);

      if (mdg_area_is_prefecture (area))
        g_array_append_val (candidates[area], i);
    }

  self->least_land = G_MAXUINT;
  for (guint i = 0; i < self->months->len; i++)
    {
      show_month (fixture, g_array_index (self->months, MdgMonth, i));
      mdg_test_spin_for (50);
      assert_true (mdg_test_spin_until (is_settled, self));
      g_ptr_array_add (self->scenes, mdg_map_scene_ref (mdg_map_view_get_scene (view)));
      assert_true (mdg_test_spin_until (film_take, self));
      assert_true (film_has_size (self));
      self->least_land = MIN (self->least_land, film_count_land (self));
      film_sieve_places (self, candidates, g_ptr_array_index (self->scenes, i));
    }

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      GArray *left = candidates[area];

      self->places[area] = left->len > 0 ? g_array_index (left, int, left->len / 2) : -1;
      n_places += left->len > 0;
      g_array_unref (left);
    }
  assert_true (n_places > N_PLACES);
}

static gboolean
is_allocated (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0 && gtk_widget_get_height (widget) > 0;
}

static Film
film_begin (MdgUiFixture *fixture)
{
  Film self = { .window = GTK_WIDGET (fixture->window) };
  MdgMapView *view;

  mdg_window_show_page (fixture->window, "map");
  mdg_test_spin_for (300);
  view =
    MDG_MAP_VIEW (mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_MAP_VIEW, NULL));
  self.layer = mdg_ui_find (GTK_WIDGET (view), MDG_TYPE_AREA_LAYER, NULL);
  assert_true (mdg_test_spin_until (is_allocated, self.layer));
  self.months =
    mdg_figures_get_months (mdg_figure_model_get_figures (fixture->model), MDG_AREA_NONE,
                            MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
  self.scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_map_scene_unref);
  self.width = gtk_widget_get_width (self.layer);
  self.height = gtk_widget_get_height (self.layer);
  self.pixels = g_new0 (guint32, (gsize) self.width * (gsize) self.height);
  film_prepare (&self, fixture, view);
  show_month (fixture, g_array_index (self.months, MdgMonth, 0));
  mdg_test_spin_for (50);
  assert_true (mdg_test_spin_until (is_settled, &self));

  return self;
}

static void
film_end (Film *self)
{
  g_array_unref (self->months);
  g_ptr_array_unref (self->scenes);
  g_free (self->pixels);
}

/* The map is never without its picture, no frame mixes two months, and it keeps its size. */
static void
test_no_flicker (void **state)
{
  MdgUiFixture *fixture = *state;
  Film film = film_begin (fixture);
  MdgMonthSlider *slider = MDG_MONTH_SLIDER (
    mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_MONTH_SLIDER, NULL));
  gulong frames = g_signal_connect_swapped (gtk_widget_get_frame_clock (film.window), "after-paint",
                                            G_CALLBACK (frame_cb), &film);

  mdg_month_slider_set_playing (slider, TRUE);
  for (guint i = 0; i < 600 && mdg_month_slider_get_playing (slider); i++)
    mdg_test_spin_for (100);
  assert_false (mdg_month_slider_get_playing (slider));
  mdg_test_spin_for (200);
  assert_int_equal (film.n_without_land, 0);
  assert_int_equal (film.n_of_no_month, 0);
  assert_int_equal (film.n_of_other_size, 0);
  assert_int_equal (film.current, film.months->len - 1);
  assert_int_equal (film.n_changes, film.months->len - 1);
  assert_true (film.n_frames >= film.months->len);

  /* Faster than a picture is painted. */
  g_signal_handler_block (gtk_widget_get_frame_clock (film.window), frames);
  show_month (fixture, g_array_index (film.months, MdgMonth, 0));
  mdg_test_spin_for (50);
  assert_true (mdg_test_spin_until (is_settled, &film));
  g_signal_handler_unblock (gtk_widget_get_frame_clock (film.window), frames);
  film.current = 0;
  for (guint i = 0; i < film.months->len; i++)
    {
      show_month (fixture, g_array_index (film.months, MdgMonth, i));
      mdg_test_spin_for (5);
    }
  assert_true (mdg_test_spin_until (is_settled, &film));
  mdg_test_spin_for (200);
  assert_int_equal (film.n_without_land, 0);
  assert_int_equal (film.n_of_no_month, 0);
  assert_int_equal (film.n_of_other_size, 0);
  assert_int_equal (film.current, film.months->len - 1);

  g_signal_handler_disconnect (gtk_widget_get_frame_clock (film.window), frames);
  film_end (&film);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_no_flicker),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
