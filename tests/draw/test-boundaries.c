/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>

#include "draw/mdg-boundaries.h"

#define FINEST(boundaries) (mdg_boundaries_get_n_levels (boundaries) - 1)
/* As data/map/compile-areas.py promises, in pixels. */
#define TOLERANCE 0.4

static MdgBoundaries *
get_boundaries (void)
{
  g_autoptr (GError) error = NULL;
  MdgBoundaries *boundaries = mdg_boundaries_get_default (&error);

  mdg_test_assert_no_error (error);

  return boundaries;
}

static MdgArea
find (double longitude, double latitude)
{
  double x, y;

  mdg_map_project (longitude, latitude, &x, &y);

  return mdg_boundaries_hit_test (get_boundaries (), x, y);
}

/* Even-odd, the slow and obvious way. */
typedef struct
{
  double x;
  double y;
  gboolean inside;
} Probe;

static void
probe_ring_cb (const float *points, guint n_points, gpointer data)
{
  Probe *probe = data;

  for (guint i = 0; i < n_points; i++)
    {
      const float *a = &points[2 * i];
      const float *b = &points[2 * ((i + 1) % n_points)];

      if ((a[1] > probe->y) != (b[1] > probe->y) &&
          probe->x < ((double) b[0] - a[0]) * (probe->y - a[1]) / ((double) b[1] - a[1]) + a[0])
        probe->inside = !probe->inside;
    }
}

static MdgArea
find_slowly (double x, double y)
{
  MdgBoundaries *boundaries = get_boundaries ();

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      Probe probe = { x, y, FALSE };

      mdg_boundaries_foreach_ring (boundaries, FINEST (boundaries), area, 0, probe_ring_cb, &probe);
      if (probe.inside)
        return area;
    }

  return MDG_AREA_NONE;
}

static void
test_label_points (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      double x, y, radius;

      mdg_boundaries_get_label_point (boundaries, area, &x, &y, &radius);
      assert_true (radius > 0);
      assert_int_equal (mdg_boundaries_hit_test (boundaries, x, y), area);

      /* All of the circle lies inside, but for what the coarser outline it was found on took off. */
      for (guint i = 0; i < 12; i++)
        assert_int_equal (mdg_boundaries_hit_test (boundaries,
                                                   x + 0.9 * radius * cos (i * G_PI / 6),
                                                   y + 0.9 * radius * sin (i * G_PI / 6)),
                          area);
    }
}

static void
test_known_places (void **state)
{
  assert_int_equal (find (141.3508, 43.0687), 1);  /* 札幌駅 */
  assert_int_equal (find (140.4608, 37.7546), 7);  /* 福島駅 */
  assert_int_equal (find (139.7671, 35.6812), 13); /* 東京駅 */
  assert_int_equal (find (142.1917, 27.0950), 13); /* 父島, far out in the Pacific */
  assert_int_equal (find (136.0500, 35.2000), 25); /* in 琵琶湖: lakes belong to the land */
  assert_int_equal (find (135.9680, 33.9320), 30); /* 北山村, an exclave */
  assert_int_equal (find (135.7588, 34.9858), 26); /* 京都駅 */
  assert_int_equal (find (134.0465, 34.3505), 37); /* 高松駅 */
  assert_int_equal (find (127.6792, 26.2124), 47); /* 那覇市 */
  assert_int_equal (find (124.1556, 24.3448), 47); /* 石垣島 */
  assert_int_equal (find (129.2900, 34.2000), 42); /* 対馬 */
  assert_int_equal (find (138.3900, 38.0200), 15); /* 佐渡島 */
  assert_int_equal (find (147.8800, 44.9900), 1);  /* 択捉島 */
}

static void
test_sea_and_abroad (void **state)
{
  assert_int_equal (find (135.0, 38.5), MDG_AREA_NONE);   /* the sea in the north-west */
  assert_int_equal (find (139.75, 35.45), MDG_AREA_NONE); /* 東京湾 */
  assert_int_equal (find (133.6, 34.15), MDG_AREA_NONE);  /* 燧灘 */
  assert_int_equal (find (145.0, 35.0), MDG_AREA_NONE);   /* the Pacific */
  assert_int_equal (find (126.98, 37.57), MDG_AREA_NONE); /* Seoul */
  assert_int_equal (find (142.73, 46.96), MDG_AREA_NONE); /* Yuzhno-Sakhalinsk */
  assert_int_equal (find (0, 0), MDG_AREA_NONE);
}

static void
test_hit_test_agrees_with_the_slow_way (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  const MdgBox *box = mdg_boundaries_get_main_box (get_boundaries (), MDG_AREA_NATIONAL);
  guint n_land = 0;

  for (guint i = 0; i < 3000; i++)
    {
      double x = g_rand_double_range (rand, box->x0, box->x1);
      double y = g_rand_double_range (rand, box->y0, box->y1);
      MdgArea area = mdg_boundaries_hit_test (get_boundaries (), x, y);

      assert_int_equal (area, find_slowly (x, y));
      n_land += area != MDG_AREA_NONE;
    }

  /* Land is about an eighth of the box. */
  mdg_test_assert_in_range (n_land, 200, 900);
}

static void
test_projection (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  double x, y;

  mdg_map_project (MDG_MAP_ORIGIN_LONGITUDE, MDG_MAP_ORIGIN_LATITUDE, &x, &y);
  assert_true (fabs (x) < 1e-12 && fabs (y) < 1e-12);

  for (guint i = 0; i < 1000; i++)
    {
      double longitude = g_rand_double_range (rand, 120, 155);
      double latitude = g_rand_double_range (rand, 20, 50);
      double new_longitude, new_latitude;

      mdg_map_project (longitude, latitude, &x, &y);
      mdg_map_unproject (x, y, &new_longitude, &new_latitude);
      assert_true (fabs (longitude - new_longitude) < 1e-9);
      assert_true (fabs (latitude - new_latitude) < 1e-9);
    }
}

/* The lines of all areas at a level. */
typedef struct
{
  GHashTable *lines;
  guint n_lines;
} Lines;

static char *
create_key (const float *a, const float *b)
{
  return g_strdup_printf ("%a %a %a %a", a[0], a[1], b[0], b[1]);
}

static void
add_lines_cb (const float *points, guint n_points, gpointer data)
{
  Lines *lines = data;

  for (guint i = 0; i < n_points; i++)
    g_hash_table_add (lines->lines, create_key (&points[2 * i], &points[2 * ((i + 1) % n_points)]));
  lines->n_lines += n_points;
}

static guint
count_lines (guint level, MdgBorderKind kind)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *path;
  guint n = 0;

  /* Cairo keeps 1/256: enlarge, so that no line vanishes. */
  cairo_scale (cr, 65536, 65536);
  mdg_boundaries_add_borders (get_boundaries (), level, kind, NULL, cr);
  path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    /* The line that closes an island is part of closing it. */
    n += path->data[i].header.type == CAIRO_PATH_LINE_TO ||
         path->data[i].header.type == CAIRO_PATH_CLOSE_PATH;

  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n;
}

/* At every level, a line between two prefectures is the same for both and runs the other way, and
 * all other lines are coast: no gap and no overlap. */
static void
test_shared_borders_are_identical (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();
  guint before = 0;

  for (guint level = 0; level < mdg_boundaries_get_n_levels (boundaries); level++)
    {
      g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      Lines lines = { table, 0 };
      guint n_coast = count_lines (level, MDG_BORDER_COAST);
      guint n_shared = count_lines (level, MDG_BORDER_SHARED);

      for (MdgArea area = 1; area < MDG_N_AREAS; area++)
        mdg_boundaries_foreach_ring (boundaries, level, area, 0, add_lines_cb, &lines);

      /* No two areas lie on the same side of a line. */
      assert_int_equal (g_hash_table_size (lines.lines), lines.n_lines);
      /* Each border that is drawn belongs to two outlines, each stretch of coast to one. Cairo
       * makes one line of two that go straight on, which some of the finest do. */
      mdg_test_assert_in_range (n_coast + 2 * n_shared, lines.n_lines - lines.n_lines / 200,
                                lines.n_lines);
      assert_true (lines.n_lines > before);
      before = lines.n_lines;
    }
}

typedef struct
{
  float *points;
  guint n_points;
} Ring;

static void
keep_first_ring_cb (const float *points, guint n_points, gpointer data)
{
  Ring *ring = data;

  if (ring->points != NULL)
    return;
  ring->points = g_memdup2 (points, 2 * n_points * sizeof (float));
  ring->n_points = n_points;
}

static double
distance_to_ring (const Ring *ring, const float *point)
{
  double least = INFINITY;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const float *a = &ring->points[2 * i];
      const float *b = &ring->points[2 * ((i + 1) % ring->n_points)];
      double dx = (double) b[0] - a[0];
      double dy = (double) b[1] - a[1];
      double length = dx * dx + dy * dy;
      double t = length > 0 ? ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length : 0;

      t = CLAMP (t, 0, 1);
      least = MIN (least, hypot (point[0] - a[0] - t * dx, point[1] - a[1] - t * dy));
    }

  return least;
}

static void
test_levels_keep_their_tolerance (void **state)
{
  static const MdgArea areas[] = { 7, 13, 25, 47 };
  MdgBoundaries *boundaries = get_boundaries ();

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      Ring finest = { NULL };

      mdg_boundaries_foreach_ring (boundaries, FINEST (boundaries), areas[i], INFINITY,
                                   keep_first_ring_cb, &finest);
      for (guint level = 0; level < FINEST (boundaries); level++)
        {
          double scale = pow (2, mdg_boundaries_get_level_zoom (boundaries, level));
          Ring ring = { NULL };

          mdg_boundaries_foreach_ring (boundaries, level, areas[i], INFINITY, keep_first_ring_cb,
                                       &ring);
          assert_true (ring.n_points < finest.n_points);
          for (guint j = 0; j < finest.n_points; j++)
            assert_true (distance_to_ring (&ring, &finest.points[2 * j]) * scale <
                         TOLERANCE + 0.01);
          g_free (ring.points);
        }
      g_free (finest.points);
    }
}

static void
test_level_for_zoom (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();

  assert_int_equal (mdg_boundaries_get_level_for_zoom (boundaries, 0), 0);
  assert_int_equal (mdg_boundaries_get_level_for_zoom (boundaries, 30), FINEST (boundaries));
  for (guint level = 0; level < mdg_boundaries_get_n_levels (boundaries); level++)
    {
      double zoom = mdg_boundaries_get_level_zoom (boundaries, level);

      assert_int_equal (mdg_boundaries_get_level_for_zoom (boundaries, zoom), level);
      assert_int_equal (mdg_boundaries_get_level_for_zoom (boundaries, zoom + 0.01),
                        MIN (level + 1, FINEST (boundaries)));
    }
}

static void
test_neighbours (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();
  guint n;
  const MdgArea *neighbours = mdg_boundaries_get_neighbours (boundaries, 25, &n);

  /* 滋賀県: 福井県, 岐阜県, 三重県, 京都府. */
  assert_int_equal (n, 4);
  assert_memory_equal (neighbours, ((const MdgArea[]) { 18, 21, 24, 26 }), 4);

  /* Whoever is my neighbour has me as a neighbour. */
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      neighbours = mdg_boundaries_get_neighbours (boundaries, area, &n);
      for (guint i = 0; i < n; i++)
        {
          guint n_back;
          const MdgArea *back = mdg_boundaries_get_neighbours (boundaries, neighbours[i], &n_back);
          gboolean found = FALSE;

          for (guint j = 0; j < n_back; j++)
            found |= back[j] == area;
          assert_true (found);
        }
    }
}

static void
test_steps (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();

  assert_int_equal (mdg_boundaries_step (boundaries, 1, MDG_COMPASS_SOUTH), 2);
  assert_int_equal (mdg_boundaries_step (boundaries, 2, MDG_COMPASS_NORTH), 1);
  assert_int_equal (mdg_boundaries_step (boundaries, 46, MDG_COMPASS_SOUTH), 47);
  assert_int_equal (mdg_boundaries_step (boundaries, 47, MDG_COMPASS_NORTH), 46);
  assert_int_equal (mdg_boundaries_step (boundaries, 37, MDG_COMPASS_NORTH), 33);
  assert_int_equal (mdg_boundaries_step (boundaries, 7, MDG_COMPASS_WEST), 15);
  assert_int_equal (mdg_boundaries_step (boundaries, 1, MDG_COMPASS_NORTH), MDG_AREA_NONE);
  assert_int_equal (mdg_boundaries_step (boundaries, 47, MDG_COMPASS_SOUTH), MDG_AREA_NONE);

  /* A step goes where the arrow points. */
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    for (MdgCompass compass = 0; compass < MDG_N_COMPASS; compass++)
      {
        MdgArea next = mdg_boundaries_step (boundaries, area, compass);
        double x0, y0, x1, y1;

        if (next == MDG_AREA_NONE)
          continue;
        mdg_boundaries_get_label_point (boundaries, area, &x0, &y0, NULL);
        mdg_boundaries_get_label_point (boundaries, next, &x1, &y1, NULL);
        assert_true (compass != MDG_COMPASS_NORTH || y1 < y0);
        assert_true (compass != MDG_COMPASS_EAST || x1 > x0);
        assert_true (compass != MDG_COMPASS_SOUTH || y1 > y0);
        assert_true (compass != MDG_COMPASS_WEST || x1 < x0);
      }
}

static void
test_arrows_reach_every_prefecture (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();

  for (MdgArea start = 1; start < MDG_N_AREAS; start++)
    {
      gboolean seen[MDG_N_AREAS] = { FALSE };
      MdgArea queue[MDG_N_AREAS] = { start };
      guint n_queued = 1;

      seen[start] = TRUE;
      for (guint i = 0; i < n_queued; i++)
        for (MdgCompass compass = 0; compass < MDG_N_COMPASS; compass++)
          {
            MdgArea next = mdg_boundaries_step (boundaries, queue[i], compass);

            if (next != MDG_AREA_NONE && !seen[next])
              {
                seen[next] = TRUE;
                queue[n_queued++] = next;
              }
          }
      assert_int_equal (n_queued, MDG_N_PREFECTURES);
    }
}

static void
test_boxes (void **state)
{
  MdgBoundaries *boundaries = get_boundaries ();
  const MdgBox *nation = mdg_boundaries_get_area_box (boundaries, MDG_AREA_NATIONAL);
  const MdgBox *main_box = mdg_boundaries_get_main_box (boundaries, MDG_AREA_NATIONAL);
  double naha_x, naha_y, wakkanai_x, wakkanai_y;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgBox *whole = mdg_boundaries_get_area_box (boundaries, area);
      const MdgBox *part = mdg_boundaries_get_main_box (boundaries, area);

      assert_true (whole->x0 <= part->x0 && whole->y0 <= part->y0);
      assert_true (whole->x1 >= part->x1 && whole->y1 >= part->y1);
      assert_true (nation->x0 <= whole->x0 && nation->y0 <= whole->y0);
      assert_true (nation->x1 >= whole->x1 && nation->y1 >= whole->y1);
    }

  mdg_map_project (127.6792, 26.2124, &naha_x, &naha_y);
  mdg_map_project (141.6731, 45.4158, &wakkanai_x, &wakkanai_y);
  assert_true (naha_y > main_box->y1);
  assert_true (wakkanai_y > main_box->y0 && wakkanai_y < main_box->y1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_label_points),
    cmocka_unit_test (test_known_places),
    cmocka_unit_test (test_sea_and_abroad),
    cmocka_unit_test (test_hit_test_agrees_with_the_slow_way),
    cmocka_unit_test (test_projection),
    cmocka_unit_test (test_shared_borders_are_identical),
    cmocka_unit_test (test_levels_keep_their_tolerance),
    cmocka_unit_test (test_level_for_zoom),
    cmocka_unit_test (test_neighbours),
    cmocka_unit_test (test_steps),
    cmocka_unit_test (test_arrows_reach_every_prefecture),
    cmocka_unit_test (test_boxes),
  };

  return mdg_test_run (tests);
}
