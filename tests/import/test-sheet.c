/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/sheet/mdg-sheet-import.h"

#include "core/mdg-statistics.h"
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
import (const char *csv)
{
  MdgImportResult *result = mdg_sheet_import_text (csv, MDG_DOCUMENT_CSV, NULL, NULL);

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

      result = mdg_sheet_import_text (csv->str, MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
      report = mdg_sheet_render (result);
      if (result->questions->len > 0)
        print_error ("form %u\n%s", form, report);
      assert_int_equal (result->questions->len, 0);
      assert_equals_figures (result, figures, 15 * MDG_N_AREAS);
      assert_int_equal (mdg_sheet_count (result, MDG_QUALITY_VERIFIED), 15 * MDG_N_AREAS);
    }
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
      result = mdg_sheet_import_text (
        csv->str, n % 2 == 0 ? MDG_DOCUMENT_CSV : MDG_DOCUMENT_SPREADSHEET, NULL, NULL);
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
    cmocka_unit_test (test_wide),
    cmocka_unit_test (test_long),
    cmocka_unit_test (test_noise),
  };

  return mdg_test_run (tests);
}
