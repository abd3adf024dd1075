/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-area-table.h"
#include "core/mdg-bundle.h"
#include "core/mdg-format.h"
#include "core/mdg-scope.h"

#define OCTOBER MDG_MONTH (2025, 10)
#define N_ROUNDS 200

static int
group_setup (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_bundle_load (NULL);

  *state = mdg_figures_new (batch);

  return 0;
}

static int
group_teardown (void **state)
{
  mdg_figures_unref (*state);

  return 0;
}

/* The deck's text without its spaces, since two of its rows have lost one. */
static char *
read_deck (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MDG_TEST_SRCDIR"),
                                            "data/datasets/sources/mhlw-deck-2025-11-13.txt", NULL);
  char *text = NULL;
  char *out;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  out = text;
  for (const char *in = text; *in != '\0'; in++)
    if (*in != ' ' && *in != '\n' && *in != '\r')
      *out++ = *in;
  *out = '\0';

  return text;
}

/* A row as slides 13 to 16 print it, without spaces. */
static char *
print_row (MdgAreaTable *table, guint row)
{
  MdgArea area = mdg_area_table_get_row (table, row).area;
  g_autofree char *rate = mdg_decimal_to_string (mdg_area_table_get_cell (table, row, 3).value);
  g_autofree char *part = mdg_format_count (mdg_area_table_get_cell (table, row, 4).value.digits);
  g_autofree char *whole = mdg_format_count (mdg_area_table_get_cell (table, row, 5).value.digits);

  return g_strdup_printf ("%d(%d)%s%s%%%s%s",
                          (int) mdg_area_table_get_cell (table, row, 0).value.digits,
                          (int) mdg_area_table_get_cell (table, row, 1).value.digits,
                          mdg_area_get_short_name (area), rate, part, whole);
}

/* Column by column and row by row, the preset is what the ministry printed. */
static void
test_the_ministrys_form_is_in_the_deck (void **state)
{
  g_autofree char *deck = read_deck ();

  for (MdgFacilityType type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      MdgAreaTableOptions options;
      g_autoptr (MdgAreaTable) table = NULL;
      const char *last = NULL;

      mdg_area_table_options_init_ministry (&options, OCTOBER, type);
      table = mdg_area_table_new (*state, &options);
      assert_int_equal (mdg_area_table_get_n_columns (table), 6);
      assert_true (mdg_area_table_get_column (table, 2).is_name);
      assert_int_equal (mdg_area_table_get_n_rows (table), MDG_N_PREFECTURES + 1);
      assert_int_equal (mdg_area_table_get_n_known (table), MDG_N_PREFECTURES);

      for (guint row = 0; row < MDG_N_PREFECTURES; row++)
        {
          g_autofree char *printed = print_row (table, row);
          const char *found = strstr (deck, printed);

          assert_int_equal (mdg_area_table_get_cell (table, row, 0).value.digits, row + 1);
          if (found == NULL)
            fail_msg ("not in the deck: %s", printed);
          assert_true (last == NULL || found > last);
          last = found;
        }
      assert_int_equal (mdg_area_table_get_row (table, MDG_N_PREFECTURES).area, MDG_AREA_NATIONAL);
    }
}

static MdgAreaTable *
create_all (MdgFigures *figures, gboolean by_region, MdgAreaColumn order, gboolean descending)
{
  const MdgAreaTableOptions options = {
    .month = OCTOBER,
    .measures = mdg_scope_list_measures (figures),
    .facility_types = (1u << (MDG_FACILITY_PHARMACY + 1)) - 1,
    .by_region = by_region,
    .order = order,
    .descending = descending,
  };

  return mdg_area_table_new (figures, &options);
}

/* Whatever it is ordered by: everybody once, each below its own region, what is unknown last. */
static void
test_any_order_has_all_prefectures (void **state)
{
  g_autoptr (MdgAreaTable) first = create_all (*state, FALSE, (MdgAreaColumn) { TRUE }, FALSE);
  guint n_columns = mdg_area_table_get_n_columns (first);

  for (guint i = 0; i < n_columns * 4; i++)
    {
      gboolean descending = i & 1;
      gboolean by_region = i & 2;
      guint column = i / 4;
      MdgAreaColumn order = mdg_area_table_get_column (first, column);
      g_autoptr (MdgAreaTable) table = create_all (*state, by_region, order, descending);
      guint n_rows = mdg_area_table_get_n_rows (table);
      guint64 seen = 0;

      assert_int_equal (n_rows, MDG_N_AREAS + (by_region ? MDG_N_REGIONS - 1 : 0));
      for (guint row = 0; row < n_rows; row++)
        {
          MdgAreaRow what = mdg_area_table_get_row (table, row);
          MdgAreaRow before = mdg_area_table_get_row (table, row > 0 ? row - 1 : 0);
          MdgAreaCell cell = mdg_area_table_get_cell (table, row, column);
          MdgAreaCell cell_before = mdg_area_table_get_cell (table, row > 0 ? row - 1 : 0, column);
          int difference;

          if (what.area == MDG_AREA_NATIONAL)
            {
              assert_int_equal (row, n_rows - 1);
              continue;
            }
          if (what.area == MDG_AREA_NONE)
            {
              assert_true (by_region && what.region == before.region + (row > 0));
              continue;
            }

          assert_false (seen & (G_GUINT64_CONSTANT (1) << what.area));
          seen |= G_GUINT64_CONSTANT (1) << what.area;
          assert_int_equal (what.region, mdg_area_get_region (what.area));
          if (row == 0 || before.area == MDG_AREA_NONE || order.is_name)
            continue;
          if (by_region)
            assert_int_equal (what.region, before.region);
          assert_true (cell_before.is_known || !cell.is_known);
          if (!cell.is_known)
            continue;
          difference = mdg_decimal_compare (cell_before.value, cell.value);
          assert_true (descending ? difference >= 0 : difference <= 0);
          assert_true (difference != 0 || before.area < what.area);
        }
      assert_true (seen == (G_GUINT64_CONSTANT (1) << MDG_N_AREAS) - 2);
    }
}

static MdgAreaCell
find (MdgAreaTable *table, MdgArea area, MdgMeasure measure, MdgFacilityType type, guint *column)
{
  const MdgAreaColumn wanted = { FALSE, measure, type };

  for (*column = 0; *column < mdg_area_table_get_n_columns (table); (*column)++)
    {
      MdgAreaColumn what = mdg_area_table_get_column (table, *column);

      if (!mdg_area_column_equal (&what, &wanted))
        continue;
      for (guint row = 0; row < mdg_area_table_get_n_rows (table); row++)
        if (mdg_area_table_get_row (table, row).area == area)
          return mdg_area_table_get_cell (table, row, *column);
    }
  fail_msg ("no such column");

  return (MdgAreaCell) { 0 };
}

/* Laws 2 and 3 on any choice of prefectures; a mean of rates would fail at once. */
static void
test_any_choice_adds_up (void **state)
{
  g_autoptr (MdgAreaTable) table = create_all (*state, FALSE, (MdgAreaColumn) { TRUE }, FALSE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251113);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      MdgFacilityType type = g_rand_int_range (rand, 0, MDG_FACILITY_PHARMACY + 1);
      int share = g_rand_int_range (rand, 1, 101);
      MdgArea areas[MDG_N_PREFECTURES];
      gint64 part = 0;
      gint64 whole = 0;
      guint n = 0;
      guint column;
      MdgAreaCell sum;
      MdgDecimal rate;

      for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
        {
          if (g_rand_int_range (rand, 0, 100) >= share)
            continue;
          areas[n++] = area;
          part += find (table, area, MDG_MEASURE_MNC_COUNT, type, &column).value.digits;
          whole += find (table, area, MDG_MEASURE_VERIFICATION_COUNT, type, &column).value.digits;
        }

      sum = mdg_area_table_sum (table, areas, n, column);
      assert_int_equal (sum.is_known, n > 0);
      assert_int_equal (sum.value.digits, whole);
      find (table, 1, MDG_MEASURE_MNC_COUNT, type, &column);
      assert_int_equal (mdg_area_table_sum (table, areas, n, column).value.digits, part);
      find (table, 1, MDG_MEASURE_USAGE_RATE_ONLINE, type, &column);
      sum = mdg_area_table_sum (table, areas, n, column);
      assert_int_equal (sum.is_known, n > 0);
      if (n > 0)
        {
          assert_true (mdg_decimal_percent_ratio (part, whole, 2, &rate));
          assert_int_equal (mdg_decimal_compare (sum.value, rate), 0);
        }
      find (table, 1, MDG_MEASURE_RANK, type, &column);
      assert_false (mdg_area_table_sum (table, areas, n, column).is_known);
    }
}

/* All 47 together are what the ministry prints of the nation. */
static void
test_all_prefectures_are_the_nation (void **state)
{
  g_autoptr (MdgAreaTable) table = create_all (*state, FALSE, (MdgAreaColumn) { TRUE }, FALSE);
  const MdgMeasure measures[] = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_MNC_COUNT,
                                  MDG_MEASURE_VERIFICATION_COUNT };
  MdgArea areas[MDG_N_PREFECTURES];
  guint n = mdg_region_get_areas (MDG_REGION_NONE, areas);

  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
      {
        guint column;
        MdgAreaCell nation = find (table, MDG_AREA_NATIONAL, measures[i], type, &column);
        MdgAreaCell sum = mdg_area_table_sum (table, areas, n, column);

        assert_true (nation.is_known && nation.observation != NULL);
        assert_true (sum.is_known && sum.observation == NULL);
        assert_int_equal (mdg_decimal_compare (nation.value, sum.value), 0);
        assert_int_equal (nation.edition, sum.edition);
      }
}

/* Where one prefecture is not known, the total of its region is not known either. */
static void
test_a_gap_leaves_no_total (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_bundle_load (NULL);
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (MdgAreaTable) table = NULL;

  for (guint i = batch->observations->len; i > 0; i--)
    {
      const MdgObservation *figure = &g_array_index (batch->observations, MdgObservation, i - 1);

      if (figure->area == 13 && figure->facility_type == MDG_FACILITY_PHARMACY &&
          figure->measure == MDG_MEASURE_MNC_COUNT)
        g_array_remove_index (batch->observations, i - 1);
    }
  figures = mdg_figures_new (batch);
  table = create_all (figures, TRUE, (MdgAreaColumn) { TRUE }, FALSE);

  for (guint row = 0; row < mdg_area_table_get_n_rows (table); row++)
    {
      MdgAreaRow what = mdg_area_table_get_row (table, row);
      const MdgAreaColumn counts = { FALSE, MDG_MEASURE_MNC_COUNT, MDG_FACILITY_PHARMACY };

      for (guint i = 0; what.area == MDG_AREA_NONE && i < mdg_area_table_get_n_columns (table); i++)
        {
          MdgAreaColumn column = mdg_area_table_get_column (table, i);

          if (mdg_area_column_equal (&column, &counts))
            assert_int_equal (mdg_area_table_get_cell (table, row, i).is_known,
                              what.region != MDG_REGION_KANTO);
        }
    }
}

/* A table of several types says of which type each column is. */
static void
test_titles (void **state)
{
  g_autoptr (MdgAreaTable) all = create_all (*state, TRUE, (MdgAreaColumn) { TRUE }, FALSE);
  g_autofree char *title = mdg_area_table_dup_column_title (all, 1);
  g_autofree char *name = mdg_area_table_dup_row_name (all, 3);
  g_autoptr (MdgAreaTable) form = NULL;
  g_autofree char *previous = NULL;
  MdgAreaTableOptions options;

  assert_string_equal (title, "All facilities: Rank");
  assert_string_equal (name, "Aomori");
  mdg_area_table_options_init_ministry (&options, OCTOBER, MDG_FACILITY_HOSPITAL);
  form = mdg_area_table_new (*state, &options);
  previous = mdg_area_table_dup_column_title (form, 1);
  assert_string_equal (previous, "Rank, Sep 2025");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_the_ministrys_form_is_in_the_deck),
    cmocka_unit_test (test_any_order_has_all_prefectures),
    cmocka_unit_test (test_any_choice_adds_up),
    cmocka_unit_test (test_all_prefectures_are_the_nation),
    cmocka_unit_test (test_a_gap_leaves_no_total),
    cmocka_unit_test (test_titles),
  };

  return mdg_test_run_full (tests, group_setup, group_teardown);
}
