/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/sheet/mdg-cell.h"

#include "import/sheet/mdg-area-cell.h"

#include "import/read/mdg-document.h"
#include "util/mdg-test.h"

#include <string.h>

/* Cells as offices write them, made plain as a reader does. */

static void
read_cell (const char *text, MdgCellValue *value, char **kept)
{
  g_free (*kept);
  *kept = mdg_text_normalize (text, strlen (text));
  mdg_cell_read (*kept, value);
}

static void
test_numbers (void **state)
{
  static const struct
  {
    const char *text;
    gint64 digits;
    guint8 decimals;
    gboolean is_percent;
  } cells[] = {
    { "1,234", 1234, 0, FALSE },
    { "1234", 1234, 0, FALSE },
    { "１，２３４", 1234, 0, FALSE },
    { "50%", 50, 0, TRUE },
    { "５０％", 50, 0, TRUE },
    { "37.14 %", 3714, 2, TRUE },
    { "▲3,000", -3000, 0, FALSE },
    { "△ 3,000", -3000, 0, FALSE },
    { "−0.52", -52, 2, FALSE },
    { "+1.52", 152, 2, FALSE },
    { "'-3", -3, 0, FALSE },
    { "0", 0, 0, FALSE },
    { "0.00", 0, 2, FALSE },
    { "0.371415926535898", 371415927, 9, FALSE },
    { "3.714E-1", 3714, 4, FALSE },
    { "1.5E3", 1500, 0, FALSE },
    { "99,999,999,999,999", 99999999999999, 0, FALSE },
    { "12.34", 1234, 2, FALSE },
    { "5 %", 5, 0, TRUE },
  };
  g_autofree char *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      MdgCellValue value;

      read_cell (cells[i].text, &value, &kept);
      assert_int_equal (value.kind, MDG_CELL_NUMBER);
      assert_int_equal (value.value.digits, cells[i].digits);
      assert_int_equal (value.value.decimals, cells[i].decimals);
      assert_int_equal (value.is_percent, cells[i].is_percent);
      assert_int_equal (value.precision, MDG_PRECISION_EXACT);
      assert_null (value.note);
    }
}

static void
test_notes_and_units (void **state)
{
  static const struct
  {
    const char *text;
    gint64 digits;
    const char *unit;
    const char *note;
  } cells[] = {
    { "200円", 200, "円", NULL },    { "100（暫定）", 100, NULL, "暫定" },
    { "1,234件", 1234, "件", NULL }, { "1,234 件※2", 1234, "件", "※2" },
    { "100*", 100, NULL, "*" },      { "100［速報値］", 100, NULL, "速報値" },
    { "3位", 3, "位", NULL },        { "100 （注１）", 100, NULL, "注1" },
  };
  g_autofree char *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      MdgCellValue value;
      g_autofree char *unit = NULL;
      g_autofree char *note = NULL;

      read_cell (cells[i].text, &value, &kept);
      assert_int_equal (value.kind, MDG_CELL_NUMBER);
      assert_int_equal (value.value.digits, cells[i].digits);
      unit = value.unit != NULL ? g_strndup (value.unit, value.unit_length) : NULL;
      note = value.note != NULL ? g_strndup (value.note, value.note_length) : NULL;
      assert_int_equal (g_strcmp0 (unit, cells[i].unit), 0);
      assert_int_equal (g_strcmp0 (note, cells[i].note), 0);
    }
}

static void
test_other_kinds (void **state)
{
  static const struct
  {
    const char *text;
    MdgCellKind kind;
  } cells[] = {
    { "", MDG_CELL_MISSING },           { " ", MDG_CELL_MISSING },
    { "-", MDG_CELL_MISSING },          { "－", MDG_CELL_MISSING },
    { "…", MDG_CELL_MISSING },          { "***", MDG_CELL_MISSING },
    { "―", MDG_CELL_MISSING },          { "ー", MDG_CELL_MISSING },
    { "・・・", MDG_CELL_MISSING },     { "N/A", MDG_CELL_MISSING },
    { "Ｘ", MDG_CELL_MISSING },         { "03/04/01", MDG_CELL_AMBIGUOUS },
    { "03-04-01", MDG_CELL_AMBIGUOUS }, { "3.4.2025", MDG_CELL_AMBIGUOUS },
    { "3/4", MDG_CELL_AMBIGUOUS },      { "abc", MDG_CELL_TEXT },
    { "1,23", MDG_CELL_TEXT },          { "1234,567", MDG_CELL_TEXT },
    { "12,34,567", MDG_CELL_TEXT },     { "12 34", MDG_CELL_TEXT },
    { "37.14 (+1.52)", MDG_CELL_TEXT }, { "(3,000)", MDG_CELL_TEXT },
    { "12.", MDG_CELL_TEXT },           { "100暫定", MDG_CELL_TEXT },
    { "1.5万", MDG_CELL_TEXT },         { "999999999999999", MDG_CELL_TEXT },
    { "#DIV/0!", MDG_CELL_TEXT },       { "2025-10", MDG_CELL_TEXT },
    { "1e999", MDG_CELL_TEXT },         { "--1", MDG_CELL_TEXT },
  };
  g_autofree char *kept = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      MdgCellValue value;

      read_cell (cells[i].text, &value, &kept);
      if (value.kind != cells[i].kind)
        print_error ("“%s” is of kind %d\n", cells[i].text, value.kind);
      assert_int_equal (value.kind, cells[i].kind);
    }
}

static void
test_rounded_and_points (void **state)
{
  g_autofree char *kept = NULL;
  MdgCellValue value;

  read_cell ("10,199万件", &value, &kept);
  assert_int_equal (value.kind, MDG_CELL_NUMBER);
  assert_int_equal (value.value.digits, 101990000);
  assert_int_equal (value.precision, MDG_PRECISION_ROUNDED_10000);

  read_cell ("+1.52％ポイント", &value, &kept);
  assert_int_equal (value.kind, MDG_CELL_NUMBER);
  assert_true (value.is_points);
  assert_false (value.is_percent);
}

static void
test_months (void **state)
{
  static const char *const spellings[] = {
    "令和7年10月",
    "令和７年１０月",
    "R7.10",
    "Ｒ７．１０",
    "2025年10月",
    "2025-10",
    "2025/10",
    "2025-10-01",
    "202510",
    "2025/10/1",
    "2025-10-01T00:00:00",
    "R7年10月分",
    "October 2025",
    "OCT 2025",
    "Oct. 2025",
    "Oct-2025",
    "october, 2025",
    "October_2025",
  };
  static const char *const none[] = { "03/04/01",  "10月",   "2025",      "R7",
                                      "2025-13",   "202513", "10-25",     "October",
                                      "Octo 2025", "Oct 25", "Oct 20255", "October 2025 total" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *plain = mdg_text_normalize (spellings[i], strlen (spellings[i]));
      MdgMonth month = MDG_MONTH_NONE;

      assert_true (mdg_cell_read_month (plain, &month));
      assert_int_equal (month, MDG_MONTH (2025, 10));
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      MdgMonth month;

      assert_false (mdg_cell_read_month (none[i], &month));
    }
}

static void
test_areas (void **state)
{
  static const struct
  {
    const char *text;
    MdgArea area;
  } names[] = {
    { "北海道", 1 },
    { "東京", 13 },
    { "東京都", 13 },
    { "秋 田", 5 },
    { "秋　田　県", 5 },
    { "全国", 0 },
    { "全国計", 0 },
    { "ふくしま", 7 },
    { "フクシマケン", 7 },
    { "Fukushima", 7 },
    { "OSAKA-FU", 27 },
    { "national", 0 },
    { "01 北海道", 1 },
    { "13_東京都", MDG_AREA_NONE },
    { "福嶋県", MDG_AREA_NONE },
    { "02北海道", MDG_AREA_NONE },
    { "福島市", MDG_AREA_NONE },
    { "関東", MDG_AREA_NONE },
    { "Oitama", MDG_AREA_NONE },
    { "", MDG_AREA_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *plain = mdg_text_normalize (names[i].text, strlen (names[i].text));
      MdgArea area = MDG_AREA_NONE;

      if (!mdg_area_cell_read (plain, &area))
        area = MDG_AREA_NONE;
      assert_int_equal (area, names[i].area);
    }
}

static void
test_totals_of_regions (void **state)
{
  static const struct
  {
    const char *text;
    MdgRegion region;
  } cells[] = {
    { "東北 計", MDG_REGION_TOHOKU },
    { "東北計", MDG_REGION_TOHOKU },
    { "東北地方計", MDG_REGION_TOHOKU },
    { "九州・沖縄 合計", MDG_REGION_KYUSHU_OKINAWA },
    { "北海道 計", MDG_REGION_HOKKAIDO },
    { "Tohoku, total", MDG_REGION_TOHOKU },
    { "Kyushu and Okinawa, total", MDG_REGION_KYUSHU_OKINAWA },
    { "KANTO TOTAL", MDG_REGION_KANTO },
    { "東北", MDG_REGION_NONE },
    { "北海道", MDG_REGION_NONE },
    { "県北 計", MDG_REGION_NONE },
    { "計", MDG_REGION_NONE },
    { "東北 計画", MDG_REGION_NONE },
    { "東北、関東 計", MDG_REGION_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *plain = mdg_text_normalize (cells[i].text, strlen (cells[i].text));
      MdgRegion region = MDG_REGION_NONE;
      MdgArea area;

      if (!mdg_area_cell_read_region_total (plain, &region))
        region = MDG_REGION_NONE;
      if (region != cells[i].region)
        print_error ("%s\n", cells[i].text);
      assert_int_equal (region, cells[i].region);
      assert_false (region != MDG_REGION_NONE && mdg_area_cell_read (plain, &area));
    }
}

static void
test_area_codes (void **state)
{
  static const struct
  {
    const char *text;
    MdgArea area;
  } codes[] = {
    { "01", 1 },
    { "1", 1 },
    { "47", 47 },
    { "010006", 1 },
    { "10006", 1 },
    { "130001", 13 },
    { "13000", 13 },
    { "1000", 1 },
    { "00", 0 },
    { "00000", 0 },
    { "470007", 47 },
    { "270008", 27 },
    { "260002", 26 },
    { "48", MDG_AREA_NONE },
    { "130002", MDG_AREA_NONE },
    { "010005", MDG_AREA_NONE },
    { "131016", MDG_AREA_NONE },
    { "0", MDG_AREA_NONE },
    { "480002", MDG_AREA_NONE },
    { "1.0", MDG_AREA_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      MdgArea area = MDG_AREA_NONE;

      if (!mdg_area_cell_read_code (codes[i].text, &area))
        area = MDG_AREA_NONE;
      if (area != codes[i].area)
        print_error ("%s\n", codes[i].text);
      assert_int_equal (area, codes[i].area);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_notes_and_units),
    cmocka_unit_test (test_other_kinds),
    cmocka_unit_test (test_rounded_and_points),
    cmocka_unit_test (test_months),
    cmocka_unit_test (test_areas),
    cmocka_unit_test (test_totals_of_regions),
    cmocka_unit_test (test_area_codes),
  };

  return mdg_test_run (tests);
}
