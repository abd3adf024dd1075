/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "core/mdg-core-fixture.h"
#include "core/mdg-event.h"
#include "draw/mdg-chart-fixture.h"

static MdgFigures *figures;

static int
load (void **state)
{
  figures = fixture_load_bundle ();

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);

  return 0;
}

static int
restore (void **state)
{
  mdg_language_set (MDG_LANGUAGE_ENGLISH);

  return 0;
}

static MdgChartLayout *
lay_out (MdgChartScene *scene, MdgChartParts parts, double width, double height, double text_scale)
{
  g_autoptr (MdgChartStyle) style = mdg_chart_style_new (MDG_PALETTE_LIGHT);

  style->text_scale = text_scale;

  return mdg_chart_scene_lay_out (scene, NULL, style, parts, width, height);
}

static void
check_texts (MdgChartLayout *layout)
{
  guint n_items = mdg_chart_layout_get_n_items (layout);

  for (guint i = 0; i < n_items; i++)
    {
      const MdgChartItem *a = mdg_chart_layout_get_item (layout, i);

      if (a->kind != MDG_CHART_ITEM_TEXT)
        continue;
      if (a->x < 0 || a->x + a->width > mdg_chart_layout_get_width (layout) + 1 || a->y < 0 ||
          a->y + a->height > mdg_chart_layout_get_height (layout) + 0.5)
        fail_msg ("\"%s\" at %g, %g, %g wide leaves the chart, which is %g x %g",
                  pango_layout_get_text (a->text), a->x, a->y, a->width,
                  mdg_chart_layout_get_width (layout), mdg_chart_layout_get_height (layout));
      for (guint j = i + 1; j < n_items; j++)
        {
          const MdgChartItem *b = mdg_chart_layout_get_item (layout, j);

          if (b->kind == MDG_CHART_ITEM_TEXT && a->x < b->x + b->width - 0.5 &&
              b->x < a->x + a->width - 0.5 && a->y < b->y + b->height - 0.5 &&
              b->y < a->y + a->height - 0.5)
            fail_msg ("\"%s\" and \"%s\" overlap in a chart %g wide",
                      pango_layout_get_text (a->text), pango_layout_get_text (b->text),
                      mdg_chart_layout_get_width (layout));
        }
    }
}

/* A ring round a mark may reach a little beyond the chart. */
static void
check_points (MdgChartScene *scene, MdgChartLayout *layout)
{
  for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
    {
      cairo_rectangle_t mark;
      cairo_rectangle_t picked;
      int index;

      mdg_chart_layout_get_point (layout, i, &mark);
      assert_true (mark.width > 0 && mark.height > 0);
      assert_true (mark.x >= -8 && mark.x + mark.width <= mdg_chart_layout_get_width (layout) + 8);
      assert_true (mark.y >= -8 &&
                   mark.y + mark.height <= mdg_chart_layout_get_height (layout) + 8);

      /* Where two marks lie on each other, either is right. */
      index = mdg_chart_layout_pick (layout, mark.x + mark.width / 2, mark.y + mark.height / 2);
      assert_true (index >= 0);
      mdg_chart_layout_get_point (layout, (guint) index, &picked);
      assert_true (picked.x <= mark.x + mark.width / 2 &&
                   picked.x + picked.width >= mark.x + mark.width / 2);
    }
}

static void
check_all (double text_scale)
{
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);

      for (double width = 240; width <= 1200; width *= chart == CHART_RANKING ? 1.45 : 1.13)
        {
          g_autoptr (MdgChartLayout) layout =
            lay_out (scene, MDG_CHART_PARTS_ALL, width, 0, text_scale);

          check_texts (layout);
          check_points (scene, layout);
        }
    }
}

static void
test_no_texts_overlap (void **state)
{
  check_all (1);
  check_all (2);
}

static void
test_no_texts_overlap_in_japanese (void **state)
{
  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  check_all (1);
  check_all (2);
}

static void
test_a_given_height_is_filled (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_TREND);

  for (double height = 300; height < 440; height += 23)
    {
      g_autoptr (MdgChartLayout) layout = lay_out (scene, MDG_CHART_PARTS_PLOT, 500, height, 1);

      check_texts (layout);
      assert_true (mdg_chart_layout_get_height (layout) <= height);
      assert_true (mdg_chart_layout_get_height (layout) > height - 30);
    }
}

/* A trend of figures that are known in some months only, of some qualities. */
static MdgFigures *
make_figures (GRand *rand, guint n_months, gboolean *is_known, MdgQuality *qualities)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "made-up", "2026-01-15", "made-up");

  for (guint i = 0; i < n_months; i++)
    {
      g_autofree char *month = mdg_month_to_string ((MdgMonth) (MDG_MONTH (2023, 1) + i));
      g_autofree char *value = g_strdup_printf ("%d.%02d", g_rand_int_range (rand, 0, 100),
                                                g_rand_int_range (rand, 0, 100));

      /* The first and the last are known, so that the axis is. */
      is_known[i] = i == 0 || i == n_months - 1 || g_rand_int_range (rand, 0, 4) > 0;
      qualities[i] = (MdgQuality) g_rand_int_range (rand, 0, MDG_N_QUALITIES);
      if (is_known[i])
        fixture_add (batch, edition, month, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                     MDG_MEASURE_USAGE_RATE_ONLINE, qualities[i], value);
    }

  return mdg_figures_new (batch);
}

static void
test_gaps_break_the_line (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int round = 0; round < 40; round++)
    {
      guint n_months = (guint) g_rand_int_range (rand, 6, 60);
      g_autofree gboolean *is_known = g_new0 (gboolean, n_months);
      g_autofree MdgQuality *qualities = g_new0 (MdgQuality, n_months);
      g_autoptr (MdgFigures) made_up = make_figures (rand, n_months, is_known, qualities);
      g_autoptr (MdgChartScene) scene = fixture_build (made_up, CHART_TREND);
      g_autoptr (MdgChartLayout) layout = lay_out (scene, MDG_CHART_PARTS_PLOT, 1200, 0, 1);
      double month = 1200.0 / (n_months - 1);
      guint n_pairs = 0;
      guint n_lines = 0;
      guint n_hollow = 0;
      guint n_hollow_marks = 0;
      gboolean has_kind[2] = { FALSE, FALSE };

      for (guint i = 0; i < n_months; i++)
        {
          n_pairs += i > 0 && is_known[i] && is_known[i - 1];
          if (is_known[i] && qualities[i] <= MDG_QUALITY_DERIVED)
            {
              n_hollow++;
              has_kind[qualities[i]] = TRUE;
            }
        }
      for (guint i = 0; i < mdg_chart_layout_get_n_items (layout); i++)
        {
          const MdgChartItem *item = mdg_chart_layout_get_item (layout, i);

          if (item->kind == MDG_CHART_ITEM_LINE && item->ink == MDG_CHART_INK_ACCENT)
            {
              n_lines++;
              assert_true (fabs (item->width) <= month + 0.01);
            }
          n_hollow_marks += item->kind == MDG_CHART_ITEM_MARK && item->stroke > 0;
        }
      assert_int_equal (n_lines, n_pairs);
      /* The legend has one of each kind. */
      assert_int_equal (n_hollow_marks, n_hollow + has_kind[0] + has_kind[1]);
      check_texts (layout);
      check_points (scene, layout);
    }
  g_rand_free (rand);
}

/* All days of the time line, however narrow the chart, have a number each that can be pointed at. */
static void
test_crowded_events (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  gboolean is_known[48];
  MdgQuality qualities[48];
  g_autoptr (MdgFigures) made_up =
    make_figures (rand, G_N_ELEMENTS (is_known), is_known, qualities);
  g_autoptr (MdgChartScene) scene = fixture_build (made_up, CHART_TREND);
  guint n_points = mdg_chart_scene_get_n_points (scene);

  for (double width = 220; width < 1200; width += 37)
    for (double text_scale = 1; text_scale <= 2; text_scale += 0.5)
      {
        g_autoptr (MdgChartLayout) layout =
          lay_out (scene, MDG_CHART_PARTS_PLOT, width, 0, text_scale);

        check_texts (layout);
        check_points (scene, layout);
        for (guint i = n_points - MDG_N_EVENTS; i < n_points; i++)
          {
            cairo_rectangle_t mark;

            assert_true (g_str_has_prefix (mdg_chart_scene_get_point (scene, i)->id, "event/"));
            mdg_chart_layout_get_point (layout, i, &mark);
            assert_int_equal (
              mdg_chart_layout_pick (layout, mark.x + mark.width / 2, mark.y + mark.height / 2), i);
          }
      }
  g_rand_free (rand);
}

static void
test_texts_of_any_trend (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int round = 0; round < 120; round++)
    {
      guint n_months = (guint) g_rand_int_range (rand, 1, 180);
      g_autofree gboolean *is_known = g_new0 (gboolean, n_months);
      g_autofree MdgQuality *qualities = g_new0 (MdgQuality, n_months);
      g_autoptr (MdgFigures) made_up = make_figures (rand, n_months, is_known, qualities);
      g_autoptr (MdgChartScene) scene = fixture_build (made_up, CHART_TREND);
      g_autoptr (MdgChartLayout) layout =
        lay_out (scene, MDG_CHART_PARTS_ALL, g_rand_double_range (rand, 240, 1200), 0,
                 g_rand_double_range (rand, 0.8, 2.5));

      check_texts (layout);
      check_points (scene, layout);
    }
  g_rand_free (rand);
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static void
check_surface (cairo_surface_t *surface, MdgChartLayout *layout, const MdgChartStyle *style)
{
  cairo_t *cr = cairo_create (surface);

  mdg_chart_layout_draw (layout, cr, style);
  assert_int_equal (cairo_status (cr), CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  assert_int_equal (cairo_surface_status (surface), CAIRO_STATUS_SUCCESS);
}

static void
test_any_target (void **state)
{
  g_autoptr (MdgFigures) nothing = fixture_load_nothing ();

  for (guint chart = 0; chart < N_CHARTS; chart++)
    for (guint mode = 0; mode < MDG_N_PALETTE_MODES; mode++)
      {
        g_autoptr (MdgChartStyle) style = mdg_chart_style_new (mode);
        g_autoptr (MdgChartScene) scene =
          fixture_build (mode == MDG_PALETTE_PAPER ? nothing : figures, chart);
        g_autoptr (MdgChartLayout) layout = lay_out (scene, MDG_CHART_PARTS_ALL, 480, 0, 1);
        double height = mdg_chart_layout_get_height (layout);
        gsize n_pdf_bytes = 0;
        gsize n_svg_bytes = 0;
        cairo_surface_t *pdf =
          cairo_pdf_surface_create_for_stream (count_bytes, &n_pdf_bytes, 480, height);
        cairo_surface_t *svg =
          cairo_svg_surface_create_for_stream (count_bytes, &n_svg_bytes, 480, height);
        cairo_surface_t *image =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 480, (int) height);

        check_surface (pdf, layout, style);
        check_surface (svg, layout, style);
        check_surface (image, layout, style);
        assert_true (n_pdf_bytes > 1000);
        assert_true (n_svg_bytes > 1000);
        cairo_surface_destroy (pdf);
        cairo_surface_destroy (svg);
        cairo_surface_destroy (image);
      }
}

static void
test_hidden_ground_picks_nothing (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_TREND);
  g_autoptr (MdgChartLayout) layout = lay_out (scene, MDG_CHART_PARTS_PLOT, 600, 0, 1);

  assert_int_equal (mdg_chart_layout_pick (layout, -50, -50), -1);
  assert_int_equal (mdg_chart_layout_pick (layout, 5, 100), -1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_no_texts_overlap),
    cmocka_unit_test_teardown (test_no_texts_overlap_in_japanese, restore),
    cmocka_unit_test (test_a_given_height_is_filled),
    cmocka_unit_test (test_gaps_break_the_line),
    cmocka_unit_test (test_crowded_events),
    cmocka_unit_test (test_texts_of_any_trend),
    cmocka_unit_test (test_any_target),
    cmocka_unit_test (test_hidden_ground_picks_nothing),
  };

  return mdg_test_run_full (tests, load, unload);
}
