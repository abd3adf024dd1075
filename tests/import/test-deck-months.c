/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Decks of other months, with the month in every spelling; and the claims-basis rate in the words of
 * other decks.
 */

typedef enum
{
  SPELLING_SHORT,   /* R7.10 */
  SPELLING_ERA,     /* 令和7年10月 */
  SPELLING_BLANK,   /* 令和 7年10月 */
  SPELLING_WIDE,    /* 令和７年１０月 */
  SPELLING_WESTERN, /* 2025年10月 */
  N_SPELLINGS,
} Spelling;

static char *
widen (const char *text)
{
  GString *wide = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (wide, 0xff10 + (gunichar) (*p - '0'));
    else
      g_string_append_c (wide, *p);

  return g_string_free_and_steal (wide);
}

static char *
spell (MdgMonth month, Spelling spelling)
{
  gboolean is_reiwa = month >= MDG_MONTH (2019, 5);
  int year = mdg_month_get_year (month) - (is_reiwa ? 2018 : 1988);
  int number = mdg_month_get_number (month);
  const char *era = is_reiwa ? "令和" : "平成";
  g_autofree char *plain = NULL;

  switch (spelling)
    {
    case SPELLING_SHORT:
      return g_strdup_printf ("%s%d.%d", is_reiwa ? "R" : "H", year, number);
    case SPELLING_WESTERN:
      return g_strdup_printf ("%d年%d月", mdg_month_get_year (month), number);
    case SPELLING_BLANK:
      return g_strdup_printf ("%s %d年%d月", era, year, number);
    case SPELLING_ERA:
    case SPELLING_WIDE:
    case N_SPELLINGS:
    default:
      if (year == 1)
        plain = g_strdup_printf ("%s元年%d月", era, number);
      else
        plain = g_strdup_printf ("%s%d年%d月", era, year, number);
      return spelling == SPELLING_WIDE ? widen (plain) : g_steal_pointer (&plain);
    }
}

static void
replace (GString *text, const char *from, const char *format, const char *month)
{
  g_autofree char *to = g_strdup_printf ("%s%s", month, format);

  assert_true (g_string_replace (text, from, to, 0) > 0);
}

/* The deck as it would be had it been made for @month. */
static char *
make_deck (MdgMonth month, Spelling spelling, gboolean with_year)
{
  GString *text = g_string_new (mdg_deck_text ());
  g_autofree char *now = spell (month, spelling);
  g_autofree char *before = spell (month - 1, spelling);
  g_autofree char *results = NULL;

  replace (text, "R7.10月末", "末", now);
  replace (text, "R7.10月：", "：", now);
  replace (text, "令和 7年10月", "", now);
  replace (text, "令和7年10月", "", now);
  replace (text, "令和7年9月の値", "の値", before);
  replace (text, "R7.9順位", "順位", before);
  replace (text, "R7.9", "", before);
  replace (text, "令和７年９月のマイナ", "のマイナ", before);
  if (with_year)
    results = g_strdup_printf ("【%s分実績", now);
  else
    results = g_strdup_printf ("【%d月分実績", mdg_month_get_number (month));
  if (!with_year || spelling != SPELLING_SHORT)
    assert_int_equal (g_string_replace (text, "【10月分実績", results, 1), 1);

  return g_string_free_and_steal (text);
}

static void
assert_month (const MdgImportResult *result, MdgMonth month, const char *what)
{
  GArray *base = mdg_deck_base ()->batch->observations;
  g_autofree char *name = mdg_month_to_string (month);

  if (result->report->month != month)
    fail_msg ("The deck of %s, with the month as “%s”, was taken for another month’s", name, what);
  for (guint i = 0; i < base->len; i++)
    {
      MdgObservation wanted = g_array_index (base, MdgObservation, i);
      const MdgObservation *found;

      if (wanted.month != MDG_DECK_MONTH || wanted.as_of != MDG_DAY_NONE)
        continue;
      wanted.month = month;
      found = mdg_deck_find_like (result->batch->observations, &wanted);
      if (found == NULL || mdg_decimal_compare (found->value, wanted.value) != 0 ||
          found->quality != wanted.quality || found->page != wanted.page)
        fail_msg ("The deck of %s, with the month as “%s”, lost a figure", name, what);
    }
}

static void
test_months (void **state)
{
  static const MdgMonth months[] = {
    MDG_MONTH (2019, 1), MDG_MONTH (2019, 5), MDG_MONTH (2019, 6),  MDG_MONTH (2019, 12),
    MDG_MONTH (2020, 1), MDG_MONTH (2025, 9), MDG_MONTH (2025, 11), MDG_MONTH (2026, 1),
    MDG_MONTH (2026, 2), MDG_MONTH (2028, 1), MDG_MONTH (2036, 12),
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (guint spelling = 0; spelling < N_SPELLINGS; spelling++)
      {
        g_autofree char *text = make_deck (months[i], spelling, i % 2 == 0);
        g_autofree char *what = spell (months[i], spelling);
        g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

        assert_month (result, months[i], what);
      }
}

/* A month that a line breaks off goes on with the next line. */
static void
test_broken_month (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;

  assert_int_equal (g_string_replace (text, "令和 7年10月", "令和 7年\n10月", 1), 1);
  assert_int_equal (g_string_replace (text, "R7.10月末", "10月末", 0), 2);
  assert_int_equal (g_string_replace (text, "R7.9順位", "前月順位", 0), 8);
  assert_int_equal (g_string_replace (text, "令和7年9月の値", "前月の値", 0), 1);
  assert_int_equal (g_string_replace (text, "R7.10月：", "10月：", 0), 1);
  assert_int_equal (g_string_replace (text, "○ 都道府県別", "○ ", 0), 1);
  result = mdg_deck_import (text->str, -1);
  assert_int_equal (result->report->month, MDG_DECK_MONTH);
}

typedef struct
{
  const char *text;
  MdgMonth months[2];
  gint64 digits[2];
} Words;

/* Every wording is put in the place of the sentence of slide 2. */
static const Words words[] = {
  { "令和７年10月のマイナ保険証のレセプト件数ベース利用率は47.26％となった。",
    { MDG_MONTH (2025, 10) },
    { 4726 } },
  { "レセプト件数ベース利用率（令和７年10月）は47.26％", { MDG_MONTH (2025, 10) }, { 4726 } },
  { "レセプト件数ベースの利用率は、令和７年10月で47.26％", { MDG_MONTH (2025, 10) }, { 4726 } },
  { "令和７年10月の「レセプト件数ベース利用率」は約47.26％", { MDG_MONTH (2025, 10) }, { 4726 } },
  { "R7.10月：47.26%（レセプト件数ベース利用率）", { MDG_MONTH (2025, 10) }, { 4726 } },
  { "令和７年９月のレセプト件数ベース利用率は44.40％。\n"
    "令和７年10月のレセプト件数ベース利用率は47.26％。",
    { MDG_MONTH (2025, 9), MDG_MONTH (2025, 10) },
    { 4440, 4726 } },
  { "レセプト件数ベース利用率は47.26％。", { MDG_MONTH_NONE }, { 0 } },
  { "令和７年10月のレセプト件数ベース利用率は47.26％。\n"
    "令和７年10月のレセプト件数ベース利用率は47.28％。",
    { MDG_MONTH_NONE },
    { 0 } },
};

static void
test_claims_rate (void **state)
{
  const char *start = strstr (mdg_deck_text (), "令和７年９月のマイナ保険証の利用状況に関して");
  const char *end = strstr (start, "※ レセプト件数ベース");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) text = g_string_new_len (mdg_deck_text (), start - mdg_deck_text ());
      g_autoptr (MdgImportResult) result = NULL;
      guint n_found = 0;

      g_string_append_printf (text, "%s\n\n%s", words[i].text, end);
      result = mdg_deck_import (text->str, -1);
      mdg_deck_assert_no_false_proof (result);
      for (guint j = 0; j < result->batch->observations->len; j++)
        {
          const MdgObservation *row =
            &g_array_index (result->batch->observations, MdgObservation, j);

          if (row->measure != MDG_MEASURE_USAGE_RATE_CLAIMS)
            continue;
          assert_true (n_found < 2);
          assert_int_equal (row->month, words[i].months[n_found]);
          assert_int_equal (row->value.digits, words[i].digits[n_found]);
          assert_int_equal (row->quality, MDG_QUALITY_PRINTED);
          assert_int_equal (row->page, 2);
          n_found++;
        }
      assert_int_equal (n_found, words[i].digits[1] > 0 ? 2 : words[i].digits[0] > 0 ? 1 : 0);
      if (n_found == 0)
        assert_int_equal (
          mdg_deck_find_entry (result, MDG_TABLE_CLAIMS_RATE, MDG_N_FACILITY_TYPES)->status,
          MDG_ENTRY_REFUSED);
    }
}

/* A rate by claims in the place of that by verifications is not taken for it. */
static void
test_claims_headline (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;

  assert_int_equal (g_string_replace (text, "838万件），37.14%", "838万件），47.26%", 0) +
                      g_string_replace (text, "（838万件）、37.14%（4.99%）",
                                        "（838万件）、47.26%（レセプト件数ベース）", 0),
                    1);
  result = mdg_deck_import (text->str, -1);
  assert_int_equal (mdg_deck_find_entry (result, MDG_TABLE_USAGE, MDG_N_FACILITY_TYPES)->status,
                    MDG_ENTRY_MISSING);
  assert_int_equal (mdg_deck_find (result, MDG_DECK_MONTH, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                                   MDG_MEASURE_USAGE_RATE_ONLINE)
                      ->value.digits,
                    3714);
}

/* The deck with slide 12 by claims: other words beside the table, and every rate higher. */
static GString *
make_claims_slide (void)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) lines = mdg_deck_lines ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i >= MDG_DECK_FIRST_RATE_LINE && i <= MDG_DECK_LAST_RATE_LINE)
        for (char *p = lines[i]; *p != '\0'; p++)
          if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && p[2] == '.')
            *p = (char) (*p + 1);
      g_string_append_printf (text, "%s\n", lines[i]);
    }
  assert_int_equal (g_string_replace (text,
                                      "※ 利用率＝マイナ保険証利用件数 ÷ オンライン資格確認利用件数",
                                      "※ 利用率＝マイナ保険証利用人数 ÷ レセプト件数", 1),
                    1);
  assert_int_equal (g_string_replace (text, "○ 都道府県別のマイナ保険証の利用率",
                                      "○ 都道府県別のレセプト件数ベース利用率", 1),
                    1);

  return text;
}

/* Rates by prefecture on the basis of claims are printed as what they are, with all four tables by
 * facility type beside them or without. */
static void
test_claims_by_prefecture (void **state)
{
  for (guint with_blocks = 0; with_blocks < 2; with_blocks++)
    {
      g_autoptr (GString) text = make_claims_slide ();
      g_autoptr (MdgImportResult) result = NULL;
      const MdgReportEntry *entry;
      guint n = 0;

      if (with_blocks == 0)
        g_string_truncate (
          text, (gsize) (strstr (text->str, "施設類型別・都道府県別の利用実績") - text->str));
      result = mdg_deck_import (text->str, -1);
      mdg_deck_assert_no_false_proof (result);
      for (guint i = 0; i < result->batch->observations->len; i++)
        {
          const MdgObservation *row =
            &g_array_index (result->batch->observations, MdgObservation, i);

          assert_true (row->measure != MDG_MEASURE_CHANGE_POINTS);
          if (row->measure == MDG_MEASURE_USAGE_RATE_ONLINE &&
              row->facility_type == MDG_FACILITY_ALL)
            assert_int_equal (row->area, MDG_AREA_NATIONAL);
          if (row->measure != MDG_MEASURE_USAGE_RATE_CLAIMS || row->month != MDG_DECK_MONTH)
            continue;
          assert_int_equal (row->quality, MDG_QUALITY_PRINTED);
          n++;
        }
      assert_int_equal (n, MDG_N_AREAS);
      assert_int_equal (
        mdg_deck_find (result, MDG_DECK_MONTH, 13, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_CLAIMS)
          ->value.digits,
        4495);
      entry = mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->status, MDG_ENTRY_PRINTED);
    }
}

/* A table that is said to be by claims, and whose rates are those of the verifications, is no such
 * table. */
static void
test_claims_words_only (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  g_autoptr (MdgImportResult) result = NULL;

  assert_int_equal (g_string_replace (text, "○ 都道府県別のマイナ保険証の利用率",
                                      "○ 都道府県別のレセプト件数ベース利用率", 1),
                    1);
  assert_int_equal (
    g_string_replace (text, "※ 利用率＝マイナ保険証利用件数 ÷ オンライン資格確認利用件数", "", 1),
    1);
  result = mdg_deck_import (text->str, -1);
  mdg_deck_assert_same (mdg_deck_base (), result);
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
    cmocka_unit_test (test_months),
    cmocka_unit_test (test_broken_month),
    cmocka_unit_test (test_claims_rate),
    cmocka_unit_test (test_claims_headline),
    cmocka_unit_test (test_claims_by_prefecture),
    cmocka_unit_test (test_claims_words_only),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
