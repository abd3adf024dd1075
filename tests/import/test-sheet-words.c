/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/sheet/mdg-sheet-import.h"

#include "import/mdg-sheet-fixture.h"

#include <string.h>

/*
 * What headings, titles, names and cells of an office's table say, what is asked where they do not,
 * and what becomes of cells that cannot be read.
 */

#define MONTH MDG_MONTH (2025, 10)

static MdgImportResult *
import (const char *csv)
{
  MdgImportResult *result = mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, NULL, NULL);

  assert_non_null (result);
  return result;
}

static const MdgImportQuestion *
find_question (const MdgImportResult *result, const char *id)
{
  for (guint i = 0; i < result->questions->len; i++)
    {
      const MdgImportQuestion *question = g_ptr_array_index (result->questions, i);

      if (strcmp (question->id, id) == 0)
        return question;
    }

  return NULL;
}

static guint
count_messages (const MdgImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->report->entries->len; i++)
    n += ((MdgReportEntry *) g_ptr_array_index (result->report->entries, i))->messages->len;

  return n;
}

/* Each question appears, hands out nothing before it is answered, and is led on by its answer. */
static void
test_questions (void **state)
{
  static const char csv[] = "実績\n都道府県,利用率,来た人,件数比\n"
                            "福島県,0.37,120,0.5\n宮城県,0.41,90,0.25\n";
  static const struct
  {
    const char *id;
    const char *answer;
    guint n_open;
  } steps[] = {
    { "measure:1:2", "usage_rate_claims", 3 }, { "percent:1:2", "ratio", 3 },
    { "facility_type:1", "all", 3 },           { "month:1", "2025-10", 2 },
    { "measure:1:3", "mnc_count", 1 },         { "measure:1:4", "skip", 0 },
  };
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MdgImportResult) last = NULL;
  const MdgObservation *row;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (MdgImportResult) before =
        mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
      g_autoptr (MdgImportResult) after = NULL;
      const MdgImportQuestion *question = find_question (before, steps[i].id);

      if (question == NULL)
        print_error ("%s is not asked\n", steps[i].id);
      assert_non_null (question);
      assert_null (question->answer);
      g_hash_table_insert (answers, (char *) steps[i].id, (char *) steps[i].answer);
      after = mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
      question = find_question (after, steps[i].id);
      assert_non_null (question);
      assert_string_equal (question->answer, steps[i].answer);
      assert_int_equal (mdg_import_report_count (after->report, MDG_ENTRY_OPEN), steps[i].n_open);
    }

  last = mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
  assert_false (mdg_import_result_has_open_question (last));
  assert_int_equal (last->batch->observations->len, 4);
  row = mdg_sheet_find (last, MONTH, 7, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_CLAIMS);
  assert_non_null (row);
  assert_int_equal (mdg_decimal_compare (row->value, MDG_DECIMAL (37, 0)), 0);
  assert_int_equal (row->quality, MDG_QUALITY_PRINTED);
  assert_true (mdg_sheet_says (last, MDG_MESSAGE_SKIPPED));
  assert_int_equal (mdg_import_report_count (last->report, MDG_ENTRY_LEFT_OUT), 1);

  /* A word that is no answer leaves the question open. */
  g_hash_table_insert (answers, (char *) "month:1", (char *) "yesterday");
  g_clear_pointer (&last, mdg_import_result_free);
  last = mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
  assert_true (mdg_import_result_has_open_question (last));
  assert_int_equal (last->batch->observations->len, 0);
}

/* Names of sheet and file answer what titles leave open. */
static void
test_names (void **state)
{
  static const char table[] = "都道府県,MNC利用件数\n福島県,120\n宮城県,90\n";
  g_autofree char *sheet = g_strconcat ("=== 歯科診療所Ｒ７．１０\n", table, NULL);
  g_autoptr (MdgImportResult) by_sheet =
    mdg_sheet_import_text (sheet, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
  g_autoptr (MdgImportResult) by_file =
    mdg_sheet_import_text (table, MDG_DOCUMENT_CSV, "歯科診療所_２０２５１０.csv", NULL);

  assert_int_equal (by_sheet->questions->len, 0);
  assert_non_null (
    mdg_sheet_find (by_sheet, MONTH, 7, MDG_FACILITY_DENTAL_CLINIC, MDG_MEASURE_MNC_COUNT));
  assert_int_equal (by_file->questions->len, 0);
  assert_non_null (
    mdg_sheet_find (by_file, MONTH, 4, MDG_FACILITY_DENTAL_CLINIC, MDG_MEASURE_MNC_COUNT));
  assert_string_equal (mdg_import_result_get_edition (by_file)->title, "歯科診療所_２０２５１０");
  assert_string_equal (mdg_import_result_get_edition (by_file)->publisher, "");
}

/* Shares of 1 are told by the counts beside them, with zeros that a spreadsheet dropped. */
static void
test_ratios (void **state)
{
  g_autoptr (GString) csv =
    g_string_new ("=== 薬局\n2025/10\n都道府県,利用率,MNC利用件数,オン資件数\n");
  g_autoptr (MdgImportResult) result = NULL;
  const MdgObservation *row;

  for (guint area = 1; area < 7; area++)
    g_string_append_printf (csv, "%s,0.%u,%u,10000\n", mdg_area_get_name (area),
                            area * 1000 + 25 * (area % 2), area * 1000 + 25 * (area % 2));
  {
    /* As a spreadsheet writes numbers. */
    g_autoptr (GRegex) zeros = g_regex_new (",0\\.([0-9]*?)0+,", 0, 0, NULL);
    g_autofree char *short_csv = g_regex_replace (zeros, csv->str, -1, 0, ",0.\\1,", 0, NULL);

    result = mdg_sheet_import_text (short_csv, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
  }

  assert_int_equal (result->questions->len, 0);
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_RATIO_READ));
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_BASIS_TOLD));
  row = mdg_sheet_find (result, MONTH, 4, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_non_null (row);
  assert_int_equal (row->value.digits, 4000);
  assert_int_equal (row->value.decimals, 2);
  assert_int_equal (row->quality, MDG_QUALITY_VERIFIED);
}

/* What a spreadsheet computed is kept as the ministry prints it. */
static void
test_computed_rates (void **state)
{
  static const char csv[] = "=== 薬局\n2025/10\n都道府県,利用率,MNC利用件数,オン資件数\n"
                            "福島県,0.333333333333333,1,3\n宮城県,66.6666666666667%,2,3\n";
  g_autoptr (MdgImportResult) result =
    mdg_sheet_import_text (csv, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);

  for (MdgArea area = 4; area <= 7; area += 3)
    {
      const MdgObservation *row =
        mdg_sheet_find (result, MONTH, area, MDG_FACILITY_PHARMACY, MDG_MEASURE_USAGE_RATE_ONLINE);

      assert_non_null (row);
      assert_int_equal (row->value.digits, area == 7 ? 3333 : 6667);
      assert_int_equal (row->value.decimals, 2);
      assert_int_equal (row->quality, MDG_QUALITY_VERIFIED);
    }
}

/* The two rates are never mixed: ranks and changes beside the claims rate are not those of the other. */
static void
test_claims_basis (void **state)
{
  static const char csv[] = "全施設 令和7年10月\n順位,都道府県,レセプト件数ベース利用率,前月比\n"
                            "1,福島県,47.26%,2.86\n2,宮城県,44.40%,1.00\n";
  g_autoptr (MdgImportResult) result = import (csv);

  assert_int_equal (result->questions->len, 0);
  assert_int_equal (result->batch->observations->len, 2);
  assert_non_null (
    mdg_sheet_find (result, MONTH, 7, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_CLAIMS));
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_UNKNOWN), 2);
}

/* Headings that are near to one that is known, and are not it. */
static void
test_near_headings (void **state)
{
  static const struct
  {
    const char *heading;
    const char *below;
    int measure; /* -1 where it must be asked */
    MdgMonth month;
  } headings[] = {
    { "前月順位", "", MDG_MEASURE_RANK_PREVIOUS, MONTH },
    { "R7.9順位", "", MDG_MEASURE_RANK_PREVIOUS, MONTH },
    { "前月", "順位", MDG_MEASURE_RANK_PREVIOUS, MONTH },
    { "前月", "オンライン利用率", MDG_MEASURE_USAGE_RATE_ONLINE, MONTH - 1 },
    { "R7.9", "オンライン利用率", MDG_MEASURE_USAGE_RATE_ONLINE, MONTH - 1 },
    { "前月比（％ポイント）", "", MDG_MEASURE_CHANGE_POINTS, MONTH },
    { "変化量", "", MDG_MEASURE_CHANGE_POINTS, MONTH },
    { "健康保険証", "", MDG_MEASURE_INSURANCE_CARD_COUNT, MONTH },
    { "薬剤情報閲覧", "", MDG_MEASURE_DRUG_VIEWS, MONTH },
    { "利用率", "", -1, MONTH },
    { "MNC利用件数", "前月比", -1, MONTH },
    { "MNC利用件数順位", "", -1, MONTH },
    { "利用率目標", "", -1, MONTH },
    { "前年同月利用率", "", -1, MONTH },
    { "マイナ保険証登録率", "", -1, MONTH },
    { "資格確認書", "", -1, MONTH },
    { "件数", "", -1, MONTH },
    { "増減率", "", -1, MONTH },
    { "", "", -1, MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *csv =
        g_strdup_printf ("薬局 R7.10\n都道府県,%s,備考\n,%s,\n福島県,2,良\n宮城県,3,良\n",
                         headings[i].heading, headings[i].below);
      g_autoptr (MdgImportResult) result = import (csv);

      if ((headings[i].measure < 0) != (result->questions->len > 0))
        print_error ("%s/%s\n", headings[i].heading, headings[i].below);
      assert_int_equal (result->questions->len, headings[i].measure < 0);
      if (headings[i].measure < 0)
        {
          assert_int_equal (result->batch->observations->len, 0);
          assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_OPEN), 1);
        }
      else
        {
          assert_non_null (mdg_sheet_find (result, headings[i].month, 7, MDG_FACILITY_PHARMACY,
                                           (MdgMeasure) headings[i].measure));
        }
    }
}

/* The title says what is measured, the columns only of whom. */
static void
test_titled (void **state)
{
  static const char csv[] =
    "レセプト件数ベース利用率（2025年10月）\n"
    "都道府県,病院,医科診療所,歯科診療所,薬局,合計\n"
    "福島県,41.1%,42.2%,43.3%,44.4%,45.5%\n宮城県,31.1%,32.2%,33.3%,34.4%,35.5%\n";
  g_autoptr (MdgImportResult) result = import (csv);

  assert_int_equal (result->questions->len, 0);
  assert_int_equal (result->batch->observations->len, 10);
  for (guint type = 0; type < 5; type++)
    assert_non_null (mdg_sheet_find (result, MONTH, 7, type, MDG_MEASURE_USAGE_RATE_CLAIMS));
}

/* Whether the title names the month is not a matter of language; a day is no month. */
static void
test_month_of_title (void **state)
{
  static const struct
  {
    const char *title;
    gboolean is_told;
  } titles[] = {
    { "Pharmacies, October 2025", TRUE },
    { "Pharmacies (Oct 2025, online basis)", TRUE },
    { "Pharmacies - October 2025 - published 13 November 2025", TRUE },
    { "Pharmacies, October 2025 and September 2025", FALSE },
    { "Pharmacies, published 13 November 2025", FALSE },
    { "Pharmacies, October 13, 2025", FALSE },
    { "Pharmacies in October", FALSE },
    { "Pharmacies, published 13th November 2025", FALSE },
    { "Pharmacies, 13th of November 2025", FALSE },
    { "Pharmacies, released in November 2025", FALSE },
    { "Pharmacies, October 2025 (released November 2025)", TRUE },
    { "Pharmacies as of October 2025", TRUE },
    { "Pharmacies_Oct_2025", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *csv =
        g_strdup_printf ("\"%s\"\n都道府県,MNC利用件数\n福島県,7\n宮城県,4\n", titles[i].title);
      g_autoptr (MdgImportResult) result = import (csv);

      if (result->questions->len != (titles[i].is_told ? 0 : 1))
        print_error ("%s\n", titles[i].title);
      assert_int_equal (result->questions->len, titles[i].is_told ? 0 : 1);
      if (titles[i].is_told)
        assert_non_null (
          mdg_sheet_find (result, MONTH, 7, MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT));
    }
}

/* All facilities are told by these words, and by no longer ones that end so. */
static void
test_type_of_title (void **state)
{
  static const struct
  {
    const char *title;
    int type; /* -1: is asked */
  } titles[] = {
    { "All facilities 2025-10", MDG_FACILITY_ALL },
    { "Rates (ALL FACILITIES) 2025-10", MDG_FACILITY_ALL },
    { "Small facilities 2025-10", -1 },
    { "Overall facilities 2025-10", -1 },
    { "Hospitals (share of all facilities) 2025-10", MDG_FACILITY_HOSPITAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *csv =
        g_strdup_printf ("\"%s\"\n都道府県,MNC利用件数\n福島県,7\n宮城県,4\n", titles[i].title);
      g_autoptr (MdgImportResult) result = import (csv);

      if (result->questions->len != (titles[i].type < 0 ? 1u : 0u))
        print_error ("%s\n", titles[i].title);
      assert_int_equal (result->questions->len, titles[i].type < 0 ? 1 : 0);
      if (titles[i].type >= 0)
        assert_non_null (mdg_sheet_find (result, MONTH, 7, (MdgFacilityType) titles[i].type,
                                         MDG_MEASURE_MNC_COUNT));
    }
}

/* A change since September is that of October. */
static void
test_change_since (void **state)
{
  static const char *const headings[] = { "Change since September 2025", "2025年9月からの増減",
                                          "前月差", "2025年10月 前月からの変化" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *csv =
        g_strdup_printf ("薬局 2025-10\n都道府県,オンライン資格確認ベース利用率,%s\n"
                         "福島県,42.93%%,3.09\n宮城県,34.68%%,1.01\n",
                         headings[i]);
      g_autoptr (MdgImportResult) result = import (csv);

      assert_int_equal (result->questions->len, 0);
      assert_non_null (
        mdg_sheet_find (result, MONTH, 7, MDG_FACILITY_PHARMACY, MDG_MEASURE_CHANGE_POINTS));
    }
}

/* Sums of regions are passed over where all of their prefectures stand in the same table, and told of
 * where not; what stands below them is theirs. */
static void
test_region_totals (void **state)
{
  static const char with_members[] =
    "薬局 2025-10\n都道府県,MNC利用件数,資格確認件数\n"
    "四国 計,11,22\n徳島県,1,2\n香川県,2,4\n愛媛県,3,6\n高知県,5,10\n"
    "北海道,5,6\n北海道 計,5,6\n";
  static const char without_one[] = "薬局 2025-10\n都道府県,MNC利用件数,資格確認件数\n"
                                    "徳島県,1,2\n香川県,2,4\n愛媛県,3,6\n四国 計,6,12\n";
  static const char other_table[] =
    "薬局 2025-10\n都道府県,MNC利用件数,資格確認件数\n"
    "徳島県,1,2\n香川県,2,4\n愛媛県,3,6\n高知県,5,10\n四国 計,11,22\n\n"
    "病院 2025-10\n都道府県,MNC利用件数,資格確認件数\n福島県,1,2\n四国 計,7,8\n";
  static const char types[] = "2025-10\n都道府県,施設類型,MNC利用件数\n"
                              "徳島県,病院,1\n,薬局,1\n香川県,病院,2\n,薬局,2\n"
                              "愛媛県,病院,3\n,薬局,3\n高知県,病院,5\n,薬局,5\n"
                              "四国 計,病院,11\n,薬局,11\n福島県,病院,7\n,薬局,8\n";
  g_autoptr (MdgImportResult) whole = import (with_members);
  g_autoptr (MdgImportResult) part = import (without_one);
  g_autoptr (MdgImportResult) two = import (other_table);
  g_autoptr (MdgImportResult) by_type = import (types);

  assert_int_equal (whole->batch->observations->len, 10);
  assert_int_equal (count_messages (whole), 0);
  for (guint i = 0; i < whole->report->entries->len; i++)
    assert_null (
      strstr (((MdgReportEntry *) g_ptr_array_index (whole->report->entries, i))->title, "11"));

  assert_int_equal (part->batch->observations->len, 6);
  assert_true (count_messages (part) > 0);

  assert_int_equal (two->batch->observations->len, 10);
  assert_true (count_messages (two) > 0);

  assert_int_equal (by_type->batch->observations->len, 10);
  assert_int_equal (count_messages (by_type), 0);
  assert_int_equal (
    mdg_sheet_find (by_type, MONTH, 39, MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT)->value.digits,
    5);
}

/* Codes instead of names, a table that goes on beside itself, and two tables below each other. */
static void
test_places (void **state)
{
  static const char codes[] =
    "薬局 2025-10\n団体コード,MNC利用件数\n010006,1\n130001,2\n470007,3\n";
  static const char bad_codes[] =
    "薬局 2025-10\n団体コード,MNC利用件数\n010006,1\n130002,2\n470007,3\n";
  static const char beside[] =
    "薬局 2025-10\n順位,都道府県,MNC利用件数,,順位,都道府県,MNC利用件数\n"
    "1,北海道,11,,4,岩手,14\n2,青森,12,,5,宮城,15\n3,秋田,13,,6,山形,16\n";
  static const char below[] = "病院 2025-10\n都道府県,MNC利用件数\n北海道,1\n青森,2\n\n"
                              "薬局 2025-10\n都道府県,MNC利用件数\n北海道,3\n青森,4\n";
  g_autoptr (MdgImportResult) by_code = import (codes);
  g_autoptr (MdgImportResult) by_bad_code = import (bad_codes);
  g_autoptr (MdgImportResult) by_side = import (beside);
  g_autoptr (MdgImportResult) by_row = import (below);

  assert_int_equal (by_code->batch->observations->len, 3);
  assert_non_null (
    mdg_sheet_find (by_code, MONTH, 47, MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT));
  assert_int_equal (by_bad_code->batch->observations->len, 2);
  assert_true (mdg_sheet_says (by_bad_code, MDG_MESSAGE_AREA_UNTOLD));
  assert_int_equal (by_side->batch->observations->len, 12);
  assert_int_equal (
    mdg_sheet_find (by_side, MONTH, 6, MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT)->value.digits,
    16);
  assert_int_equal (by_row->batch->observations->len, 4);
  assert_int_equal (
    mdg_sheet_find (by_row, MONTH, 2, MDG_FACILITY_PHARMACY, MDG_MEASURE_MNC_COUNT)->value.digits,
    4);
  assert_int_equal (
    mdg_sheet_find (by_row, MONTH, 2, MDG_FACILITY_HOSPITAL, MDG_MEASURE_MNC_COUNT)->value.digits,
    2);
}

static void
test_cells (void **state)
{
  static const char csv[] = "薬局\n月,都道府県,MNC利用件数\n2025-10,福島県,100（暫定）\n"
                            "2025-10,宮城県,200件\n2025-10,秋田県,many\n03/04/01,青森県,5\n";
  static const char national[] =
    "薬局 R7.10\n都道府県,MNC利用件数\n福島県,100\n宮城県,200\n合計,300\n";
  static const char twice[] =
    "薬局 R7.10\n都道府県,MNC利用件数\n福島県,100\n宮城県,200\n福島県,101\n";
  static const char same[] =
    "薬局 R7.10\n都道府県,MNC利用件数\n福島県,100\n宮城県,200\n福島県,100\n";
  static const char odd[] =
    "薬局 R7.10\n都道府県コード,都道府県,MNC利用件数\n07,福島県,100\n05,宮城県,200\n";
  g_autoptr (MdgImportResult) result = import (csv);
  g_autoptr (MdgImportResult) part = import (national);
  g_autoptr (MdgImportResult) repeated = import (twice);
  g_autoptr (MdgImportResult) agreed = import (same);
  g_autoptr (MdgImportResult) coded = import (odd);
  g_autofree char *report = mdg_sheet_render (result);

  assert_int_equal (result->batch->observations->len, 2);
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_CELL_NOTE));
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_CELL_UNIT));
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_CELL_AMBIGUOUS));
  mdg_test_assert_contains (report, "row 5, column 3: “many”");
  mdg_test_assert_contains (report, "row 6, column 1: the date “03/04/01”");

  assert_int_equal (part->batch->observations->len, 2);
  assert_true (mdg_sheet_says (part, MDG_MESSAGE_TOTAL_LEFT_OUT));
  assert_int_equal (repeated->batch->observations->len, 0);
  assert_true (mdg_sheet_says (repeated, MDG_MESSAGE_ROW_TWICE));
  assert_int_equal (agreed->batch->observations->len, 2);
  assert_int_equal (coded->batch->observations->len, 1);
  assert_true (mdg_sheet_says (coded, MDG_MESSAGE_CODE_ODD));
}

/* A cell that cannot be read keeps its column from being proved, although what is left would do. */
static void
test_unreadable_proves_nothing (void **state)
{
  static const char csv[] = "薬局 R7.10\n都道府県,MNC利用件数,保険証,合計\n"
                            "福島県,1,2,3\n宮城県,4,5,9\n秋田県,4,x5,9\n";
  g_autoptr (MdgImportResult) result = import (csv);
  const MdgReportEntry *card = g_ptr_array_index (result->report->entries, 1);

  assert_int_equal (card->n_verified, 0);
  assert_int_equal (card->n_printed, 2);
}

static void
test_no_table (void **state)
{
  static const char *const texts[] = { "", "a,b,c\n1,2,3\n", "福島県\n",
                                       "順位,件数\n1,5\n2,4\n3,2\n",
                                       "都道府県,備考\n福島県,良\n宮城県,良\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_null (mdg_sheet_import_text (texts[i], MDG_DOCUMENT_CSV, NULL, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_questions),     cmocka_unit_test (test_names),
    cmocka_unit_test (test_ratios),        cmocka_unit_test (test_computed_rates),
    cmocka_unit_test (test_claims_basis),  cmocka_unit_test (test_near_headings),
    cmocka_unit_test (test_titled),        cmocka_unit_test (test_month_of_title),
    cmocka_unit_test (test_type_of_title), cmocka_unit_test (test_change_since),
    cmocka_unit_test (test_region_totals), cmocka_unit_test (test_places),
    cmocka_unit_test (test_cells),         cmocka_unit_test (test_unreadable_proves_nothing),
    cmocka_unit_test (test_no_table),
  };

  return mdg_test_run (tests);
}
