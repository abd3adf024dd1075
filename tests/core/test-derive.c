/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"

#define OCTOBER MDG_MONTH (2025, 10)
#define SEPTEMBER MDG_MONTH (2025, 9)

typedef struct
{
  MdgBatch *batch;
  guint deck;
  guint other;
  guint press;
} Fixture;

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->batch = mdg_batch_new ();
  fixture->deck = fixture_add_edition (fixture->batch, "deck", "2025-11-13", "deck");
  fixture->other = fixture_add_edition (fixture->batch, "other", "2025-10-10", "other");
  fixture->press = fixture_add_edition (fixture->batch, "press", "2025-12-01", "press");
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  mdg_batch_free (fixture->batch);
  g_free (fixture);

  return 0;
}

static MdgObservation *
last (Fixture *fixture)
{
  return &g_array_index (fixture->batch->observations, MdgObservation,
                         fixture->batch->observations->len - 1);
}

/* The shown figure as "value quality edition page", or "none". */
static char *
describe (Fixture *fixture, MdgMonth month, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  g_autoptr (MdgFigures) figures = mdg_figures_new (fixture->batch);
  const MdgObservation *observation =
    mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, type, measure);
  g_autofree char *value = NULL;

  if (observation == NULL)
    return g_strdup ("none");

  value = mdg_decimal_to_string (observation->value);
  return g_strdup_printf ("%s %s %s %d", value, mdg_quality_get_id (observation->quality),
                          mdg_figures_get_edition (figures, observation->edition)->id,
                          observation->page);
}

static void
check (Fixture *fixture,
       MdgMonth month,
       MdgArea area,
       MdgFacilityType type,
       MdgMeasure measure,
       const char *expected)
{
  g_autofree char *found = describe (fixture, month, area, type, measure);

  assert_string_equal (found, expected);
}

static void
add_counts (Fixture *fixture,
            guint edition,
            MdgArea area,
            MdgFacilityType type,
            const char *mnc,
            const char *all)
{
  fixture_add (fixture->batch, edition, "2025-10", area, type, MDG_MEASURE_MNC_COUNT,
               MDG_QUALITY_VERIFIED, mnc);
  fixture_add (fixture->batch, edition, "2025-10", area, type, MDG_MEASURE_VERIFICATION_COUNT,
               MDG_QUALITY_VERIFIED, all);
}

static void
test_rate_is_the_ratio_of_the_counts (void **state)
{
  Fixture *fixture = *state;

  /* 1 of 800 is 0.125: half up makes it 0.13. */
  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_PHARMACY, "1", "800");
  add_counts (fixture, fixture->deck, 1, MDG_FACILITY_PHARMACY, "101991041", "274585640");
  add_counts (fixture, fixture->deck, 2, MDG_FACILITY_PHARMACY, "0", "0");
  add_counts (fixture, fixture->deck, 3, MDG_FACILITY_PHARMACY, "9", "8");

  check (fixture, OCTOBER, 0, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE,
         "0.13 derived deck 12");
  check (fixture, OCTOBER, 1, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE,
         "37.14 derived deck 12");
  check (fixture, OCTOBER, 2, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
  check (fixture, OCTOBER, 3, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
}

static void
test_rate_is_not_derived_where_one_stands (void **state)
{
  Fixture *fixture = *state;

  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_HOSPITAL, "1", "4");
  fixture_add (fixture->batch, fixture->other, "2025-10", 0, MDG_FACILITY_HOSPITAL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, "25.01");
  check (fixture, OCTOBER, 0, MDG_FACILITY_HOSPITAL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "25.01 printed other 12");

  /* A press report is no figure to stand before a computed one. */
  add_counts (fixture, fixture->deck, 1, MDG_FACILITY_HOSPITAL, "1", "4");
  fixture_add (fixture->batch, fixture->press, "2025-10", 1, MDG_FACILITY_HOSPITAL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_SECONDARY, "25.01");
  check (fixture, OCTOBER, 1, MDG_FACILITY_HOSPITAL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "25.00 derived deck 12");
}

/* An importer may have stored what it derived itself. */
static void
test_stored_derived_figure_is_not_doubled (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgFigures) figures = NULL;

  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_HOSPITAL, "1", "4");
  fixture_add (fixture->batch, fixture->other, "2025-10", 0, MDG_FACILITY_HOSPITAL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_DERIVED, "25.00");
  figures = mdg_figures_new (fixture->batch);
  assert_int_equal (mdg_figures_get_n (figures), 3);
}

static void
test_nothing_comes_from_weak_figures (void **state)
{
  Fixture *fixture = *state;

  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_ALL, "1", "4");
  last (fixture)->quality = MDG_QUALITY_SECONDARY;
  add_counts (fixture, fixture->deck, 1, MDG_FACILITY_ALL, "1", "4");
  last (fixture)->precision = MDG_PRECISION_ROUNDED_10000;
  add_counts (fixture, fixture->deck, 2, MDG_FACILITY_ALL, "1", "4");
  last (fixture)->doubt = MDG_DOUBT_MONTH_DISPUTED;
  add_counts (fixture, fixture->deck, 3, MDG_FACILITY_ALL, "1", "4");
  last (fixture)->edition = fixture->other;

  for (guint area = 0; area < 4; area++)
    check (fixture, OCTOBER, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
}

static void
add_types (Fixture *fixture, MdgArea area, guint scale)
{
  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autofree char *mnc = g_strdup_printf ("%u", scale * type);
      g_autofree char *all = g_strdup_printf ("%u", 1000 * type);

      add_counts (fixture, fixture->deck, area, type, mnc, all);
      last (fixture)->page = 12 + type;
    }
}

static void
test_all_facilities_are_the_four_types (void **state)
{
  Fixture *fixture = *state;

  add_types (fixture, 13, 100);
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT, "1000 derived deck 12");
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_VERIFICATION_COUNT,
         "10000 derived deck 13");
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "10.00 derived deck 12");

  /* Where one type is of another edition, or missing, there is no sum. */
  last (fixture)->edition = fixture->other;
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_VERIFICATION_COUNT, "none");
  g_array_set_size (fixture->batch->observations, fixture->batch->observations->len - 1);
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_VERIFICATION_COUNT, "none");
  check (fixture, OCTOBER, 13, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT, "1000 derived deck 12");
}

static void
test_ranks_are_by_the_unrounded_ratio (void **state)
{
  Fixture *fixture = *state;

  /* The rate of prefecture n is a little under n percent, except that 2 ties with 1 at two
   * decimals, and 4 with 3 exactly. */
  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_autofree char *mnc = g_strdup_printf ("%u", area * 10000);

      add_counts (fixture, fixture->deck, area, MDG_FACILITY_HOSPITAL,
                  area == 2   ? "10001"
                  : area == 4 ? "60000"
                              : mnc,
                  area == 4 ? "2000000" : "1000000");
    }

  check (fixture, OCTOBER, 47, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "1 derived deck 12");
  check (fixture, OCTOBER, 5, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "43 derived deck 12");
  check (fixture, OCTOBER, 3, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "44 derived deck 12");
  check (fixture, OCTOBER, 4, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "44 derived deck 12");
  check (fixture, OCTOBER, 2, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "46 derived deck 12");
  check (fixture, OCTOBER, 1, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "47 derived deck 12");
  check (fixture, OCTOBER, 0, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "none");
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK, "none");

  /* A printed rank stays, the others are still computed. */
  fixture_add (fixture->batch, fixture->deck, "2025-10", 47, MDG_FACILITY_HOSPITAL,
               MDG_MEASURE_RANK, MDG_QUALITY_PRINTED, "2");
  check (fixture, OCTOBER, 47, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "2 printed deck 12");
  check (fixture, OCTOBER, 5, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "43 derived deck 12");
}

static void
test_ranks_need_all_prefectures (void **state)
{
  Fixture *fixture = *state;

  for (guint area = 1; area < MDG_N_PREFECTURES; area++)
    add_counts (fixture, fixture->deck, area, MDG_FACILITY_HOSPITAL, "1", "4");
  check (fixture, OCTOBER, 1, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "none");

  add_counts (fixture, fixture->other, MDG_N_PREFECTURES, MDG_FACILITY_HOSPITAL, "1", "4");
  check (fixture, OCTOBER, 1, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK, "none");
}

static void
test_ranks_of_all_facilities_come_from_the_sums (void **state)
{
  Fixture *fixture = *state;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    add_types (fixture, area, 100 + area);

  check (fixture, OCTOBER, 47, MDG_FACILITY_ALL, MDG_MEASURE_RANK, "1 derived deck 12");
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK, "47 derived deck 12");
}

static void
add_rate_and_change (Fixture *fixture, MdgArea area, const char *rate, const char *change)
{
  fixture_add (fixture->batch, fixture->deck, "2025-10", area, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_VERIFIED, rate);
  fixture_add (fixture->batch, fixture->deck, "2025-10", area, MDG_FACILITY_ALL,
               MDG_MEASURE_CHANGE_POINTS, MDG_QUALITY_PRINTED, change);
}

static void
test_month_before_is_rate_minus_change (void **state)
{
  Fixture *fixture = *state;

  add_rate_and_change (fixture, 0, "37.14", "1.52");
  add_rate_and_change (fixture, 1, "34.34", "-0.93");
  add_rate_and_change (fixture, 2, "0.50", "0.93");
  add_rate_and_change (fixture, 3, "40.05", "1.39");
  last (fixture)->quality = MDG_QUALITY_SECONDARY;

  check (fixture, SEPTEMBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "35.62 derived deck 12");
  check (fixture, SEPTEMBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "35.27 derived deck 12");
  check (fixture, SEPTEMBER, 2, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
  check (fixture, SEPTEMBER, 3, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");

  /* It goes before a press report, and after a printed rate. */
  fixture_add (fixture->batch, fixture->press, "2025-09", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_SECONDARY, "35.6");
  check (fixture, SEPTEMBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "35.62 derived deck 12");
  fixture_add (fixture->batch, fixture->other, "2025-09", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, "35.61");
  check (fixture, SEPTEMBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "35.61 printed other 12");
}

/* The rate of prefecture n was n percent, but for those that a test sets apart. */
static void
add_months_before (Fixture *fixture, MdgArea apart, const char *rate)
{
  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_autofree char *usual = g_strdup_printf ("%u.25", area);

      add_rate_and_change (fixture, area, area == apart ? rate : usual,
                           area % 2 == 0 ? "0.25" : "0.00");
    }
}

static void
test_rank_before_is_by_rate_minus_change (void **state)
{
  Fixture *fixture = *state;

  /* 21 was 20.02, two hundredths over 20: either may have been the higher one. */
  add_months_before (fixture, 21, "20.02");
  check (fixture, OCTOBER, 47, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "1 derived deck 12");
  check (fixture, OCTOBER, 22, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "26 derived deck 12");
  check (fixture, OCTOBER, 21, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  check (fixture, OCTOBER, 20, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  check (fixture, OCTOBER, 19, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "29 derived deck 12");
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "47 derived deck 12");
  check (fixture, OCTOBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  check (fixture, OCTOBER, 1, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK_PREVIOUS, "none");
}

/* Three hundredths apart, the order is sure. */
static void
test_rank_before_where_the_order_is_sure (void **state)
{
  Fixture *fixture = *state;

  add_months_before (fixture, 21, "20.03");
  check (fixture, OCTOBER, 21, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "27 derived deck 12");
  check (fixture, OCTOBER, 20, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "28 derived deck 12");

  /* Where one is printed, the publication ranks, and nothing is reckoned beside it. */
  fixture_add (fixture->batch, fixture->deck, "2025-10", 47, MDG_FACILITY_ALL,
               MDG_MEASURE_RANK_PREVIOUS, MDG_QUALITY_PRINTED, "2");
  check (fixture, OCTOBER, 47, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "2 printed deck 12");
  check (fixture, OCTOBER, 21, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
}

/* The counts of the month before rank better than what this month tells of its rates. */
static void
test_rank_before_is_not_derived_beside_a_rank (void **state)
{
  Fixture *fixture = *state;

  add_months_before (fixture, 21, "21.00");
  fixture_add (fixture->batch, fixture->other, "2025-09", 5, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "43");
  check (fixture, OCTOBER, 5, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
}

static void
test_rank_before_needs_all_prefectures_of_one_edition (void **state)
{
  Fixture *fixture = *state;

  add_months_before (fixture, 21, "21.00");
  last (fixture)->edition = fixture->other;
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  last (fixture)->edition = fixture->deck;
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "47 derived deck 12");
  last (fixture)->quality = MDG_QUALITY_SECONDARY;
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
  last (fixture)->quality = MDG_QUALITY_PRINTED;

  /* What a later publication says of the rates may have been revised; what was cannot be told. */
  for (guint i = 0; i < fixture->batch->observations->len; i++)
    {
      MdgObservation *figure = &g_array_index (fixture->batch->observations, MdgObservation, i);

      if (figure->measure == MDG_MEASURE_USAGE_RATE_ONLINE)
        figure->edition = fixture->other;
    }
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
}

/* A rate below nothing is a misprint, and says nothing of the others either. */
static void
test_rank_before_needs_possible_rates (void **state)
{
  Fixture *fixture = *state;

  add_months_before (fixture, 20, "0.10");
  check (fixture, OCTOBER, 47, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS, "none");
}

static void
test_month_before_may_be_of_the_year_before (void **state)
{
  Fixture *fixture = *state;

  fixture_add (fixture->batch, fixture->deck, "2025-01", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_VERIFIED, "25.00");
  fixture_add (fixture->batch, fixture->deck, "2025-01", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_CHANGE_POINTS, MDG_QUALITY_PRINTED, "0.50");
  check (fixture, MDG_MONTH (2024, 12), 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "24.50 derived deck 12");
}

static void
add_rate (Fixture *fixture, const char *month, MdgArea area, const char *rate)
{
  fixture_add (fixture->batch, fixture->other, month, area, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, rate);
}

static void
test_change_is_between_printed_months (void **state)
{
  Fixture *fixture = *state;

  add_rate (fixture, "2025-09", 0, "35.62");
  add_rate (fixture, "2025-10", 0, "37.14");
  check (fixture, OCTOBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "1.52 derived other 12");
  check (fixture, SEPTEMBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "none");

  /* No change over a gap, between unequal decimals, or from a derived rate. */
  add_rate (fixture, "2025-08", 1, "35.00");
  add_rate (fixture, "2025-10", 1, "37.00");
  check (fixture, OCTOBER, 1, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "none");
  add_rate (fixture, "2025-09", 2, "35.6");
  add_rate (fixture, "2025-10", 2, "37.14");
  check (fixture, OCTOBER, 2, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "none");
  add_rate (fixture, "2025-09", 3, "35.62");
  add_counts (fixture, fixture->deck, 3, MDG_FACILITY_ALL, "1", "4");
  check (fixture, OCTOBER, 3, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
         "25.00 derived deck 12");
  check (fixture, OCTOBER, 3, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "none");

  /* A printed change stays. */
  add_rate_and_change (fixture, 4, "37.14", "1.53");
  add_rate (fixture, "2025-09", 4, "35.62");
  check (fixture, OCTOBER, 4, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS, "1.53 printed deck 12");
}

static void
check_difference (Fixture *fixture, MdgMonth month, MdgArea area, const char *expected)
{
  check (fixture, month, area, MDG_FACILITY_ALL, MDG_MEASURE_DIFFERENCE_POINTS, expected);
}

static void
test_difference_is_from_the_nation (void **state)
{
  Fixture *fixture = *state;

  add_rate (fixture, "2025-10", 0, "37.14");
  add_rate (fixture, "2025-10", 1, "31.02");
  add_rate (fixture, "2025-10", 2, "37.14");
  add_rate (fixture, "2025-10", 3, "40.00");
  check_difference (fixture, OCTOBER, 0, "none");
  check_difference (fixture, OCTOBER, 1, "-6.12 derived other 12");
  check_difference (fixture, OCTOBER, 2, "0.00 derived other 12");
  check_difference (fixture, OCTOBER, 3, "2.86 derived other 12");

  /* Not from unequal decimals, another edition, a weak figure, another type, or another month. */
  add_rate (fixture, "2025-10", 4, "37.1");
  fixture_add (fixture->batch, fixture->deck, "2025-10", 5, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, "37.15");
  fixture_add (fixture->batch, fixture->other, "2025-10", 6, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_SECONDARY, "37.15");
  add_rate (fixture, "2025-10", 7, "37.15");
  last (fixture)->doubt = MDG_DOUBT_BASIS_INFERRED;
  fixture_add (fixture->batch, fixture->other, "2025-10", 8, MDG_FACILITY_HOSPITAL,
               MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, "37.15");
  add_rate (fixture, "2025-08", 9, "37.15");
  for (MdgArea area = 4; area <= 9; area++)
    check_difference (fixture, OCTOBER, area, "none");
  check (fixture, OCTOBER, 8, MDG_FACILITY_HOSPITAL, MDG_MEASURE_DIFFERENCE_POINTS, "none");
  check_difference (fixture, MDG_MONTH (2025, 8), 9, "none");
}

/* The rates that are derived themselves are as good: from counts, and from the month after. */
static void
test_difference_is_from_derived_rates (void **state)
{
  Fixture *fixture = *state;

  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_PHARMACY, "1", "4");
  add_counts (fixture, fixture->deck, 1, MDG_FACILITY_PHARMACY, "1", "3");
  check (fixture, OCTOBER, 1, MDG_FACILITY_PHARMACY, MDG_MEASURE_DIFFERENCE_POINTS,
         "8.33 derived deck 12");

  add_rate_and_change (fixture, 0, "37.14", "1.52");
  add_rate_and_change (fixture, 2, "36.00", "0.50");
  check_difference (fixture, OCTOBER, 2, "-1.14 derived deck 12");
  check_difference (fixture, SEPTEMBER, 2, "-0.12 derived deck 12");
}

/* For any two rates: the nation's rate and the difference give the prefecture's again. */
static void
test_difference_is_exact (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();
      guint edition = fixture_add_edition (batch, "deck", "2025-11-13", "deck");
      MdgDecimal nation = MDG_DECIMAL (g_rand_int_range (rand, 0, 10001), 2);
      MdgDecimal rate = MDG_DECIMAL (g_rand_int_range (rand, 0, 10001), 2);
      g_autofree char *nation_text = mdg_decimal_to_string (nation);
      g_autofree char *rate_text = mdg_decimal_to_string (rate);
      g_autoptr (MdgFigures) figures = NULL;
      const MdgObservation *difference;

      fixture_add (batch, edition, "2025-10", 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
                   MDG_QUALITY_PRINTED, nation_text);
      fixture_add (batch, edition, "2025-10", 47, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
                   MDG_QUALITY_PRINTED, rate_text);
      figures = mdg_figures_new (batch);
      difference = mdg_figures_lookup (figures, OCTOBER, MDG_DAY_NONE, 47, MDG_FACILITY_ALL,
                                       MDG_MEASURE_DIFFERENCE_POINTS);
      assert_non_null (difference);
      assert_int_equal (difference->value.decimals, 2);
      assert_int_equal (difference->value.digits, rate.digits - nation.digits);
    }
}

static void
test_claims_basis_is_left_alone (void **state)
{
  Fixture *fixture = *state;

  fixture_add (fixture->batch, fixture->deck, "2025-10", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_QUALITY_PRINTED, "47.26");
  fixture_add (fixture->batch, fixture->deck, "2025-09", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_QUALITY_PRINTED, "44.40");
  fixture_add (fixture->batch, fixture->deck, "2025-10", 0, MDG_FACILITY_ALL,
               MDG_MEASURE_CHANGE_POINTS, MDG_QUALITY_PRINTED, "1.52");
  check (fixture, OCTOBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
  check (fixture, SEPTEMBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
}

static void
test_figures_of_a_day_are_left_alone (void **state)
{
  Fixture *fixture = *state;

  add_counts (fixture, fixture->deck, 0, MDG_FACILITY_ALL, "1", "4");
  last (fixture)->as_of = mdg_day_new (2025, 10, 31);
  check (fixture, OCTOBER, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, "none");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_rate_is_the_ratio_of_the_counts, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rate_is_not_derived_where_one_stands, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_stored_derived_figure_is_not_doubled, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_nothing_comes_from_weak_figures, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_all_facilities_are_the_four_types, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_ranks_are_by_the_unrounded_ratio, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_ranks_need_all_prefectures, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_ranks_of_all_facilities_come_from_the_sums, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (test_month_before_is_rate_minus_change, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rank_before_is_by_rate_minus_change, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rank_before_where_the_order_is_sure, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rank_before_needs_possible_rates, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rank_before_is_not_derived_beside_a_rank, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (test_rank_before_needs_all_prefectures_of_one_edition, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (test_month_before_may_be_of_the_year_before, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (test_change_is_between_printed_months, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_difference_is_from_the_nation, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_difference_is_from_derived_rates, set_up, tear_down),
    cmocka_unit_test (test_difference_is_exact),
    cmocka_unit_test_setup_teardown (test_claims_basis_is_left_alone, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_figures_of_a_day_are_left_alone, set_up, tear_down),
  };

  return mdg_test_run (tests);
}
