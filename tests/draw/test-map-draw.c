/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "core/mdg-format.h"
#include "core/mdg-language.h"
#include "draw/mdg-hatch.h"
#include "draw/mdg-map-fixture.h"
#include "draw/mdg-map-labels.h"

#define WIDTH 700
#define HEIGHT 700

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Canvas;

static Canvas
canvas_new (int width, int height)
{
  Canvas self = { cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height), NULL };

  self.cr = cairo_create (self.surface);

  return self;
}

static void
canvas_free (Canvas *self)
{
  assert_int_equal (cairo_status (self->cr), CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
}

static guint32
get_pixel (Canvas *self, int x, int y)
{
  guint32 pixel;

  cairo_surface_flush (self->surface);
  memcpy (&pixel,
          cairo_image_surface_get_data (self->surface) +
            (gsize) y * cairo_image_surface_get_stride (self->surface) + (gsize) x * 4,
          sizeof pixel);

  return pixel;
}

static guint32
to_pixel (MdgColor color)
{
  return 0xff000000u | (guint) lround (color.red * 255) << 16 |
         (guint) lround (color.green * 255) << 8 | (guint) lround (color.blue * 255);
}

static MdgMapCamera
get_camera (double width, double height)
{
  MdgMapCamera camera = { .width = width, .height = height, .detail = 1 };

  mdg_map_camera_fit (
    &camera, mdg_boundaries_get_main_box (mdg_boundaries_get_default (NULL), MDG_AREA_NATIONAL),
    10);

  return camera;
}

static gboolean
find_label_pixel (const MdgMapCamera *camera, MdgArea area, int *px, int *py)
{
  double x, y;

  mdg_boundaries_get_label_point (mdg_boundaries_get_default (NULL), area, &x, &y, NULL);
  x = (x - camera->center_x) * camera->scale + camera->width / 2;
  y = (y - camera->center_y) * camera->scale + camera->height / 2;
  *px = (int) floor (x);
  *py = (int) floor (y);

  return x > 4 && y > 4 && x < camera->width - 4 && y < camera->height - 4;
}

/* March 2024: 30 of 47 in the colour of their class, 17 hatched. */
static void
test_partial_data (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_bundle ();
  const MdgScope scope = { MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                           MDG_AREA_NATIONAL };
  g_autoptr (MdgMapScene) scene =
    mdg_map_scene_new (mdg_boundaries_get_default (NULL), figures, &scope, NULL);
  guint32 sea = to_pixel (mdg_palette_get_role (MDG_PALETTE_LIGHT, MDG_PALETTE_SEA));
  guint32 hatch = to_pixel (mdg_palette_get_role (MDG_PALETTE_LIGHT, MDG_PALETTE_HATCH));
  guint32 ground = to_pixel (mdg_palette_get_role (MDG_PALETTE_LIGHT, MDG_PALETTE_NO_DATA));
  MdgMapCamera camera = get_camera (WIDTH, HEIGHT);
  Canvas canvas = canvas_new (WIDTH, HEIGHT);
  guint n_hatched = 0;
  guint n_plain = 0;

  mdg_map_scene_draw (scene, canvas.cr, &camera, TRUE);

  assert_true (get_pixel (&canvas, 20, 20) == sea);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      guint32 plain = to_pixel (mdg_map_scene_get_color (scene, area));
      gboolean has_line = FALSE;
      gboolean has_ground = FALSE;
      int x, y;

      if (!find_label_pixel (&camera, area, &x, &y))
        continue;
      if (!mdg_map_scene_is_hatched (scene, area))
        {
          assert_true (get_pixel (&canvas, x, y) == plain);
          n_plain++;
          continue;
        }

      /* Going across a few pixels, both the lines and what is between them are met. */
      for (int dx = -3; dx <= 3; dx++)
        {
          guint32 pixel = get_pixel (&canvas, x + dx, y);

          has_ground |= pixel == ground;
          has_line |= (pixel & 0xff) < ((ground & 0xff) + (hatch & 0xff)) / 2;
        }
      assert_true (has_line && has_ground);
      n_hatched++;
    }
  assert_int_equal (n_plain, 30);
  assert_true (n_hatched >= 14);

  canvas_free (&canvas);
}

/* Without the sea, what is not land stays as it was. */
static void
test_without_sea (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  MdgMapCamera camera = get_camera (WIDTH, HEIGHT);
  Canvas canvas = canvas_new (WIDTH, HEIGHT);

  mdg_map_scene_draw (scene, canvas.cr, &camera, FALSE);
  assert_int_equal (get_pixel (&canvas, 20, 20), 0);
  canvas_free (&canvas);
}

/* The same map at any offset: hatch and borders stay on the land when the view moves by whole
 * pixels. */
static void
test_moving_moves_all (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (30);
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  MdgMapCamera camera = get_camera (WIDTH, HEIGHT);
  Canvas first = canvas_new (WIDTH, HEIGHT);
  Canvas second = canvas_new (WIDTH, HEIGHT);
  guint n_different = 0;

  mdg_map_scene_draw (scene, first.cr, &camera, TRUE);
  camera.center_x += 64 / camera.scale;
  camera.center_y += 32 / camera.scale;
  mdg_map_scene_draw (scene, second.cr, &camera, TRUE);

  for (int y = 0; y < HEIGHT - 32; y++)
    for (int x = 0; x < WIDTH - 64; x++)
      {
        guint32 a = get_pixel (&first, x + 64, y + 32);
        guint32 b = get_pixel (&second, x, y);

        for (guint shift = 0; shift < 24; shift += 8)
          if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 24)
            {
              n_different++;
              break;
            }
      }
  /* Rounding at the edges, nothing more. */
  mdg_test_assert_in_range (n_different, 0, WIDTH * HEIGHT / 2000);

  canvas_free (&first);
  canvas_free (&second);
}

static void
test_outline (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  guint32 line = to_pixel (mdg_palette_get_role (MDG_PALETTE_LIGHT, MDG_PALETTE_SELECTION));
  MdgMapCamera camera = get_camera (WIDTH, HEIGHT);
  Canvas canvas = canvas_new (WIDTH, HEIGHT);
  guint n_line = 0;

  mdg_map_scene_draw_outline (scene, canvas.cr, &camera, 7);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n_line += get_pixel (&canvas, x, y) == line;
  assert_true (n_line > 100);
  canvas_free (&canvas);
}

typedef struct
{
  guint n_badges;
  guint n_texts;
  guint n_lines[MDG_N_AREAS];
  gboolean outside;
  const MdgMapCamera *camera;
} Counted;

static void
count_label_cb (const MdgMapLabel *label, gpointer data)
{
  Counted *counted = data;

  counted->n_texts++;
  counted->n_lines[label->area]++;
  counted->n_badges += label->badge != MDG_MAP_BADGE_NONE;
  counted->outside |= label->x > counted->camera->width || label->y > counted->camera->height ||
                      label->width <= 0 || label->height <= 0;
}

static Counted
count_labels (MdgMapScene *scene, MdgMapCamera *camera)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (MdgMapLabels) labels = mdg_map_labels_new (scene, context, 1);
  Counted counted = { .camera = camera };

  mdg_map_labels_foreach (labels, camera, count_label_cb, &counted);
  g_object_unref (context);

  return counted;
}

static void
test_labels (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) plain = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  g_autoptr (MdgMapScene) marked = NULL;
  MdgMapCamera camera = get_camera (WIDTH, HEIGHT);
  Counted far, near, badges;

  options.show_extremes = TRUE;
  marked = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);

  far = count_labels (plain, &camera);
  badges = count_labels (marked, &camera);
  mdg_map_camera_fit (&camera, mdg_boundaries_get_main_box (mdg_boundaries_get_default (NULL), 20),
                      100);
  near = count_labels (plain, &camera);

  assert_true (far.n_texts >= 2);
  assert_int_equal (far.n_badges, 0);
  assert_false (far.outside);
  /* However small they are; Okinawa is not in this picture. */
  assert_int_equal (badges.n_badges, 9);
  /* There is room for name and figure of 長野県 when it fills the picture, but 沖縄県 is far away. */
  assert_int_equal (near.n_lines[20], 2);
  assert_int_equal (near.n_lines[47], 0);
}

#define MOST_LINES (3 * MDG_N_AREAS)

typedef struct
{
  MdgMapScene *scene;
  const MdgMapCamera *camera;
  MdgBox boxes[MOST_LINES]; /* around the letters, in pixels */
  MdgArea areas[MOST_LINES];
  gboolean is_badge[MOST_LINES];
  guint n;
  guint n_values;
} Placed;

static gboolean
is_in_area (const Placed *placed, MdgArea area, double x, double y)
{
  const MdgMapCamera *camera = placed->camera;

  return mdg_boundaries_hit_test (mdg_map_scene_get_boundaries (placed->scene),
                                  (x - camera->width / 2) / camera->scale + camera->center_x,
                                  (y - camera->height / 2) / camera->scale + camera->center_y) ==
         area;
}

static void
check_label_cb (const MdgMapLabel *label, gpointer data)
{
  Placed *placed = data;
  const MdgMapValue *value = mdg_map_scene_get_value (placed->scene, label->area);
  MdgMeasure measure = mdg_map_scene_get_scope (placed->scene)->measure;
  MdgLanguage language = mdg_language_get ();
  const char *text = pango_layout_get_text (label->layout);
  PangoRectangle ink;
  MdgBox box;

  assert_true (placed->n < MOST_LINES);
  pango_layout_get_extents (label->layout, &ink, NULL);
  box.x0 = label->x + (double) ink.x / PANGO_SCALE;
  box.y0 = label->y + (double) ink.y / PANGO_SCALE;
  box.x1 = box.x0 + (double) ink.width / PANGO_SCALE;
  box.y1 = box.y0 + (double) ink.height / PANGO_SCALE;
  if (label->badge != MDG_MAP_BADGE_NONE)
    box = (MdgBox) { label->badge_x, label->badge_y, label->badge_x + label->badge_size,
                     label->badge_y + label->badge_size };
  placed->boxes[placed->n] = box;
  placed->areas[placed->n] = label->area;
  placed->is_badge[placed->n++] = label->badge != MDG_MAP_BADGE_NONE;
  if (label->badge != MDG_MAP_BADGE_NONE)
    return;

  /* A name, or what the store says, and no other number. */
  assert_true (value->known);
  if (!g_str_equal (text, language == MDG_LANGUAGE_JAPANESE
                            ? mdg_area_get_short_name (label->area)
                            : mdg_area_get_label (label->area, language)))
    {
      g_autofree char *number =
        measure == MDG_MEASURE_MNC_COUNT
          ? mdg_format_count_short ((gint64) mdg_decimal_to_double (value->observation.value))
          : mdg_format_value (measure, value->observation.value);

      assert_string_equal (text, number);
      placed->n_values++;
    }

  assert_true (box.x0 >= 0 && box.y0 >= 0);
  assert_true (box.x1 <= placed->camera->width && box.y1 <= placed->camera->height);
  for (guint i = 0; i <= 16; i++)
    {
      double x = box.x0 + (box.x1 - box.x0) * i / 16;
      double y = box.y0 + (box.y1 - box.y0) * i / 16;

      if (!is_in_area (placed, label->area, x, box.y0) ||
          !is_in_area (placed, label->area, x, box.y1) ||
          !is_in_area (placed, label->area, box.x0, y) ||
          !is_in_area (placed, label->area, box.x1, y))
        fail_msg ("“%s” reaches over the border of %s", text, mdg_area_get_code (label->area));
    }
}

/* Letters that touch nothing but the paper: no other prefecture's, and no mark of one. */
static void
assert_nothing_hidden (const Placed *placed)
{
  for (guint i = 0; i < placed->n; i++)
    for (guint j = 0; j < placed->n; j++)
      {
        const MdgBox *a = &placed->boxes[i];
        const MdgBox *b = &placed->boxes[j];

        if (i == j || placed->is_badge[i])
          continue;
        if (a->x0 < b->x1 && a->x1 > b->x0 && a->y0 < b->y1 && a->y1 > b->y0)
          fail_msg ("a label of %s meets one of %s", mdg_area_get_code (placed->areas[i]),
                    mdg_area_get_code (placed->areas[j]));
      }
}

/* Wherever one looks and however near, with and without marks, in both languages. */
static void
test_labels_anywhere (void **state)
{
  static const MdgMeasure measures[] = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_MNC_COUNT,
                                         MDG_MEASURE_CHANGE_POINTS };
  g_autoptr (MdgFigures) figures = fixture_figures_bundle ();
  GRand *rand = g_rand_new_with_seed (47);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  guint n_values = 0;

  for (MdgLanguage language = 0; language < MDG_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
      for (int extremes = 0; extremes < 2; extremes++)
        {
          MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
          g_autoptr (MdgMapScene) scene = NULL;
          g_autoptr (MdgMapLabels) labels = NULL;

          mdg_language_set (language);
          options.show_extremes = extremes;
          scene = fixture_scene_new (figures, measures[i], &options);
          labels = mdg_map_labels_new (scene, context, 1);
          for (guint round = 0; round < 60; round++)
            {
              MdgMapCamera camera =
                get_camera (g_rand_int_range (rand, 200, 1200), g_rand_int_range (rand, 200, 900));
              Placed placed = { .scene = scene, .camera = &camera };
              double x, y;

              if (round > 0)
                {
                  mdg_boundaries_get_label_point (mdg_boundaries_get_default (NULL),
                                                  (MdgArea) g_rand_int_range (rand, 1, MDG_N_AREAS),
                                                  &x, &y, NULL);
                  camera.scale *= exp2 (g_rand_double_range (rand, 0, 5));
                  camera.center_x = x + g_rand_double_range (rand, -100, 100) / camera.scale;
                  camera.center_y = y + g_rand_double_range (rand, -100, 100) / camera.scale;
                }
              mdg_map_labels_foreach (labels, &camera, check_label_cb, &placed);
              assert_nothing_hidden (&placed);
              n_values += placed.n_values;
            }
        }
  assert_true (n_values > 1000);
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  g_object_unref (context);
  g_rand_free (rand);
}

static cairo_status_t
count_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static void
test_page_to_vectors (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (30);
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  gsize sizes[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface =
        i == 0 ? cairo_svg_surface_create_for_stream (count_bytes_cb, &sizes[i], 595, 842)
               : cairo_pdf_surface_create_for_stream (count_bytes_cb, &sizes[i], 595, 842);
      cairo_t *cr = cairo_create (surface);

      mdg_map_scene_draw_page (scene, cr, 595, 842);
      assert_int_equal (cairo_status (cr), CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      assert_int_equal (cairo_surface_status (surface), CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
      /* Shapes, not a picture of them. */
      mdg_test_assert_in_range (sizes[i], 40 * 1000, 2500 * 1000);
    }
}

/* A page of twice the size shows the same. */
static void
test_page_scales (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) scene = NULL;
  Canvas small = canvas_new (300, 424);
  Canvas large = canvas_new (600, 848);
  guint n_small = 0;
  guint n_large = 0;

  options.palette = MDG_PALETTE_PAPER;
  options.show_extremes = TRUE;
  scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  mdg_map_scene_draw_page (scene, small.cr, 300, 424);
  mdg_map_scene_draw_page (scene, large.cr, 600, 848);
  for (int y = 0; y < 848; y++)
    for (int x = 0; x < 600; x++)
      {
        n_large += get_pixel (&large, x, y) != 0xffffffff;
        if (x < 300 && y < 424)
          n_small += get_pixel (&small, x, y) != 0xffffffff;
      }
  assert_true (n_small > 300 * 424 / 20);
  assert_true (fabs ((double) n_large / n_small / 4 - 1) < 0.25);

  canvas_free (&small);
  canvas_free (&large);
}

/* A small page is a small page, not a hang or a crash. */
static void
test_page_sizes (void **state)
{
  static const int sizes[][2] = { { 1, 1 }, { 40, 300 }, { 300, 40 }, { 200, 200 } };
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_CHANGE_POINTS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Canvas canvas = canvas_new (sizes[i][0], sizes[i][1]);

      mdg_map_scene_draw_page (scene, canvas.cr, sizes[i][0], sizes[i][1]);
      canvas_free (&canvas);
    }
}

static void
test_hatch_leaves_no_path (void **state)
{
  Canvas canvas = canvas_new (40, 40);
  double x0, y0, x1, y1;

  cairo_rectangle (canvas.cr, 5, 5, 20, 20);
  mdg_hatch_fill (canvas.cr, mdg_color_from_rgb (0xffffff), mdg_color_from_rgb (0), 5, 1, 0, 0);
  cairo_path_extents (canvas.cr, &x0, &y0, &x1, &y1);
  assert_true (x0 == 0 && y0 == 0 && x1 == 0 && y1 == 0);
  assert_int_equal (get_pixel (&canvas, 2, 2), 0);
  assert_int_equal (get_pixel (&canvas, 30, 10), 0);
  assert_int_equal (get_pixel (&canvas, 10, 10) >> 24, 0xff);
  canvas_free (&canvas);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_partial_data),     cmocka_unit_test (test_without_sea),
    cmocka_unit_test (test_moving_moves_all), cmocka_unit_test (test_outline),
    cmocka_unit_test (test_labels),           cmocka_unit_test (test_labels_anywhere),
    cmocka_unit_test (test_page_to_vectors),  cmocka_unit_test (test_page_scales),
    cmocka_unit_test (test_page_sizes),       cmocka_unit_test (test_hatch_leaves_no_path),
  };

  return mdg_test_run (tests);
}
