/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-sheet-import.h"

#include "core/mdg-statistics.h"
#include "import/mdg-laws.h"
#include "import/mdg-sheet-fixture.h"

#include <string.h>

/*
 * Tables of offices, made from random figures that obey the laws: in whatever spelling, order and
 * form, what comes in is what went in, and what was altered is never called verified.
 */

#define MONTH MDG_MONTH (2025, 10)

/* The figures of one month: by facility type and area. */
typedef struct
{
  gint64 mnc[5][MDG_N_AREAS];
  gint64 verifications[5][MDG_N_AREAS];
  guint rank[5][MDG_N_AREAS];
  guint rank_previous[5][MDG_N_AREAS];
} Figures;

static void
make_figures (Figures *self, GRand *rand)
{
  memset (self, 0, sizeof *self);
  for (guint type = 1; type < 5; type++)
    for (guint area = 1; area < MDG_N_AREAS; area++)
      {
        gint64 whole = g_rand_int_range (rand, 20000, 9000000);
        gint64 part =
          whole * g_rand_int_range (rand, 2500, 6000) / 10000 + g_rand_int_range (rand, 0, 900);

        self->verifications[type][area] = whole;
        self->mnc[type][area] = part;
        self->verifications[type][0] += whole;
        self->mnc[type][0] += part;
        self->verifications[0][area] += whole;
        self->mnc[0][area] += part;
        self->verifications[0][0] += whole;
        self->mnc[0][0] += part;
      }
  for (guint type = 0; type < 5; type++)
    {
      mdg_rank_by_ratio (&self->mnc[type][1], &self->verifications[type][1], MDG_N_PREFECTURES,
                         &self->rank[type][1]);
      for (guint area = 1; area < MDG_N_AREAS; area++)
        self->rank_previous[type][area] = area;
      for (guint i = MDG_N_PREFECTURES; i > 1; i--)
        {
          guint j = (guint) g_rand_int_range (rand, 1, (gint32) i + 1);
          guint kept = self->rank_previous[type][i];

          self->rank_previous[type][i] = self->rank_previous[type][j];
          self->rank_previous[type][j] = kept;
        }
    }
}

static char *
print_rate (const Figures *self, guint type, guint area, const char *suffix)
{
  g_autofree char *text = NULL;
  MdgDecimal rate;

  assert_true (
    mdg_decimal_percent_ratio (self->mnc[type][area], self->verifications[type][area], 2, &rate));
  text = mdg_decimal_to_string (rate);

  return g_strconcat (text, suffix, NULL);
}

static char *
print_count (gint64 value, gboolean with_commas)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, value);
  for (gssize i = (gssize) text->len - 3; with_commas && i > 0; i -= 3)
    g_string_insert_c (text, i, ',');

  return g_string_free_and_steal (text);
}

static gint64
get_expected (const Figures *self, const MdgObservation *row)
{
  guint type = row->facility_type;
  guint area = row->area;
  MdgDecimal rate;

  switch (row->measure)
    {
    case MDG_MEASURE_MNC_COUNT:
      return self->mnc[type][area];
    case MDG_MEASURE_VERIFICATION_COUNT:
      return self->verifications[type][area];
    case MDG_MEASURE_INSURANCE_CARD_COUNT:
      return self->verifications[type][area] - self->mnc[type][area];
    case MDG_MEASURE_RANK:
      return self->rank[type][area];
    case MDG_MEASURE_RANK_PREVIOUS:
      return self->rank_previous[type][area];
    default:
      assert_true (mdg_decimal_percent_ratio (
        self->mnc[type][area], self->verifications[type][area], row->value.decimals, &rate));
      return rate.digits;
    }
}

static void
assert_equals_figures (const MdgImportResult *result, const Figures *figures, guint n_wanted)
{
  g_autofree char *report = mdg_sheet_render (result);

  if (result->batch->observations->len != n_wanted)
    print_error ("%s", report);
  assert_int_equal (result->batch->observations->len, n_wanted);
  for (guint i = 0; i < n_wanted; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);

      assert_int_equal (row->month, MONTH);
      assert_int_equal (row->value.digits, get_expected (figures, row));
    }
}

static MdgImportResult *
import_with (const char *csv, MdgDocumentKind kind, const char *file_name, GHashTable *answers)
{
  g_autoptr (MdgDocument) document = mdg_sheet_document (csv, kind);
  g_autoptr (GError) error = NULL;
  MdgImportOptions options = { .answers = answers };
  MdgImportResult *result = mdg_sheet_import (document, file_name, &options, NULL, &error);

  mdg_test_assert_no_error (error);
  if (result != NULL)
    {
      g_autoptr (GPtrArray) violations = mdg_laws_check (result->batch);

      assert_int_equal (violations->len, 0);
    }

  return result;
}

static MdgImportResult *
import (const char *csv)
{
  MdgImportResult *result = import_with (csv, MDG_DOCUMENT_CSV, NULL, NULL);

  assert_non_null (result);
  return result;
}

/* The ministry's form in the words of offices. */
typedef struct
{
  const char *title;
  const char *headings[6]; /* rank, previous rank, prefecture, rate, MNC, verifications */
  const char *nation;
  const char *rate_suffix;
  gboolean with_commas;
  gboolean with_suffix;
  gboolean nation_first;
} Style;

static const Style styles[] = {
  { "病院（令和7年10月）",
    { "順位", "前月順位", "都道府県", "利用率", "MNC利用件数", "オン資件数" },
    "全国",
    "%",
    TRUE,
    TRUE,
    FALSE },
  { "マイナ保険証の利用実績　病院　２０２５年１０月",
    { "R7.10順位", "R7.9順位", "都道府県名", "利用率(%)", "マイナ保険証利用件数",
      "オンライン資格確認利用件数" },
    "全国計",
    "",
    FALSE,
    FALSE,
    TRUE },
  { "Hospitals 2025-10",
    { "rank", "rank_previous", "prefecture", "usage_rate_online", "mnc_count",
      "verification_count" },
    "00",
    "",
    FALSE,
    TRUE,
    FALSE },
  { "【病院】 R7.10",
    { "ランク", "前回順位", "県名", "マイナ保険証利用率", "マイナ保険証", "合計" },
    "合計",
    " %",
    TRUE,
    FALSE,
    FALSE },
};

static char *
make_cell (const Figures *figures, const Style *style, guint area, guint field)
{
  switch (field)
    {
    case 0:
      return area == 0 ? g_strdup ("-") : g_strdup_printf ("%u", figures->rank[1][area]);
    case 1:
      return area == 0 ? g_strdup ("") : g_strdup_printf ("%u", figures->rank_previous[1][area]);
    case 2:
      if (area == 0)
        return g_strdup (strcmp (style->nation, "00") == 0 ? "全国" : style->nation);
      return g_strdup (style->with_suffix ? mdg_area_get_name (area)
                                          : mdg_area_get_short_name (area));
    case 3:
      return print_rate (figures, 1, area, style->rate_suffix);
    case 4:
      return print_count (figures->mnc[1][area], style->with_commas);
    default:
      return print_count (figures->verifications[1][area], style->with_commas);
    }
}

static char *
make_form (const Figures *figures, const Style *style, GRand *rand)
{
  GString *csv = g_string_new (style->title);
  guint fields[6] = { 0, 1, 2, 3, 4, 5 };
  guint areas[MDG_N_AREAS];

  for (guint i = 5; rand != NULL && i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      guint kept = fields[i];

      fields[i] = fields[j];
      fields[j] = kept;
    }
  for (guint i = 0; i < MDG_N_AREAS; i++)
    areas[i] = style->nation_first ? i : (i + 1) % MDG_N_AREAS;

  g_string_append (csv, "\n\n");
  for (guint i = 0; i < 6; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", style->headings[fields[i]]);
  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      g_string_append_c (csv, '\n');
      for (guint j = 0; j < 6; j++)
        {
          g_autofree char *cell = make_cell (figures, style, areas[i], fields[j]);

          g_string_append_printf (csv, "%s\"%s\"", j > 0 ? "," : "", cell);
        }
    }
  g_string_append (csv, "\n※ 令和7年9月以前は別に公表\n");

  return g_string_free_and_steal (csv);
}

static void
test_forms (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint n = 0; n < 40; n++)
    {
      const Style *style = &styles[n % G_N_ELEMENTS (styles)];
      g_autofree Figures *figures = g_new (Figures, 1);
      g_autofree char *csv = NULL;
      g_autoptr (MdgImportResult) result = NULL;

      make_figures (figures, rand);
      csv = make_form (figures, style, n < 4 ? NULL : rand);
      result = import (csv);
      assert_int_equal (result->questions->len, 0);
      assert_equals_figures (result, figures, 3 * MDG_N_AREAS + 2 * MDG_N_PREFECTURES);
      assert_int_equal (mdg_sheet_count (result, MDG_QUALITY_VERIFIED),
                        result->batch->observations->len);
      assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_VERIFIED), 5);
      assert_int_equal (result->report->month, MONTH);
      for (guint i = 0; i < result->batch->observations->len; i++)
        assert_int_equal (
          g_array_index (result->batch->observations, MdgObservation, i).facility_type,
          MDG_FACILITY_HOSPITAL);
    }
}

static void
test_altered_digit (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree Figures *figures = g_new (Figures, 1);
  guint n_refused = 0;

  make_figures (figures, rand);
  for (guint n = 0; n < 300; n++)
    {
      g_autofree char *csv = make_form (figures, &styles[n % 3], NULL);
      char *body = strstr (csv, "\n\"");
      char *notes = strstr (csv, "\n※");
      g_autoptr (MdgImportResult) result = NULL;
      char *digit;

      do
        digit = body + g_rand_int_range (rand, 0, (gint32) (notes - body));
      while (!g_ascii_isdigit (*digit));
      *digit = (char) ('0' + (*digit - '0' + g_rand_int_range (rand, 1, 10)) % 10);

      result = import (csv);
      for (guint i = 0; i < result->batch->observations->len; i++)
        {
          const MdgObservation *row =
            &g_array_index (result->batch->observations, MdgObservation, i);

          if (row->quality == MDG_QUALITY_VERIFIED)
            assert_int_equal (row->value.digits, get_expected (figures, row));
        }
      for (guint i = 0; i < result->report->entries->len; i++)
        {
          const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

          if (entry->status != MDG_ENTRY_REFUSED)
            continue;
          n_refused++;
          assert_true (entry->messages->len > 0);
          assert_true (entry->as_printed->len > 0);
          assert_int_equal (entry->n_verified + entry->n_printed, 0);
        }
    }
  assert_true (n_refused >= 250);
}

/* A sum that does not close, the difference, and the row that its rate tells. */
static void
test_contradiction_is_told (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree Figures *figures = g_new (Figures, 1);
  g_autofree char *csv = NULL;
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;
  const MdgImportMessage *message;

  make_figures (figures, rand);
  figures->mnc[1][13] += 1000000;
  csv = make_form (figures, &styles[0], NULL);
  figures->mnc[1][13] -= 1000000;
  /* The rate is printed as it should be. */
  {
    g_autofree char *wrong = NULL;
    g_autofree char *right = print_rate (figures, 1, 13, "%");
    g_auto (GStrv) parts = NULL;

    figures->mnc[1][13] += 1000000;
    wrong = print_rate (figures, 1, 13, "%");
    figures->mnc[1][13] -= 1000000;
    parts = g_strsplit (csv, wrong, 2);
    assert_non_null (parts[1]);
    g_free (csv);
    csv = g_strconcat (parts[0], right, parts[1], NULL);
  }

  result = import (csv);
  entry = g_ptr_array_index (result->report->entries, 3);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  message = g_ptr_array_index (entry->messages, 0);
  assert_int_equal (message->code, MDG_MESSAGE_SUM_OPEN);
  assert_string_equal (message->args[3], "-1000000");
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_TOLD_BY_RATE));
  /* The other count closes, and what rests on the refused one is only printed. */
  entry = g_ptr_array_index (result->report->entries, 4);
  assert_int_equal (entry->status, MDG_ENTRY_VERIFIED);
  entry = g_ptr_array_index (result->report->entries, 2);
  assert_int_equal (entry->status, MDG_ENTRY_PRINTED);
}

static void
test_missing (void **state)
{
  static const char *const marks[] = { "", "-", "…", "***", "－", "x" };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint n = 0; n < G_N_ELEMENTS (marks); n++)
    {
      g_autoptr (GString) csv = g_string_new ("薬局 2025年10月\n都道府県,MNC利用件数,オン資件数\n");
      g_autoptr (MdgImportResult) result = NULL;
      guint n_there = 0;

      for (guint area = 1; area < MDG_N_AREAS; area++)
        {
          gboolean is_there = g_rand_boolean (rand);

          n_there += is_there;
          g_string_append_printf (csv, "%s,%s,0\n", mdg_area_get_name (area),
                                  is_there ? "7" : marks[n]);
        }
      result = import (csv->str);
      assert_int_equal (mdg_sheet_count (result, MDG_QUALITY_VERIFIED), 0);
      /* Nobody verifies nothing in a prefecture: that column is impossible, not missing. */
      assert_int_equal (result->batch->observations->len, n_there);
      for (guint i = 0; i < n_there; i++)
        assert_int_equal (
          g_array_index (result->batch->observations, MdgObservation, i).value.digits, 7);
    }
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
      g_autoptr (MdgImportResult) before = import_with (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
      g_autoptr (MdgImportResult) after = NULL;
      const MdgImportQuestion *question = find_question (before, steps[i].id);

      if (question == NULL)
        print_error ("%s is not asked\n", steps[i].id);
      assert_non_null (question);
      assert_null (question->answer);
      g_hash_table_insert (answers, (char *) steps[i].id, (char *) steps[i].answer);
      after = import_with (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
      question = find_question (after, steps[i].id);
      assert_non_null (question);
      assert_string_equal (question->answer, steps[i].answer);
      assert_int_equal (mdg_import_report_count (after->report, MDG_ENTRY_OPEN), steps[i].n_open);
    }

  last = import_with (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
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
  last = import_with (csv, MDG_DOCUMENT_CSV, "表.csv", answers);
  assert_true (mdg_import_result_has_open_question (last));
  assert_int_equal (last->batch->observations->len, 0);
}

/* Names of sheet and file answer what titles leave open. */
static void
test_names (void **state)
{
  static const char table[] = "都道府県,MNC利用件数\n福島県,120\n宮城県,90\n";
  g_autofree char *sheet = g_strconcat ("=== 歯科診療所Ｒ７．１０\n", table, NULL);
  g_autoptr (MdgImportResult) by_sheet = import_with (sheet, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
  g_autoptr (MdgImportResult) by_file =
    import_with (table, MDG_DOCUMENT_CSV, "歯科診療所_２０２５１０.csv", NULL);

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

    result = import_with (short_csv, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
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
  g_autoptr (MdgImportResult) result = import_with (csv, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);

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

static const char *const type_names[] = { "総計", "病院", "医科診療所", "歯科診療所", "薬局" };

/* One column for each facility type and measure, below two header rows. */
static void
test_wide (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree Figures *figures = g_new (Figures, 1);

  make_figures (figures, rand);
  for (guint form = 0; form < 3; form++)
    {
      g_autoptr (GString) csv = g_string_new ("=== R7.10\n施設類型別の実績,,,（単位：件）\n");
      g_autoptr (MdgImportResult) result = NULL;
      g_autofree char *report = NULL;

      if (form == 0)
        g_string_append (csv, "都道府県,病院,,,医科診療所,,,歯科診療所,,,薬局,,,総計,,\n"
                              ",利用率,MNC件数,合計,利用率,MNC件数,合計,利用率,MNC件数,合計,"
                              "利用率,MNC件数,合計,利用率,MNC件数,合計\n");
      else if (form == 1)
        g_string_append (
          csv, "都道府県,マイナ保険証利用件数,,,,,オンライン資格確認件数,,,,,利用率,,,,\n"
               ",病院,医科診療所,歯科診療所,薬局,総計,病院,医科診療所,歯科診療所,薬局,総計,"
               "病院,医科診療所,歯科診療所,薬局,総計\n");
      else
        g_string_append (csv, "都道府県");
      for (guint i = 0; form == 2 && i < 15; i++)
        {
          static const char *const names[] = { "利用率", "MNC利用件数", "オン資件数" };

          g_string_append_printf (csv, ",%s（%s）", names[i % 3],
                                  i / 3 == 4 ? "全施設" : type_names[i / 3 + 1]);
        }
      if (form == 2)
        g_string_append_c (csv, '\n');

      for (guint area = 0; area < MDG_N_AREAS; area++)
        {
          g_string_append (csv, mdg_area_get_name (area));
          for (guint i = 0; i < 15; i++)
            {
              guint type = (form == 1 ? i % 5 + 1 : i / 3 + 1) % 5;
              guint kind = form == 1 ? (i / 5 + 1) % 3 : i % 3;
              g_autofree char *rate = print_rate (figures, type, area, "");

              if (kind == 0)
                g_string_append_printf (csv, ",%s", rate);
              else
                g_string_append_printf (csv, ",%" G_GINT64_FORMAT,
                                        kind == 1 ? figures->mnc[type][area]
                                                  : figures->verifications[type][area]);
            }
          g_string_append_c (csv, '\n');
        }

      result = import_with (csv->str, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
      report = mdg_sheet_render (result);
      if (result->questions->len > 0)
        print_error ("form %u\n%s", form, report);
      assert_int_equal (result->questions->len, 0);
      assert_equals_figures (result, figures, 15 * MDG_N_AREAS);
      assert_int_equal (mdg_sheet_count (result, MDG_QUALITY_VERIFIED), 15 * MDG_N_AREAS);
    }
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

/* A facility type and a month in each row. */
static void
test_long (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree Figures *figures = g_new (Figures, 1);
  g_autoptr (GString) csv =
    g_string_new ("年月,都道府県コード,都道府県,施設類型,マイナ保険証,保険証,合計,備考\n");
  g_autoptr (MdgImportResult) result = NULL;

  make_figures (figures, rand);
  for (guint type = 0; type < 5; type++)
    for (guint area = 0; area < MDG_N_AREAS; area++)
      g_string_append_printf (
        csv,
        "令和7年10月,%u,%s,%s,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",\n",
        area, mdg_area_get_short_name (area), type_names[type], figures->mnc[type][area],
        figures->verifications[type][area] - figures->mnc[type][area],
        figures->verifications[type][area]);

  result = import (csv->str);
  assert_int_equal (result->questions->len, 0);
  assert_equals_figures (result, figures, 15 * MDG_N_AREAS);
  assert_int_equal (mdg_sheet_count (result, MDG_QUALITY_VERIFIED), 15 * MDG_N_AREAS);
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
    assert_null (import_with (texts[i], MDG_DOCUMENT_CSV, NULL, NULL));
}

/* Whatever stands in the cells, nothing aborts and nothing that breaks a law comes out. */
static void
test_noise (void **state)
{
  static const char *const words[] = {
    "北海道",
    "福島県",
    "全国",
    "合計",
    "1",
    "0.5",
    "50%",
    "1,234",
    "順位",
    "利用率",
    "MNC利用件数",
    "オン資件数",
    "病院",
    "薬局",
    "R7.10",
    "2025-09",
    "03/04/01",
    "-",
    "",
    "",
    "都道府県",
    "コード",
    "010006",
    "※",
    "x",
    "99999999999999",
    "▲3",
    "1E-9",
    "前月比",
    "総計",
  };
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_tables = 0;

  for (guint n = 0; n < 1500; n++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);
      guint n_rows = (guint) g_rand_int_range (rand, 2, 14);
      guint n_columns = (guint) g_rand_int_range (rand, 2, 7);
      g_autoptr (MdgImportResult) result = NULL;

      for (guint i = 0; i < n_rows * n_columns; i++)
        g_string_append_printf (csv, "\"%s\"%s",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                                (i + 1) % n_columns == 0 ? "\n" : ",");
      result = import_with (csv->str, n % 2 == 0 ? MDG_DOCUMENT_CSV : MDG_DOCUMENT_SPREADSHEET,
                            NULL, NULL);
      n_tables += result != NULL;
    }
  assert_true (n_tables > 50);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_forms),
    cmocka_unit_test (test_altered_digit),
    cmocka_unit_test (test_contradiction_is_told),
    cmocka_unit_test (test_missing),
    cmocka_unit_test (test_questions),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_ratios),
    cmocka_unit_test (test_computed_rates),
    cmocka_unit_test (test_claims_basis),
    cmocka_unit_test (test_wide),
    cmocka_unit_test (test_near_headings),
    cmocka_unit_test (test_titled),
    cmocka_unit_test (test_long),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_cells),
    cmocka_unit_test (test_unreadable_proves_nothing),
    cmocka_unit_test (test_no_table),
    cmocka_unit_test (test_noise),
  };

  return mdg_test_run (tests);
}
