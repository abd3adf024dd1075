/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "profile/mdg-profile.h"

#define OCTOBER MDG_MONTH (2025, 10)
#define N_TYPES (MDG_FACILITY_PHARMACY + 1)

typedef struct
{
  gint64 part[MDG_N_AREAS][N_TYPES];
  gint64 whole[MDG_N_AREAS][N_TYPES];
} Counts;

static void
add_count (MdgBatch *batch, guint edition, guint area, guint type, MdgMeasure measure, gint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  fixture_add (batch, edition, "2025-10", area, type, measure, MDG_QUALITY_VERIFIED, text);
}

/* Counts of four types; what is of the nation or of all facilities is their sum, as in the decks.
 * Small counts tie often, large ones overflow where cross products are not wide enough. */
static MdgFigures *
make_figures (GRand *rand, gint64 largest, Counts *counts)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "deck", "2025-11-13", "deck");

  *counts = (Counts) { 0 };
  for (guint area = 1; area < MDG_N_AREAS; area++)
    for (guint type = 1; type < N_TYPES; type++)
      {
        gint64 whole = 1 + (gint64) (g_rand_double (rand) * (double) largest);
        gint64 part = (gint64) (g_rand_double (rand) * (double) whole);

        for (guint i = 0; i < 4; i++)
          {
            guint to_area = i % 2 ? area : 0;
            guint to_type = i / 2 ? type : 0;

            counts->part[to_area][to_type] += part;
            counts->whole[to_area][to_type] += whole;
          }
      }

  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = 0; type < N_TYPES; type++)
      {
        add_count (batch, edition, area, type, MDG_MEASURE_MNC_COUNT, counts->part[area][type]);
        add_count (batch, edition, area, type, MDG_MEASURE_VERIFICATION_COUNT,
                   counts->whole[area][type]);
      }

  return mdg_figures_new (batch);
}

static guint
rank_with (const Counts *counts, guint own, guint type, gint64 more)
{
  guint rank = 1;

  for (guint area = 1; area < MDG_N_AREAS; area++)
    rank += area != own &&
            mdg_ratio_compare (counts->part[area][type], counts->whole[area][type],
                               counts->part[own][type] + more, counts->whole[own][type]) > 0;

  return rank;
}

static void
check_next_rank (MdgProfile *profile, const Counts *counts, guint area, guint type)
{
  MdgProfileGain gain = mdg_profile_get_next_rank (profile, type);
  guint now = rank_with (counts, area, type, 0);

  if (now == 1)
    {
      assert_int_equal (gain.state, MDG_PROFILE_GAIN_REACHED);
      return;
    }

  assert_int_equal (gain.state, MDG_PROFILE_GAIN_POSSIBLE);
  assert_true (gain.more > 0);
  assert_int_equal (gain.rank, rank_with (counts, area, type, gain.more));
  assert_true (gain.rank < now);
  assert_int_equal (rank_with (counts, area, type, gain.more - 1), now);
}

static gint64
check_national_rate (MdgProfile *profile, const Counts *counts, guint area, guint type)
{
  MdgProfileGain gain = mdg_profile_get_national_rate (profile, type);
  gint64 part = counts->part[area][type];
  gint64 whole = counts->whole[area][type];

  if (mdg_ratio_compare (part, whole, counts->part[0][type], counts->whole[0][type]) >= 0)
    {
      assert_int_equal (gain.state, MDG_PROFILE_GAIN_REACHED);
      assert_int_equal (gain.more, 0);
      return 0;
    }

  assert_int_equal (gain.state, MDG_PROFILE_GAIN_POSSIBLE);
  assert_true (mdg_ratio_compare (part + gain.more, whole, counts->part[0][type],
                                  counts->whole[0][type]) >= 0);
  assert_true (mdg_ratio_compare (part + gain.more - 1, whole, counts->part[0][type],
                                  counts->whole[0][type]) < 0);
  assert_int_equal (gain.rank, rank_with (counts, area, type, gain.more));
  return gain.more;
}

static void
check_best_gain (MdgProfile *profile, const Counts *counts, guint area)
{
  MdgProfileGain best = mdg_profile_get_best_gain (profile);
  gboolean any = FALSE;

  for (guint type = 1; type < N_TYPES; type++)
    {
      gint64 more = check_national_rate (profile, counts, area, type);
      guint rank = rank_with (counts, area, 0, more);

      if (more == 0)
        continue;

      any = TRUE;
      assert_int_equal (best.state, MDG_PROFILE_GAIN_POSSIBLE);
      assert_true (best.rank < rank || (best.rank == rank && best.more <= more));
      if (best.facility_type == type)
        {
          assert_int_equal (best.more, more);
          assert_int_equal (best.rank, rank);
        }
    }

  if (!any)
    assert_int_equal (best.state, MDG_PROFILE_GAIN_REACHED);
}

static void
test_gains_are_the_least (void **state)
{
  const gint64 sizes[] = { 3, 40, 100000, 274585640, G_GINT64_CONSTANT (9000000000000000) };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint round = 0; round < 20; round++)
    {
      Counts counts;
      g_autoptr (MdgFigures) figures =
        make_figures (rand, sizes[round % G_N_ELEMENTS (sizes)], &counts);

      for (guint area = 1; area < MDG_N_AREAS; area++)
        {
          g_autoptr (MdgProfile) profile = mdg_profile_new (figures, OCTOBER, area, NULL, 0);

          for (guint type = 0; type < N_TYPES; type++)
            {
              check_next_rank (profile, &counts, area, type);
              check_national_rate (profile, &counts, area, type);
            }
          check_best_gain (profile, &counts, area);
        }
    }
}

/* The region is the ratio of sums, not the mean of rates. */
static void
test_region_is_pooled (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  Counts counts;
  g_autoptr (MdgFigures) figures = make_figures (rand, 100000, &counts);

  for (guint area = 1; area < MDG_N_AREAS; area++)
    {
      g_autoptr (MdgProfile) profile = mdg_profile_new (figures, OCTOBER, area, NULL, 0);
      const MdgProfileRow *row = mdg_profile_get_row (profile, MDG_FACILITY_PHARMACY);
      gint64 part = 0;
      gint64 whole = 0;
      MdgDecimal rate;

      for (guint other = 1; other < MDG_N_AREAS; other++)
        if (mdg_area_get_region (other) == mdg_area_get_region (area))
          {
            part += counts.part[other][MDG_FACILITY_PHARMACY];
            whole += counts.whole[other][MDG_FACILITY_PHARMACY];
          }

      /* Hokkaido is a region by itself: there is nothing to compare with. */
      assert_int_equal (row->has_region, area != 1);
      assert_true (mdg_decimal_percent_ratio (part, whole, 2, &rate));
      if (row->has_region)
        assert_int_equal (mdg_decimal_compare (rate, row->region), 0);
    }
}

static void
test_one_missing_count_proves_nothing (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "deck", "2025-11-13", "deck");
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (MdgProfile) profile = NULL;

  for (guint area = 1; area < MDG_N_AREAS - 1; area++)
    {
      add_count (batch, edition, area, 0, MDG_MEASURE_MNC_COUNT, area);
      add_count (batch, edition, area, 0, MDG_MEASURE_VERIFICATION_COUNT, 100);
      add_count (batch, edition, area, 0, MDG_MEASURE_RANK, MDG_N_AREAS - 1 - area);
    }
  figures = mdg_figures_new (batch);
  profile = mdg_profile_new (figures, OCTOBER, 13, NULL, 0);

  assert_int_equal (mdg_profile_get_next_rank (profile, 0).state, MDG_PROFILE_GAIN_UNKNOWN);
  assert_int_equal (mdg_profile_get_national_rate (profile, 0).state, MDG_PROFILE_GAIN_UNKNOWN);
  assert_int_equal (mdg_profile_get_best_gain (profile).state, MDG_PROFILE_GAIN_UNKNOWN);
}

static void
test_neighbours_are_others (void **state)
{
  const MdgArea wish[] = { 13, 14, 14, 0, 255, 11, 12, 10 };
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);
  g_autoptr (MdgProfile) profile =
    mdg_profile_new (figures, OCTOBER, 13, wish, G_N_ELEMENTS (wish));

  assert_int_equal (mdg_profile_get_n_neighbours (profile), 3);
  assert_int_equal (mdg_profile_get_neighbour (profile, 0), 14);
  assert_int_equal (mdg_profile_get_neighbour (profile, 1), 11);
  assert_int_equal (mdg_profile_get_neighbour (profile, 2), 12);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_gains_are_the_least),
    cmocka_unit_test (test_region_is_pooled),
    cmocka_unit_test (test_one_missing_count_proves_nothing),
    cmocka_unit_test (test_neighbours_are_others),
  };

  return mdg_test_run (tests);
}
