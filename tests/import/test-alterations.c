/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Alterations that change a figure. Whatever is changed, no changed figure may be handed out as
 * verified; a table with a changed figure that a law reaches is refused, and only that one.
 */

/* Lines of the deck's text, from 0. */
#define FIRST_TOTALS_ROW 9u
#define LAST_TOTALS_ROW 17u
#define FIRST_VIEWS_ROW 21u
#define LAST_VIEWS_ROW 29u
#define FIRST_RATE_ROW 283u
#define LAST_RATE_ROW 379u
#define FIRST_COUNT_ROW 401u
#define LAST_COUNT_ROW 816u

#define OCTOBER MDG_MONTH (2025, 10)

static gboolean
is_rate_row (guint line)
{
  return line >= FIRST_RATE_ROW && line <= LAST_RATE_ROW;
}

static gboolean
is_count_row (char **lines, guint line)
{
  return line >= FIRST_COUNT_ROW && line <= LAST_COUNT_ROW && strchr (lines[line], '(') != NULL &&
         strchr (lines[line], '%') != NULL;
}

/* The area whose row stands on a line of slides 13 to 16. */
static MdgArea
area_of_count_row (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  MdgArea area = MDG_AREA_NONE;

  assert_true (g_strv_length (words) >= 5);
  assert_true (mdg_area_from_name (words[2], -1, &area));

  return area;
}

static guint
count_refused (const MdgImportResult *result)
{
  return mdg_import_report_count (result->report, MDG_ENTRY_REFUSED);
}

/* The one table that was refused. */
static const MdgReportEntry *
find_refused (const MdgImportResult *result)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (entry->status == MDG_ENTRY_REFUSED)
        return entry;
    }

  return NULL;
}

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
  g_autoptr (GArray) digits = find_digits (FIRST_TOTALS_ROW, LAST_TOTALS_ROW);

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
      assert_int_equal (count_refused (result), 1);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_SUM_OPEN));
      assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_OPEN));

      assert_non_null (told);
      assert_true (mdg_facility_type_from_id (told->args[0], &type));
      assert_true (mdg_measure_from_id (told->args[1], &measure));
      true_one = mdg_deck_find (mdg_deck_base (), OCTOBER, MDG_AREA_NATIONAL, type, measure);
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
  g_autoptr (GArray) digits = find_digits (FIRST_VIEWS_ROW, LAST_VIEWS_ROW);

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
      assert_int_equal (count_refused (result), 1);
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
  g_autoptr (GArray) digits = find_digits (FIRST_RATE_ROW, LAST_RATE_ROW);
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
      n_refused += count_refused (result);
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
  g_autoptr (GArray) digits = find_digits (FIRST_COUNT_ROW, LAST_COUNT_ROW);
  g_auto (GStrv) lines = mdg_deck_lines ();
  guint n_altered = 0;
  guint n_untold = 0;

  for (guint i = (guint) g_rand_int_range (rand, 0, 5); i < digits->len; i += 5)
    {
      const Digit *digit = &g_array_index (digits, Digit, i);
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (!is_count_row (lines, digit->line))
        continue;
      result = import_with_digit (digit->position, (guint) g_rand_int_range (rand, 1, 10));
      entry = find_refused (result);

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (count_refused (result), 1);
      assert_int_equal (entry->kind, MDG_TABLE_FACILITY_PREFECTURES);
      assert_told_truly (entry, area_of_count_row (lines[digit->line]));
      n_altered++;
      n_untold += mdg_report_entry_says (entry, MDG_MESSAGE_ROW_UNTOLD);

      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->n_verified, 1);
      assert_int_equal (entry->n_printed, 2 * MDG_N_AREAS - 1);
    }

  assert_true (n_altered > 600);
  assert_true (n_untold * 3 < n_altered);
}

/* The slides that no law reaches: nothing becomes verified, nothing else changes. */
static void
test_digits_of_the_rest (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) digits = find_digits (LAST_VIEWS_ROW + 1, FIRST_RATE_ROW - 1);

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

  for (guint i = 0; i < 400; i++)
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

/* Every row of numbers lost, one at a time. */
static void
test_lost_rows (void **state)
{
  guint n_lost = 0;

  for (guint i = FIRST_TOTALS_ROW; i <= LAST_COUNT_ROW; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      gboolean is_total = i <= LAST_TOTALS_ROW;
      gboolean is_view = i >= FIRST_VIEWS_ROW && i <= LAST_VIEWS_ROW;
      gboolean is_rate = is_rate_row (i) && strchr (lines[i], '%') != NULL;
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (*lines[i] == '\0' || !(is_total || is_view || is_rate || is_count_row (lines, i)))
        continue;
      g_set_str (&lines[i], "");
      result = mdg_deck_import_lines (lines);
      entry = find_refused (result);
      n_lost++;

      mdg_deck_assert_no_false_proof (result);
      assert_int_equal (count_refused (result), 1);
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
  g_set_str (&lines[FIRST_COUNT_ROW], "");
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

  for (guint i = FIRST_COUNT_ROW; i + 2 <= LAST_COUNT_ROW; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;

      if (!is_count_row (original, i) || !is_count_row (original, i + 2))
        continue;
      swap_names (lines, i, i + 2);
      result = mdg_deck_import_lines (lines);
      entry = find_refused (result);
      n_swapped++;

      mdg_deck_assert_no_false_proof (result);
      assert_non_null (entry);
      if (entry->kind == MDG_TABLE_FACILITY_PREFECTURES)
        {
          const MdgImportMessage *told = mdg_deck_find_message (entry, MDG_MESSAGE_ROWS_SWAPPED);
          MdgArea first = area_of_count_row (original[i]);
          MdgArea second = area_of_count_row (original[i + 2]);

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
  for (guint i = FIRST_RATE_ROW; i + 4 <= LAST_RATE_ROW; i += 2)
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
      assert_int_equal (count_refused (result), 1);
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

  blank_lines (lines, FIRST_TOTALS_ROW, LAST_TOTALS_ROW);
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

  blank_lines (lines, FIRST_TOTALS_ROW, FIRST_TOTALS_ROW);
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

  blank_lines (lines, 604, LAST_COUNT_ROW);
  result = mdg_deck_import_lines (lines);
  mdg_deck_assert_no_false_proof (result);

  assert_int_equal (count_refused (result), 0);
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
  count = mdg_deck_find (contradicting, OCTOBER, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                         MDG_MEASURE_MNC_COUNT);
  assert_int_equal (count->value.digits, 101991041);

  g_string_assign (text, mdg_deck_text ());
  assert_int_equal (g_string_replace (text, "病院 23,346,654", "病院 23,346,655", 1), 1);
  standing_in = mdg_deck_import (text->str, -1);
  count = mdg_deck_find (standing_in, OCTOBER, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
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
  assert_int_equal (result->report->month, OCTOBER);

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
    cmocka_unit_test (test_digits_of_totals),
    cmocka_unit_test (test_digits_of_views),
    cmocka_unit_test (test_digits_of_rates),
    cmocka_unit_test (test_digits_of_counts),
    cmocka_unit_test (test_digits_of_the_rest),
    cmocka_unit_test (test_many_digits),
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
