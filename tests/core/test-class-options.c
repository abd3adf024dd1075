/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-class-options.h"
#include "core/mdg-core-fixture.h"

static void
assert_error (const char *text, MdgClassBreaksError code, const char *part)
{
  MdgClassBreaks breaks = { .n = 77 };
  g_autoptr (GError) error = NULL;

  assert_false (mdg_class_breaks_parse (text, &breaks, &error));
  assert_true (g_error_matches (error, MDG_CLASS_BREAKS_ERROR, (int) code));
  mdg_test_assert_contains (error->message, part);
  assert_int_equal (breaks.n, 77);
}

static void
test_breaks_are_read (void **state)
{
  static const char *const texts[] = {
    "30 40.5 50",    "30,40.5,50",           " 30;  40.5;50 ", "30、40.5、50",
    "30% 40.5% 50%", "３０　４０．５　５０", "30\t40.5\n50",   "+30 40.5 50",
  };
  MdgClassBreaks breaks;
  g_autofree char *negative = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *again = NULL;

      assert_true (mdg_class_breaks_parse (texts[i], &breaks, NULL));
      again = mdg_class_breaks_to_string (&breaks);
      mdg_test_assert_contains (again, "30 40.5 50");
      assert_int_equal (breaks.n, 3);
    }
  assert_true (mdg_class_breaks_parse ("-1.5 −0.5 0 1", &breaks, NULL));
  negative = mdg_class_breaks_to_string (&breaks);
  assert_string_equal (negative, "-1.5 -0.5 0 1");
}

static void
test_breaks_are_refused (void **state)
{
  assert_error ("", MDG_CLASS_BREAKS_ERROR_COUNT, "0 bounds");
  assert_error ("30", MDG_CLASS_BREAKS_ERROR_COUNT, "1 bound.");
  assert_error ("1 2 3 4 5 6 7 8 9", MDG_CLASS_BREAKS_ERROR_COUNT, "9 bounds");
  assert_error ("30 forty 50", MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER, "forty");
  assert_error ("30 1e3", MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER, "1e3");
  assert_error ("30 99999999999999999999", MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER, "9999");
  assert_error ("30 30.0", MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING, "30.0");
  assert_error ("50 40", MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING, "40");
  /* A separator of thousands parts a number, which cannot then ascend. */
  assert_error ("1,000 2,000", MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING, "thousands");
}

/* Whatever is typed: it is refused with a message, or read back as it was. */
static void
test_breaks_of_anything (void **state)
{
  static const char *const pieces[] = { "1",  "2", "30", ".", "-", "+", " ", ",", "、",  "%",
                                        "９", "e", "0",  "7", "∞", "|", ";", "−", "\xff" };
  GRand *rand = mdg_test_new_rand ();
  guint n_read = 0;

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      MdgClassBreaks breaks, again;

      for (guint n = g_rand_int_range (rand, 0, 14); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!mdg_class_breaks_parse (text->str, &breaks, &error))
        {
          assert_non_null (error);
          continue;
        }
      n_read++;
      mdg_test_assert_in_range (breaks.n, 2, 8);
      written = mdg_class_breaks_to_string (&breaks);
      assert_true (mdg_class_breaks_parse (written, &again, NULL));
      assert_int_equal (again.n, breaks.n);
      for (guint i = 0; i < breaks.n; i++)
        {
          assert_int_equal (mdg_decimal_compare (again.values[i], breaks.values[i]), 0);
          assert_true (i == 0 || mdg_decimal_compare (breaks.values[i - 1], breaks.values[i]) < 0);
        }
    }
  assert_true (n_read > 50);

  g_rand_free (rand);
}

#define RATE MDG_MEASURE_USAGE_RATE_ONLINE

static MdgFigures *
create_figures (void)
{
  MdgBatch *batch = mdg_batch_new ();
  guint deck = fixture_add_edition (batch, "deck", "2025-11-13", "deck");
  MdgFigures *figures;

  fixture_add (batch, deck, "2025-10", 0, MDG_FACILITY_ALL, RATE, MDG_QUALITY_VERIFIED, "99.00");
  fixture_add (batch, deck, "2025-10", 1, MDG_FACILITY_ALL, RATE, MDG_QUALITY_VERIFIED, "30.00");
  fixture_add (batch, deck, "2025-10", 2, MDG_FACILITY_ALL, RATE, MDG_QUALITY_VERIFIED, "40.00");
  fixture_add (batch, deck, "2025-10", 1, MDG_FACILITY_PHARMACY, RATE, MDG_QUALITY_VERIFIED,
               "50.00");
  fixture_add (batch, deck, "2025-09", 1, MDG_FACILITY_ALL, RATE, MDG_QUALITY_VERIFIED, "20.00");
  fixture_add (batch, deck, "2025-09", 2, MDG_FACILITY_PHARMACY, RATE, MDG_QUALITY_VERIFIED,
               "60.00");
  fixture_add (batch, deck, "2025-09", 3, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_CLAIMS,
               MDG_QUALITY_VERIFIED, "5.00");
  figures = mdg_figures_new (batch);
  mdg_batch_free (batch);

  return figures;
}

static void
assert_pool (MdgClassPool pool, guint n, gint64 lowest, gint64 highest)
{
  g_autoptr (MdgFigures) figures = create_figures ();
  MdgScope scope = { MDG_MONTH (2025, 10), RATE, MDG_FACILITY_ALL, MDG_AREA_NONE };
  MdgClassOptions options = MDG_CLASS_OPTIONS_INIT;
  g_autoptr (GArray) values = NULL;
  MdgClasses classes;

  options.pool = pool;
  values = mdg_class_options_collect (&options, figures, &scope);
  assert_int_equal (values->len, n);
  assert_true (mdg_class_options_compute (&options, figures, &scope, &classes));
  assert_int_equal (mdg_decimal_compare (classes.bounds[0], MDG_DECIMAL (lowest, 0)), 0);
  assert_int_equal (
    mdg_decimal_compare (classes.bounds[classes.n_classes], MDG_DECIMAL (highest, 0)), 0);
  assert_int_equal (mdg_class_options_shows_bounds (&options), pool != MDG_CLASS_POOL_NONE);
}

/* The nation and the other basis are never part of it. */
static void
test_pools (void **state)
{
  assert_pool (MDG_CLASS_POOL_NONE, 2, 30, 40);
  assert_pool (MDG_CLASS_POOL_MONTHS, 3, 20, 40);
  assert_pool (MDG_CLASS_POOL_FACILITY_TYPES, 3, 30, 50);
  assert_pool (MDG_CLASS_POOL_MONTHS | MDG_CLASS_POOL_FACILITY_TYPES, 5, 20, 60);
}

/* Each of two maps gets the same bounds, whatever else is pooled, and no figure counts twice. */
static void
test_companion (void **state)
{
  static const struct
  {
    MdgClassPool pool;
    guint n;
    gint64 lowest;
    gint64 highest;
  } cases[] = {
    { MDG_CLASS_POOL_NONE, 3, 30, 60 },
    { MDG_CLASS_POOL_MONTHS, 5, 20, 60 },
    { MDG_CLASS_POOL_FACILITY_TYPES, 5, 20, 60 },
    { MDG_CLASS_POOL_MONTHS | MDG_CLASS_POOL_FACILITY_TYPES, 5, 20, 60 },
  };
  const MdgScope scopes[2] = {
    { MDG_MONTH (2025, 10), RATE, MDG_FACILITY_ALL, MDG_AREA_NONE },
    { MDG_MONTH (2025, 9), RATE, MDG_FACILITY_PHARMACY, MDG_AREA_NONE },
  };
  g_autoptr (MdgFigures) figures = create_figures ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint side = 0; side < 2; side++)
      {
        MdgClassOptions options = MDG_CLASS_OPTIONS_INIT;
        g_autoptr (GArray) values = NULL;
        MdgClasses classes;

        options.pool = cases[i].pool | MDG_CLASS_POOL_COMPANION;
        options.companion = scopes[1 - side];
        values = mdg_class_options_collect (&options, figures, &scopes[side]);
        assert_int_equal (values->len, cases[i].n);
        assert_true (mdg_class_options_compute (&options, figures, &scopes[side], &classes));
        assert_int_equal (mdg_decimal_compare (classes.bounds[0], MDG_DECIMAL (cases[i].lowest, 0)),
                          0);
        assert_int_equal (mdg_decimal_compare (classes.bounds[classes.n_classes],
                                               MDG_DECIMAL (cases[i].highest, 0)),
                          0);
        assert_true (mdg_class_options_shows_bounds (&options));
      }
}

/* The claims basis is no companion of the online basis. */
static void
test_companion_of_another_measure (void **state)
{
  const MdgScope scope = { MDG_MONTH (2025, 10), RATE, MDG_FACILITY_ALL, MDG_AREA_NONE };
  g_autoptr (MdgFigures) figures = create_figures ();
  MdgClassOptions options = MDG_CLASS_OPTIONS_INIT;
  g_autoptr (GArray) values = NULL;

  options.pool = MDG_CLASS_POOL_COMPANION;
  options.companion = (MdgScope) { MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_CLAIMS,
                                   MDG_FACILITY_ALL, MDG_AREA_NONE };
  assert_false (mdg_class_options_has_companion (&options, RATE));
  values = mdg_class_options_collect (&options, figures, &scope);
  assert_int_equal (values->len, 2);
}

static void
test_no_figures (void **state)
{
  MdgScope scope = { MDG_MONTH (2025, 10), RATE, MDG_FACILITY_ALL, MDG_AREA_NONE };
  MdgClassOptions options = MDG_CLASS_OPTIONS_INIT;
  MdgClasses classes;

  options.pool = MDG_CLASS_POOL_MONTHS;
  assert_false (mdg_class_options_compute (&options, NULL, &scope, &classes));
}

static void
test_equal (void **state)
{
  MdgClassOptions a = MDG_CLASS_OPTIONS_INIT;
  MdgClassOptions b = MDG_CLASS_OPTIONS_INIT;

  assert_true (mdg_class_options_equal (&a, &b));
  assert_true (mdg_class_breaks_parse ("1 2", &a.breaks[MDG_UNIT_PERCENT], NULL));
  assert_false (mdg_class_options_equal (&a, &b));
  assert_true (mdg_class_breaks_parse ("1.0 2", &b.breaks[MDG_UNIT_PERCENT], NULL));
  assert_true (mdg_class_options_equal (&a, &b));
  b.pool = MDG_CLASS_POOL_MONTHS;
  assert_false (mdg_class_options_equal (&a, &b));

  a.pool = b.pool = MDG_CLASS_POOL_COMPANION;
  assert_true (mdg_class_options_equal (&a, &b));
  b.companion.month = MDG_MONTH (2025, 9);
  assert_false (mdg_class_options_equal (&a, &b));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_breaks_are_read),
    cmocka_unit_test (test_breaks_are_refused),
    cmocka_unit_test (test_breaks_of_anything),
    cmocka_unit_test (test_pools),
    cmocka_unit_test (test_companion),
    cmocka_unit_test (test_companion_of_another_measure),
    cmocka_unit_test (test_no_figures),
    cmocka_unit_test (test_equal),
  };

  return mdg_test_run (tests);
}
