/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-laws.h"

#include "core/mdg-bundle.h"
#include "core/mdg-observation.h"
#include "util/mdg-test.h"

#include <string.h>

/*
 * The laws hold on all bundled data, and the check can fail: every digit of every figure that is
 * marked as verified is altered, and the check must see each.
 */

static MdgBatch *bundle;

static int
setup (void **state)
{
  g_autoptr (GError) error = NULL;

  bundle = mdg_bundle_load (&error);
  if (bundle == NULL)
    g_printerr ("%s\n", error->message);

  return bundle != NULL ? 0 : -1;
}

static int
teardown (void **state)
{
  g_clear_pointer (&bundle, mdg_batch_free);

  return 0;
}

static void
test_bundle (void **state)
{
  g_autoptr (GPtrArray) violations = mdg_laws_check (bundle);

  for (guint i = 0; i < violations->len; i++)
    {
      g_autofree char *text = mdg_import_message_render (g_ptr_array_index (violations, i));

      g_printerr ("%s\n", text);
    }
  assert_int_equal (violations->len, 0);
}

/* The figures of one edition and month, which is all that most laws look at. */
static MdgBatch *
take_sheet (const MdgObservation *like)
{
  MdgBatch *sheet = mdg_batch_new ();

  for (guint i = 0; i < bundle->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (bundle->observations, MdgObservation, i);

      if (row->edition == like->edition && row->month == like->month)
        g_array_append_val (sheet->observations, *row);
    }

  return sheet;
}

static gboolean
is_noticed (MdgBatch *sheet, MdgObservation *row, gint64 altered)
{
  g_autoptr (GPtrArray) violations = NULL;
  gint64 digits = row->value.digits;

  row->value.digits = altered;
  violations = mdg_laws_check (sheet);
  row->value.digits = digits;

  return violations->len > 0;
}

static void
test_every_digit (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) sheet = NULL;
  guint n_altered = 0;
  guint n_rows = 0;

  for (guint i = 0; i < bundle->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (bundle->observations, MdgObservation, i);
      MdgObservation *altered = NULL;
      gint64 place = 1;

      if (row->quality != MDG_QUALITY_VERIFIED)
        continue;
      if (sheet == NULL ||
          g_array_index (sheet->observations, MdgObservation, 0).edition != row->edition ||
          g_array_index (sheet->observations, MdgObservation, 0).month != row->month)
        {
          g_clear_pointer (&sheet, mdg_batch_free);
          sheet = take_sheet (row);
        }
      for (guint j = 0; altered == NULL && j < sheet->observations->len; j++)
        if (mdg_observation_compare_key (&g_array_index (sheet->observations, MdgObservation, j),
                                         row) == 0)
          altered = &g_array_index (sheet->observations, MdgObservation, j);
      assert_non_null (altered);
      n_rows++;

      for (gint64 rest = row->value.digits; rest > 0; rest /= 10, place *= 10)
        {
          gint64 digit = rest % 10;
          gint64 other = (digit + g_rand_int_range (rand, 1, 10)) % 10;

          n_altered++;
          if (!is_noticed (sheet, altered, row->value.digits + (other - digit) * place))
            fail_msg ("%s of area %s: %" G_GINT64_FORMAT " may be %" G_GINT64_FORMAT " too",
                      mdg_measure_get_id (row->measure), mdg_area_get_code (row->area),
                      row->value.digits, row->value.digits + (other - digit) * place);
        }
    }

  assert_true (n_rows > 1000);
  assert_true (n_altered > 4000);
}

/* Adds a made-up figure of the nation. */
static void
add (MdgBatch *batch,
     guint16 edition,
     MdgMonth month,
     MdgMeasure measure,
     gint64 digits,
     guint8 decimals,
     MdgPrecision precision)
{
  MdgObservation row = { .month = month,
                         .edition = edition,
                         .measure = (guint8) measure,
                         .precision = (guint8) precision,
                         .value = MDG_DECIMAL (digits, decimals) };

  g_array_append_val (batch->observations, row);
}

static guint
count_violations (const MdgBatch *batch)
{
  g_autoptr (GPtrArray) violations = mdg_laws_check (batch);

  return violations->len;
}

/* Law 6 reaches from one edition to another, and to 0.01. */
static void
test_change (void **state)
{
  static const struct
  {
    gint64 before;
    guint n_violations;
  } cases[] = { { 3562, 0 }, { 3561, 0 }, { 3563, 0 }, { 3564, 1 }, { 3560, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();

      add (batch, 0, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, 3714, 2,
           MDG_PRECISION_EXACT);
      add (batch, 0, MDG_MONTH (2025, 10), MDG_MEASURE_CHANGE_POINTS, 152, 2, MDG_PRECISION_EXACT);
      add (batch, 1, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE, cases[i].before, 2,
           MDG_PRECISION_EXACT);
      assert_int_equal (count_violations (batch), cases[i].n_violations);
    }
}

/* Counts in 万 leave room, but not any room. */
static void
test_rounded (void **state)
{
  static const struct
  {
    gint64 rate;
    guint n_violations;
  } cases[] = { { 178, 0 }, { 177, 0 }, { 176, 1 }, { 179, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();

      add (batch, 0, MDG_MONTH (2023, 2), MDG_MEASURE_MNC_COUNT, 1570000, 0,
           MDG_PRECISION_ROUNDED_10000);
      add (batch, 0, MDG_MONTH (2023, 2), MDG_MEASURE_VERIFICATION_COUNT, 88460000, 0,
           MDG_PRECISION_ROUNDED_10000);
      add (batch, 0, MDG_MONTH (2023, 2), MDG_MEASURE_USAGE_RATE_ONLINE, cases[i].rate, 2,
           MDG_PRECISION_EXACT);
      assert_int_equal (count_violations (batch), cases[i].n_violations);
    }
}

/* Figures of different months or editions are never summed. */
static void
test_apart (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();

  add (batch, 0, MDG_MONTH (2025, 10), MDG_MEASURE_MNC_COUNT, 50, 0, MDG_PRECISION_EXACT);
  add (batch, 1, MDG_MONTH (2025, 10), MDG_MEASURE_VERIFICATION_COUNT, 100, 0, MDG_PRECISION_EXACT);
  add (batch, 0, MDG_MONTH (2025, 9), MDG_MEASURE_VERIFICATION_COUNT, 100, 0, MDG_PRECISION_EXACT);
  add (batch, 0, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, 3000, 2, MDG_PRECISION_EXACT);
  assert_int_equal (count_violations (batch), 0);

  add (batch, 0, MDG_MONTH (2025, 10), MDG_MEASURE_VERIFICATION_COUNT, 100, 0, MDG_PRECISION_EXACT);
  assert_int_equal (count_violations (batch), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_bundle), cmocka_unit_test (test_every_digit),
    cmocka_unit_test (test_change), cmocka_unit_test (test_rounded),
    cmocka_unit_test (test_apart),
  };

  return mdg_test_run_full (tests, setup, teardown);
}
