/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-import-error.h"
#include "import/mdg-page-fixture.h"
#include "import/read/mdg-pdf-reader.h"
#include "import/read/mdg-pdf-words.h"
#include "util/mdg-test.h"

#include <math.h>
#include <string.h>

#define N_GENERATED 200
#define N_CUTS 60

static MdgDocument *
read_page_fixture (MdgPageFixture *page)
{
  g_autoptr (GBytes) bytes = mdg_page_fixture_finish (page);
  g_autoptr (GError) error = NULL;
  MdgDocument *document = mdg_pdf_reader_read (bytes, NULL, NULL, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (document->kind, MDG_DOCUMENT_PDF);
  mdg_document_join_cells (document);

  return document;
}

static const char *
get_text (const MdgDocument *document, guint line)
{
  return mdg_document_get_line (document, line)->text;
}

static GBytes *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename ("tests/fixtures/import", name, NULL);
  gsize length;
  char *content = mdg_test_read_source (path, &length);

  return g_bytes_new_take (content, length);
}

/* Two tables side by side, each with a heading above, as on the ministry's slides. */
static void
test_tables_side_by_side (void **state)
{
  static const char *const rows[2][6] = {
    { "1", "(4)", "秋田", "46.76%", "291,565", "623,568" },
    { "30", "(35)", "東京", "35.47%", "5,566,853", "15,692,482" },
  };
  static const double rights[] = { 30, 62, 110, 160, 230, 310 };
  MdgPageFixture *page = mdg_page_fixture_new ();
  g_autoptr (MdgDocument) document = NULL;
  const MdgLine *line;

  mdg_page_fixture_text (page, 40, 20, 14, "施設類型別・都道府県別の利用実績");
  mdg_page_fixture_text (page, 40, 60, 9, "【病院】");
  mdg_page_fixture_text (page, 420, 60, 9, "【医科診療所】");
  for (guint row = 0; row < 2; row++)
    for (guint table = 0; table < 2; table++)
      for (guint column = 0; column < G_N_ELEMENTS (rights); column++)
        /* The right table stands a little lower. */
        mdg_page_fixture_text_right (page, 40 + 380 * table + rights[column],
                                     80 + 12 * row + 1.5 * table, 8, rows[row][column]);
  document = read_page_fixture (page);

  assert_int_equal (mdg_document_get_n_lines (document), 4);
  assert_string_equal (get_text (document, 0), "施設類型別・都道府県別の利用実績");
  assert_string_equal (get_text (document, 1), "【病院】 【医科診療所】");
  assert_string_equal (get_text (document, 2),
                       "1 (4) 秋田 46.76% 291,565 623,568 1 (4) 秋田 46.76% 291,565 623,568");
  assert_string_equal (get_text (document, 3),
                       "30 (35) 東京 35.47% 5,566,853 15,692,482 30 (35) 東京 35.47% 5,566,853 "
                       "15,692,482");

  line = mdg_document_get_line (document, 2);
  assert_int_equal (line->number, 3);
  assert_true (line->n_cells >= 4);
  for (guint i = 1; i < line->n_cells; i++)
    assert_true (mdg_document_get_box (document, line, i)->x >
                 mdg_document_get_box (document, line, i - 1)->x);
  /* Nothing of the left table is in a cell with anything of the right one. */
  for (guint i = 0; i < line->n_cells; i++)
    {
      const MdgBox *box = mdg_document_get_box (document, line, i);

      assert_true (box->x + box->width < 360 || box->x > 400);
      assert_true (box->y > 75 && box->y < 100);
    }
}

/* Names set wide, full-width figures, small print, and a label that stands upright beside a table. */
static void
test_type_setting (void **state)
{
  MdgPageFixture *page = mdg_page_fixture_new ();
  g_autoptr (MdgDocument) document = NULL;

  mdg_page_fixture_text (page, 100, 40, 10, "秋");
  mdg_page_fixture_text (page, 115, 40, 10, "田");
  mdg_page_fixture_text (page, 160, 40, 10, "４６．７６％");
  mdg_page_fixture_text (page, 100, 70, 10, "利用率");
  mdg_page_fixture_text (page, 131, 70, 6, "※1");
  mdg_page_fixture_text (page, 700, 500, 8, "13");
  mdg_page_fixture_text_upwards (page, 40, 300, 10, "Usage");
  document = read_page_fixture (page);

  assert_string_equal (get_text (document, 0), "秋田 46.76%");
  assert_string_equal (get_text (document, 1), "利用率※1");
  assert_string_equal (get_text (document, mdg_document_get_n_lines (document) - 1), "13");
}

/* The blanks that stand in the text, narrow as some fonts have them, are kept; the spacing of a name
 * is none. */
static void
test_blanks (void **state)
{
  static const char *const texts[] = {
    "8,340万人 10,693万人",
    "291,565 623,568",
    "合計 マイナンバーカード 保険証",
    "利用率 46.76% 秋田",
  };
  MdgPageFixture *page = mdg_page_fixture_new ();
  g_autoptr (MdgDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mdg_page_fixture_text (page, 100, 40 + 20 * i, 9, texts[i]);
  for (guint i = 0; i < 3; i++)
    mdg_page_fixture_text (page, 100 + 13 * i, 200, 9, &"青\0森\0県"[4 * i]);
  document = read_page_fixture (page);

  assert_int_equal (mdg_document_get_n_lines (document), G_N_ELEMENTS (texts) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_string_equal (get_text (document, i), texts[i]);
  assert_string_equal (get_text (document, G_N_ELEMENTS (texts)), "青森県");
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  GArray *seen = data;

  g_array_append_val (seen, done);
  g_array_append_val (seen, total);
}

static GBytes *
make_pages (guint n)
{
  MdgPageFixture *page = mdg_page_fixture_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("page %u", i);

      if (i > 0)
        mdg_page_fixture_next_page (page);
      /* The second one stays empty. */
      if (i != 1)
        mdg_page_fixture_text (page, 50, 50, 10, text);
    }

  return mdg_page_fixture_finish (page);
}

static void
test_pages (void **state)
{
  g_autoptr (GBytes) bytes = make_pages (4);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDocument) document = mdg_pdf_reader_read (bytes, progress_cb, seen, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (document->n_pages, 4);
  assert_int_equal (mdg_document_get_n_lines (document), 3);
  assert_int_equal (mdg_document_get_line (document, 0)->page, 0);
  assert_int_equal (mdg_document_get_line (document, 1)->page, 2);
  assert_int_equal (mdg_document_get_line (document, 1)->number, 1);
  assert_int_equal (seen->len, 8);
  for (guint i = 0; i < 4; i++)
    {
      assert_int_equal (g_array_index (seen, guint, 2 * i), i + 1);
      assert_int_equal (g_array_index (seen, guint, 2 * i + 1), 4);
    }
}

static void
cancel_cb (guint done, guint total, gpointer data)
{
  assert_true (done <= 2);
  if (done == 2)
    g_cancellable_cancel (data);
}

static void
test_cancel_between_pages (void **state)
{
  g_autoptr (GBytes) bytes = make_pages (5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  assert_null (mdg_pdf_reader_read (bytes, cancel_cb, cancellable, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An encoding that PDFs name without holding it; poppler-data has it. */
static void
test_predefined_encoding (void **state)
{
  g_autoptr (GBytes) bytes = read_fixture ("shift-jis.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDocument) document = mdg_pdf_reader_read (bytes, NULL, NULL, NULL, &error);

  mdg_test_assert_no_error (error);
  mdg_document_join_cells (document);
  assert_string_equal (get_text (document, 0), "病院の利用率は 57.00% です");
}

static void
test_encrypted (void **state)
{
  g_autoptr (GBytes) bytes = read_fixture ("encrypted.pdf");
  g_autoptr (GError) error = NULL;

  assert_null (mdg_pdf_reader_read (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_ENCRYPTED);
  mdg_test_assert_contains (error->message, "password");
}

static void
test_scanned (void **state)
{
  MdgPageFixture *page = mdg_page_fixture_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  mdg_page_fixture_rectangle (page, 10, 10, 300, 200);
  mdg_page_fixture_next_page (page);
  mdg_page_fixture_rectangle (page, 10, 10, 300, 200);
  bytes = mdg_page_fixture_finish (page);

  assert_null (mdg_pdf_reader_read (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_SCANNED);
  mdg_test_assert_contains (error->message, "2 pages");
}

/* Whatever is cut off or overwritten, the reader says so or gives what is left. */
static void
test_damaged (void **state)
{
  g_autoptr (GBytes) whole = make_pages (3);
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);
  g_autoptr (GBytes) bare = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GError) error = NULL;

  assert_null (mdg_pdf_reader_read (bare, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED);

  for (guint i = 0; i < N_CUTS; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      gsize cut = 8 + (gsize) g_rand_int_range (rand, 0, (int) length - 8);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (MdgDocument) document = NULL;
      g_autoptr (GError) cause = NULL;

      if (i % 2 == 0)
        memset (copy + cut, (int) g_rand_int_range (rand, 0, 256), MIN (40, length - cut));
      damaged = g_bytes_new (copy, i % 2 == 0 ? length : cut);
      document = mdg_pdf_reader_read (damaged, NULL, NULL, NULL, &cause);
      assert_true ((document == NULL) == (cause != NULL));
      if (cause != NULL)
        assert_true (cause->domain == MDG_IMPORT_ERROR);
    }
}

static void
test_too_many_pages (void **state)
{
  MdgPageFixture *page = mdg_page_fixture_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MDG_DOCUMENT_MAX_PAGES; i++)
    mdg_page_fixture_next_page (page);
  mdg_page_fixture_rectangle (page, 1, 1, 1, 1);
  bytes = mdg_page_fixture_finish (page);

  assert_null (mdg_pdf_reader_read (bytes, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
  mdg_test_assert_contains (error->message, "5000");
}

static void
append_glyphs (GArray *glyphs, const char *word, float x, float y, float height)
{
  for (; *word != '\0'; word++, x += height / 2)
    {
      MdgGlyph glyph = { (gunichar) *word, { x, y, height / 2, height } };

      g_array_append_val (glyphs, glyph);
    }
}

static void
shuffle (GArray *glyphs, GRand *rand)
{
  for (guint i = glyphs->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (int) i);
      MdgGlyph swap = g_array_index (glyphs, MdgGlyph, i - 1);

      g_array_index (glyphs, MdgGlyph, i - 1) = g_array_index (glyphs, MdgGlyph, j);
      g_array_index (glyphs, MdgGlyph, j) = swap;
    }
}

/* Random tables: however small, wherever on the page and in whatever order their characters are
 * stored, they come out row by row and cell by cell. */
static void
test_generated_tables (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_GENERATED; i++)
    {
      float height = (float) g_rand_double_range (rand, 4, 30);
      float left = (float) g_rand_double_range (rand, -50, 500);
      float top = (float) g_rand_double_range (rand, 0, 500);
      guint n_rows = (guint) g_rand_int_range (rand, 1, 8);
      guint n_columns = (guint) g_rand_int_range (rand, 1, 6);
      g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
      g_autoptr (MdgDocument) document = mdg_document_new (bytes);
      g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (MdgGlyph));
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

      for (guint row = 0; row < n_rows; row++)
        for (guint column = 0; column < n_columns; column++)
          {
            char *word = g_strdup_printf ("%u", (guint) g_rand_int_range (rand, 0, 100000));
            float jitter = (float) g_rand_double_range (rand, -0.15, 0.15) * height;

            g_ptr_array_add (words, word);
            append_glyphs (glyphs, word, left + (float) column * height * 5,
                           top + (float) row * height * 1.3f + jitter, height);
          }
      shuffle (glyphs, rand);
      mdg_pdf_words_append (document, glyphs);

      assert_int_equal (mdg_document_get_n_lines (document), n_rows);
      for (guint row = 0; row < n_rows; row++)
        {
          const MdgLine *line = mdg_document_get_line (document, row);

          assert_int_equal (line->n_cells, n_columns);
          for (guint column = 0; column < n_columns; column++)
            {
              const MdgCell *cell = mdg_document_get_cell (document, line, column);

              assert_int_equal (cell->column, column);
              assert_string_equal (cell->text, g_ptr_array_index (words, row * n_columns + column));
            }
        }
    }
}

/* Places that are none do no harm. */
static void
test_strange_places (void **state)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (MdgDocument) document = mdg_document_new (bytes);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (MdgGlyph));
  const MdgGlyph strange[] = {
    { 'a', { NAN, 1, 1, 1 } },         { 'b', { 1, INFINITY, 1, 1 } }, { 'c', { 1, 1, 1, 0 } },
    { 'd', { 1, 1, -5, 1 } },          { ' ', { 1, 1, 1, 1 } },        { 0xd800, { 1, 1, 1, 1 } },
    { 'e', { 1e30f, 1e30f, 1, 1 } },   { 'f', { 5, 5, 5, 10 } },       { 'f', { 5.5f, 5, 5, 10 } },
    { 'g', { -1e30f, -1e30f, 1, 1 } },
  };

  g_array_append_vals (glyphs, strange, G_N_ELEMENTS (strange));
  mdg_pdf_words_append (document, glyphs);
  mdg_document_join_cells (document);

  assert_int_equal (mdg_document_get_n_lines (document), 3);
  assert_string_equal (get_text (document, 0), "g");
  /* Printed twice, read once. */
  assert_string_equal (get_text (document, 1), "f");
  assert_string_equal (get_text (document, 2), "e");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_tables_side_by_side),
    cmocka_unit_test (test_type_setting),
    cmocka_unit_test (test_blanks),
    cmocka_unit_test (test_pages),
    cmocka_unit_test (test_cancel_between_pages),
    cmocka_unit_test (test_predefined_encoding),
    cmocka_unit_test (test_encrypted),
    cmocka_unit_test (test_scanned),
    cmocka_unit_test (test_damaged),
    cmocka_unit_test (test_too_many_pages),
    cmocka_unit_test (test_generated_tables),
    cmocka_unit_test (test_strange_places),
  };

  return mdg_test_run (tests);
}
