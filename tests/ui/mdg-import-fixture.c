/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-import-fixture.h"

#include <string.h>

#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

typedef struct
{
  MdgUiFixture *fixture;
  guint n_editions;
} Wanted;

static gboolean
has_editions (gpointer data)
{
  Wanted *wanted = data;

  return mdg_import_get_n_editions (wanted->fixture) == wanted->n_editions;
}

static gboolean
is_closed (gpointer data)
{
  return mdg_import_get_dialog (data) == NULL;
}

/**
 * mdg_import_read_deck:
 *
 * Returns: (transfer full): the text of the bundled deck
 */
char *
mdg_import_read_deck (void)
{
  return mdg_test_read_source (DECK, NULL);
}

/**
 * mdg_import_alter:
 * @old: a text that stands in the bundled deck
 * @new: another of the same length
 *
 * Returns: (transfer full): the deck with @new where @old stands first
 */
char *
mdg_import_alter (const char *old, const char *new)
{
  char *text = mdg_import_read_deck ();
  char *place = strstr (text, old);

  assert_non_null (place);
  assert_int_equal (strlen (old), strlen (new));
  memcpy (place, new, strlen (new));

  return text;
}

/**
 * mdg_import_write_file:
 * @folder: (type filename): a folder
 * @name: (type filename): name of the file
 * @contents: what it holds
 * @length: length of @contents in bytes, or -1
 *
 * Writes a file.
 */
void
mdg_import_write_file (const char *folder, const char *name, const char *contents, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  mdg_test_assert_no_error (error);
}

/**
 * mdg_import_paths:
 * @fixture: the application
 * @first: (type filename): a file or folder
 * @second: (type filename) (nullable): another one
 *
 * Gives files to the window.
 */
void
mdg_import_paths (MdgUiFixture *fixture, const char *first, const char *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (first));
  if (second != NULL)
    g_ptr_array_add (files, g_file_new_for_path (second));
  mdg_window_import (fixture->window, files);
}

/**
 * mdg_import_text:
 * @fixture: the application
 * @name: name of a file
 * @contents: what it holds
 * @length: length of @contents in bytes, or -1
 *
 * Writes a file and gives it to the window.
 */
void
mdg_import_text (MdgUiFixture *fixture, const char *name, const char *contents, gssize length)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  mdg_import_write_file (folder, name, contents, length);
  mdg_import_paths (fixture, path, NULL);
}

/**
 * mdg_import_get_n_editions:
 * @fixture: the application
 *
 * Returns: how many editions are shown
 */
guint
mdg_import_get_n_editions (MdgUiFixture *fixture)
{
  return mdg_figures_get_n_editions (mdg_figure_model_get_figures (fixture->model));
}

/**
 * mdg_import_wait_for_editions:
 * @fixture: the application
 * @n_editions: how many editions there must be
 *
 * Waits until that many editions are shown.
 */
void
mdg_import_wait_for_editions (MdgUiFixture *fixture, guint n_editions)
{
  Wanted wanted = { fixture, n_editions };

  assert_true (mdg_test_spin_until (has_editions, &wanted));
}

/**
 * mdg_import_get_dialog:
 * @fixture: the application
 *
 * Returns: (transfer none) (nullable): the dialog on top
 */
AdwDialog *
mdg_import_get_dialog (MdgUiFixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/**
 * mdg_import_is_decidable:
 * @fixture: the application
 *
 * Returns: whether the preview is there and waits for the user
 */
gboolean
mdg_import_is_decidable (gpointer fixture)
{
  AdwDialog *dialog = mdg_import_get_dialog (fixture);
  MdgImportJob *job;

  if (!MDG_IS_IMPORT_DIALOG (dialog))
    return FALSE;
  job = mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (dialog));

  return mdg_import_job_get_state (job) == MDG_IMPORT_JOB_READY &&
         !mdg_import_job_is_reading_again (job);
}

/**
 * mdg_import_wait_for_preview:
 * @fixture: the application
 *
 * Returns: (transfer none): the dialog, once it waits for the user
 */
GtkWidget *
mdg_import_wait_for_preview (MdgUiFixture *fixture)
{
  assert_true (mdg_test_spin_until (mdg_import_is_decidable, fixture));

  return GTK_WIDGET (mdg_import_get_dialog (fixture));
}

/**
 * mdg_import_wait_until_closed:
 * @fixture: the application
 *
 * Waits until no dialog is open.
 */
void
mdg_import_wait_until_closed (MdgUiFixture *fixture)
{
  assert_true (mdg_test_spin_until (is_closed, fixture));
}

/**
 * mdg_import_click:
 * @root: where to look
 * @label: part of the label of a button
 *
 * Clicks the button, which must be there and can be clicked.
 */
void
mdg_import_click (GtkWidget *root, const char *label)
{
  GtkWidget *button = mdg_ui_find (root, GTK_TYPE_BUTTON, label);

  assert_non_null (button);
  assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/**
 * mdg_import_close:
 * @fixture: the application
 *
 * Cancels or closes the dialog.
 */
void
mdg_import_close (MdgUiFixture *fixture)
{
  mdg_import_click (GTK_WIDGET (mdg_import_get_dialog (fixture)), "_C");
  mdg_import_wait_until_closed (fixture);
}

/**
 * mdg_import_undo:
 * @fixture: the application
 * @n_editions: how many editions there must be afterwards
 *
 * Takes the import back, by the toast.
 */
void
mdg_import_undo (MdgUiFixture *fixture, guint n_editions)
{
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  mdg_import_click (GTK_WIDGET (fixture->window), "_Undo");
  mdg_import_wait_for_editions (fixture, n_editions);
}
