/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-scope.h"

static const MdgScope first_start = {
  .month = MDG_MONTH_NONE,
  .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
  .facility_type = MDG_FACILITY_ALL,
  .area = MDG_AREA_NATIONAL,
};

/* Online rates of one prefecture in three months, those of pharmacies in one, a claims rate of the
 * nation, and ranks of hospitals. */
static MdgFigures *
new_figures (void)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "deck", "2025-11-13", "deck");

  fixture_add (batch, edition, "2024-04", 1, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_SECONDARY, "5.00");
  fixture_add (batch, edition, "2025-06", 1, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_SECONDARY, "25.00");
  fixture_add (batch, edition, "2025-10", 1, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_VERIFIED, "34.34");
  fixture_add (batch, edition, "2025-10", 2, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_VERIFIED, "34.34");
  fixture_add (batch, edition, "2025-10", 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_CLAIMS,
               MDG_QUALITY_PRINTED, "47.26");
  fixture_add (batch, edition, "2025-10", 3, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK,
               MDG_QUALITY_VERIFIED, "1");
  fixture_add (batch, edition, "2025-10", 3, MDG_FACILITY_UNASSIGNED_1, MDG_MEASURE_CHECKUP_VIEWS,
               MDG_QUALITY_PRINTED, "1");

  return mdg_figures_new (batch);
}

static void
check (MdgScope wish, MdgScope expected, MdgScopeChange expected_change)
{
  g_autoptr (MdgFigures) figures = new_figures ();
  MdgScope resolved;
  MdgScopeChange change = mdg_scope_resolve (&wish, figures, &resolved);

  assert_int_equal (resolved.month, expected.month);
  assert_int_equal (resolved.measure, expected.measure);
  assert_int_equal (resolved.facility_type, expected.facility_type);
  assert_int_equal (resolved.area, expected.area);
  assert_int_equal (change, expected_change);
}

static void
test_what_exists_stays (void **state)
{
  MdgScope scope = { MDG_MONTH (2024, 4), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7 };

  check (scope, scope, MDG_SCOPE_UNCHANGED);
}

static void
test_latest_month_where_none_is_wished (void **state)
{
  MdgScope expected = first_start;

  expected.month = MDG_MONTH (2025, 10);
  check (first_start, expected, MDG_SCOPE_CHANGED_MONTH);
}

static void
test_nearest_month (void **state)
{
  MdgScope wish = first_start;
  MdgScope expected = first_start;

  wish.month = MDG_MONTH (2025, 7);
  expected.month = MDG_MONTH (2025, 6);
  check (wish, expected, MDG_SCOPE_CHANGED_MONTH);

  /* Two months as near: the later. */
  wish.month = MDG_MONTH (2025, 8);
  expected.month = MDG_MONTH (2025, 10);
  check (wish, expected, MDG_SCOPE_CHANGED_MONTH);

  wish.month = MDG_MONTH (2024, 11);
  expected.month = MDG_MONTH (2025, 6);
  check (wish, expected, MDG_SCOPE_CHANGED_MONTH);

  wish.month = MDG_MONTH (1999, 1);
  expected.month = MDG_MONTH (2024, 4);
  check (wish, expected, MDG_SCOPE_CHANGED_MONTH);
  wish.month = MDG_MONTH (2099, 1);
  expected.month = MDG_MONTH (2025, 10);
  check (wish, expected, MDG_SCOPE_CHANGED_MONTH);
}

static void
test_claims_basis_becomes_online (void **state)
{
  MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_FACILITY_ALL, 0 };
  MdgScope expected = wish;

  expected.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
  check (wish, expected, MDG_SCOPE_CHANGED_MEASURE);
}

static void
test_facility_type_follows_the_measure (void **state)
{
  MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_RANK, MDG_FACILITY_PHARMACY, 0 };
  MdgScope expected = wish;

  expected.facility_type = MDG_FACILITY_HOSPITAL;
  check (wish, expected, MDG_SCOPE_CHANGED_FACILITY_TYPE);

  wish.measure = expected.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
  wish.facility_type = MDG_FACILITY_DENTAL_CLINIC;
  expected.facility_type = MDG_FACILITY_ALL;
  check (wish, expected, MDG_SCOPE_CHANGED_FACILITY_TYPE);
}

static void
test_unassigned_becomes_all (void **state)
{
  MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_CHECKUP_VIEWS, MDG_FACILITY_UNASSIGNED_1, 3 };
  MdgScope expected = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 3 };

  check (wish, expected, MDG_SCOPE_CHANGED_MEASURE | MDG_SCOPE_CHANGED_FACILITY_TYPE);
}

static void
test_nonsense_becomes_the_first_start (void **state)
{
  MdgScope wish = { MDG_MONTH (2025, 10), MDG_N_MEASURES, MDG_N_FACILITY_TYPES, MDG_AREA_NONE };
  MdgScope expected = first_start;

  expected.month = MDG_MONTH (2025, 10);
  check (wish, expected,
         MDG_SCOPE_CHANGED_MEASURE | MDG_SCOPE_CHANGED_FACILITY_TYPE | MDG_SCOPE_CHANGED_AREA);
}

static void
test_without_figures_a_valid_wish_stays (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_PHARMACY, 7 };
  MdgScope resolved;

  assert_int_equal (mdg_scope_resolve (&wish, figures, &resolved), MDG_SCOPE_UNCHANGED);
  assert_true (mdg_scope_equal (&wish, &resolved));
}

static MdgScope
new_random_scope (GRand *rand)
{
  return (MdgScope) {
    .month = g_rand_int_range (rand, 0, 4) == 0
               ? MDG_MONTH_NONE
               : MDG_MONTH (2024, 1) + g_rand_int_range (rand, 0, 40),
    .measure = g_rand_int_range (rand, 0, MDG_N_MEASURES + 1),
    .facility_type = g_rand_int_range (rand, 0, MDG_N_FACILITY_TYPES + 1),
    .area = g_rand_int_range (rand, 0, MDG_N_AREAS + 1),
  };
}

static void
test_laws_of_resolving (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_random (rand, 2, 5 + i % 20);
      g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
      MdgScope wish = new_random_scope (rand);
      const MdgObservation *values[MDG_N_AREAS];
      MdgScope resolved;
      MdgScope again;
      MdgScopeChange change = mdg_scope_resolve (&wish, figures, &resolved);
      gboolean any = FALSE;

      /* It says exactly what it changed. */
      assert_int_equal ((change & MDG_SCOPE_CHANGED_MONTH) != 0, wish.month != resolved.month);
      assert_int_equal ((change & MDG_SCOPE_CHANGED_MEASURE) != 0,
                        wish.measure != resolved.measure);
      assert_int_equal ((change & MDG_SCOPE_CHANGED_FACILITY_TYPE) != 0,
                        wish.facility_type != resolved.facility_type);
      assert_int_equal ((change & MDG_SCOPE_CHANGED_AREA) != 0, wish.area != resolved.area);
      assert_int_equal (change == MDG_SCOPE_UNCHANGED, mdg_scope_equal (&wish, &resolved));

      /* What is resolved stays. */
      assert_int_equal (mdg_scope_resolve (&resolved, figures, &again), MDG_SCOPE_UNCHANGED);

      /* It is within the vocabulary, and there is something to see if there is anything. */
      assert_true (resolved.measure < MDG_N_MEASURES);
      assert_true (resolved.facility_type <= MDG_FACILITY_PHARMACY);
      assert_true (resolved.area < MDG_N_AREAS);
      for (guint type = 0; type <= MDG_FACILITY_PHARMACY; type++)
        {
          g_autoptr (GArray) months =
            mdg_figures_get_months (figures, MDG_AREA_NONE, type, MDG_MEASURE_USAGE_RATE_ONLINE);

          any |= months->len > 0;
        }
      if (any)
        assert_true (mdg_figures_get_areas (figures, resolved.month, resolved.facility_type,
                                            resolved.measure, values) > 0);
    }
}

static void
test_text_round_trip (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 200; i++)
    {
      MdgScope scope = new_random_scope (rand);
      MdgScope again;
      g_autofree char *text = NULL;

      scope.measure %= MDG_N_MEASURES;
      scope.facility_type %= MDG_N_FACILITY_TYPES;
      scope.area %= MDG_N_AREAS;
      text = mdg_scope_to_string (&scope);
      assert_true (mdg_scope_from_string (text, &again));
      assert_true (mdg_scope_equal (&scope, &again));
    }
}

static void
test_text_is_as_documented (void **state)
{
  MdgScope scope = { MDG_MONTH (2025, 10), MDG_MEASURE_RANK, MDG_FACILITY_ALL, 7 };
  g_autofree char *text = mdg_scope_to_string (&scope);

  assert_string_equal (text, "month=2025-10 measure=rank facility-type=all area=07");
}

static void
test_unknown_text_is_tolerated (void **state)
{
  MdgScope scope;

  assert_true (mdg_scope_from_string (NULL, &scope));
  assert_true (mdg_scope_equal (&scope, &first_start));
  assert_true (mdg_scope_from_string ("  ", &scope));
  assert_true (mdg_scope_equal (&scope, &first_start));

  assert_false (
    mdg_scope_from_string ("month=never measure=happiness area=99 colour=red =", &scope));
  assert_true (mdg_scope_equal (&scope, &first_start));

  assert_false (mdg_scope_from_string ("area=07 colour=red", &scope));
  assert_int_equal (scope.area, 7);
}

static void
test_copy (void **state)
{
  MdgScope scope = { MDG_MONTH (2025, 10), MDG_MEASURE_RANK, MDG_FACILITY_ALL, 7 };
  MdgScope *copy = g_boxed_copy (MDG_TYPE_SCOPE, &scope);

  assert_true (mdg_scope_equal (&scope, copy));
  copy->area = 8;
  assert_false (mdg_scope_equal (&scope, copy));
  g_boxed_free (MDG_TYPE_SCOPE, copy);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_exists_stays),
    cmocka_unit_test (test_latest_month_where_none_is_wished),
    cmocka_unit_test (test_nearest_month),
    cmocka_unit_test (test_claims_basis_becomes_online),
    cmocka_unit_test (test_facility_type_follows_the_measure),
    cmocka_unit_test (test_unassigned_becomes_all),
    cmocka_unit_test (test_nonsense_becomes_the_first_start),
    cmocka_unit_test (test_without_figures_a_valid_wish_stays),
    cmocka_unit_test (test_laws_of_resolving),
    cmocka_unit_test (test_text_round_trip),
    cmocka_unit_test (test_text_is_as_documented),
    cmocka_unit_test (test_unknown_text_is_tolerated),
    cmocka_unit_test (test_copy),
  };

  return mdg_test_run (tests);
}
