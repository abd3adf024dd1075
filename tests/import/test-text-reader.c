/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/read/mdg-text-decoder.h"
#include "import/read/mdg-text-reader.h"

#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"
#include "util/mdg-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static MdgDocument *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  g_autoptr (GBytes) decoded = mdg_text_decode (bytes, error);

  return decoded != NULL ? mdg_text_reader_read (bytes, decoded, NULL, error) : NULL;
}

static void
assert_lines (const char *text, guint n, const char *const *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDocument) document = read_text (text, -1, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_document_get_n_lines (document), n);
  for (guint i = 0; i < n; i++)
    {
      assert_string_equal (mdg_document_get_line (document, i)->text, lines[i]);
      assert_int_equal (mdg_document_get_line (document, i)->number, i + 1);
    }
}

static void
test_line_ends (void **state)
{
  const char *const lines[] = { "a", "b", "", "c" };

  assert_lines ("a\nb\n\nc", 4, lines);
  assert_lines ("a\r\nb\r\n\r\nc", 4, lines);
  assert_lines ("a\rb\r\rc", 4, lines);
  assert_lines ("\xef\xbb\xbf"
                "a\nb\n\nc",
                4, lines);
}

static void
test_pages (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDocument) document = read_text ("a\fb\n\fc", -1, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (document->n_pages, 3);
  assert_int_equal (mdg_document_get_n_lines (document), 4);
  assert_int_equal (mdg_document_get_line (document, 0)->page, 0);
  assert_int_equal (mdg_document_get_line (document, 1)->page, 1);
  assert_int_equal (mdg_document_get_line (document, 3)->page, 2);
}

static void
test_original (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDocument) document = read_text ("  病院　１２３  \n", -1, &error);
  g_autofree char *original = NULL;

  mdg_test_assert_no_error (error);
  original = mdg_line_dup_original (mdg_document_get_line (document, 0));
  assert_string_equal (original, "病院　１２３");
  assert_string_equal (mdg_document_get_line (document, 0)->text, "  病院 123  ");
}

static void
test_long_original (void **state)
{
  g_autofree char *text = g_strnfill (1000, 'x');
  g_autoptr (GString) kana = g_string_new (NULL);
  g_autoptr (MdgDocument) document = NULL;
  g_autoptr (MdgDocument) other = NULL;
  g_autofree char *original = NULL;
  g_autofree char *cut = NULL;

  document = read_text (text, -1, NULL);
  original = mdg_line_dup_original (mdg_document_get_line (document, 0));
  assert_true (strlen (original) < 200);
  assert_true (g_str_has_suffix (original, "…"));

  /* Never cut within a character, wherever the limit falls. */
  for (guint i = 0; i < 3; i++)
    {
      g_string_assign (kana, &"xx"[i % 3]);
      while (kana->len < 600)
        g_string_append (kana, "あ");
      g_clear_pointer (&other, mdg_document_free);
      g_clear_pointer (&cut, g_free);
      other = read_text (kana->str, -1, NULL);
      cut = mdg_line_dup_original (mdg_document_get_line (other, 0));
      assert_true (g_utf8_validate (cut, -1, NULL));
    }
}

static void
test_empty (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_text ("", 0, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_EMPTY);
}

static void
test_binary (void **state)
{
  g_autoptr (GError) zero = NULL;
  g_autoptr (GError) latin = NULL;
  g_autoptr (GError) utf16 = NULL;

  assert_null (read_text ("one\ntwo\0three", 13, &zero));
  mdg_test_assert_error (zero, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_BINARY);
  mdg_test_assert_contains (zero->message, "byte 8");
  mdg_test_assert_contains (zero->message, "line 2");

  assert_null (read_text ("one\r\ntwo\r\nth\x81 ", -1, &latin));
  mdg_test_assert_error (latin, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_BINARY);
  mdg_test_assert_contains (latin->message, "byte 13");
  mdg_test_assert_contains (latin->message, "line 3");

  /* Half of a pair. */
  assert_null (read_text ("\xff\xfe"
                          "\0\xd8",
                          4, &utf16));
  mdg_test_assert_error (utf16, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_BINARY);
  mdg_test_assert_contains (utf16->message, "byte 1,");
}

static void
test_too_large (void **state)
{
  g_autofree char *line = g_strnfill (MDG_READER_MAX_LINE_BYTES + 1, 'x');
  g_autofree char *lines = g_strnfill (MDG_READER_MAX_LINES + 1, '\n');
  g_autoptr (GError) long_line = NULL;
  g_autoptr (GError) many_lines = NULL;

  assert_null (read_text (line, -1, &long_line));
  mdg_test_assert_error (long_line, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
  assert_null (read_text (lines, -1, &many_lines));
  mdg_test_assert_error (many_lines, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
}

static void
test_cancelled (void **state)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\nb", 3);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (mdg_text_reader_read (bytes, bytes, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_load (void **state)
{
  const char *folder = *state;
  g_autofree char *path = g_build_filename (folder, "deck.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = g_strnfill (700000, 'x');

  assert_true (g_file_set_contents (path, content, -1, NULL));
  bytes = mdg_reader_load_bytes (file, NULL, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (g_bytes_get_size (bytes), 700000);

  assert_true (g_file_set_contents (path, "", 0, NULL));
  empty = mdg_reader_load_bytes (file, NULL, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (g_bytes_get_size (empty), 0);
}

static void
test_load_odd (void **state)
{
  const char *folder = *state;
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *none_path = g_build_filename (folder, "none", NULL);
  g_autofree char *large_path = g_build_filename (folder, "large", NULL);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);
  g_autoptr (GFile) none_file = g_file_new_for_path (none_path);
  g_autoptr (GFile) large_file = g_file_new_for_path (large_path);
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) pipe_error = NULL;
  g_autoptr (GError) none_error = NULL;
  g_autoptr (GError) large_error = NULL;

  assert_null (mdg_reader_load_bytes (folder_file, NULL, &folder_error));
  mdg_test_assert_error (folder_error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_REGULAR);

  /* Opening a pipe nobody writes to would never end. */
  assert_int_equal (mkfifo (pipe_path, 0600), 0);
  assert_null (mdg_reader_load_bytes (pipe_file, NULL, &pipe_error));
  mdg_test_assert_error (pipe_error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_REGULAR);

  assert_null (mdg_reader_load_bytes (none_file, NULL, &none_error));
  mdg_test_assert_error (none_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* A file with a hole: it claims a size that it does not take. */
  assert_true (g_file_set_contents (large_path, "", 0, NULL));
  assert_int_equal (truncate (large_path, (off_t) MDG_DOCUMENT_MAX_BYTES + 1), 0);
  assert_null (mdg_reader_load_bytes (large_file, NULL, &large_error));
  mdg_test_assert_error (large_error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_line_ends),
    cmocka_unit_test (test_pages),
    cmocka_unit_test (test_original),
    cmocka_unit_test (test_long_original),
    cmocka_unit_test (test_empty),
    cmocka_unit_test (test_binary),
    cmocka_unit_test (test_too_large),
    cmocka_unit_test (test_cancelled),
    cmocka_unit_test_setup_teardown (test_load, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test_setup_teardown (test_load_odd, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
  };

  return mdg_test_run (tests);
}
