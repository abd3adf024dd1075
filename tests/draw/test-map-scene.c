/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>
#include <string.h>

#include "core/mdg-language.h"
#include "draw/mdg-map-fixture.h"

static gboolean
same_color (MdgColor a, MdgColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Entries cover all prefectures, each once, in order; only those that show bounds may be empty. */
static void
assert_entries (MdgMapScene *scene)
{
  gboolean shows_bounds =
    mdg_class_options_shows_bounds (&mdg_map_scene_get_options (scene)->classes);
  const MdgDecimal *highest = NULL;
  guint n_areas = 0;

  for (guint i = 0; i < mdg_map_scene_get_n_entries (scene); i++)
    {
      const MdgMapEntry *entry = mdg_map_scene_get_entry (scene, i);
      guint n = 0;

      for (MdgArea area = 1; area < MDG_N_AREAS; area++)
        {
          const MdgMapValue *value = mdg_map_scene_get_value (scene, area);

          if (value->entry != i)
            continue;
          n++;
          assert_int_equal (value->known, !entry->hatched);
          if (!value->known)
            continue;
          assert_true (mdg_decimal_compare (value->observation.value, entry->lowest) >= 0);
          assert_true (mdg_decimal_compare (value->observation.value, entry->highest) <= 0);
        }
      assert_int_equal (entry->n_areas, n);
      assert_true (n > 0 || shows_bounds);
      assert_true (*entry->label != '\0');
      n_areas += n;
      if (entry->hatched || n == 0)
        continue;
      if (highest != NULL)
        assert_true (mdg_decimal_compare (*highest, entry->lowest) < 0);
      highest = &entry->highest;
    }
  assert_int_equal (n_areas, MDG_N_PREFECTURES);
}

static void
test_all_known (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (MDG_N_PREFECTURES);
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_known (scene), 47);
  assert_int_equal (mdg_map_scene_get_n_entries (scene), 5);
  assert_string_equal (mdg_map_scene_get_entry (scene, 0)->label, "20.10–21.00%");
  /* Rates without their counts rank nothing, but the keyboard still finds the ends. */
  assert_false (mdg_map_scene_has_ranks (scene));
  assert_int_equal (mdg_map_scene_get_value (scene, 47)->rank, 0);
  assert_int_equal (mdg_map_scene_get_value (scene, 47)->extreme, MDG_EXTREME_NONE);
  assert_int_equal (mdg_map_scene_get_first (scene), 47);
  assert_int_equal (mdg_map_scene_get_last (scene), 1);
}

static void
test_thirty_known (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (30);
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  const MdgMapEntry *last;
  g_autofree char *text = NULL;
  g_autofree char *summary = NULL;

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_known (scene), 30);
  assert_int_equal (mdg_map_scene_get_n_entries (scene), 6);
  last = mdg_map_scene_get_entry (scene, 5);
  assert_true (last->hatched);
  assert_int_equal (last->n_areas, 17);
  assert_string_equal (last->label, "No data");
  assert_true (mdg_map_scene_is_hatched (scene, 31));
  assert_false (mdg_map_scene_is_hatched (scene, 30));
  assert_int_equal (mdg_map_scene_get_first (scene), 30);

  text = mdg_map_scene_dup_area_text (scene, 40);
  assert_string_equal (text, "No data");
  summary = mdg_map_scene_dup_summary (scene);
  mdg_test_assert_contains (summary, "30 of 47");
}

static void
test_nothing_known (void **state)
{
  g_autoptr (MdgMapScene) scene = fixture_scene_new (NULL, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_entries (scene), 1);
  assert_int_equal (mdg_map_scene_get_first (scene), MDG_AREA_NONE);
  assert_null (mdg_map_scene_dup_source (scene));
  assert_null (mdg_map_scene_dup_range (scene));
}

static void
test_one_value (void **state)
{
  static const FixtureCell cell = { 13, MDG_MEASURE_USAGE_RATE_ONLINE, 3495, 2 };
  g_autoptr (MdgFigures) figures = fixture_figures_new (&cell, 1);
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  g_autofree char *range = mdg_map_scene_dup_range (scene);

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_entries (scene), 2);
  assert_string_equal (mdg_map_scene_get_entry (scene, 0)->label, "34.95%");
  assert_string_equal (range, "34.95%");
}

static void
test_ranks_and_extremes (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);

  assert_true (mdg_map_scene_has_ranks (scene));
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgMapValue *value = mdg_map_scene_get_value (scene, area);

      assert_int_equal (value->rank, area);
      assert_int_equal (value->extreme, area <= 5    ? MDG_EXTREME_TOP
                                        : area >= 43 ? MDG_EXTREME_BOTTOM
                                                     : MDG_EXTREME_NONE);
      assert_true (value->has_change);
    }
  assert_int_equal (mdg_map_scene_get_first (scene), 1);
  assert_int_equal (mdg_map_scene_get_last (scene), 47);
}

/* Counts rank by themselves, and equal ones share a rank. */
static void
test_ties (void **state)
{
  FixtureCell cells[MDG_N_PREFECTURES];
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (MdgMapScene) scene = NULL;

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    cells[i] = (FixtureCell) { (MdgArea) (i + 1), MDG_MEASURE_DRUG_VIEWS, 1000 - 10 * (i / 2), 0 };
  figures = fixture_figures_new (cells, MDG_N_PREFECTURES);
  scene = fixture_scene_new (figures, MDG_MEASURE_DRUG_VIEWS, NULL);

  assert_true (mdg_map_scene_has_ranks (scene));
  assert_int_equal (mdg_map_scene_get_value (scene, 1)->rank, 1);
  assert_int_equal (mdg_map_scene_get_value (scene, 2)->rank, 1);
  assert_int_equal (mdg_map_scene_get_value (scene, 3)->rank, 3);
  assert_int_equal (mdg_map_scene_get_value (scene, 47)->rank, 47);
  assert_false (mdg_map_scene_get_value (scene, 1)->has_change);
}

/* For a rank less is better: the first have the colour of much. */
static void
test_rank_as_measure (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_RANK, NULL);

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_first (scene), 1);
  assert_true (
    same_color (mdg_map_scene_get_color (scene, 1),
                mdg_palette_get_sequential (MDG_PALETTE_SCHEME_SEA, MDG_PALETTE_LIGHT, 4, 5)));
  assert_true (
    same_color (mdg_map_scene_get_color (scene, 47),
                mdg_palette_get_sequential (MDG_PALETTE_SCHEME_SEA, MDG_PALETTE_LIGHT, 0, 5)));
}

static void
test_changes_diverge_at_zero (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_CHANGE_POINTS, NULL);
  guint n_below = 0;

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_entries (scene), 5);
  for (guint i = 0; i < 5; i++)
    {
      const MdgMapEntry *entry = mdg_map_scene_get_entry (scene, i);

      /* No class reaches over zero. */
      assert_true ((entry->lowest.digits < 0) == (entry->highest.digits < 0));
      n_below += entry->highest.digits < 0;
    }
  /* 15 of 47 fell. */
  assert_int_equal (n_below, 2);
  assert_string_equal (mdg_map_scene_get_entry (scene, 4)->label, "+2.15 – +3.15");
  assert_true (same_color (mdg_map_scene_get_entry (scene, 0)->color,
                           mdg_palette_get_diverging (MDG_PALETTE_LIGHT, 0, 2, 3)));
}

/* Each method, on rates and on changes of all and of some prefectures. */
static void
test_every_method (void **state)
{
  for (guint round = 0; round < 4 * MDG_N_CLASS_METHODS; round++)
    {
      gboolean changes = round % 2 == 1;
      g_autoptr (MdgFigures) figures =
        changes ? fixture_figures_counts () : fixture_figures_rates (round % 4 < 2 ? 47 : 30);
      MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
      g_autoptr (MdgMapScene) scene = NULL;
      g_autofree char *distribution = NULL;
      MdgDecimal goodness;

      options.classes.method = round / 4;
      options.classes.n_classes = 3 + round % 7;
      scene = fixture_scene_new (
        figures, changes ? MDG_MEASURE_CHANGE_POINTS : MDG_MEASURE_USAGE_RATE_ONLINE, &options);
      assert_entries (scene);
      assert_true (mdg_map_scene_get_goodness (scene, &goodness));
      mdg_test_assert_in_range (goodness.digits, 0, 1000);
      distribution = mdg_map_scene_dup_distribution (scene);
      mdg_test_assert_contains (distribution, "prefectures");
      for (guint i = 0; i < mdg_map_scene_get_n_entries (scene); i++)
        {
          const MdgMapEntry *entry = mdg_map_scene_get_entry (scene, i);

          /* What fell is never in the colour of what rose. */
          if (changes && !entry->hatched && entry->n_areas > 0)
            assert_true ((entry->lowest.digits < 0) == (entry->highest.digits < 0));
        }
    }
}

static void
test_labels_of_bounds (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (47);
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) pretty = NULL;
  g_autoptr (MdgMapScene) chosen = NULL;
  g_autoptr (MdgMapScene) shared = NULL;
  g_autofree char *no_note = NULL;
  g_autofree char *note = NULL;

  options.classes.method = MDG_CLASS_METHOD_PRETTY;
  pretty = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  assert_string_equal (mdg_map_scene_get_entry (pretty, 0)->label, "20–21%");
  no_note = mdg_map_scene_dup_scale_note (pretty);
  assert_null (no_note);

  options.classes.method = MDG_CLASS_METHOD_USER_BREAKS;
  assert_true (
    mdg_class_breaks_parse ("10 21.5 60", &options.classes.breaks[MDG_UNIT_PERCENT], NULL));
  chosen = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  assert_entries (chosen);
  assert_int_equal (mdg_map_scene_get_n_entries (chosen), 4);
  assert_string_equal (mdg_map_scene_get_entry (chosen, 0)->label, "10.0% or less");
  assert_string_equal (mdg_map_scene_get_entry (chosen, 1)->label, "10.0–21.5%");
  assert_string_equal (mdg_map_scene_get_entry (chosen, 3)->label, "over 60.0%");
  assert_int_equal (mdg_map_scene_get_entry (chosen, 3)->n_areas, 0);

  options.classes = (MdgClassOptions) MDG_CLASS_OPTIONS_INIT;
  options.classes.pool = MDG_CLASS_POOL_MONTHS;
  shared = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  assert_entries (shared);
  note = mdg_map_scene_dup_scale_note (shared);
  assert_string_equal (note, "Same scale for all months");
}

static void
test_isolated (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_rates (30);
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) all = NULL;
  g_autoptr (MdgMapScene) one = NULL;
  g_autoptr (MdgMapScene) beyond = NULL;
  MdgColor muted = mdg_palette_get_role (MDG_PALETTE_LIGHT, MDG_PALETTE_MUTED);

  all = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  options.isolated = 2;
  one = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);
  options.isolated = 6;
  beyond = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &options);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      gboolean shown = mdg_map_scene_get_value (one, area)->entry == 2;

      assert_true (same_color (mdg_map_scene_get_color (one, area),
                               shown ? mdg_map_scene_get_color (all, area) : muted));
      assert_false (mdg_map_scene_is_hatched (one, area));
    }
  assert_false (mdg_map_scene_same_picture (all, one));
  assert_true (mdg_map_scene_same_picture (all, beyond));
  assert_int_equal (mdg_map_scene_get_options (beyond)->isolated, -1);
}

/* Selecting a prefecture asks for no new picture; other figures do. */
static void
test_same_picture (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgFigures) others = fixture_figures_rates (47);
  MdgScope scope = { FIXTURE_MONTH, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7 };
  MdgMapOptions dark = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) nation = NULL;
  g_autoptr (MdgMapScene) selected = NULL;
  g_autoptr (MdgMapScene) other = NULL;
  g_autoptr (MdgMapScene) night = NULL;

  dark.palette = MDG_PALETTE_DARK;
  nation = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  selected = mdg_map_scene_new (mdg_boundaries_get_default (NULL), figures, &scope, NULL);
  other = fixture_scene_new (others, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  night = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, &dark);

  assert_true (mdg_map_scene_same_picture (nation, selected));
  assert_false (mdg_map_scene_same_picture (nation, other));
  assert_false (mdg_map_scene_same_picture (nation, night));
}

static void
test_texts (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  g_autofree char *area_text = mdg_map_scene_dup_area_text (scene, 7);
  g_autofree char *tooltip = mdg_map_scene_dup_tooltip (scene, 7);
  g_autofree char *reading = mdg_map_scene_dup_reading (scene, 7);
  g_autofree char *title = mdg_map_scene_dup_title (scene);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (scene);
  g_autofree char *source = mdg_map_scene_dup_source (scene);

  assert_string_equal (area_text, "56.50%, 7th of 47, −0.85\u00a0pt from the month before, "
                                  "class 5 of 5: 55.00–59.50%, Printed");
  assert_string_equal (
    tooltip, "Fukushima\n56.50%\n−0.85\u00a0pt from the month before\n7th of 47\nPrinted");
  assert_string_equal (reading, "56.50% (−0.85\u00a0pt), 7th of 47, Printed");
  mdg_test_assert_contains (title, "online basis");
  mdg_test_assert_contains (subtitle, "October 2025");
  assert_string_equal (source, "A deck (13 November 2025) · Printed 47");
  mdg_test_assert_contains (mdg_map_get_credit (), "国土数値情報（行政区域データ）");
  mdg_test_assert_contains (mdg_map_get_credit (), "CC BY 4.0");
}

static void
test_texts_in_japanese (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  g_autoptr (MdgMapScene) scene = NULL;
  g_autofree char *tooltip = NULL;

  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  tooltip = mdg_map_scene_dup_tooltip (scene, 7);
  mdg_language_set (MDG_LANGUAGE_ENGLISH);

  assert_true (g_str_has_prefix (tooltip, "福島県\n"));
}

/* The bundled figures as the deck prints them. */
static void
test_bundle (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_figures_bundle ();
  g_autoptr (MdgMapScene) scene = fixture_scene_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, NULL);
  const MdgScope march = { MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                           MDG_AREA_NATIONAL };
  g_autoptr (MdgMapScene) partial = NULL;
  g_autofree char *okinawa = mdg_map_scene_dup_value_text (scene, 47);

  assert_entries (scene);
  assert_int_equal (mdg_map_scene_get_n_known (scene), 47);
  assert_string_equal (okinawa, "23.96%");
  assert_int_equal (mdg_map_scene_get_last (scene), 47);
  assert_true (mdg_map_scene_has_ranks (scene));

  partial = mdg_map_scene_new (mdg_boundaries_get_default (NULL), figures, &march, NULL);
  assert_entries (partial);
  assert_int_equal (mdg_map_scene_get_n_known (partial), 30);
  assert_false (mdg_map_scene_has_ranks (partial));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_all_known),
    cmocka_unit_test (test_thirty_known),
    cmocka_unit_test (test_nothing_known),
    cmocka_unit_test (test_one_value),
    cmocka_unit_test (test_ranks_and_extremes),
    cmocka_unit_test (test_ties),
    cmocka_unit_test (test_rank_as_measure),
    cmocka_unit_test (test_changes_diverge_at_zero),
    cmocka_unit_test (test_every_method),
    cmocka_unit_test (test_labels_of_bounds),
    cmocka_unit_test (test_isolated),
    cmocka_unit_test (test_same_picture),
    cmocka_unit_test (test_texts),
    cmocka_unit_test (test_texts_in_japanese),
    cmocka_unit_test (test_bundle),
  };

  return mdg_test_run (tests);
}
