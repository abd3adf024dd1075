/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Tables that are none of those that are looked for are said to be there, and nothing else is taken
 * for one.
 */

/* The first line of slide 3, which has text only, and a row of the table of slide 12. */
#define TEXT_LINE "○継続的に実施しているもの\n"
#define TABLE_LINE "40.05% (+1.39%)\n"

static MdgImportResult *
import_with (const char *after, const char *added)
{
  const char *place = strstr (mdg_deck_text (), after);
  g_autofree char *text = NULL;

  assert_non_null (place);
  place += strlen (after);
  text =
    g_strdup_printf ("%.*s%s%s", (int) (place - mdg_deck_text ()), mdg_deck_text (), added, place);

  return mdg_deck_import (text, -1);
}

static const MdgReportEntry *
find_slide (const MdgImportResult *result, int page)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (entry->page == page)
        return entry;
    }

  fail_msg ("The report has no entry for slide %d", page);
  return NULL;
}

static void
test_unknown (void **state)
{
  static const char *const tables[] = {
    "保険者 1,234 2,345 3,456\n組合 4,567 5,678 6,789\n共済 7,890 8,901 9,012\n",
    "0歳 12.34% 23.45% 34.56% 45.67%\n\n5歳 1.23% 2.34% 3.45% 4.56%\n\n10歳 5.67% 6.78% 7.89% 8.90%\n",
    "見出し\n１,２３４　２,３４５　３,４５６\n1,111 2,222 3,333\n4,444 5,555 6,666\n注\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (MdgImportResult) result = import_with (TEXT_LINE, tables[i]);
      const MdgReportEntry *entry = find_slide (result, 3);

      mdg_deck_assert_same (mdg_deck_base (), result);
      assert_int_equal (entry->kind, MDG_TABLE_NONE);
      assert_int_equal (entry->status, MDG_ENTRY_UNKNOWN);
      assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_UNKNOWN), 1);
    }
}

/* Too few rows, rows of another length, a chart's axis, sentences, rows with a line between them. */
static void
test_no_table (void **state)
{
  static const char *const others[] = {
    "保険者 1,234 2,345 3,456\n組合 4,567 5,678 6,789\n",
    "保険者 1,234 2,345 3,456\n組合 4,567 5,678\n共済 7,890 8,901 9,012\n",
    "0% 10% 20% 30%\n0% 10% 20% 30%\n0% 10% 20% 30%\n",
    "2023 2024 2025\n2023 2024 2025\n2023 2024 2025\n",
    "保険者 1,234 2,345 3,456\n組合 4,567 5,678 6,789\nなお\n共済 7,890 8,901 9,012\n",
    "月 に 約 1,234 件 から 2,345 件 へ 3,456 件\n月 に 約 1,234 件 から 2,345 件 へ 3,456 件\n"
    "月 に 約 1,234 件 から 2,345 件 へ 3,456 件\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (MdgImportResult) result = import_with (TEXT_LINE, others[i]);

      mdg_deck_assert_same (mdg_deck_base (), result);
      assert_int_equal (find_slide (result, 3)->status, MDG_ENTRY_TEXT);
      assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_UNKNOWN), 0);
    }
}

/* A slide whose table is known is no unknown table. */
static void
test_known_slide (void **state)
{
  g_autoptr (MdgImportResult) result = import_with (
    TABLE_LINE, "保険者 1,234 2,345 3,456\n組合 4,567 5,678 6,789\n共済 7,890 8,901 9,012\n");

  assert_int_equal (find_slide (result, 12)->kind, MDG_TABLE_PREFECTURES);
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_UNKNOWN), 0);
  assert_int_equal (mdg_import_report_count (mdg_deck_base ()->report, MDG_ENTRY_UNKNOWN), 0);
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
    cmocka_unit_test (test_unknown),
    cmocka_unit_test (test_no_table),
    cmocka_unit_test (test_known_slide),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
