/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

/*
 * Wrong digits. Whatever is changed, no changed figure may be handed out as verified; a table with a
 * changed figure that a law reaches is refused, and only that one.
 */

/* A row that the report accuses must be the one that was altered. */
static void
assert_told_truly (const MdgReportEntry *entry, MdgArea altered)
{
  static const MdgMessageCode accusations[] = {
    MDG_MESSAGE_RATE_OPEN,
    MDG_MESSAGE_ROW_TOLD_BY_RATE,
    MDG_MESSAGE_ROW_TOLD_BY_POOLED,
    MDG_MESSAGE_POOLED_OPEN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (accusations); i++)
    {
      const MdgImportMessage *message = mdg_deck_find_message (entry, accusations[i]);

      if (message != NULL)
        assert_string_equal (message->args[0], mdg_area_get_code (altered));
    }
}

typedef struct
{
  gsize position;
  guint line;
} Digit;

static GArray *
find_digits (guint first_line, guint last_line)
{
  GArray *digits = g_array_new (FALSE, FALSE, sizeof (Digit));
  const char *text = mdg_deck_text ();
  guint line = 0;

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      Digit digit = { i, line };

      if (text[i] == '\n')
        line++;
      else if (g_ascii_isdigit (text[i]) && line >= first_line && line <= last_line)
        g_array_append_val (digits, digit);
    }

  return digits;
}

static MdgImportResult *
import_with_digit (gsize position, guint step)
{
  g_autofree char *text = g_strdup (mdg_deck_text ());

  text[position] = (char) ('0' + (text[position] - '0' + (int) step) % 10);

  return mdg_deck_import (text, (gssize) mdg_deck_length ());
}

/* Slide 1: every digit. The cell is told, with what it should be, and the tables of slides 13 to 16
 * still stand on the totals that the sums leave. */
static void
test_digits_of_totals (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (MDG_DECK_FIRST_TOTALS_LINE, MDG_DECK_LAST_TOTALS_LINE);

  assert_int_equal (digits->len, 125);
  for (guint i = 0; i < digits->len; i++)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result =
        import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      const MdgReportEntry *entry =
        mdg_deck_find_entry (result, MDG_TABLE_TOTALS, MDG_N_FACILITY_TYPES);
      const MdgImportMessage *told = mdg_deck_find_message (entry, MDG_MESSAGE_CELL_TOLD);
      const MdgObservation *true_one;
      MdgFacilityType type;
      MdgMeasure measure;

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_SUM_OPEN));
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_OPEN));

      assert_non_null (told);
      assert_true (mdg_facility_type_from_id (told->args[0], &type));
      assert_true (mdg_measure_from_id (told->args[1], &measure));
      true_one = mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, MDG_AREA_NATIONAL, type, measure);
      assert_int_equal (g_ascii_strtoll (told->args[3], NULL, 10), true_one->value.digits);

      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->n_verified, MDG_N_AREAS);
    }
}

/* The views: only the sum shows it, not the row. */
static void
test_digits_of_views (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (MDG_DECK_FIRST_VIEWS_LINE, MDG_DECK_LAST_VIEWS_LINE);

  /* Without the slide number at the end of the last row. */
  assert_int_equal (digits->len, 114);
  for (guint i = 0; i < digits->len - 1; i++)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result =
        import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      const MdgReportEntry *entry =
        mdg_deck_find_entry (result, MDG_TABLE_VIEWS, MDG_N_FACILITY_TYPES);

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_SUM_OPEN));
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_UNTOLD));
    }
}

/* Slide 12: a digit of a rate refuses the slide and names the row; a digit of a change, which no law
 * reaches, changes what is printed. */
static void
test_digits_of_rates (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (MDG_DECK_FIRST_RATE_LINE, MDG_DECK_LAST_RATE_LINE);
  guint n_refused = 0;
  guint n_doubted = 0;

  for (guint i = 0; i < digits->len; i++)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result =
        import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      const MdgReportEntry *entry =
        mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);

      mdg_deck_assert_no_false_proof (result);
      n_refused += mdg_deck_count_refused (result);
      if (entry->status == MDG_ENTRY_REFUSED)
        assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_POOLED_OPEN) ||
                     mdg_report_entry_says (entry, MDG_MESSAGE_NATIONAL_RATE_OPEN));
      for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
        {
          entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, type);
          assert_int_equal (entry->n_verified + entry->n_printed, 235);
          n_doubted += entry->n_printed;
        }
    }
  assert_int_equal (n_refused, 4 * MDG_N_AREAS);
  /* A rate that is off by a hair may also be two names that changed places in a table. */
  assert_true (n_doubted < 4 * MDG_N_AREAS * 20);
}

/* Slides 13 to 16: some digits of every row. About a quarter of the wrong digits of counts leave the
 * row untold; a row that is told is the right one. */
static void
test_digits_of_counts (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (MDG_DECK_FIRST_COUNT_LINE, MDG_DECK_LAST_COUNT_LINE);
  g_auto (GStrv) lines = mdg_deck_lines ();
  guint n_altered = 0;
  guint n_untold = 0;

  for (guint i = (guint) g_rand_int_range (rand, 0, 8); i < digits->len; i += 8)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (!mdg_deck_line_is_count_row (lines, digit->line))
        continue;
      result = import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      entry = mdg_deck_find_refused (result);

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
      assert_told_truly (entry, mdg_deck_line_get_area (lines[digit->line]));
      n_altered++;
      n_untold += mdg_report_entry_says (entry, MDG_MESSAGE_ROW_UNTOLD);

      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->n_verified, 1);
      assert_int_equal (entry->n_printed, 2 * MDG_N_AREAS - 1);
    }

  assert_true (n_altered > 400);
  assert_true (n_untold * 3 < n_altered);
}

/* The slides that no law reaches: nothing becomes verified, nothing else changes. */
static void
test_digits_of_the_rest (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits =
    find_digits (MDG_DECK_LAST_VIEWS_LINE + 1, MDG_DECK_FIRST_RATE_LINE - 1);

  for (guint i = 0; i < digits->len; i++)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result =
        import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      guint n_verified = 0;

      mdg_deck_assert_no_false_proof (result);
      for (guint j = 0; j < result->batch->observations->len; j++)
        n_verified += g_array_index (result->batch->observations, MdgObservation, j).quality ==
                      MDG_QUALITY_VERIFIED;
      assert_int_equal (n_verified, 15 + 15 + 48 + 940);
    }
}

/* Several wrong digits anywhere. */
static void
test_many_digits (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (0, MDG_DECK_FIRST_LIST_LINE - 1);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup (mdg_deck_text ());
      guint n = (guint) g_rand_int_range (rand, 2, 12);
      g_autoptr (MdgImportResult) result = NULL;

      for (guint j = 0; j < n; j++)
        {
          gsize position =
            g_array_index (digits, Digit, g_rand_int_range (rand, 0, (gint32) digits->len))
              .position;

          text[position] = (char) ('0' + g_rand_int_range (rand, 0, 10));
        }
      result = mdg_deck_import (text, (gssize) mdg_deck_length ());
      mdg_deck_assert_no_false_proof (result);
    }
}

static int
teardown (void **state)
{
  mdg_deck_clear ();

  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_digits_of_totals),   cmocka_unit_test (test_digits_of_views),
    cmocka_unit_test (test_digits_of_rates),    cmocka_unit_test (test_digits_of_counts),
    cmocka_unit_test (test_digits_of_the_rest), cmocka_unit_test (test_many_digits),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
