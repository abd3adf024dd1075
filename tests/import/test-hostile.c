/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * Input that nobody means well with. Nothing may abort, hang, leak, or come out as verified.
 */

/* Imports anything; an error is as good as a result. */
static MdgImportResult *
import_any (const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  MdgImportResult *result = mdg_import_bytes (bytes, NULL, NULL, NULL, &error);

  if (result == NULL)
    assert_non_null (error);
  else
    mdg_deck_assert_no_false_proof (result);

  return result;
}

static void
test_random_bytes (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 300; i++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 1, 3000);
      g_autofree char *data = g_malloc (length);

      for (gsize j = 0; j < length; j++)
        data[j] = (char) g_rand_int_range (rand, 0, 256);
      mdg_import_result_free (import_any (data, length));
    }
}

/* Bytes of the deck overwritten at random. */
static void
test_damaged (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *data = g_memdup2 (mdg_deck_text (), mdg_deck_length ());
      guint n = (guint) g_rand_int_range (rand, 1, 30);

      for (guint j = 0; j < n; j++)
        data[g_rand_int_range (rand, 0, (gint32) mdg_deck_length ())] =
          (char) g_rand_int_range (rand, 32, 127);
      mdg_import_result_free (import_any (data, mdg_deck_length ()));
    }
}

/* Words and numbers of a deck in any order. */
static void
test_shuffled_words (void **state)
{
  static const char *const words[] = {
    "病院",
    "薬局",
    "総計",
    "全国",
    "東京",
    "秋田県",
    "1",
    "(4)",
    "37.14%",
    "(+1.52%)",
    "291,565",
    "623,568",
    "5,566,85315,692,482",
    "R7.10月末",
    "9,948万人",
    "（",
    "）",
    "、全人口の",
    "79.9%",
    "令和7年10月",
    "順位",
    "R7.9順位",
    "都道府県",
    "※（ ）内は",
    "時点",
    "10%未満の施設",
    "92.4%(R5.12)",
    "→5.5%(R7.9)",
    "施設数：206,126(R5.12)",
    "【10月分実績】",
    "\n",
    "\n",
    "\n",
    "\n\n\n\n",
    "スライド 3: あ",
    "\f",
    "（レセプト件数ベース利用率）は",
    "12月１日に被用者保険の加入者（約7,700万人）",
    "12,433万人",
    "特定健診等情報 薬剤情報 診療情報",
  };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 1, 200);

      for (guint j = 0; j < n; j++)
        {
          g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      mdg_import_result_free (import_any (text->str, text->len));
    }
}

/* Lines of the deck in any order, some lost, some twice. */
static void
test_shuffled_lines (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 100; i++)
    {
      g_auto (GStrv) lines = mdg_deck_lines ();
      guint n_lines = g_strv_length (lines);
      guint n = (guint) g_rand_int_range (rand, 1, 400);
      g_autofree char *text = NULL;

      for (guint j = 0; j < n; j++)
        {
          guint a = (guint) g_rand_int_range (rand, 0, (gint32) n_lines);
          guint b = (guint) g_rand_int_range (rand, 0, (gint32) n_lines);

          if (g_rand_boolean (rand))
            {
              char *line = lines[a];

              lines[a] = lines[b];
              lines[b] = line;
            }
          else
            {
              g_set_str (&lines[a], lines[b]);
            }
        }
      text = g_strjoinv ("\n", lines);
      mdg_import_result_free (import_any (text, strlen (text)));
    }
}

static void
test_truncated (void **state)
{
  for (gsize length = 1; length < mdg_deck_length (); length += 250)
    mdg_import_result_free (import_any (mdg_deck_text (), length));
  for (gsize start = 250; start < mdg_deck_length (); start += 250)
    {
      const char *text = mdg_deck_text () + start;

      while ((*text & 0xc0) == 0x80)
        text++;
      mdg_import_result_free (import_any (text, strlen (text)));
    }
}

/* A text that ends within a table: what stands before is proved, the table is refused. */
static void
test_truncated_in_table (void **state)
{
  const char *cut = strstr (mdg_deck_text (), "24 (24) 宮崎 32.31%");
  g_autoptr (MdgImportResult) result =
    mdg_deck_import (mdg_deck_text (), cut - mdg_deck_text () + 20);
  const MdgReportEntry *entry =
    mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_HOSPITAL);

  assert_int_equal (entry->status, MDG_ENTRY_VERIFIED);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_FACILITY_PHARMACY);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_INCOMPLETE)->args[0], "23");
  assert_string_equal (mdg_deck_find_message (entry, MDG_MESSAGE_INCOMPLETE)->args[1], "47");
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_ROW_UNREADABLE));
}

/* @unit repeated to about @length bytes, once on one line and once on lines of its own. */
static void
import_repeated (const char *unit, gsize length)
{
  g_autoptr (GString) line = g_string_sized_new (length + 100);
  g_autoptr (GString) lines = g_string_sized_new (length * 2);

  while (line->len < length)
    g_string_append (line, unit);
  while (lines->len < length)
    g_string_append_printf (lines, "%s\n", unit);
  mdg_import_result_free (import_any (line->str, line->len));
  mdg_import_result_free (import_any (lines->str, lines->len));
}

/* Each would take for ever if any reader looked ahead from every place, or tried every grouping. */
static void
test_repeated (void **state)
{
  static const char *const units[] = {
    " ",
    "1",
    "1,",
    "1.",
    "123,456",
    "(",
    "1 (1) ",
    "1 (1) 秋田 46.76% 291,565 623,568 ",
    "秋",
    "秋田",
    "秋 ",
    "東京都 34.95% (+2.41%)",
    "R",
    "R7.",
    "R7.10月末：",
    "12,433万人",
    "10%未満の施設",
    "92.4%(R5.12)→5.5%(R7.9)",
    "施設数：1(R5.12)、",
    "レセプト件数ベース利用率）は",
    "病院 1,000 2,000 3,000",
    "病院",
    "※（ ）内は",
    "スライド 1: あ",
    "1\n\n\n\n",
    "\f",
    "\xef\xb7\xba",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    import_repeated (units[i], 200000);
}

/* Rows of many tables: too many pieces to put together are refused as such. */
static void
test_many_pieces (void **state)
{
  g_autoptr (GString) text = g_string_new (mdg_deck_text ());
  const char *first = strstr (mdg_deck_text (), "順位 R7.9順位");
  g_autoptr (MdgImportResult) result = NULL;
  const MdgReportEntry *entry;

  for (guint i = 0; i < 10; i++)
    g_string_prepend_len (text, first, strstr (first, "\n\n\n") - first + 1);
  result = import_any (text->str, text->len);
  assert_non_null (result);
  entry = mdg_deck_find_entry (result, MDG_TABLE_FACILITY_PREFECTURES, MDG_N_FACILITY_TYPES);
  assert_int_equal (entry->status, MDG_ENTRY_REFUSED);
  assert_true (mdg_report_entry_says (entry, MDG_MESSAGE_FRAGMENTS));
}

static void
assert_no_deck (const char *text, MdgImportError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  assert_null (mdg_import_bytes (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, code);
}

static void
test_no_deck (void **state)
{
  assert_no_deck ("Lorem ipsum dolor sit amet.\n", MDG_IMPORT_ERROR_NO_TABLE);
  assert_no_deck ("東京都の病院の窓口で10割\n", MDG_IMPORT_ERROR_NO_TABLE);
  assert_no_deck ("\n\n\n", MDG_IMPORT_ERROR_NO_TABLE);
  assert_no_deck ("東京都 34.95% (+2.41%)\n", MDG_IMPORT_ERROR_NO_MONTH);
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
    cmocka_unit_test (test_random_bytes),   cmocka_unit_test (test_damaged),
    cmocka_unit_test (test_shuffled_words), cmocka_unit_test (test_shuffled_lines),
    cmocka_unit_test (test_truncated),      cmocka_unit_test (test_truncated_in_table),
    cmocka_unit_test (test_repeated),       cmocka_unit_test (test_many_pieces),
    cmocka_unit_test (test_no_deck),
  };

  return mdg_test_run_full (tests, NULL, teardown);
}
