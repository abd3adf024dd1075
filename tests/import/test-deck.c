/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * What the deck of 13 November 2025 prints, typed in by hand from its pages.
 */

typedef struct
{
  MdgMonth month;
  MdgFacilityType type;
  MdgMeasure measure;
  gint64 digits;
  guint8 decimals;
  MdgQuality quality;
  MdgPrecision precision;
  MdgDoubt doubt;
  int page;
  int as_of[3];
} Expected;

static void
assert_expected (const Expected *expected)
{
  MdgObservation key = {
    .month = expected->month,
    .facility_type = expected->type,
    .measure = expected->measure,
  };
  const MdgObservation *found;

  if (expected->as_of[0] != 0)
    key.as_of = mdg_day_new (expected->as_of[0], expected->as_of[1], expected->as_of[2]);
  found = mdg_deck_find_like (mdg_deck_base ()->batch->observations, &key);
  if (found == NULL)
    {
      g_printerr ("No %s of %s\n", mdg_measure_get_id (expected->measure),
                  mdg_facility_type_get_id (expected->type));
      fail ();
      return;
    }

  assert_int_equal (found->value.digits, expected->digits);
  assert_int_equal (found->value.decimals, expected->decimals);
  assert_int_equal (found->quality, expected->quality);
  assert_int_equal (found->precision, expected->precision);
  assert_int_equal (found->doubt, expected->doubt);
  assert_int_equal (found->page, expected->page);
}

static void
test_slide_1 (void **state)
{
  static const struct
  {
    MdgFacilityType type;
    gint64 counts[6];
  } rows[] = {
    { MDG_FACILITY_HOSPITAL, { 23346654, 13308759, 10037895, 3925944, 1543534, 6723730 } },
    { MDG_FACILITY_MEDICAL_CLINIC,
      { 115722929, 41849983, 73872946, 11439854, 11587222, 29092608 } },
    { MDG_FACILITY_DENTAL_CLINIC, { 24017408, 12017176, 12000232, 3324469, 2545970, 3321388 } },
    { MDG_FACILITY_PHARMACY, { 111518308, 34815123, 76703185, 12019713, 7250107, 20225846 } },
    { MDG_FACILITY_ALL, { 274605299, 101991041, 172614258, 30709980, 22926833, 59363572 } },
  };
  static const MdgMeasure measures[] = {
    MDG_MEASURE_VERIFICATION_COUNT, MDG_MEASURE_MNC_COUNT,  MDG_MEASURE_INSURANCE_CARD_COUNT,
    MDG_MEASURE_CHECKUP_VIEWS,      MDG_MEASURE_DRUG_VIEWS, MDG_MEASURE_CARE_VIEWS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (measures); j++)
      assert_expected (&(Expected) { MDG_DECK_MONTH, rows[i].type, measures[j], rows[i].counts[j],
                                     0, MDG_QUALITY_VERIFIED, MDG_PRECISION_EXACT, MDG_DOUBT_NONE,
                                     1 });
}

static void
test_slides_2_and_4 (void **state)
{
  assert_expected (&(Expected) { MDG_MONTH (2025, 9), MDG_FACILITY_ALL,
                                 MDG_MEASURE_USAGE_RATE_CLAIMS, 4440, 2, MDG_QUALITY_PRINTED,
                                 MDG_PRECISION_EXACT, MDG_DOUBT_NONE, 2 });
  assert_expected (&(Expected) { MDG_MONTH (2025, 12),
                                 MDG_FACILITY_ALL,
                                 MDG_MEASURE_INSURED_AFFECTED,
                                 77000000,
                                 0,
                                 MDG_QUALITY_PRINTED,
                                 MDG_PRECISION_APPROXIMATE,
                                 MDG_DOUBT_NONE,
                                 4,
                                 { 2025, 12, 1 } });
}

static void
test_slide_8 (void **state)
{
  static const Expected rows[] = {
    { MDG_DECK_MONTH,
      MDG_FACILITY_ALL,
      MDG_MEASURE_CARD_HOLDERS,
      99480000,
      0,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000,
      MDG_DOUBT_NONE,
      8,
      { 2025, 10, 31 } },
    { MDG_DECK_MONTH,
      MDG_FACILITY_ALL,
      MDG_MEASURE_HOLDER_SHARE,
      799,
      1,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_EXACT,
      MDG_DOUBT_NONE,
      8,
      { 2025, 10, 31 } },
    { MDG_DECK_MONTH,
      MDG_FACILITY_ALL,
      MDG_MEASURE_REGISTRANTS,
      87300000,
      0,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000,
      MDG_DOUBT_NONE,
      8,
      { 2025, 10, 31 } },
    { MDG_DECK_MONTH,
      MDG_FACILITY_ALL,
      MDG_MEASURE_REGISTRATION_SHARE,
      878,
      1,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_EXACT,
      MDG_DOUBT_NONE,
      8,
      { 2025, 10, 31 } },
    { MDG_MONTH (2024, 1),
      MDG_FACILITY_ALL,
      MDG_MEASURE_CARD_HOLDERS,
      91680000,
      0,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000,
      MDG_DOUBT_DATE_INFERRED,
      8,
      { 2024, 1, 31 } },
    { MDG_MONTH (2024, 1),
      MDG_FACILITY_ALL,
      MDG_MEASURE_HOLDER_SHARE,
      731,
      1,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_EXACT,
      MDG_DOUBT_DATE_INFERRED,
      8,
      { 2024, 1, 31 } },
    { MDG_MONTH (2024, 1),
      MDG_FACILITY_ALL,
      MDG_MEASURE_REGISTRANTS,
      71430000,
      0,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000,
      MDG_DOUBT_DATE_INFERRED,
      8,
      { 2024, 1, 31 } },
    { MDG_MONTH (2024, 1),
      MDG_FACILITY_ALL,
      MDG_MEASURE_REGISTRATION_SHARE,
      779,
      1,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_EXACT,
      MDG_DOUBT_DATE_INFERRED,
      8,
      { 2024, 1, 31 } },
    { MDG_MONTH (2024, 2), MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT, 8380000, 0, MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000, MDG_DOUBT_MONTH_DISPUTED, 8 },
    { MDG_MONTH (2024, 2), MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE, 499, 2,
      MDG_QUALITY_PRINTED, MDG_PRECISION_EXACT, MDG_DOUBT_MONTH_DISPUTED, 8 },
    { MDG_MONTH (2025, 1),
      MDG_FACILITY_ALL,
      MDG_MEASURE_POPULATION,
      124330000,
      0,
      MDG_QUALITY_PRINTED,
      MDG_PRECISION_ROUNDED_10000,
      MDG_DOUBT_NONE,
      8,
      { 2025, 1, 1 } },
  };
  const MdgReportEntry *usage =
    mdg_deck_find_entry (mdg_deck_base (), MDG_TABLE_USAGE, MDG_N_FACILITY_TYPES);
  const MdgReportEntry *holders =
    mdg_deck_find_entry (mdg_deck_base (), MDG_TABLE_CARD_HOLDERS, MDG_N_FACILITY_TYPES);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_expected (&rows[i]);

  /* 10,199万件 and 37.14 % are confirmed, not handed out twice. */
  assert_int_equal (usage->n_confirmed, 2);
  assert_true (mdg_report_entry_says (usage, MDG_MESSAGE_READINGS_AGREE));
  assert_true (mdg_report_entry_says (usage, MDG_MESSAGE_BASELINE_DISPUTED));
  assert_string_equal (mdg_deck_find_message (holders, MDG_MESSAGE_MISPRINT)->args[0], "9.948万人");
}

static void
test_slide_11 (void **state)
{
  static const struct
  {
    MdgFacilityType type;
    MdgMeasure measure;
    gint64 earlier;
    gint64 later;
    MdgDoubt doubt;
  } pairs[] = {
    { MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_UNDER_10, 924, 55, MDG_DOUBT_TYPE_INFERRED },
    { MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_30_AND_OVER, 9, 798, MDG_DOUBT_TYPE_INFERRED },
    { MDG_FACILITY_UNASSIGNED_1, MDG_MEASURE_FACILITIES_UNDER_10, 921, 19, MDG_DOUBT_TYPE_UNKNOWN },
    { MDG_FACILITY_UNASSIGNED_2, MDG_MEASURE_FACILITIES_UNDER_10, 915, 50, MDG_DOUBT_TYPE_UNKNOWN },
    { MDG_FACILITY_UNASSIGNED_3, MDG_MEASURE_FACILITIES_UNDER_10, 916, 32, MDG_DOUBT_TYPE_UNKNOWN },
    { MDG_FACILITY_UNASSIGNED_4, MDG_MEASURE_FACILITIES_UNDER_10, 943, 89, MDG_DOUBT_TYPE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      assert_expected (&(Expected) { MDG_MONTH (2023, 12), pairs[i].type, pairs[i].measure,
                                     pairs[i].earlier, 1, MDG_QUALITY_PRINTED, MDG_PRECISION_EXACT,
                                     pairs[i].doubt, 11 });
      assert_expected (&(Expected) { MDG_MONTH (2025, 9), pairs[i].type, pairs[i].measure,
                                     pairs[i].later, 1, MDG_QUALITY_PRINTED, MDG_PRECISION_EXACT,
                                     pairs[i].doubt, 11 });
    }
  assert_expected (&(Expected) { MDG_MONTH (2023, 12), MDG_FACILITY_ALL,
                                 MDG_MEASURE_FACILITIES_COUNTED, 206126, 0, MDG_QUALITY_PRINTED,
                                 MDG_PRECISION_EXACT, MDG_DOUBT_NONE, 11 });
  assert_expected (&(Expected) { MDG_MONTH (2025, 9), MDG_FACILITY_ALL,
                                 MDG_MEASURE_FACILITIES_COUNTED, 206854, 0, MDG_QUALITY_PRINTED,
                                 MDG_PRECISION_EXACT, MDG_DOUBT_NONE, 11 });
}

/* Rate and change in hundredths, in the order of the JIS codes, the nation first. */
static const int slide_12[MDG_N_AREAS][2] = {
  { 3714, 152 }, { 3434, 93 },  { 3803, 114 }, { 4005, 139 }, { 3468, 197 }, { 3402, 210 },
  { 4230, 244 }, { 4293, 309 }, { 4052, 202 }, { 4113, 152 }, { 3858, 125 }, { 3655, 143 },
  { 4023, 122 }, { 3495, 241 }, { 3688, 123 }, { 4484, 150 }, { 4679, 160 }, { 4309, 133 },
  { 5471, 249 }, { 3769, 178 }, { 3527, 130 }, { 3669, 96 },  { 3930, 103 }, { 3464, 143 },
  { 3627, 171 }, { 4089, 152 }, { 3626, 123 }, { 3270, 166 }, { 3626, 136 }, { 4086, 142 },
  { 2857, 123 }, { 4090, 165 }, { 4496, 129 }, { 3675, 143 }, { 4004, 131 }, { 4272, 206 },
  { 3672, 129 }, { 3725, 120 }, { 3102, 99 },  { 3443, 117 }, { 3714, 182 }, { 4048, 142 },
  { 3865, 117 }, { 4043, 118 }, { 3622, 97 },  { 4248, 118 }, { 4466, 79 },  { 2396, 124 },
};

static void
test_slide_12 (void **state)
{
  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    {
      const MdgObservation *rate = mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, area,
                                                  MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
      const MdgObservation *change = mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, area,
                                                    MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS);

      assert_non_null (rate);
      assert_int_equal (rate->value.digits, slide_12[area][0]);
      assert_int_equal (rate->value.decimals, 2);
      assert_int_equal (rate->quality, MDG_QUALITY_VERIFIED);
      assert_int_equal (rate->page, 12);
      assert_non_null (change);
      assert_int_equal (change->value.digits, slide_12[area][1]);
      assert_int_equal (change->quality, MDG_QUALITY_PRINTED);
      assert_int_equal (change->page, 12);
    }
}

typedef struct
{
  MdgFacilityType type;
  MdgArea area;
  int page;
  gint64 rank;
  gint64 previous;
  gint64 rate;
  gint64 mnc;
  gint64 verifications;
} CountRow;

/* The first and last rows of every table, the two rows with glued counts, and pairs whose printed
 * rates tie. The rest is proved by the laws and compared with the bundled data. */
static const CountRow count_rows[] = {
  { MDG_FACILITY_MEDICAL_CLINIC, 5, 13, 1, 4, 4676, 291565, 623568 },
  { MDG_FACILITY_MEDICAL_CLINIC, 13, 13, 30, 35, 3547, 5566853, 15692482 },
  { MDG_FACILITY_MEDICAL_CLINIC, 43, 14, 31, 31, 3540, 646861, 1827096 },
  { MDG_FACILITY_MEDICAL_CLINIC, 30, 14, 47, 47, 2626, 238497, 908050 },
  { MDG_FACILITY_HOSPITAL, 9, 13, 1, 1, 6975, 257396, 369027 },
  { MDG_FACILITY_HOSPITAL, 11, 13, 30, 31, 5634, 682906, 1212083 },
  { MDG_FACILITY_HOSPITAL, 44, 14, 31, 29, 5612, 165217, 294383 },
  { MDG_FACILITY_HOSPITAL, 34, 14, 32, 32, 5612, 300339, 535166 },
  { MDG_FACILITY_HOSPITAL, 47, 14, 47, 47, 3599, 84917, 235951 },
  { MDG_FACILITY_DENTAL_CLINIC, 45, 15, 1, 1, 7053, 120670, 171090 },
  { MDG_FACILITY_DENTAL_CLINIC, 34, 15, 8, 10, 5984, 307446, 513792 },
  { MDG_FACILITY_DENTAL_CLINIC, 20, 15, 9, 11, 5984, 194036, 324283 },
  { MDG_FACILITY_DENTAL_CLINIC, 40, 15, 30, 31, 5311, 506737, 954142 },
  { MDG_FACILITY_DENTAL_CLINIC, 28, 16, 31, 32, 5258, 467540, 889244 },
  { MDG_FACILITY_DENTAL_CLINIC, 13, 16, 47, 47, 3665, 1304460, 3558907 },
  { MDG_FACILITY_PHARMACY, 18, 15, 1, 1, 5954, 380097, 638416 },
  { MDG_FACILITY_PHARMACY, 22, 15, 30, 29, 3067, 1195405, 3898136 },
  { MDG_FACILITY_PHARMACY, 13, 16, 31, 32, 3018, 3779776, 12524820 },
  { MDG_FACILITY_PHARMACY, 19, 16, 36, 38, 2833, 210073, 741561 },
  { MDG_FACILITY_PHARMACY, 24, 16, 37, 36, 2833, 481068, 1698221 },
  { MDG_FACILITY_PHARMACY, 47, 16, 47, 47, 1680, 192142, 1143643 },
};

static void
assert_cell (const CountRow *row, MdgMeasure measure, gint64 digits)
{
  const MdgObservation *found =
    mdg_deck_find (mdg_deck_base (), MDG_DECK_MONTH, row->area, row->type, measure);

  assert_non_null (found);
  assert_int_equal (found->value.digits, digits);
  assert_int_equal (found->quality, MDG_QUALITY_VERIFIED);
  assert_int_equal (found->precision, MDG_PRECISION_EXACT);
  assert_int_equal (found->page, row->page);
}

static void
test_slides_13_to_16 (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (count_rows); i++)
    {
      const CountRow *row = &count_rows[i];

      assert_cell (row, MDG_MEASURE_RANK, row->rank);
      assert_cell (row, MDG_MEASURE_RANK_PREVIOUS, row->previous);
      assert_cell (row, MDG_MEASURE_USAGE_RATE_ONLINE, row->rate);
      assert_cell (row, MDG_MEASURE_MNC_COUNT, row->mnc);
      assert_cell (row, MDG_MEASURE_VERIFICATION_COUNT, row->verifications);
    }
}

static void
test_numbers (void **state)
{
  const MdgImportResult *base = mdg_deck_base ();
  guint n_verified = 0;

  for (guint i = 0; i < base->batch->observations->len; i++)
    n_verified +=
      g_array_index (base->batch->observations, MdgObservation, i).quality == MDG_QUALITY_VERIFIED;

  /* 15 totals, 15 views, 48 rates and 4 x 47 x 5 cells are verified; 1 claims rate, 1 number of
   * insured, 11 of the status slide, 14 of the bands and 48 changes are printed. */
  assert_int_equal (n_verified, 15 + 15 + 48 + 4 * 47 * 5);
  assert_int_equal (base->batch->observations->len - n_verified, 1 + 1 + 11 + 14 + 48);
  assert_int_equal (mdg_import_report_get_n_stored (base->report), base->batch->observations->len);
  assert_int_equal (mdg_import_report_count (base->report, MDG_ENTRY_REFUSED), 0);
  assert_int_equal (mdg_import_report_count (base->report, MDG_ENTRY_MISSING), 0);
}

/* Every slide is in the report, those without figures with the reason. */
static void
test_slides (void **state)
{
  static const struct
  {
    const char *title;
    MdgEntryStatus status;
    guint n_entries;
  } slides[] = {
    { "マイナ保険証の利用促進等について", MDG_ENTRY_TEXT, 1 },
    { "オンライン資格確認の利用状況", MDG_ENTRY_VERIFIED, 2 },
    { "マイナ保険証の利用状況について", MDG_ENTRY_PRINTED, 1 },
    { "令和７年12月に向けたマイナ保険証に関する周知広報について", MDG_ENTRY_TEXT, 1 },
    { "マイナ保険証を基本とする仕組みへの移行に向けた周知（被用者保険向け）", MDG_ENTRY_PRINTED,
      1 },
    { "マイナ保険証を基本とする仕組みへの移行に向けた周知（国民向け）", MDG_ENTRY_TEXT, 1 },
    { "マイナ保険証を基本とする仕組みへの移行に向けた周知（医療機関・薬局向け）", MDG_ENTRY_TEXT,
      1 },
    { "参考資料", MDG_ENTRY_TEXT, 1 },
    { "マイナ保険証に関する現状", MDG_ENTRY_PRINTED, 4 },
    { "施設類型別のマイナ保険証利用率の推移", MDG_ENTRY_CHART, 1 },
    { "マイナ保険証利用率（年齢階層別）", MDG_ENTRY_CHART, 1 },
    { "マイナ保険証の利用状況", MDG_ENTRY_PRINTED, 1 },
    { "オンライン資格確認 マイナ保険証の利用実績 "
      "（都道府県別の医療機関・薬局での利用（令和7年10月））",
      MDG_ENTRY_PARTLY, 1 },
    { "施設類型別・都道府県別の利用実績", MDG_ENTRY_VERIFIED, 2 },
    { "施設類型別・都道府県別の利用実績", MDG_ENTRY_CONTINUED, 1 },
    { "施設類型別・都道府県別の利用実績", MDG_ENTRY_VERIFIED, 2 },
    { "施設類型別・都道府県別の利用実績", MDG_ENTRY_CONTINUED, 1 },
  };
  GPtrArray *entries = mdg_deck_base ()->report->entries;
  guint n_seen = 0;

  for (guint slide = 0; slide < G_N_ELEMENTS (slides); slide++)
    {
      guint n = 0;

      for (guint i = 0; i < entries->len; i++)
        {
          const MdgReportEntry *entry = g_ptr_array_index (entries, i);

          if (entry->page != (int) slide)
            continue;
          if (n++ == 0)
            assert_int_equal (entry->status, slides[slide].status);
          assert_string_equal (entry->title, slides[slide].title);
        }
      assert_int_equal (n, slides[slide].n_entries);
      n_seen += n;
    }
  assert_int_equal (n_seen, entries->len);
}

static void
test_edition (void **state)
{
  const MdgEdition *edition = g_ptr_array_index (mdg_deck_base ()->batch->editions, 0);
  g_autofree char *digest =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, mdg_deck_text (), mdg_deck_length ());
  g_autofree char *id = g_strdup_printf ("deck-2025-10-%.8s", digest);
  g_autoptr (MdgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  assert_int_equal (mdg_deck_base ()->batch->editions->len, 1);
  assert_string_equal (edition->id, id);
  assert_string_equal (edition->digest, digest);
  assert_string_equal (edition->title, "マイナ保険証の利用促進等について");
  assert_int_equal (edition->published, MDG_DAY_NONE);
  assert_int_equal (edition->trust, MDG_TRUST_MINISTRY);
  assert_int_equal (edition->origin, MDG_ORIGIN_IMPORTED);
  assert_int_equal (edition->importer_version, MDG_IMPORTER_VERSION);
  assert_string_equal (edition->file_name, "deck.txt");

  report = mdg_import_report_parse (edition->report, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (report->entries->len, mdg_deck_base ()->report->entries->len);
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
    cmocka_unit_test (test_slide_1),  cmocka_unit_test (test_slides_2_and_4),
    cmocka_unit_test (test_slide_8),  cmocka_unit_test (test_slide_11),
    cmocka_unit_test (test_slide_12), cmocka_unit_test (test_slides_13_to_16),
    cmocka_unit_test (test_numbers),  cmocka_unit_test (test_slides),
    cmocka_unit_test (test_edition),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
