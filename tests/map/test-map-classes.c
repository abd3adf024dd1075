/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-window.h"

#include "core/mdg-class-options.h"

/* The linker puts the second in place of the function, and counts thereby how often it is called. */
gboolean __real_mdg_class_options_compute (const MdgClassOptions *self,
                                           MdgFigures *figures,
                                           const MdgScope *scope,
                                           MdgClasses *classes);
gboolean __wrap_mdg_class_options_compute (const MdgClassOptions *self,
                                           MdgFigures *figures,
                                           const MdgScope *scope,
                                           MdgClasses *classes);
static guint n_cut;

gboolean
__wrap_mdg_class_options_compute (const MdgClassOptions *self,
                                  MdgFigures *figures,
                                  const MdgScope *scope,
                                  MdgClasses *classes)
{
  n_cut++;

  return __real_mdg_class_options_compute (self, figures, scope, classes);
}

static int
setup (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_bundle ();
  MapWindow *self;

  map_window_setup (state);
  self = *state;
  mdg_figure_model_set_figures (self->model, figures);
  n_cut = 0;

  return 0;
}

static void
show (MapWindow *self, MdgMonth month, MdgFacilityType type)
{
  const MdgScope scope = { month, MDG_MEASURE_USAGE_RATE_ONLINE, type, 7 };

  mdg_figure_model_set_scope (self->model, &scope);
  assert_true (mdg_scope_equal (mdg_figure_model_get_scope (self->model), &scope));
}

static void
set_classes (MapWindow *self, MdgClassPool pool)
{
  const MdgClassOptions classes = { .method = MDG_CLASS_METHOD_NATURAL_BREAKS,
                                    .n_classes = 5,
                                    .pool = pool };

  mdg_map_view_set_classes (self->view, &classes);
}

/* The bounds are those of a map that was made from nothing. */
static void
assert_fresh (MapWindow *self)
{
  MdgMapScene *scene = mdg_map_view_get_scene (self->view);
  g_autoptr (MdgMapScene) fresh = mdg_map_scene_new (
    mdg_boundaries_get_default (NULL), mdg_figure_model_get_figures (self->model),
    mdg_map_scene_get_scope (scene), mdg_map_scene_get_options (scene));
  const MdgClasses *a = mdg_map_scene_get_classes (scene);
  const MdgClasses *b = mdg_map_scene_get_classes (fresh);

  assert_int_equal (a->n_classes, b->n_classes);
  for (guint i = 0; i <= a->n_classes; i++)
    assert_int_equal (mdg_decimal_compare (a->bounds[i], b->bounds[i]), 0);
  for (guint i = 0; i < a->n_classes; i++)
    assert_int_equal (a->counts[i], b->counts[i]);
  assert_true (mdg_map_scene_same_picture (scene, fresh));
}

/* Neither choosing a prefecture nor how the map looks has to do with the classes. */
static void
test_not_for_selection (void **state)
{
  MapWindow *self = *state;
  MdgMapScene *scene = mdg_map_view_get_scene (self->view);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      mdg_figure_model_set_area (self->model, area);
      assert_int_equal (mdg_area_layer_get_selected_area (self->layer), area);
    }
  mdg_figure_model_set_area (self->model, MDG_AREA_NATIONAL);
  assert_ptr_equal (mdg_map_view_get_scene (self->view), scene);
  g_object_set (self->view, "show-extremes", TRUE, "high-contrast", TRUE, "isolated-entry", 1,
                NULL);
  assert_ptr_not_equal (mdg_map_view_get_scene (self->view), scene);
  assert_int_equal (n_cut, 0);
  assert_fresh (*state);
}

static void
test_for_other_figures (void **state)
{
  MapWindow *self = *state;
  g_autoptr (MdgFigures) figures = fixture_figures_bundle ();

  show (self, MDG_MONTH (2025, 9), MDG_FACILITY_ALL);
  assert_int_equal (n_cut, 1);
  assert_fresh (self);
  n_cut = 0;
  show (self, MDG_MONTH (2025, 10), MDG_FACILITY_PHARMACY);
  assert_int_equal (n_cut, 1);
  assert_fresh (self);
  n_cut = 0;
  set_classes (self, MDG_CLASS_POOL_NONE);
  assert_int_equal (n_cut, 1);
  assert_fresh (self);
  n_cut = 0;
  mdg_figure_model_set_figures (self->model, figures);
  assert_true (n_cut > 0);
}

/* Bounds that come from all months are those of each. */
static void
test_not_for_months_of_one_pool (void **state)
{
  MapWindow *self = *state;

  show (self, MDG_MONTH (2025, 10), MDG_FACILITY_ALL);
  set_classes (self, MDG_CLASS_POOL_MONTHS);
  n_cut = 0;
  show (self, MDG_MONTH (2025, 9), MDG_FACILITY_ALL);
  assert_int_equal (n_cut, 0);
  assert_fresh (self);
  n_cut = 0;
  show (self, MDG_MONTH (2024, 3), MDG_FACILITY_ALL);
  assert_int_equal (n_cut, 0);
  assert_fresh (self);
  n_cut = 0;
  show (self, MDG_MONTH (2025, 10), MDG_FACILITY_PHARMACY);
  assert_int_equal (n_cut, 1);
  assert_fresh (self);

  set_classes (self, MDG_CLASS_POOL_MONTHS | MDG_CLASS_POOL_FACILITY_TYPES);
  n_cut = 0;
  show (self, MDG_MONTH (2025, 10), MDG_FACILITY_ALL);
  assert_int_equal (n_cut, 0);
  assert_fresh (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_not_for_selection, setup, map_window_teardown),
    cmocka_unit_test_setup_teardown (test_for_other_figures, setup, map_window_teardown),
    cmocka_unit_test_setup_teardown (test_not_for_months_of_one_pool, setup, map_window_teardown),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
