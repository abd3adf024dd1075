/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "model/mdg-observation-table.h"

static MdgFigures *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);
  return mdg_figures_new (batch);
}

static gboolean
is_idle (gpointer data)
{
  return !mdg_observation_table_is_busy (data);
}

/* A worker lets go of the table a moment after its result has arrived. */
static gboolean
is_ours_alone (gpointer data)
{
  return g_atomic_int_get ((gint *) &G_OBJECT (data)->ref_count) == 1;
}

static void
assert_finalize (MdgObservationTable *table)
{
  assert_true (mdg_test_spin_until (is_ours_alone, table));
  mdg_test_assert_finalize (table);
}

static MdgObservationTable *
make_table (MdgFigures *figures)
{
  MdgObservationTable *table = mdg_observation_table_new ();

  mdg_observation_table_set_figures (table, figures);
  assert_true (mdg_test_spin_until (is_idle, table));
  return table;
}

static guint
count (MdgObservationTable *table, MdgObservationFilter filter)
{
  mdg_observation_table_set_filter (table, &filter);
  assert_true (mdg_test_spin_until (is_idle, table));
  return g_list_model_get_n_items (G_LIST_MODEL (table));
}

/* A filter that lets everything through but for the query. */
static MdgObservationFilter
search (const char *query)
{
  return (MdgObservationFilter) { query, MDG_AREA_NONE, -1, -1, FALSE };
}

/* A filter for one area, and one measure or -1 for all. */
static MdgObservationFilter
choose (MdgArea area, int measure)
{
  return (MdgObservationFilter) { NULL, area, -1, measure, FALSE };
}

static void
test_holds_what_is_shown (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  guint n_shown = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    n_shown += mdg_figures_is_shown (figures, i);
  assert_true (n_shown > 1000);
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (table)), n_shown);
  assert_int_equal (mdg_observation_table_get_n_total (table), n_shown);
  assert_int_equal (count (table, (MdgObservationFilter) { NULL, MDG_AREA_NONE, -1, -1, TRUE }),
                    mdg_figures_get_n (figures));
  assert_finalize (table);
}

/* Each query is compared with a count made by hand over the same figures. */
static void
test_search (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  const char *spellings[] = { "福島", "福島県", "ふくしま", "フクシマ", "fukushima", "FUKUSHIMA" };
  guint expected = 0;
  guint expected_rates = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      if (!mdg_figures_is_shown (figures, i) || observation->area != 7)
        continue;
      expected++;
      expected_rates += observation->measure == MDG_MEASURE_USAGE_RATE_ONLINE;
    }
  assert_true (expected > 20);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    assert_int_equal (count (table, search (spellings[i])), expected);

  assert_int_equal (count (table, search ("fukushima usage_rate_online")), expected_rates);
  assert_int_equal (count (table, choose (7, MDG_MEASURE_USAGE_RATE_ONLINE)), expected_rates);
  assert_int_equal (count (table, search ("no such words")), 0);
  assert_int_equal (count (table, search ("   ")), mdg_observation_table_get_n_total (table));
  assert_finalize (table);
}

static void
test_orders (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (table));

  for (int column = 0; column < MDG_N_OBSERVATION_COLUMNS; column++)
    {
      for (int descending = 0; descending < 2; descending++)
        {
          mdg_observation_table_set_order (table, column, descending);
          assert_true (mdg_test_spin_until (is_idle, table));
          assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (table)), n);
          for (guint i = 1; column == MDG_OBSERVATION_COLUMN_VALUE && i < n; i++)
            {
              g_autoptr (MdgObservationRow) a = g_list_model_get_item (G_LIST_MODEL (table), i - 1);
              g_autoptr (MdgObservationRow) b = g_list_model_get_item (G_LIST_MODEL (table), i);
              int order = mdg_decimal_compare (mdg_observation_row_get_observation (a)->value,
                                               mdg_observation_row_get_observation (b)->value);

              assert_true (descending ? order >= 0 : order <= 0);
            }
        }
    }
  assert_finalize (table);
}

/* The last of many requests wins, and the rows change once for all of them at the most a few times. */
static void
test_overtaken_results_are_dropped (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  guint changes = 0;

  g_signal_connect_swapped (table, "items-changed", G_CALLBACK (mdg_test_count_cb), &changes);
  for (guint i = 1; i <= MDG_N_PREFECTURES; i++)
    {
      MdgObservationFilter filter = choose ((MdgArea) i, -1);

      mdg_observation_table_set_filter (table, &filter);
    }
  assert_true (mdg_test_spin_until (is_idle, table));
  assert_int_equal (changes, 1);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (MdgObservationRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);

      assert_int_equal (mdg_observation_row_get_observation (row)->area, MDG_N_PREFECTURES);
    }
  assert_finalize (table);
}

static void
test_find_again (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  g_autoptr (MdgObservationRow) row = g_list_model_get_item (G_LIST_MODEL (table), 500);
  const MdgObservation wanted = *mdg_observation_row_get_observation (row);
  const char *edition = mdg_observation_row_get_edition (row)->id;
  g_autoptr (MdgObservationRow) found = NULL;
  guint position;

  mdg_observation_table_set_order (table, MDG_OBSERVATION_COLUMN_VALUE, TRUE);
  assert_true (mdg_test_spin_until (is_idle, table));
  position = mdg_observation_table_find (table, &wanted, edition);
  found = g_list_model_get_item (G_LIST_MODEL (table), position);
  assert_non_null (found);
  assert_int_equal (
    mdg_observation_compare_key (mdg_observation_row_get_observation (found), &wanted), 0);
  assert_int_equal (mdg_observation_table_find (table, &wanted, "no-such-edition"), G_MAXUINT);
  g_clear_object (&found);
  g_clear_object (&row);
  assert_finalize (table);
}

/* What is written out is found by the rows' places among the figures. */
static void
test_indices (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgObservationTable *table = make_table (figures);
  guint n = count (table, choose (47, MDG_MEASURE_RANK));

  assert_ptr_equal (mdg_observation_table_get_figures (table), figures);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgObservationRow) row = g_list_model_get_item (G_LIST_MODEL (table), i);

      assert_ptr_equal (mdg_figures_get (figures, mdg_observation_table_get_index (table, i)),
                        mdg_observation_row_get_observation (row));
    }
  assert_true (n > 0);
  assert_finalize (table);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_holds_what_is_shown),
    cmocka_unit_test (test_search),
    cmocka_unit_test (test_orders),
    cmocka_unit_test (test_overtaken_results_are_dropped),
    cmocka_unit_test (test_find_again),
    cmocka_unit_test (test_indices),
  };

  return mdg_test_run (tests);
}
