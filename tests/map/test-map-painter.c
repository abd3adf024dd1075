/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>

#include "draw/mdg-map-fixture.h"
#include "map/mdg-map-painter.h"

#define WIDTH 400
#define HEIGHT 300

typedef struct
{
  MdgMapPainter *painter;
  MdgMapScene *scene;
  MdgMapScene *other;
  MdgMapCamera view;
} Fixture;

static gboolean
is_idle (gpointer data)
{
  return !mdg_map_painter_is_busy (data);
}

/* How many pictures the last call led to. */
static guint
settle (Fixture *fixture, guint before)
{
  assert_true (mdg_test_spin_until (is_idle, fixture->painter));

  return mdg_map_painter_get_n_painted (fixture->painter) - before;
}

static guint
update (Fixture *fixture, MdgMapScene *scene, double scale)
{
  guint before = mdg_map_painter_get_n_painted (fixture->painter);

  mdg_map_painter_update (fixture->painter, scene, &fixture->view, scale);

  return settle (fixture, before);
}

static void
finalized_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Drops the last reference but the worker's, which may hold the painter for a moment longer than
 * it paints. */
static void
drop (MdgMapPainter *painter)
{
  static gboolean finalized;

  finalized = FALSE;
  g_object_set_data_full (G_OBJECT (painter), "finalized", &finalized, finalized_cb);
  g_object_unref (painter);
  assert_true (mdg_test_spin_until_set (&finalized));
}

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgFigures) others = fixture_figures_rates (30);

  fixture->painter = mdg_map_painter_new ();
  fixture->scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  fixture->other = fixture_scene_new (others, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  fixture->view = (MdgMapCamera) { 0, 0, 40, WIDTH, HEIGHT, 1 };
  *state = fixture;

  return 0;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  drop (fixture->painter);
  mdg_map_scene_unref (fixture->scene);
  mdg_map_scene_unref (fixture->other);
  g_free (fixture);

  return 0;
}

static void
test_first_picture (void **state)
{
  Fixture *fixture = *state;
  const MdgMapPicture *picture;

  assert_null (mdg_map_painter_get_picture (fixture->painter));
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
  picture = mdg_map_painter_get_picture (fixture->painter);
  assert_int_equal (gdk_texture_get_width (picture->image->texture), (int) ceil (WIDTH * 1.8));
  assert_int_equal (gdk_texture_get_height (picture->image->texture), (int) ceil (HEIGHT * 1.8));
  assert_true (picture->camera.scale == fixture->view.scale);
  assert_ptr_equal (picture->scene, fixture->scene);

  /* The same once more asks for nothing. */
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
}

static void
test_moving (void **state)
{
  Fixture *fixture = *state;

  update (fixture, fixture->scene, 1);
  mdg_map_painter_set_moving (fixture->painter, TRUE);

  /* There is 0.4 of the width on each side, and less than 0.1 is too little. */
  fixture->view.center_x += 0.29 * WIDTH / fixture->view.scale;
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
  fixture->view.center_x += 0.02 * WIDTH / fixture->view.scale;
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
  assert_true (mdg_map_painter_get_picture (fixture->painter)->camera.center_x ==
               fixture->view.center_x);
  fixture->view.center_y -= 0.31 * HEIGHT / fixture->view.scale;
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
}

static void
test_zooming (void **state)
{
  Fixture *fixture = *state;
  double zoom = log2 (fixture->view.scale);

  update (fixture, fixture->scene, 1);
  mdg_map_painter_set_moving (fixture->painter, TRUE);

  fixture->view.scale = exp2 (zoom + 0.24);
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
  fixture->view.scale = exp2 (zoom + 0.26);
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
  /* At half levels on the way, and exactly at the end. */
  assert_true (fmod (log2 (mdg_map_painter_get_picture (fixture->painter)->camera.scale), 0.5) <
               1e-9);
  mdg_map_painter_set_moving (fixture->painter, FALSE);
  settle (fixture, 0);
  assert_true (mdg_map_painter_get_picture (fixture->painter)->camera.scale == fixture->view.scale);
}

/* What is moved after it was zoomed is not left with a picture that has to be scaled. */
static void
test_moving_after_zooming (void **state)
{
  Fixture *fixture = *state;

  update (fixture, fixture->scene, 1);
  mdg_map_painter_set_moving (fixture->painter, TRUE);
  fixture->view.scale *= exp2 (0.2);
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
  fixture->view.center_x += 1 / fixture->view.scale;
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
  assert_true (mdg_map_painter_get_picture (fixture->painter)->camera.scale == fixture->view.scale);
  fixture->view.center_x += 1 / fixture->view.scale;
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
}

static void
test_other_figures (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  const MdgScope scope = { FIXTURE_MONTH, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7 };
  g_autoptr (MdgMapScene) selected =
    mdg_map_scene_new (mdg_boundaries_get_default (NULL), figures, &scope, NULL);

  update (fixture, fixture->scene, 1);

  /* A selection is not in the picture. */
  assert_int_equal (update (fixture, selected, 1), 0);
  assert_ptr_equal (mdg_map_painter_get_picture (fixture->painter)->scene, selected);

  /* First what is seen, then what is around it. */
  assert_int_equal (update (fixture, fixture->other, 1), 2);
  assert_ptr_equal (mdg_map_painter_get_picture (fixture->painter)->scene, fixture->other);
  assert_int_equal (
    gdk_texture_get_width (mdg_map_painter_get_picture (fixture->painter)->image->texture),
    (int) ceil (WIDTH * 1.8));
}

/* Whatever is asked for while a picture is painted, the last wish is what comes out. */
static void
test_last_wish_counts (void **state)
{
  Fixture *fixture = *state;

  for (guint i = 0; i < 9; i++)
    mdg_map_painter_update (fixture->painter, i % 2 == 0 ? fixture->scene : fixture->other,
                            &fixture->view, 1);
  fixture->view.center_x = 3;
  mdg_map_painter_update (fixture->painter, fixture->other, &fixture->view, 1);
  settle (fixture, 0);

  assert_ptr_equal (mdg_map_painter_get_picture (fixture->painter)->scene, fixture->other);
  assert_true (mdg_map_painter_get_picture (fixture->painter)->camera.center_x == 3);
}

static void
test_scale_factor (void **state)
{
  Fixture *fixture = *state;

  update (fixture, fixture->scene, 1);
  assert_int_equal (update (fixture, fixture->scene, 2), 1);
  assert_int_equal (
    gdk_texture_get_width (mdg_map_painter_get_picture (fixture->painter)->image->texture),
    (int) ceil (WIDTH * 1.8) * 2);
}

/* Of a very large window less is kept beyond the edge. */
static void
test_large_window (void **state)
{
  Fixture *fixture = *state;

  fixture->view.width = 3840;
  fixture->view.height = 2160;
  assert_int_equal (update (fixture, fixture->scene, 1), 1);
  mdg_test_assert_in_range (
    gdk_texture_get_width (mdg_map_painter_get_picture (fixture->painter)->image->texture),
    3840 * 1.25, 3840 * 1.45);
}

static void
test_dispose_while_painting (void **state)
{
  Fixture *fixture = *state;
  MdgMapPainter *painter = mdg_map_painter_new ();
  guint n_changed = 0;

  g_signal_connect_swapped (painter, "changed", G_CALLBACK (mdg_test_count_cb), &n_changed);
  mdg_map_painter_update (painter, fixture->scene, &fixture->view, 1);
  assert_true (mdg_map_painter_is_busy (painter));
  g_object_run_dispose (G_OBJECT (painter));
  drop (painter);
  assert_int_equal (n_changed, 0);
}

static void
test_nothing_to_see (void **state)
{
  Fixture *fixture = *state;

  fixture->view.width = 0;
  assert_int_equal (update (fixture, fixture->scene, 1), 0);
  assert_null (mdg_map_painter_get_picture (fixture->painter));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_first_picture, setup, teardown),
    cmocka_unit_test_setup_teardown (test_moving, setup, teardown),
    cmocka_unit_test_setup_teardown (test_zooming, setup, teardown),
    cmocka_unit_test_setup_teardown (test_moving_after_zooming, setup, teardown),
    cmocka_unit_test_setup_teardown (test_other_figures, setup, teardown),
    cmocka_unit_test_setup_teardown (test_last_wish_counts, setup, teardown),
    cmocka_unit_test_setup_teardown (test_scale_factor, setup, teardown),
    cmocka_unit_test_setup_teardown (test_large_window, setup, teardown),
    cmocka_unit_test_setup_teardown (test_dispose_while_painting, setup, teardown),
    cmocka_unit_test_setup_teardown (test_nothing_to_see, setup, teardown),
  };

  return mdg_test_run (tests);
}
