/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>

#include "map/mdg-map-limits.h"
#include "map/mdg-map-source.h"

static MdgBoundaries *
get_boundaries (void)
{
  return mdg_boundaries_get_default (NULL);
}

static gboolean
shows (const MdgMapCamera *camera, double longitude, double latitude)
{
  double x, y;

  mdg_map_project (longitude, latitude, &x, &y);

  return fabs (x - camera->center_x) * camera->scale <= camera->width / 2 &&
         fabs (y - camera->center_y) * camera->scale <= camera->height / 2;
}

static gboolean
same (const MdgMapCamera *a, const MdgMapCamera *b)
{
  return fabs (a->center_x - b->center_x) * a->scale < 0.01 &&
         fabs (a->center_y - b->center_y) * a->scale < 0.01 &&
         fabs (log2 (a->scale / b->scale)) < 1e-6;
}

static const int sizes[][2] = { { 326, 432 },
                                { 326, 180 },
                                { 700, 700 },
                                { 1280, 800 },
                                { 3000, 500 } };

static void
test_home (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MdgMapCamera home = { .width = sizes[i][0], .height = sizes[i][1] };
      MdgMapCamera clamped;

      mdg_map_limits_get_home (get_boundaries (), &home);
      assert_true (shows (&home, 141.67, 45.42)); /* 稚内 */
      assert_true (shows (&home, 148.75, 45.50)); /* 択捉島 */
      assert_true (shows (&home, 130.65, 31.00)); /* 佐多岬 */
      assert_true (shows (&home, 128.70, 32.70)); /* 五島 */

      clamped = home;
      mdg_map_limits_clamp (get_boundaries (), &clamped);
      assert_true (same (&home, &clamped));
    }
}

static void
test_areas (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (MdgArea area = 1; area < MDG_N_AREAS; area++)
      {
        MdgMapCamera camera = { .width = sizes[i][0], .height = sizes[i][1] };
        double x, y;

        mdg_map_limits_get_area (get_boundaries (), area, &camera);
        mdg_boundaries_get_label_point (get_boundaries (), area, &x, &y, NULL);
        assert_true (fabs (x - camera.center_x) * camera.scale < camera.width / 2);
        assert_true (fabs (y - camera.center_y) * camera.scale < camera.height / 2);
      }
}

/* All of the islands of Okinawa, and not only the main one. */
static void
test_okinawa (void **state)
{
  MdgMapCamera camera = { .width = 700, .height = 700 };

  mdg_map_limits_get_area (get_boundaries (), 47, &camera);
  assert_true (shows (&camera, 127.68, 26.21)); /* 那覇 */
  assert_true (shows (&camera, 122.99, 24.45)); /* 与那国島 */
  assert_true (shows (&camera, 131.23, 25.83)); /* 南大東島 */
}

/* Whether all of a box is seen, to a hundredth of a pixel. */
static gboolean
contains (const MdgMapCamera *camera, const MdgBox *box)
{
  double half_width = (camera->width / 2 + 0.01) / camera->scale;
  double half_height = (camera->height / 2 + 0.01) / camera->scale;

  return box->x0 >= camera->center_x - half_width && box->x1 <= camera->center_x + half_width &&
         box->y0 >= camera->center_y - half_height && box->y1 <= camera->center_y + half_height;
}

/* Each of the eight regions is seen with all of its prefectures, in any size of window. */
static void
test_regions (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (MdgArea area = 1; area < MDG_N_AREAS; area++)
      {
        MdgMapCamera camera = { .width = sizes[i][0], .height = sizes[i][1] };
        MdgMapPlace place = (MdgMapPlace) mdg_area_get_region (area);
        const MdgBox *box = area == 13 ? mdg_boundaries_get_main_box (get_boundaries (), area)
                                       : mdg_boundaries_get_area_box (get_boundaries (), area);

        mdg_test_assert_in_range (place, MDG_MAP_PLACE_HOKKAIDO, MDG_MAP_PLACE_KYUSHU_OKINAWA);
        mdg_map_limits_get_place (get_boundaries (), place, &camera);
        assert_true (contains (&camera, box));
      }
}

/* A region fills the view in one direction: it is not seen from farther away than need be. */
static void
test_regions_are_near (void **state)
{
  for (MdgMapPlace place = MDG_MAP_PLACE_HOKKAIDO; place < MDG_MAP_PLACE_FIRST_ISLANDS; place++)
    {
      MdgMapCamera camera = { .width = 700, .height = 700 };
      MdgBox box;

      mdg_map_place_get_box (place, get_boundaries (), &box);
      mdg_map_limits_get_place (get_boundaries (), place, &camera);
      assert_true (MAX (box.x1 - box.x0, box.y1 - box.y0) * camera.scale >
                   0.9 * (700 - 2 * MDG_MAP_LIMITS_MARGIN));
    }
}

typedef struct
{
  MdgBox box;
  guint n_inside;
} Search;

static void
count_inside_cb (const float *points, guint n_points, gpointer data)
{
  Search *search = data;

  for (guint i = 0; i < n_points; i++)
    search->n_inside += points[2 * i] >= search->box.x0 && points[2 * i] <= search->box.x1 &&
                        points[2 * i + 1] >= search->box.y0 && points[2 * i + 1] <= search->box.y1;
}

/* Where a group of islands is said to be, there is land of the prefecture it belongs to. */
static void
test_far_islands (void **state)
{
  for (MdgMapPlace place = MDG_MAP_PLACE_FIRST_ISLANDS; place < MDG_N_MAP_PLACES; place++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        MdgMapCamera camera = { .width = sizes[i][0], .height = sizes[i][1] };
        Search search = { 0 };

        mdg_map_place_get_box (place, get_boundaries (), &search.box);
        mdg_boundaries_foreach_ring (get_boundaries (),
                                     mdg_boundaries_get_n_levels (get_boundaries ()) - 1,
                                     mdg_map_place_get_area (place), 0, count_inside_cb, &search);
        mdg_map_limits_get_place (get_boundaries (), place, &camera);
        assert_true (search.n_inside >= 3);
        assert_true (contains (&camera, &search.box));
      }
}

static void
test_place_ids (void **state)
{
  MdgMapPlace found = MDG_N_MAP_PLACES;

  assert_false (mdg_map_place_from_id ("atlantis", &found));
  assert_int_equal (found, MDG_N_MAP_PLACES);
  for (MdgMapPlace place = 0; place < MDG_N_MAP_PLACES; place++)
    {
      assert_true (mdg_map_place_from_id (mdg_map_place_get_id (place), &found));
      assert_int_equal (found, place);
      assert_true (*mdg_map_place_get_label (place) != '\0');
    }
}

static void
test_clamp (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  const MdgBox *nation = mdg_boundaries_get_area_box (get_boundaries (), MDG_AREA_NATIONAL);

  for (guint i = 0; i < 5000; i++)
    {
      MdgMapCamera camera = {
        .center_x = g_rand_double_range (rand, -128, 128),
        .center_y = g_rand_double_range (rand, -128, 128),
        .scale = exp2 (g_rand_double_range (rand, 0, 20)),
        .width = g_rand_int_range (rand, 200, 3000),
        .height = g_rand_int_range (rand, 100, 2000),
      };
      MdgMapCamera again;

      mdg_map_limits_clamp (get_boundaries (), &camera);
      assert_true (camera.scale <= exp2 (MDG_MAP_SOURCE_MAX_ZOOM));
      assert_true (camera.scale >= exp2 (MDG_MAP_SOURCE_MIN_ZOOM));
      /* The middle of the view is in Japan's box. */
      assert_true (camera.center_x >= nation->x0 && camera.center_x <= nation->x1);
      assert_true (camera.center_y >= nation->y0 && camera.center_y <= nation->y1);

      /* What is clamped stays. */
      again = camera;
      mdg_map_limits_clamp (get_boundaries (), &again);
      assert_true (same (&camera, &again));
    }
}

/* Nothing of Japan is out of reach, up to its easternmost island. */
static void
test_everything_is_reached (void **state)
{
  static const double places[][2] = {
    { 122.95, 24.45 }, /* 与那国島 */
    { 153.98, 24.29 }, /* 南鳥島 */
    { 142.19, 27.08 }, /* 父島 */
    { 148.80, 45.50 }, /* 択捉島 */
    { 129.45, 34.60 }, /* 対馬 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      MdgMapCamera camera = { .scale = exp2 (8), .width = 700, .height = 700 };

      mdg_map_project (places[i][0], places[i][1], &camera.center_x, &camera.center_y);
      mdg_map_limits_clamp (get_boundaries (), &camera);
      assert_true (shows (&camera, places[i][0], places[i][1]));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_home),
    cmocka_unit_test (test_areas),
    cmocka_unit_test (test_okinawa),
    cmocka_unit_test (test_regions),
    cmocka_unit_test (test_regions_are_near),
    cmocka_unit_test (test_far_islands),
    cmocka_unit_test (test_place_ids),
    cmocka_unit_test (test_clamp),
    cmocka_unit_test (test_everything_is_reached),
  };

  return mdg_test_run (tests);
}
