/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Rows lost, names exchanged, tables gone, readings that differ. No figure may be handed out as
 * verified that the deck does not print in that place.
 */

static gboolean
is_rate_row (guint line)
{
  return line >= MDG_DECK_FIRST_RATE_LINE && line <= MDG_DECK_LAST_RATE_LINE;
}

/* Every row of numbers lost, one at a time. */
static void
test_lost_rows (void **state)
{
  guint n_lost = 0;

  for (guint i = MDG_DECK_FIRST_TOTALS_LINE; i <= MDG_DECK_LAST_COUNT_LINE; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      gboolean is_total = i <= MDG_DECK_LAST_TOTALS_LINE;
      gboolean is_view = i >= MDG_DECK_FIRST_VIEWS_LINE && i <= MDG_DECK_LAST_VIEWS_LINE;
      gboolean is_rate = is_rate_row (i) && strchr (lines[i], '%') != NULL;
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (*lines[i] == '\0' ||
          !(is_total || is_view || is_rate || mdg_deck_line_is_count_row (lines, i)))
        continue;
      g_set_str (&lines[i], "");
      result = mdg_deck_import_lines (lines);
      entry = mdg_deck_find_refused (result);
      n_lost++;

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      if (is_total || is_view)
        assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_TYPES_MISSING));
      else
        assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_AREAS_MISSING));
    }

  /* Okinawa and the nation share a line. */
  assert_int_equal (n_lost, 5 + 5 + 47 + 4 * 47);
}

static void
test_lost_row_is_named (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;
  const MdgImportMessage *sum;

  /* 1 (4) 秋田 46.76% 291,565 623,568 */
  g_set_str (&lines[MDG_DECK_FIRST_COUNT_LINE], "");
  result = mdg_deck_import_lines (lines);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_MEDICAL_CLINIC);

  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_INCOMPLETE)->args[0], "46");
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_AREAS_MISSING)->args[0], "05");
  sum = mdg_deck_find_message (entry, MDG_MESSAGE_SUM_OPEN);
  assert_string_equal (sum->args[0], "mnc_count");
  assert_string_equal (sum->args[3], "291565");
}

static void
swap_names (char **lines, guint a, guint b)
{
  g_auto (GStrv) words_a = g_strsplit (lines[a], " ", -1);
  g_auto (GStrv) words_b = g_strsplit (lines[b], " ", -1);
  char *name = words_a[2];

  words_a[2] = words_b[2];
  words_b[2] = name;
  g_free (lines[a]);
  g_free (lines[b]);
  lines[a] = g_strjoinv (" ", words_a);
  lines[b] = g_strjoinv (" ", words_b);
}

/* Two names exchanged in one table keep every sum. The rates over all four tables tell. */
static void
test_swapped_names (void **state)
{
  g_auto (GStrv) original = mdg_deck_lines ();
  guint n_told = 0;
  guint n_swapped = 0;

  for (guint i = MDG_DECK_FIRST_COUNT_LINE; i + 2 <= MDG_DECK_LAST_COUNT_LINE; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (!mdg_deck_line_is_count_row (original, i) ||
          !mdg_deck_line_is_count_row (original, i + 2))
        continue;
      swap_names (lines, i, i + 2);
      result = mdg_deck_import_lines (lines);
      entry = mdg_deck_find_refused (result);
      n_swapped++;

      mdg_deck_assert_no_false_proof (result);
      assert_non_null (entry);
      if (entry->kind == MDG_TABLE_FACILITY_PREFECTURES)
        {
          const MdgImportMessage *told = mdg_deck_find_message (entry, MDG_MESSAGE_ROWS_SWAPPED);
          MdgArea first = mdg_deck_line_get_area (original[i]);
          MdgArea second = mdg_deck_line_get_area (original[i + 2]);

          assert_non_null (told);
          assert_string_equal (told->args[0], mdg_area_get_code (MIN (first, second)));
          assert_string_equal (told->args[1], mdg_area_get_code (MAX (first, second)));
          n_told++;
        }
    }

  assert_int_equal (n_swapped, 4 * (29 + 16));
  assert_true (n_told * 10 > n_swapped * 9);
}

static void
test_swapped_rates (void **state)
{
  for (guint i = MDG_DECK_FIRST_RATE_LINE; i + 4 <= MDG_DECK_LAST_RATE_LINE; i += 2)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      char *first = lines[i];
      char *second = lines[i + 2];
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (strchr (first, '%') == NULL || strchr (second, '%') == NULL)
        continue;
      lines[i] = g_strdup_printf ("%.*s%s", (int) (strchr (first, ' ') - first), first,
                                  strchr (second, ' '));
      lines[i + 2] = g_strdup_printf ("%.*s%s", (int) (strchr (second, ' ') - second), second,
                                      strchr (first, ' '));
      g_free (first);
      g_free (second);
      result = mdg_deck_import_lines (lines);
      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROWS_SWAPPED) ||
                   mdg_report_entry_says (entry, MDG_MESSAGE_POOLED_OPEN));
    }
}

static void
blank_lines (char **lines, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    g_set_str (&lines[i], "");
}

/* Without totals nothing tells which table is of which type, but the rates still pool. */
static void
test_no_totals (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;
  guint n_untold = 0;

  blank_lines (lines, MDG_DECK_FIRST_TOTALS_LINE, MDG_DECK_LAST_TOTALS_LINE);
  result = mdg_deck_import_lines (lines);
  mdg_deck_assert_no_false_proof (result);

  entry = mdg_deck_find_entry (result, MDG_TABLE_TOTALS, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_MISSING);
  entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_PARTLY);
  assert_int_equal (entry->n_verified, MDG_N_PREFECTURES);
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      entry = g_ptr_array_index (result->report->entries, i);
      if (entry->kind != MDG_TABLE_FACILITY_PREFECTURES)
        continue;
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      n_untold += mdg_report_entry_says (entry, MDG_MESSAGE_TYPE_UNTOLD);
    }
  assert_int_equal (n_untold, 4);
}

/* One row of the totals follows from the others. */
static void
test_one_total_lost (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (MdgImportResult) result = NULL;

  blank_lines (lines, MDG_DECK_FIRST_TOTALS_LINE, MDG_DECK_FIRST_TOTALS_LINE);
  result = mdg_deck_import_lines (lines);
  mdg_deck_assert_no_false_proof (result);

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgReportEntry *entry =
        mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, type);

      assert_int_equal (entry->status, MDG_ENTRY_VERIFIED);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_TOTALS_REPAIRED));
    }
}

/* A deck without slides 15 and 16. */
static void
test_lost_tables (void **state)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;

  blank_lines (lines, 604, MDG_DECK_LAST_COUNT_LINE);
  result = mdg_deck_import_lines (lines);
  mdg_deck_assert_no_false_proof (result);

  assert_int_equal (mdg_deck_count_refused (result), 0);
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_MISSING), 2);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_PHARMACY);
  assert_int_equal (entry->status, MDG_ENTRY_MISSING);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL);
  assert_int_equal (entry->status, MDG_ENTRY_VERIFIED);
  entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->n_verified, 1);
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_NOT_POOLED));
}

/* Both places that print the month's count and rate: slide 8 is refused when it contradicts slide 1,
 * and stands in for it when slide 1 is refused. */
static void
test_two_readings (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) contradicting = NULL;
  g_autoptr (MdgImportResult) standing_in = NULL;
  const MdgReportEntry *entry;
  const MdgObservation *count;

  assert_int_equal (g_string_replace (text, "：10,199万件", "：10,190万件", 1), 1);
  contradicting = mdg_deck_import (text->str, -1);
  entry = mdg_deck_find_entry (contradicting, MDG_TABLE_USAGE, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_READINGS_DIFFER));
  count = mdg_deck_find (contradicting, MDG_DECK_MONTH, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                         MDG_MEASURE_MNC_COUNT);
  assert_int_equal (count->value.digits, 101991041);

  g_string_assign (text, mdg_deck_text ());
  assert_int_equal (g_string_replace (text, "病院 23,346,654", "病院 23,346,655", 1), 1);
  standing_in = mdg_deck_import (text->str, -1);
  count = mdg_deck_find (standing_in, MDG_DECK_MONTH, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                         MDG_MEASURE_MNC_COUNT);
  assert_int_equal (count->value.digits, 101990000);
  assert_int_equal (count->precision, MDG_PRECISION_ROUNDED_10000);
  assert_int_equal (count->quality, MDG_QUALITY_PRINTED);
  assert_int_equal (count->page, 8);
}

/* The people of slide 8 are printed twice; two readings that differ cannot both be believed. */
static void
test_two_readings_of_people (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;

  assert_int_equal (g_string_replace (text, "人8,730万人", "人8,720万人", 1), 1);
  result = mdg_deck_import (text->str, -1);
  assert_int_equal (
    mdg_deck_find_entry (result, MDG_TABLE_REGISTRANTS, MDG_N_FACILITY_TYPES)->status,
    MDG_ENTRY_REFUSED);
  assert_int_equal (
    mdg_deck_find_entry (result, MDG_TABLE_CARD_HOLDERS, MDG_N_FACILITY_TYPES)->status,
    MDG_ENTRY_PRINTED);
  assert_int_equal (
    mdg_deck_find_entry (result, MDG_TABLE_POPULATION, MDG_N_FACILITY_TYPES)->status,
    MDG_ENTRY_PRINTED);
}

/* One place that names another month is outvoted, and said. */
static void
test_wrong_month (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;
  const MdgImportMessage *note;

  assert_int_equal (g_string_replace (text, "（令和 7年10月）", "（令和 7年11月）", 1), 1);
  result = mdg_deck_import (text->str, -1);
  assert_int_equal (result->report->month, MDG_DECK_MONTH);

  entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
  note = mdg_deck_find_message (entry, MDG_MESSAGE_MONTH_NOTE);
  assert_non_null (note);
  assert_string_equal (note->args[0], "2025-11");
  assert_string_equal (note->args[1], "276");
  assert_string_equal (note->args[2], "2025-10");
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
    cmocka_unit_test (test_lost_rows),
    cmocka_unit_test (test_lost_row_is_named),
    cmocka_unit_test (test_swapped_names),
    cmocka_unit_test (test_swapped_rates),
    cmocka_unit_test (test_no_totals),
    cmocka_unit_test (test_one_total_lost),
    cmocka_unit_test (test_lost_tables),
    cmocka_unit_test (test_two_readings),
    cmocka_unit_test (test_two_readings_of_people),
    cmocka_unit_test (test_wrong_month),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
