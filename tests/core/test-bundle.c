/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"
#include "core/mdg-database.h"

#include <string.h>

/* The figures that really come with the program, and what is derived from them. */

#define DECK "mhlw-2025-11-13"
#define OCTOBER MDG_MONTH (2025, 10)
#define SEPTEMBER MDG_MONTH (2025, 9)

static MdgBatch *
load (void)
{
  g_autoptr (GError) error = NULL;
  MdgBatch *batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);

  return batch;
}

/* The bundle without what is printed of one measure. */
static MdgFigures *
load_without (MdgMeasure measure)
{
  g_autoptr (MdgBatch) batch = load ();
  guint n_before = batch->observations->len;

  for (guint i = batch->observations->len; i > 0; i--)
    {
      if (g_array_index (batch->observations, MdgObservation, i - 1).measure == measure)
        g_array_remove_index (batch->observations, i - 1);
    }
  assert_true (batch->observations->len < n_before);

  return mdg_figures_new (batch);
}

static void
test_bundle_is_stored_as_it_is (void **state)
{
  g_autoptr (MdgBatch) batch = load ();
  g_autoptr (MdgFigures) expected = mdg_figures_new (batch);
  g_autoptr (MdgDatabase) database = mdg_database_open (*state, NULL);
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, NULL);
  g_autofree char *expected_text = fixture_dump (expected);
  g_autofree char *text = fixture_dump (figures);

  assert_int_equal (mdg_figures_get_n_editions (figures), batch->editions->len);
  assert_string_equal (text, expected_text);
}

static void
test_version_is_stable (void **state)
{
  g_autofree char *version = mdg_bundle_get_version ();
  g_autofree char *again = mdg_bundle_get_version ();

  assert_int_equal (strlen (version), 64);
  assert_string_equal (version, again);
}

static void
test_newest_edition_is_the_deck (void **state)
{
  g_autoptr (MdgBatch) batch = load ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);

  assert_string_equal (mdg_figures_get_newest_edition (figures)->id, DECK);
}

static void
test_september_is_derived_everywhere (void **state)
{
  g_autoptr (MdgBatch) batch = load ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  const MdgObservation *values[MDG_N_AREAS];

  assert_int_equal (mdg_figures_get_areas (figures, SEPTEMBER, MDG_FACILITY_ALL,
                                           MDG_MEASURE_USAGE_RATE_ONLINE, values),
                    MDG_N_PREFECTURES);
  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgEdition *edition = mdg_figures_get_edition (figures, values[area]->edition);

      /* Where a publication of the month itself is bundled, it stands before what is derived. */
      if (values[area]->quality != MDG_QUALITY_DERIVED)
        continue;
      assert_string_equal (edition->id, DECK);
      assert_int_equal (values[area]->page, 12);
    }

  /* 42.93 % (+3.09 points), as printed. */
  assert_int_equal (values[7]->quality, MDG_QUALITY_DERIVED);
  assert_int_equal (values[7]->value.digits, 3984);
  assert_int_equal (values[0]->value.digits, 3562);
}

/* Laws 4 and 5, with the deck's own numbers: what is computed where nothing is printed must be what
 * is printed. */
static void
test_derived_figures_are_the_printed_ones (void **state)
{
  static const MdgMeasure measures[] = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_RANK };
  g_autoptr (MdgBatch) batch = load ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (MdgFigures) without = load_without (measures[i]);
      guint n_compared = 0;

      for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
        {
          for (guint area = 0; area < MDG_N_AREAS; area++)
            {
              const MdgObservation *printed =
                mdg_figures_lookup (figures, OCTOBER, MDG_DAY_NONE, area, type, measures[i]);
              const MdgObservation *derived =
                mdg_figures_lookup (without, OCTOBER, MDG_DAY_NONE, area, type, measures[i]);

              if (printed == NULL || printed->quality < MDG_QUALITY_PRINTED)
                continue;
              assert_non_null (derived);
              assert_int_equal (derived->quality, MDG_QUALITY_DERIVED);
              assert_int_equal (mdg_decimal_compare (printed->value, derived->value), 0);
              n_compared++;
            }
        }

      /* Four types by prefecture, and for rates also all facilities and the nation. */
      assert_true (n_compared >= 4 * MDG_N_PREFECTURES);
    }
}

static void
test_claims_basis_resolves_to_online (void **state)
{
  g_autoptr (MdgBatch) batch = load ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  g_autoptr (GArray) months = mdg_figures_get_months (figures, MDG_AREA_NONE, MDG_FACILITY_ALL,
                                                      MDG_MEASURE_USAGE_RATE_CLAIMS);

  assert_non_null (mdg_figures_lookup_latest (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                                              MDG_MEASURE_USAGE_RATE_CLAIMS));
  assert_int_equal (months->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_bundle_is_stored_as_it_is, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test (test_version_is_stable),
    cmocka_unit_test (test_newest_edition_is_the_deck),
    cmocka_unit_test (test_september_is_derived_everywhere),
    cmocka_unit_test (test_derived_figures_are_the_printed_ones),
    cmocka_unit_test (test_claims_basis_resolves_to_online),
  };

  return mdg_test_run (tests);
}
