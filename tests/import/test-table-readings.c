/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Tables by facility type that the laws leave open: two readings of one table, or two tables. What is
 * answered is handed out, but not as proved. And tables that are refused, which can be taken all the
 * same.
 */

#define TOTALS_HEADER "合計 マイナンバーカード 保険証"

static MdgImportResult *
import_with (const char *text, const char *id, const char *answer)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MdgImportResult *result;

  if (answer != NULL)
    g_hash_table_insert (answers, (gpointer) id, (gpointer) answer);
  result = mdg_import_bytes (bytes, NULL, &(MdgImportOptions) { .answers = answers }, NULL, &error);
  mdg_test_assert_no_error (error);

  return result;
}

static guint
count_figures (const MdgImportResult *result, MdgMeasure measure, MdgQuality quality)
{
  guint n = 0;

  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);

      n += row->month == MDG_DECK_MONTH && row->measure == measure && row->quality == quality;
    }

  return n;
}

static const MdgImportQuestion *
get_question (const MdgImportResult *result, const char *id)
{
  const MdgImportQuestion *question;

  assert_int_equal (result->questions->len, 1);
  question = g_ptr_array_index (result->questions, 0);
  assert_int_equal (question->kind, MDG_QUESTION_READING);
  assert_string_equal (question->id, id);

  return question;
}

/* The deck with names below their numbers, and with a name of the chart's legend above the first. Any
 * name may then be the one that is over, and every sum closes either way. */
static char *
make_shifted (void)
{
  g_auto (GStrv) lines = mdg_deck_lines ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *blank = strchr (lines[i], ' ');

      if (i == MDG_DECK_FIRST_TOTALS_LINE)
        g_string_append (text, "病院\n医科診療所\n歯科診療所\n薬局\n");
      if (i < MDG_DECK_FIRST_TOTALS_LINE || i > MDG_DECK_LAST_TOTALS_LINE || blank == NULL)
        g_string_append_printf (text, "%s\n", lines[i]);
      else
        g_string_append_printf (text, "%s\n%.*s\n", blank + 1, (int) (blank - lines[i]), lines[i]);
    }

  return g_string_free_and_steal (text);
}

static void
test_two_readings (void **state)
{
  g_autofree char *text = make_shifted ();
  g_autoptr (MdgImportResult) open = import_with (text, NULL, NULL);
  const MdgImportQuestion *question = get_question (open, "reading:totals");
  const MdgReportEntry *entry = mdg_deck_find_entry (open, MDG_TABLE_TOTALS, MDG_N_FACILITY_TYPES);
  guint n_right = 0;

  assert_int_equal (entry->status, MDG_ENTRY_OPEN);
  assert_true (mdg_import_result_has_open_question (open));
  assert_int_equal (count_figures (open, MDG_MEASURE_INSURANCE_CARD_COUNT, MDG_QUALITY_VERIFIED),
                    0);
  assert_int_equal (count_figures (open, MDG_MEASURE_INSURANCE_CARD_COUNT, MDG_QUALITY_PRINTED), 0);
  assert_int_equal (count_figures (open, MDG_MEASURE_RANK, MDG_QUALITY_VERIFIED), 0);
  assert_true (question->choices->len >= 2);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgImportChoice *choice = g_ptr_array_index (question->choices, i);
      g_autoptr (MdgImportResult) result = import_with (text, "reading:totals", choice->answer);
      const MdgObservation *hospitals = mdg_deck_find (
        result, MDG_DECK_MONTH, MDG_AREA_NATIONAL, MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT);

      assert_false (mdg_import_result_has_open_question (result));
      assert_non_null (hospitals);
      assert_int_equal (hospitals->quality, MDG_QUALITY_PRINTED);
      assert_int_equal (count_figures (result, MDG_MEASURE_RANK, MDG_QUALITY_VERIFIED), 0);
      assert_int_equal (count_figures (result, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED),
                        4 * MDG_N_PREFECTURES);
      n_right += hospitals->value.digits == 13308759;
      /* The rates by prefecture pool, whichever table is of which type. */
      assert_int_equal (
        mdg_deck_find_entry (result, MDG_TABLE_PREFECTURES, MDG_N_FACILITY_TYPES)->n_verified,
        MDG_N_AREAS);
    }
  assert_int_equal (n_right, 1);
}

/* Another table with the totals, in which two types have changed places: the tables by prefecture
 * speak as much for the one as for the other. */
#define OTHER_TOTALS                                                                            \
  "\n" TOTALS_HEADER "\n病院 24,017,408 12,017,176 12,000,232\n"                                \
  "医科診療所 115,722,929 41,849,983 73,872,946\n歯科診療所 23,346,654 13,308,759 10,037,895\n" \
  "薬局 111,518,308 34,815,123 76,703,185\n総計 274,605,299 101,991,041 172,614,258\n"

/* The totals of another month. */
#define OLD_TOTALS                                                                                \
  "\n" TOTALS_HEADER "\n病院 1,000,000 300,000 700,000\n医科診療所 2,000,000 600,000 1,400,000\n" \
  "歯科診療所 3,000,000 900,000 2,100,000\n薬局 4,000,000 1,200,000 2,800,000\n"                  \
  "総計 10,000,000 3,000,000 7,000,000\n"

static char *
insert_after (const char *mark, const char *inserted)
{
  GString *text = g_string_new (mdg_deck_text ());
  const char *place = strstr (text->str, mark);

  assert_non_null (place);
  g_string_insert (text, place - text->str + (gssize) strlen (mark), inserted);

  return g_string_free_and_steal (text);
}

static void
test_two_tables (void **state)
{
  g_autofree char *text = insert_after ("保険者を介して周知依頼\n", OTHER_TOTALS);
  g_autoptr (MdgImportResult) open = import_with (text, NULL, NULL);
  const MdgImportQuestion *question = get_question (open, "reading:totals");
  guint n_right = 0;

  assert_int_equal (question->choices->len, 2);
  assert_int_equal (mdg_import_report_count (open->report, MDG_ENTRY_OPEN), 2);
  mdg_deck_assert_no_false_proof (open);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgImportChoice *choice = g_ptr_array_index (question->choices, i);
      g_autoptr (MdgImportResult) result = import_with (text, "reading", choice->answer);
      const MdgObservation *hospitals = mdg_deck_find (
        result, MDG_DECK_MONTH, MDG_AREA_NATIONAL, MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT);

      assert_non_null (hospitals);
      assert_int_equal (hospitals->quality, MDG_QUALITY_PRINTED);
      assert_int_equal (mdg_deck_count_refused (result), 1);
      n_right += hospitals->value.digits == 13308759;
      mdg_deck_assert_no_false_proof (result);
    }
  assert_int_equal (n_right, 1);
}

/* The sums of the tables by prefecture and the national rate tell which of two tables is meant. */
static void
test_table_of_another_month (void **state)
{
  g_autofree char *text = insert_after ("保険者を介して周知依頼\n", OLD_TOTALS);
  g_autoptr (MdgImportResult) result = mdg_deck_import (text, -1);

  assert_int_equal (result->questions->len, 0);
  assert_int_equal (mdg_deck_count_refused (result), 1);
  mdg_deck_assert_same (mdg_deck_base (), result);
}

/* Without anything that tells, tables that the text says are of two months are refused. */
static void
test_tables_of_two_months (void **state)
{
  const char *deck = mdg_deck_text ();
  const char *end = strstr (deck, "特定健診等情報（件）");
  g_autoptr (GString) text = g_string_new_len (deck, end - deck);
  g_autoptr (MdgImportResult) result = NULL;

  assert_int_equal (g_string_replace (text, "【10月分実績", "【令和７年10月分実績", 1), 1);
  g_string_append (text, "○ 都道府県別のマイナ保険証の利用率（令和7年10月）\n"
                         "\n\f 前回の利用状況\n【令和７年６月分実績】\n" OLD_TOTALS);
  result = mdg_deck_import (text->str, -1);
  assert_int_equal (result->questions->len, 0);
  assert_int_equal (mdg_deck_count_refused (result), 2);
  assert_int_equal (result->batch->observations->len, 0);
}

typedef struct
{
  const char *from;
  const char *to;
  MdgTableKind kind;
  guint n_figures;
} Refused;

/* Every table that can be read although it is refused. */
static void
test_refused_as_printed (void **state)
{
  static const Refused cases[] = {
    { "病院 23,346,654", "病院 23,346,655", MDG_TABLE_TOTALS, 15 },
    { "病院 3,925,944", "病院 3,925,945", MDG_TABLE_VIEWS, 15 },
    { "岩手県 40.05%", "岩手県 42.05%", MDG_TABLE_PREFECTURES, 2 * MDG_N_AREAS },
    { "：10,199万件", "：10,190万件", MDG_TABLE_USAGE, 4 },
    { "（ 7,143万人）", "（ 9,743万人）", MDG_TABLE_REGISTRANTS, 4 },
    { "令和７年９月のマイナ", "令和７年１月のマイナ", MDG_TABLE_CLAIMS_RATE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (mdg_deck_text ());
      g_autoptr (MdgImportResult) result = NULL;
      MdgReportEntry *entry;

      assert_int_equal (g_string_replace (text, cases[i].from, cases[i].to, 1), 1);
      result = mdg_deck_import (text->str, -1);
      entry = mdg_deck_find_entry (result, cases[i].kind, MDG_N_FACILITY_TYPES);
      assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
      assert_true (mdg_import_result_can_accept (result, entry));
      if (entry->as_printed->len != cases[i].n_figures)
        fail_msg ("Of “%s” %u figures can be taken, not %u", cases[i].to, entry->as_printed->len,
                  cases[i].n_figures);
      for (guint j = 0; j < entry->as_printed->len; j++)
        assert_int_equal (g_array_index (entry->as_printed, MdgObservation, j).quality,
                          MDG_QUALITY_PRINTED);
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
    cmocka_unit_test (test_two_readings),           cmocka_unit_test (test_two_tables),
    cmocka_unit_test (test_table_of_another_month), cmocka_unit_test (test_tables_of_two_months),
    cmocka_unit_test (test_refused_as_printed),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
