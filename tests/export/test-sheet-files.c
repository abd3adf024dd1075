/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/mdg-export-map.h"
#include "export/mdg-export-sheet.h"

static MdgSheet *
create_sheet (void)
{
  MdgSheet *sheet = mdg_sheet_new ("窓口カード");

  mdg_sheet_begin_section (sheet, "first", NULL, NULL);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "一枚目");
  mdg_sheet_begin_section (sheet, "second", NULL, NULL);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, "二枚目");

  return sheet;
}

/* The file says what it is, and has a list of its sections. */
static void
test_metadata (void **state)
{
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  g_autoptr (GBytes) bytes = mdg_export_sheet_to_bytes (sheet, MDG_PAPER_A5, &n_pages, &error);
  g_autoptr (Pages) pages = NULL;
  g_autofree char *title = NULL;
  PopplerIndexIter *iter;
  PopplerAction *action;

  mdg_test_assert_no_error (error);
  pages = pages_new_from_bytes (bytes);
  assert_int_equal (n_pages, 2);
  assert_int_equal (pages->n_pages, 2);
  assert_true (pages->width > 419 && pages->width < 420);
  title = poppler_document_get_title (pages->document);
  assert_string_equal (title, "窓口カード");

  iter = poppler_index_iter_new (pages->document);
  assert_non_null (iter);
  assert_true (poppler_index_iter_next (iter));
  action = poppler_index_iter_get_action (iter);
  assert_string_equal (action->any.title, "second");
  poppler_action_free (action);
  poppler_index_iter_free (iter);
}

static void
test_path (void **state)
{
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (*state, "card.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  assert_true (g_file_set_contents (path, "old", -1, NULL));
  assert_true (mdg_export_sheet_to_path (sheet, MDG_PAPER_A4, path, NULL, &error));
  mdg_test_assert_no_error (error);
  assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_memory_equal (content, "%PDF", 4);
}

/* What cannot be written says why and what to do; nothing is left behind. */
static void
test_unwritable (void **state)
{
  g_autoptr (MdgSheet) sheet = create_sheet ();
  g_autofree char *path = g_build_filename (*state, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) error = NULL;

  assert_false (mdg_export_sheet_to_path (sheet, MDG_PAPER_A4, path, NULL, &error));
  mdg_test_assert_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE);
  mdg_test_assert_contains (error->message, "folder.pdf");
  mdg_test_assert_contains (error->message, "Choose a folder");
  assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_metadata),
    cmocka_unit_test_setup_teardown (test_path, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test_setup_teardown (test_unwritable, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
  };

  return mdg_test_run (tests);
}
