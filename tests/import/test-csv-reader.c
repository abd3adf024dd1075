/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-area.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"
#include "import/read/mdg-text-decoder.h"
#include "util/mdg-test.h"

#include <string.h>

#define N_GENERATED 300

static MdgDocument *
read_bytes (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return mdg_reader_read (bytes, NULL, NULL, NULL, error);
}

static MdgDocument *
read_good (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  MdgDocument *document = read_bytes (text, length, &error);

  mdg_test_assert_no_error (error);

  return document;
}

static const char *
get_cell (const MdgDocument *document, guint line, guint cell)
{
  return mdg_document_get_cell (document, mdg_document_get_line (document, line), cell)->text;
}

static void
test_plain (void **state)
{
  g_autoptr (MdgDocument) document = read_good (
    "都道府県,利用率,件数\r\n北海道,34.34%,\"1,234\"\r\n\r\n沖縄県,\"23.96\"\"%\"\"\", 5 \r\n", -1);

  assert_int_equal (document->kind, MDG_DOCUMENT_CSV);
  assert_int_equal (mdg_document_get_n_lines (document), 3);
  assert_string_equal (get_cell (document, 1, 0), "北海道");
  assert_string_equal (get_cell (document, 1, 2), "1,234");
  assert_string_equal (get_cell (document, 2, 1), "23.96\"%\"");
  assert_string_equal (get_cell (document, 2, 2), "5");
  /* The empty line counts. */
  assert_int_equal (mdg_document_get_line (document, 2)->number, 4);
  assert_int_equal (
    mdg_document_get_cell (document, mdg_document_get_line (document, 2), 2)->column, 2);
}

/* A row that goes over lines has the number of the first. */
static void
test_line_numbers (void **state)
{
  g_autoptr (MdgDocument) document =
    read_good ("県,\"利用\n率\"\n北海道,1\n青森県,\"2\n\"\n岩手県,3", -1);

  assert_int_equal (mdg_document_get_n_lines (document), 4);
  assert_int_equal (mdg_document_get_line (document, 0)->number, 1);
  assert_int_equal (mdg_document_get_line (document, 1)->number, 3);
  assert_int_equal (mdg_document_get_line (document, 2)->number, 4);
  assert_int_equal (mdg_document_get_line (document, 3)->number, 6);
}

/* Titles above, notes below, and empty fields at the end of rows. */
static void
test_around_the_table (void **state)
{
  g_autoptr (MdgDocument) document =
    read_good ("令和7年10月の利用率\n\n県,利用率\n北海道,1\n青森県,2,,\n"
               "岩手県,3\n宮城県,4\n秋田県,5\n※ 速報値\n",
               -1);

  assert_int_equal (mdg_document_get_n_lines (document), 8);
  assert_int_equal (mdg_document_get_line (document, 0)->n_cells, 1);
}

static void
test_wrong_width (void **state)
{
  const struct
  {
    const char *text;
    const char *row;
  } cases[] = {
    { "県,率,数\n北海道,1,2\n青森県,1,234,5\n岩手県,3,4\n宮城県,4,5\n", "Row 3" },
    { "県,率,数\n北海道,1,2\n青森県,5\n岩手県,3,4\n宮城県,4,5\n", "Row 3" },
    { "県\t率\t数\n北海道\t1\t2\n青森県\t2\t3\n岩手県\t3\t4\n宮城県\t4\t5\n秋田県\t5\n", "Row 6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_null (read_bytes (cases[i].text, -1, &error));
      mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED);
      mdg_test_assert_contains (error->message, cases[i].row);
    }
}

static void
test_open_quote (void **state)
{
  const struct
  {
    const char *text;
    const char *row;
  } cases[] = {
    { "県,率\n北海道,1\n青森県,2\n岩手県,\"3\n宮城県,4\n秋田県,5\n", "row 4" },
    { "県,率\n北海道,1\n青森県,2\n岩手県,\"3\"4\n宮城県,4\n秋田県,5\n", "row 4" },
    { "県,率\n北海道,1\n青森県,2\n岩手県,3\"\n宮城県,4\n秋田県,5\n", "row 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_null (read_bytes (cases[i].text, -1, &error));
      mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED);
      mdg_test_assert_contains (error->message, cases[i].row);
    }
}

/* In every encoding the same cells. */
static void
test_encodings (void **state)
{
  static const char *const charsets[] = { "UTF-8", "CP932", "UTF-16LE", "UTF-16BE" };
  static const char *const marks[] = { "\xef\xbb\xbf", "", "\xff\xfe", "\xfe\xff" };
  const char *text = "都道府県,会社,数\n東京都,㈱髙橋,①\n大阪府,ソ能表,②\n京都府,ﾊﾝｶｸ,3\n";

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize n_converted;
      g_autofree char *converted =
        g_convert (text, -1, charsets[i], "UTF-8", NULL, &n_converted, NULL);
      gsize n_mark = strlen (marks[i]);
      g_autofree char *whole = g_malloc (n_mark + n_converted);
      g_autoptr (MdgDocument) document = NULL;

      assert_non_null (converted);
      memcpy (whole, marks[i], n_mark);
      memcpy (whole + n_mark, converted, n_converted);
      document = read_good (whole, (gssize) (n_mark + n_converted));

      assert_int_equal (document->kind, MDG_DOCUMENT_CSV);
      assert_string_equal (get_cell (document, 0, 0), "都道府県");
      assert_string_equal (get_cell (document, 1, 1), "(株)髙橋");
      assert_string_equal (get_cell (document, 1, 2), "1");
      assert_string_equal (get_cell (document, 2, 1), "ソ能表");
      assert_string_equal (get_cell (document, 3, 1), "ハンカク");
    }
}

/* However long the file is, no character is torn apart where a block ends. */
static void
test_long_shift_jis (void **state)
{
  for (guint shift = 0; shift < 3; shift++)
    {
      g_autoptr (GString) text = g_string_new ("県,名,数\n");
      g_autofree char *converted = NULL;
      g_autoptr (MdgDocument) document = NULL;
      gsize n_converted;

      g_string_append_printf (text, "%.*s北海道,名,1\n", (int) shift, "");
      for (guint i = 0; i < 30000; i++)
        g_string_append_printf (text, "青森県,%.*s表示能力ソ,%u\n", (int) (i % 7), "xxxxxxx", i);
      converted =
        g_convert (text->str, (gssize) text->len, "CP932", "UTF-8", NULL, &n_converted, NULL);
      document = read_good (converted, (gssize) n_converted);

      assert_int_equal (mdg_document_get_n_lines (document), 30002);
      for (guint i = 0; i < 30000; i += 997)
        {
          g_autofree char *expected = g_strdup_printf ("%.*s表示能力ソ", (int) (i % 7), "xxxxxxx");

          assert_string_equal (get_cell (document, 2 + i, 1), expected);
        }
    }
}

/* Texts of decks are no tables, however they were extracted. */
static void
test_texts (void **state)
{
  g_autofree char *deck =
    mdg_test_read_source ("data/datasets/sources/mhlw-deck-2025-11-13.txt", NULL);
  g_autoptr (GString) tabs = g_string_new (deck);
  g_autoptr (GString) tokens = g_string_new (deck);
  const char *const texts[] = { deck,
                                tabs->str,
                                tokens->str,
                                "a shopping list\nmilk\n",
                                "北海道\n青森県\n岩手県\n",
                                "1,234\n5,678\n9,012,345\n" };

  g_string_replace (tabs, " ", "\t", 0);
  g_string_replace (tokens, " ", "\n", 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = i == 1 ? tabs->str : i == 2 ? tokens->str : texts[i];
      g_autoptr (MdgDocument) document = read_good (text, -1);

      assert_int_equal (document->kind, MDG_DOCUMENT_TEXT);
    }
}

static char *
make_value (GRand *rand)
{
  static const char *const values[] = { "",   "1,234", "北海道", "a\"b", " x ",  "改\n行",
                                        "△5", "50%",   ";",      "\t",   "\"\"", "終" };

  return g_strdup (values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
}

static void
append_value (GString *text, const char *value, GRand *rand)
{
  gboolean quote = strpbrk (value, ",;\t\"\n ") != NULL || g_rand_boolean (rand);

  if (!quote)
    {
      g_string_append (text, value);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* What is written comes back, whatever stands between the fields and at the end of lines. */
static void
test_generated (void **state)
{
  static const char *const ends[] = { "\n", "\r\n" };
  static const char delimiters[] = { ',', '\t', ';' };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_GENERATED; i++)
    {
      guint n_columns = (guint) g_rand_int_range (rand, 3, 9);
      guint n_rows = (guint) g_rand_int_range (rand, 4, 30);
      char delimiter = delimiters[g_rand_int_range (rand, 0, 3)];
      const char *end = ends[g_rand_int_range (rand, 0, 2)];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (MdgDocument) document = NULL;

      for (guint row = 0; row < n_rows; row++)
        {
          for (guint column = 0; column < n_columns; column++)
            {
              char *value =
                column == 0 ? g_strdup (mdg_area_get_name (row % 47 + 1)) : make_value (rand);

              g_ptr_array_add (values, value);
              if (column > 0)
                g_string_append_c (text, delimiter);
              append_value (text, value, rand);
            }
          g_string_append (text, end);
        }
      document = read_good (text->str, (gssize) text->len);

      assert_int_equal (document->kind, MDG_DOCUMENT_CSV);
      assert_int_equal (mdg_document_get_n_lines (document), n_rows);
      for (guint row = 0; row < n_rows; row++)
        for (guint column = 0; column < n_columns; column++)
          {
            const char *value = g_ptr_array_index (values, row * n_columns + column);
            g_autofree char *plain = mdg_text_normalize (value, strlen (value));

            assert_string_equal (get_cell (document, row, column), plain);
          }
    }
}

static void
test_cancelled (void **state)
{
  g_autoptr (GString) text = g_string_new ("県,数\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "北海道,1\n");
  bytes = g_bytes_new (text->str, text->len);
  g_cancellable_cancel (cancellable);
  assert_null (mdg_reader_read (bytes, NULL, NULL, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* More cells than any table has are refused before they are kept. */
static void
test_too_many_cells (void **state)
{
  g_autoptr (GString) text = g_string_new ("北海道,1,2\n青森県,1,2\n岩手県,1,2\n");
  g_autofree char *wide = g_strnfill (MDG_DOCUMENT_MAX_CELLS + 10, ',');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "宮城県,1,2\n");
  g_string_append (text, wide);
  bytes = g_bytes_new (text->str, text->len);
  assert_null (mdg_reader_read (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_plain),
    cmocka_unit_test (test_line_numbers),
    cmocka_unit_test (test_around_the_table),
    cmocka_unit_test (test_wrong_width),
    cmocka_unit_test (test_open_quote),
    cmocka_unit_test (test_encodings),
    cmocka_unit_test (test_long_shift_jis),
    cmocka_unit_test (test_texts),
    cmocka_unit_test (test_generated),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test (test_too_many_cells),
  };

  return mdg_test_run (tests);
}
