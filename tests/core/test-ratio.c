/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-ratio.h"

static MdgObservation
make_count (gint64 digits)
{
  return (MdgObservation) {
    .month = MDG_MONTH (2025, 10),
    .area = 7,
    .quality = MDG_QUALITY_VERIFIED,
    .precision = MDG_PRECISION_EXACT,
    .doubt = MDG_DOUBT_NONE,
    .edition = 3,
    .value = MDG_DECIMAL (digits, 0),
  };
}

static void
test_two_counts_are_a_ratio (void **state)
{
  MdgObservation part = make_count (40);
  MdgObservation whole = make_count (100);
  MdgRatio ratio;

  part.quality = MDG_QUALITY_DERIVED;
  whole.value = MDG_DECIMAL (1000, 1);
  assert_true (mdg_ratio_init (&ratio, &part, &whole));
  assert_int_equal (ratio.part, 40);
  assert_int_equal (ratio.whole, 100);
  assert_int_equal (ratio.edition, 3);
}

/* Whatever is weak in either count, there is no ratio. */
static void
test_weak_counts_are_none (void **state)
{
  for (guint side = 0; side < 2; side++)
    for (guint flaw = 0; flaw < 6; flaw++)
      {
        MdgObservation counts[] = { make_count (40), make_count (100) };
        MdgObservation *weak = &counts[side];
        MdgRatio ratio;

        if (flaw == 0)
          weak->quality = MDG_QUALITY_SECONDARY;
        else if (flaw == 1)
          weak->precision = MDG_PRECISION_ROUNDED_10000;
        else if (flaw == 2)
          weak->doubt = MDG_DOUBT_MONTH_DISPUTED;
        else if (flaw == 3)
          weak->edition++;
        else if (flaw == 4)
          weak->value.decimals = 1, weak->value.digits++;
        else
          weak->value.digits = -weak->value.digits;
        assert_false (mdg_ratio_init (&ratio, &counts[0], &counts[1]));
        assert_false (
          mdg_ratio_init (&ratio, side == 0 ? NULL : &counts[0], side == 1 ? NULL : &counts[1]));
      }
}

static void
test_part_is_within_the_whole (void **state)
{
  const MdgObservation none = make_count (0);
  const MdgObservation some = make_count (40);
  const MdgObservation more = make_count (41);
  MdgRatio ratio;

  assert_true (mdg_ratio_init (&ratio, &none, &some));
  assert_true (mdg_ratio_init (&ratio, &some, &some));
  assert_false (mdg_ratio_init (&ratio, &more, &some));
  assert_false (mdg_ratio_init (&ratio, &none, &none));
}

/* The regions together are the nation, as the prefectures are (law 2). */
static void
test_regions_add_up_to_the_nation (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_bundle_load (NULL);
  g_autoptr (MdgFigures) figures = mdg_figures_new (batch);

  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      gint64 part = 0;
      gint64 whole = 0;
      MdgRatio nation;

      for (MdgRegion region = MDG_REGION_HOKKAIDO; region < MDG_N_REGIONS; region++)
        {
          MdgRatio ratio;

          assert_true (mdg_ratio_init_region (&ratio, figures, MDG_MONTH (2025, 10), region, type));
          part += ratio.part;
          whole += ratio.whole;
          assert_false (mdg_ratio_init_region (&ratio, figures, MDG_MONTH (2024, 3), region, type));
        }
      assert_true (
        mdg_ratio_init_area (&nation, figures, MDG_MONTH (2025, 10), MDG_AREA_NATIONAL, type));
      assert_int_equal (part, nation.part);
      assert_int_equal (whole, nation.whole);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_two_counts_are_a_ratio),
    cmocka_unit_test (test_weak_counts_are_none),
    cmocka_unit_test (test_part_is_within_the_whole),
    cmocka_unit_test (test_regions_add_up_to_the_nation),
  };

  return mdg_test_run (tests);
}
