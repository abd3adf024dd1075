/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "draw/mdg-chart-counts.h"

static MdgChartScene *
new_scene (const MdgChartCount *counts, guint n_counts)
{
  return mdg_chart_counts_new ("Cases", "November 2026", "Case", counts, n_counts);
}

static void
test_each_count_is_a_bar_and_a_row (void **state)
{
  const MdgChartCount counts[] = { { "a", "A case", 1200 },
                                   { "b", "Another", 300 },
                                   { "c", "C", 1 } };
  g_autoptr (MdgChartScene) scene = new_scene (counts, G_N_ELEMENTS (counts));
  MdgChartTable *table = mdg_chart_scene_get_table (scene);

  assert_string_equal (mdg_chart_scene_get_title (scene), "Cases");
  assert_string_equal (mdg_chart_scene_get_subtitle (scene), "November 2026");
  mdg_test_assert_contains (mdg_chart_scene_get_description (scene), "1,501 in all");
  mdg_test_assert_contains (mdg_chart_scene_get_description (scene), "A case, 1,200");
  assert_int_equal (mdg_chart_scene_get_n_points (scene), 3);
  assert_int_equal (mdg_chart_scene_find_point (scene, "b"), 1);
  assert_string_equal (mdg_chart_scene_get_point (scene, 1)->text, "Another: 300.");
  assert_int_equal (mdg_chart_table_get_n_rows (table), 3);
  assert_string_equal (mdg_chart_table_get_title (table, 0), "Case");
  assert_string_equal (mdg_chart_table_get_cell (table, 0, 0), "A case");
  assert_string_equal (mdg_chart_table_get_cell (table, 0, 1), "1,200");
}

static void
test_bars_are_as_long_as_the_counts (void **state)
{
  const MdgChartCount counts[] = { { "a", "A", 40 }, { "b", "B", 20 }, { "c", "C", 10 } };
  g_autoptr (MdgChartScene) scene = new_scene (counts, G_N_ELEMENTS (counts));
  g_autoptr (MdgChartStyle) style = mdg_chart_style_new (MDG_PALETTE_LIGHT);
  g_autoptr (MdgChartLayout) layout =
    mdg_chart_scene_lay_out (scene, NULL, style, MDG_CHART_PARTS_PLOT, 500, 0);
  double widths[3];

  for (guint i = 0; i < 3; i++)
    {
      cairo_rectangle_t place;

      mdg_chart_layout_get_point (layout, i, &place);
      /* The mark has room for the focus ring around the bar. */
      widths[i] = place.width - 4;
    }
  assert_true (widths[2] > 0);
  assert_true (ABS (widths[0] - 2 * widths[1]) < 2);
  assert_true (ABS (widths[1] - 2 * widths[2]) < 2);
}

static void
test_nothing_counted (void **state)
{
  g_autoptr (MdgChartScene) scene = new_scene (NULL, 0);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 0);
  assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)), 0);
  assert_string_equal (mdg_chart_scene_get_description (scene), "Cases");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_each_count_is_a_bar_and_a_row),
    cmocka_unit_test (test_bars_are_as_long_as_the_counts),
    cmocka_unit_test (test_nothing_counted),
  };

  return mdg_test_run (tests);
}
