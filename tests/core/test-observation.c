/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-observation.h"

static void
test_compare_key (void **state)
{
  const MdgObservation base = {
    .month = MDG_MONTH (2025, 10),
    .as_of = 739000,
    .area = 7,
    .facility_type = MDG_FACILITY_HOSPITAL,
    .measure = MDG_MEASURE_MNC_COUNT,
  };
  MdgObservation other = base;

  other.quality = MDG_QUALITY_VERIFIED;
  other.precision = MDG_PRECISION_EXACT;
  other.doubt = MDG_DOUBT_UNOFFICIAL;
  other.page = 13;
  other.edition = 9;
  other.value = MDG_DECIMAL (1, 0);
  assert_int_equal (mdg_observation_compare_key (&base, &other), 0);

  /* Each field outweighs all that come after it. */
  other = base;
  other.measure++;
  assert_true (mdg_observation_compare_key (&base, &other) < 0);
  assert_true (mdg_observation_compare_key (&other, &base) > 0);
  other.facility_type--;
  assert_true (mdg_observation_compare_key (&base, &other) > 0);
  other.area++;
  assert_true (mdg_observation_compare_key (&base, &other) < 0);
  other.as_of--;
  assert_true (mdg_observation_compare_key (&base, &other) > 0);
  other.month++;
  assert_true (mdg_observation_compare_key (&base, &other) < 0);
}

static void
test_precision_round_trip (void **state)
{
  for (guint precision = 0; precision < MDG_N_PRECISIONS; precision++)
    {
      for (guint doubt = 0; doubt < MDG_N_DOUBTS; doubt++)
        {
          MdgObservation observation = { .precision = precision, .doubt = doubt };
          MdgObservation back = { .precision = 99, .doubt = 99 };
          g_autofree char *text = mdg_observation_format_precision (&observation);

          assert_true (mdg_observation_parse_precision (text, &back));
          assert_int_equal (back.precision, precision);
          assert_int_equal (back.doubt, doubt);
        }
    }
}

static void
test_precision_text (void **state)
{
  static const char *const bad[] = {
    "",
    ";",
    "exact;",
    ";type-inferred",
    "exact;none",
    "Exact",
    "exact ",
    "exact;type-inferred;",
    "exact;exact",
    "type-inferred",
    "rounded",
  };
  MdgObservation observation = {
    .precision = MDG_PRECISION_EXACT,
    .doubt = MDG_DOUBT_TYPE_INFERRED,
  };
  g_autofree char *text = mdg_observation_format_precision (&observation);

  assert_string_equal (text, "exact;type-inferred");

  observation.precision = MDG_PRECISION_ROUNDED_10000;
  observation.doubt = MDG_DOUBT_NONE;
  g_set_str (&text, NULL);
  text = mdg_observation_format_precision (&observation);
  assert_string_equal (text, "rounded-10000");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (mdg_observation_parse_precision (bad[i], &observation))
        fail_msg ("\"%s\" was taken for a precision", bad[i]);
      assert_int_equal (observation.precision, MDG_PRECISION_ROUNDED_10000);
      assert_int_equal (observation.doubt, MDG_DOUBT_NONE);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_compare_key),
    cmocka_unit_test (test_precision_round_trip),
    cmocka_unit_test (test_precision_text),
  };

  return mdg_test_run (tests);
}
