/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-vocabulary.h"

#include <string.h>

static void
test_facility_types (void **state)
{
  static const char *const ids[MDG_N_FACILITY_TYPES] = {
    "all",          "hospital",     "medical_clinic", "dental_clinic", "pharmacy",
    "unassigned-1", "unassigned-2", "unassigned-3",   "unassigned-4",
  };
  static const char *const names[] = { "総計", "病院", "医科診療所", "歯科診療所", "薬局" };
  MdgFacilityType type;

  for (guint i = 0; i < MDG_N_FACILITY_TYPES; i++)
    {
      assert_string_equal (mdg_facility_type_get_id (i), ids[i]);
      assert_true (mdg_facility_type_from_id (ids[i], &type));
      assert_int_equal (type, i);
      assert_int_equal (mdg_facility_type_is_unassigned (i), i >= MDG_FACILITY_UNASSIGNED_1);
      assert_true (*mdg_facility_type_get_label (i) != '\0');
      assert_true (*mdg_facility_type_get_name_ja (i) != '\0');
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_string_equal (mdg_facility_type_get_name_ja (i), names[i]);
      assert_true (mdg_facility_type_from_name_ja (names[i], -1, &type));
      assert_int_equal (type, i);
    }

  type = 99;
  assert_false (mdg_facility_type_from_id ("clinic", &type));
  assert_false (mdg_facility_type_from_id ("unassigned-5", &type));
  assert_false (mdg_facility_type_from_name_ja ("診療所", -1, &type));
  assert_false (mdg_facility_type_from_name_ja ("合計", -1, &type));
  assert_false (mdg_facility_type_from_name_ja ("", -1, &type));
  assert_false (mdg_facility_type_from_name_ja (
    mdg_facility_type_get_name_ja (MDG_FACILITY_UNASSIGNED_1), -1, &type));
  assert_int_equal (type, 99);
  assert_true (mdg_facility_type_from_name_ja ("病院【", strlen ("病院"), &type));
  assert_int_equal (type, MDG_FACILITY_HOSPITAL);
}

static void
test_measures (void **state)
{
  static const struct
  {
    const char *id;
    MdgUnit unit;
    MdgBasis basis;
  } expected[MDG_N_MEASURES] = {
    [MDG_MEASURE_USAGE_RATE_ONLINE] = { "usage_rate_online", MDG_UNIT_PERCENT, MDG_BASIS_ONLINE },
    [MDG_MEASURE_USAGE_RATE_CLAIMS] = { "usage_rate_claims", MDG_UNIT_PERCENT, MDG_BASIS_CLAIMS },
    [MDG_MEASURE_CHANGE_POINTS] = { "change_points", MDG_UNIT_POINTS, MDG_BASIS_ONLINE },
    [MDG_MEASURE_RANK] = { "rank", MDG_UNIT_RANK, MDG_BASIS_ONLINE },
    [MDG_MEASURE_RANK_PREVIOUS] = { "rank_previous", MDG_UNIT_RANK, MDG_BASIS_ONLINE },
    [MDG_MEASURE_MNC_COUNT] = { "mnc_count", MDG_UNIT_COUNT, MDG_BASIS_ONLINE },
    [MDG_MEASURE_VERIFICATION_COUNT] = { "verification_count", MDG_UNIT_COUNT, MDG_BASIS_ONLINE },
    [MDG_MEASURE_INSURANCE_CARD_COUNT] = { "insurance_card_count", MDG_UNIT_COUNT,
                                           MDG_BASIS_ONLINE },
    [MDG_MEASURE_CHECKUP_VIEWS] = { "checkup_views", MDG_UNIT_COUNT, MDG_BASIS_NONE },
    [MDG_MEASURE_DRUG_VIEWS] = { "drug_views", MDG_UNIT_COUNT, MDG_BASIS_NONE },
    [MDG_MEASURE_CARE_VIEWS] = { "care_views", MDG_UNIT_COUNT, MDG_BASIS_NONE },
    [MDG_MEASURE_CARD_HOLDERS] = { "card_holders", MDG_UNIT_PERSONS, MDG_BASIS_NONE },
    [MDG_MEASURE_HOLDER_SHARE] = { "holder_share", MDG_UNIT_PERCENT, MDG_BASIS_NONE },
    [MDG_MEASURE_REGISTRANTS] = { "registrants", MDG_UNIT_PERSONS, MDG_BASIS_NONE },
    [MDG_MEASURE_REGISTRATION_SHARE] = { "registration_share", MDG_UNIT_PERCENT, MDG_BASIS_NONE },
    [MDG_MEASURE_POPULATION] = { "population", MDG_UNIT_PERSONS, MDG_BASIS_NONE },
    [MDG_MEASURE_INSURED_AFFECTED] = { "insured_affected", MDG_UNIT_PERSONS, MDG_BASIS_NONE },
    [MDG_MEASURE_FACILITIES_COUNTED] = { "facilities_counted", MDG_UNIT_FACILITIES,
                                         MDG_BASIS_CLAIMS },
    [MDG_MEASURE_FACILITIES_UNDER_10] = { "facilities_under_10", MDG_UNIT_PERCENT,
                                          MDG_BASIS_CLAIMS },
    [MDG_MEASURE_FACILITIES_30_AND_OVER] = { "facilities_30_and_over", MDG_UNIT_PERCENT,
                                             MDG_BASIS_CLAIMS },
    [MDG_MEASURE_DIFFERENCE_POINTS] = { "difference_points", MDG_UNIT_POINTS, MDG_BASIS_ONLINE },
  };
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  MdgMeasure measure = 99;

  assert_false (mdg_measure_from_id ("usage_rate", &measure));
  assert_false (mdg_measure_from_id ("", &measure));
  assert_int_equal (measure, 99);

  for (guint i = 0; i < MDG_N_MEASURES; i++)
    {
      assert_string_equal (mdg_measure_get_id (i), expected[i].id);
      assert_true (mdg_measure_from_id (expected[i].id, &measure));
      assert_int_equal (measure, i);
      assert_int_equal (mdg_measure_get_unit (i), expected[i].unit);
      assert_int_equal (mdg_measure_get_basis (i), expected[i].basis);
      mdg_test_assert_in_range (mdg_measure_get_direction (i), MDG_DIRECTION_NONE,
                                MDG_DIRECTION_LOWER_IS_BETTER);
      assert_true (*mdg_measure_get_short_label (i) != '\0');
      assert_true (*mdg_measure_get_definition (i) != '\0');
      assert_true (*mdg_measure_get_source (i) != '\0');
      assert_true (g_hash_table_add (labels, (gpointer) mdg_measure_get_label (i)));
    }

  assert_int_equal (mdg_measure_get_direction (MDG_MEASURE_RANK), MDG_DIRECTION_LOWER_IS_BETTER);
}

/* The two rates are never mixed, and a claim is never called a receipt. */
static void
test_words_of_the_rates (void **state)
{
  for (guint i = 0; i < MDG_N_MEASURES; i++)
    {
      const char *texts[] = {
        mdg_measure_get_label (i),
        mdg_measure_get_short_label (i),
        mdg_measure_get_definition (i),
        mdg_measure_get_source (i),
      };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autofree char *lower = g_ascii_strdown (texts[j], -1);

          assert_null (strstr (lower, "receipt"));
        }

      if (strstr (mdg_measure_get_id (i), "rate") != NULL)
        {
          const char *basis = mdg_basis_get_label (mdg_measure_get_basis (i));

          mdg_test_assert_contains (mdg_measure_get_label (i), basis);
          mdg_test_assert_contains (mdg_measure_get_short_label (i), basis);
        }
    }
}

static void
test_words (void **state)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MDG_N_UNITS; i++)
    {
      assert_true (g_hash_table_add (ids, (gpointer) mdg_unit_get_id (i)));
      assert_true (*mdg_unit_get_label (i) != '\0');
    }

  g_hash_table_remove_all (ids);
  for (guint i = 0; i < MDG_N_BASES; i++)
    {
      assert_true (g_hash_table_add (ids, (gpointer) mdg_basis_get_id (i)));
      assert_int_equal (*mdg_basis_get_label (i) == '\0', i == MDG_BASIS_NONE);
    }

  for (guint i = 0; i < MDG_N_QUALITIES; i++)
    {
      MdgQuality quality = 99;

      assert_true (mdg_quality_from_id (mdg_quality_get_id (i), &quality));
      assert_int_equal (quality, i);
      assert_true (*mdg_quality_get_label (i) != '\0');
      assert_true (*mdg_quality_get_description (i) != '\0');
    }

  for (guint i = 0; i < MDG_N_PRECISIONS; i++)
    {
      MdgPrecision precision = 99;

      assert_true (mdg_precision_from_id (mdg_precision_get_id (i), &precision));
      assert_int_equal (precision, i);
      assert_true (*mdg_precision_get_label (i) != '\0');
    }

  for (guint i = 0; i < MDG_N_DOUBTS; i++)
    {
      MdgDoubt doubt = 99;

      assert_true (mdg_doubt_from_id (mdg_doubt_get_id (i), &doubt));
      assert_int_equal (doubt, i);
      assert_int_equal (*mdg_doubt_get_description (i) == '\0', i == MDG_DOUBT_NONE);
    }
}

static void
test_wrong_words (void **state)
{
  static const char *const bad[] = { "", "x", "Verified", "exact ", "none;" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MdgQuality quality = 99;
      MdgPrecision precision = 99;
      MdgDoubt doubt = 99;

      assert_false (mdg_quality_from_id (bad[i], &quality));
      assert_false (mdg_precision_from_id (bad[i], &precision));
      assert_false (mdg_doubt_from_id (bad[i], &doubt));
      assert_int_equal (quality, 99);
      assert_int_equal (precision, 99);
      assert_int_equal (doubt, 99);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_facility_types),     cmocka_unit_test (test_measures),
    cmocka_unit_test (test_words_of_the_rates), cmocka_unit_test (test_words),
    cmocka_unit_test (test_wrong_words),
  };

  return mdg_test_run (tests);
}
