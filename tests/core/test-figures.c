/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-observation-order.h"
#include "core/mdg-readings.h"

#define N_TRIALS 40

static const MdgEdition *
get_edition (MdgFigures *figures, const MdgObservation *observation)
{
  return mdg_figures_get_edition (figures, observation->edition);
}

static void
test_order_of_input_makes_no_difference (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_random (rand, 5, 400);
      g_autoptr (MdgBatch) shuffled = fixture_shuffle (rand, batch);
      g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
      g_autoptr (MdgFigures) again = mdg_figures_new (shuffled);
      g_autofree char *text = fixture_dump (figures);
      g_autofree char *text_again = fixture_dump (again);

      assert_true (mdg_figures_get_n (figures) >= batch->observations->len);
      assert_string_equal (text, text_again);
    }
}

/* The rule itself, written down once more in the plainest way. */
static gboolean
goes_before (MdgFigures *figures, const MdgObservation *a, const MdgObservation *b)
{
  const MdgEdition *edition_a = get_edition (figures, a);
  const MdgEdition *edition_b = get_edition (figures, b);

  if (a->quality != b->quality)
    return a->quality > b->quality;
  if (edition_a->published != edition_b->published)
    return edition_a->published > edition_b->published;
  return g_strcmp0 (edition_a->digest, edition_b->digest) > 0;
}

static void
test_shown_is_the_best_of_its_key (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_random (rand, 6, 500);
      g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
      guint n_hidden = 0;

      for (guint j = 1; j < mdg_figures_get_n (figures); j++)
        {
          const MdgObservation *before = mdg_figures_get (figures, j - 1);
          const MdgObservation *observation = mdg_figures_get (figures, j);
          int order = mdg_observation_compare_key (before, observation);

          assert_true (order <= 0);
          assert_int_equal (mdg_figures_is_shown (figures, j), order < 0);
          if (order == 0)
            assert_false (goes_before (figures, observation, before));
          n_hidden += order == 0;
        }
      assert_true (n_hidden > 0);
    }
}

/* Every reading of a figure is found from any of them, the shown one first. */
static void
test_readings (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) batch = fixture_new_random (rand, 6, 500);
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  const MdgObservation *first = NULL;
  guint n_several = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);
      guint n = 0;
      const MdgObservation *readings = mdg_readings_find (figures, observation, &n);

      if (mdg_figures_is_shown (figures, i))
        first = observation;
      assert_ptr_equal (readings, first);
      assert_true (observation < readings + n);
      assert_int_equal (mdg_observation_compare_key (&readings[n - 1], observation), 0);
      n_several += n > 1;
    }
  assert_true (n_several > 0);
}

static void
test_quality_goes_before_date_and_date_before_digest (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = NULL;
  guint undated = fixture_add_edition (batch, "undated", NULL, "z");
  guint old = fixture_add_edition (batch, "old", "2025-01-01", "b");
  guint new = fixture_add_edition (batch, "new", "2025-11-13", "c");
  MdgMonth month = MDG_MONTH (2025, 10);

  fixture_add (batch, undated, "2025-10", 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_VERIFIED, "1");
  fixture_add (batch, new, "2025-10", 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED,
               "2");
  fixture_add (batch, undated, "2025-10", 2, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "3");
  fixture_add (batch, old, "2025-10", 2, MDG_FACILITY_ALL, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED,
               "4");
  fixture_add (batch, new, "2025-10", 3, MDG_FACILITY_ALL, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED,
               "5");
  fixture_add (batch, old, "2025-10", 3, MDG_FACILITY_ALL, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED,
               "6");

  figures = mdg_figures_new (batch);
  assert_int_equal (
    mdg_figures_lookup (figures, month, 0, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK)->value.digits, 1);
  assert_int_equal (
    mdg_figures_lookup (figures, month, 0, 2, MDG_FACILITY_ALL, MDG_MEASURE_RANK)->value.digits, 4);
  assert_int_equal (
    mdg_figures_lookup (figures, month, 0, 3, MDG_FACILITY_ALL, MDG_MEASURE_RANK)->value.digits, 5);
  assert_string_equal (mdg_figures_get_edition (figures, 0)->id, "new");
  assert_string_equal (mdg_figures_get_newest_edition (figures)->id, "new");
}

static void
test_finer_reading_of_one_edition_is_shown (void **state)
{
  MdgObservation fine = { .month = MDG_MONTH (2025, 10),
                          .measure = MDG_MEASURE_MNC_COUNT,
                          .quality = MDG_QUALITY_PRINTED,
                          .precision = MDG_PRECISION_EXACT,
                          .value = MDG_DECIMAL (101991041, 0) };
  MdgObservation coarse = fine;

  coarse.precision = MDG_PRECISION_ROUNDED_10000;
  coarse.value = MDG_DECIMAL (101990000, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();
      g_autoptr (MdgFigures) figures = NULL;

      fixture_add_edition (batch, "deck", "2025-11-13", "deck");
      mdg_batch_add (batch, i == 0 ? &fine : &coarse);
      mdg_batch_add (batch, i == 0 ? &coarse : &fine);
      figures = mdg_figures_new (batch);
      assert_int_equal (mdg_figures_get (figures, 0)->value.digits, 101991041);
    }
}

static void
check_lookup (MdgFigures *figures, guint index)
{
  const MdgObservation *observation = mdg_figures_get (figures, index);
  const MdgObservation *found =
    mdg_figures_lookup (figures, observation->month, observation->as_of, observation->area,
                        observation->facility_type, observation->measure);

  assert_non_null (found);
  assert_int_equal (mdg_observation_compare_key (found, observation), 0);
  if (mdg_figures_is_shown (figures, index))
    assert_ptr_equal (found, observation);
  else
    assert_ptr_not_equal (found, observation);
}

static void
test_lookup_finds_all_and_nothing_else (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) batch = fixture_new_random (rand, 3, 800);
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  guint n_found = 0;
  guint n_shown = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      check_lookup (figures, i);
      n_shown += mdg_figures_is_shown (figures, i);
    }

  for (guint month = MDG_MONTH (2025, 1); month < MDG_MONTH (2026, 6); month++)
    for (guint area = 0; area < MDG_N_AREAS; area++)
      for (guint type = 0; type < MDG_N_FACILITY_TYPES; type++)
        for (guint measure = 0; measure < MDG_N_MEASURES; measure++)
          {
            n_found += mdg_figures_lookup (figures, month, 0, area, type, measure) != NULL;
            n_found += mdg_figures_lookup (figures, month, mdg_month_last_day (month), area, type,
                                           measure) != NULL;
          }
  assert_int_equal (n_found, n_shown);

  assert_null (mdg_figures_lookup (figures, MDG_MONTH (2025, 8), 0, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                   MDG_MEASURE_RANK));
  assert_null (mdg_figures_lookup (figures, MDG_MONTH (2025, 8), 0, 0, MDG_N_FACILITY_TYPES,
                                   MDG_MEASURE_RANK));
}

static void
check_line (MdgFigures *figures, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  g_autoptr (GArray) series = mdg_figures_get_series (figures, area, type, measure);
  g_autoptr (GArray) months = mdg_figures_get_months (figures, area, type, measure);
  guint n = 0;
  guint n_months = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      if (!mdg_figures_is_shown (figures, i) || observation->area != area ||
          observation->facility_type != type || observation->measure != measure)
        continue;

      assert_true (n < series->len);
      assert_memory_equal (&g_array_index (series, MdgObservation, n), observation,
                           sizeof *observation);
      if (n_months == 0 || g_array_index (months, MdgMonth, n_months - 1) != observation->month)
        {
          assert_true (n_months < months->len);
          assert_int_equal (g_array_index (months, MdgMonth, n_months), observation->month);
          n_months++;
        }
      n++;
    }

  assert_int_equal (n, series->len);
  assert_int_equal (n_months, months->len);
  if (n > 0)
    assert_memory_equal (&g_array_index (series, MdgObservation, n - 1),
                         mdg_figures_lookup_latest (figures, area, type, measure),
                         sizeof (MdgObservation));
  else
    assert_null (mdg_figures_lookup_latest (figures, area, type, measure));
}

static void
test_lines_are_what_is_shown (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) batch = fixture_new_random (rand, 4, 600);
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);

  for (guint area = 0; area < 4; area++)
    for (guint type = 0; type < MDG_N_FACILITY_TYPES; type++)
      for (guint measure = 0; measure < MDG_N_MEASURES; measure++)
        check_line (figures, area, type, measure);
}

static void
test_areas_of_a_month (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (GArray) months = NULL;
  const MdgObservation *values[MDG_N_AREAS];
  guint edition = fixture_add_edition (batch, "deck", "2025-11-13", "deck");
  MdgObservation stock = { .month = MDG_MONTH (2025, 10),
                           .area = 7,
                           .measure = MDG_MEASURE_CARD_HOLDERS,
                           .quality = MDG_QUALITY_PRINTED };

  fixture_add (batch, edition, "2025-10", 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_VERIFIED, "37.14");
  fixture_add (batch, edition, "2025-10", 7, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_VERIFIED, "42.93");
  fixture_add (batch, edition, "2025-10", 47, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_VERIFIED, "22.31");
  fixture_add (batch, edition, "2024-03", 47, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_SECONDARY, "2.30");
  fixture_add (batch, edition, "2023-01", 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_PRINTED, "1.52");

  /* A stock of two days of one month: the later one is the month's. */
  stock.as_of = mdg_day_new (2025, 10, 15);
  stock.value = MDG_DECIMAL (1, 0);
  mdg_batch_add (batch, &stock);
  stock.as_of = mdg_day_new (2025, 10, 31);
  stock.value = MDG_DECIMAL (2, 0);
  mdg_batch_add (batch, &stock);

  figures = mdg_figures_new (batch);
  assert_int_equal (mdg_figures_get_areas (figures, MDG_MONTH (2025, 10), MDG_FACILITY_ALL,
                                           MDG_MEASURE_USAGE_RATE_ONLINE, values),
                    2);
  assert_int_equal (values[0]->value.digits, 3714);
  assert_null (values[1]);
  assert_int_equal (values[7]->value.digits, 4293);
  assert_int_equal (values[47]->value.digits, 2231);

  assert_int_equal (mdg_figures_get_areas (figures, MDG_MONTH (2025, 10), MDG_FACILITY_ALL,
                                           MDG_MEASURE_CARD_HOLDERS, values),
                    1);
  assert_int_equal (values[7]->value.digits, 2);

  assert_int_equal (mdg_figures_get_areas (figures, MDG_MONTH (2025, 9), MDG_FACILITY_ALL,
                                           MDG_MEASURE_USAGE_RATE_ONLINE, values),
                    0);
  assert_null (values[0]);

  /* The nation alone does not make a month for a view by prefecture. */
  months = mdg_figures_get_months (figures, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                   MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_int_equal (months->len, 2);
  assert_int_equal (g_array_index (months, MdgMonth, 0), MDG_MONTH (2024, 3));
  assert_int_equal (g_array_index (months, MdgMonth, 1), MDG_MONTH (2025, 10));
}

static void
test_key_packs_in_order (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 2000; i++)
    {
      MdgObservation pair[2];
      guint64 a;
      guint64 b;

      for (guint j = 0; j < 2; j++)
        pair[j] = (MdgObservation) {
          .month = g_rand_boolean (rand) ? G_MAXUINT16 : g_rand_int_range (rand, 0, 3),
          .as_of = g_rand_boolean (rand) ? G_MAXUINT32 : (MdgDay) g_rand_int_range (rand, 0, 3),
          .area = g_rand_boolean (rand) ? MDG_N_PREFECTURES : g_rand_int_range (rand, 0, 3),
          .facility_type = g_rand_int_range (rand, 0, MDG_N_FACILITY_TYPES),
          .measure = g_rand_int_range (rand, 0, MDG_N_MEASURES),
        };
      a = mdg_observation_get_key (&pair[0]);
      b = mdg_observation_get_key (&pair[1]);
      assert_int_equal ((a > b) - (a < b), mdg_observation_compare_key (&pair[0], &pair[1]));
    }
}

static void
test_what_is_unknown_is_left_out (void **state)
{
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (MdgFigures) known = mdg_figures_new (batch);
  MdgObservation wrong[] = {
    { .area = MDG_AREA_NONE },
    { .facility_type = MDG_N_FACILITY_TYPES },
    { .measure = MDG_N_MEASURES },
    { .quality = MDG_N_QUALITIES },
    { .edition = 1 },
  };

  g_array_append_vals (batch->observations, wrong, G_N_ELEMENTS (wrong));
  figures = mdg_figures_new (batch);
  assert_int_equal (mdg_figures_get_n (figures), mdg_figures_get_n (known));
  assert_true (mdg_figures_get_n (known) >= 3);
}

static void
test_no_figures (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  const MdgObservation *values[MDG_N_AREAS];
  g_autoptr (GArray) months = mdg_figures_get_months (figures, MDG_AREA_NONE, 0, 0);

  assert_int_equal (mdg_figures_get_n (figures), 0);
  assert_int_equal (months->len, 0);
  assert_int_equal (mdg_figures_get_areas (figures, MDG_MONTH (2025, 10), 0, 0, values), 0);
  assert_null (mdg_figures_lookup_latest (figures, 0, 0, 0));
  assert_null (mdg_figures_get_newest_edition (figures));
}

static gpointer
read_figures (gpointer data)
{
  MdgFigures *figures = data;
  guint n = 0;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    n += mdg_figures_is_shown (figures, i);
  mdg_figures_unref (figures);

  return GUINT_TO_POINTER (n);
}

static void
test_threads_read_together (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) batch = fixture_new_random (rand, 3, 500);
  MdgFigures *figures = mdg_figures_new (batch);
  GThread *threads[4];
  gpointer n[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, read_figures, mdg_figures_ref (figures));
  mdg_figures_unref (figures);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    n[i] = g_thread_join (threads[i]);

  assert_true (GPOINTER_TO_UINT (n[0]) > 0);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    assert_ptr_equal (n[i], n[0]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order_of_input_makes_no_difference),
    cmocka_unit_test (test_shown_is_the_best_of_its_key),
    cmocka_unit_test (test_readings),
    cmocka_unit_test (test_quality_goes_before_date_and_date_before_digest),
    cmocka_unit_test (test_finer_reading_of_one_edition_is_shown),
    cmocka_unit_test (test_lookup_finds_all_and_nothing_else),
    cmocka_unit_test (test_lines_are_what_is_shown),
    cmocka_unit_test (test_areas_of_a_month),
    cmocka_unit_test (test_key_packs_in_order),
    cmocka_unit_test (test_what_is_unknown_is_left_out),
    cmocka_unit_test (test_no_figures),
    cmocka_unit_test (test_threads_read_together),
  };

  return mdg_test_run (tests);
}
