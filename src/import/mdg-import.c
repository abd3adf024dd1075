/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import.h"

#include "import/deck/mdg-deck-parser.h"
#include "import/mdg-laws.h"
#include "import/read/mdg-reader.h"
#include "import/deck/mdg-reconciler.h"
#include "import/sheet/mdg-sheet-import.h"
#include "import/sheet/mdg-tidy-import.h"

#include <glib/gi18n.h>

/* The publisher of the decks. */
#define PUBLISHER "厚生労働省"

#define N_DIGEST_CHARACTERS 8

/* Another file of the same publication is another edition, so the digest is always part of the id:
 * were it added only where the id is taken, the ids would depend on the order of imports. */
static char *
make_edition_id (const MdgDeck *deck)
{
  gboolean has_day = deck->published != MDG_DAY_NONE;
  g_autofree char *date =
    has_day ? mdg_day_to_string (deck->published) : mdg_month_to_string (deck->month);

  return g_strdup_printf ("%s-%s-%.*s", has_day ? "mhlw" : "deck", date, N_DIGEST_CHARACTERS,
                          deck->document->digest);
}

static MdgEdition *
make_edition (const MdgDeck *deck, const char *file_name)
{
  MdgEdition *edition = mdg_edition_new ();

  edition->id = make_edition_id (deck);
  edition->title = g_strdup (deck->title);
  edition->publisher = g_strdup (PUBLISHER);
  edition->published = deck->published;
  edition->digest = g_strdup (deck->document->digest);
  edition->importer_version = MDG_IMPORTER_VERSION;
  edition->origin = MDG_ORIGIN_IMPORTED;
  edition->trust = MDG_TRUST_MINISTRY;
  edition->file_name = g_strdup (file_name);

  return edition;
}

/* The last net: nothing that breaks a law leaves the importer, whatever the reconciler thinks. */
static gboolean
check_batch (const MdgBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) violations = mdg_laws_check (batch);
  g_autofree char *first = NULL;

  if (violations->len == 0)
    return TRUE;

  first = mdg_import_message_render (g_ptr_array_index (violations, 0));
  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_INCONSISTENT,
               _ ("The figures contradict each other, and no single table could be told to be "
                  "wrong, so nothing was taken. %s"),
               first);

  return FALSE;
}

/* Reads the text of a deck. */
static MdgImportResult *
import_deck (MdgDocument *document,
             const char *file_name,
             const MdgImportOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (MdgDeck) deck = NULL;
  g_autoptr (MdgImportResult) result = NULL;
  MdgImportOutput output;

  mdg_document_join_cells (document);
  deck = mdg_deck_parse (document, cancellable, error);
  if (deck == NULL)
    return NULL;

  result = mdg_import_result_new (make_edition (deck, file_name));
  result->report->month = deck->month;
  g_set_str (&result->report->title, deck->title);

  output = (MdgImportOutput) {
    .deck = deck,
    .known = options->known,
    .batch = result->batch,
    .report = result->report,
    .answers = options->answers,
    .questions = result->questions,
  };
  mdg_reconcile (&output);
  mdg_import_output_finish (&output);
  if (!check_batch (result->batch, error))
    return NULL;

  return g_steal_pointer (&result);
}

/* Reads tables of cells: this program's own export, tables with a column of prefectures, or a deck
 * that was put into cells. */
static MdgImportResult *
import_cells (MdgDocument *document,
              const char *file_name,
              const MdgImportOptions *options,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (MdgImportResult) result = NULL;
  GError *cause = NULL;
  guint header;

  if (mdg_tidy_import_find (document, &header))
    return mdg_tidy_import (document, header, file_name, cancellable, error);

  result = mdg_sheet_import (document, file_name, options, cancellable, &cause);
  if (result != NULL)
    return check_batch (result->batch, error) ? g_steal_pointer (&result) : NULL;
  if (cause == NULL)
    result = import_deck (document, file_name, options, cancellable, &cause);
  if (result != NULL)
    return g_steal_pointer (&result);

  if (g_error_matches (cause, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE))
    {
      g_clear_error (&cause);
      g_set_error_literal (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE,
        _ ("No table was found. A row of headings is looked for, with a column of "
           "prefectures (names or codes) and columns of rates, counts or changes "
           "below it; or the tables of a deck; or an export of this program."));
      return NULL;
    }

  g_propagate_error (error, cause);
  return NULL;
}

/**
 * mdg_import_bytes:
 * @bytes: the content of a file
 * @file_name: (nullable): base name of the file, kept with the edition
 * @options: (nullable): how to read it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a file: finds its tables, tries the laws on them, and returns what may be stored together
 * with a report of what was proved, printed, refused and missing. A table that contradicts what the
 * data that come with the program know of the month before is refused; otherwise what is known makes
 * no difference, so that decks give the same figures in whatever order they are imported. Blocks; any
 * thread may call it.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with an error of #MdgImportError or
 *   %G_IO_ERROR_CANCELLED if the file as a whole cannot be read
 */
MdgImportResult *
mdg_import_bytes (GBytes *bytes,
                  const char *file_name,
                  const MdgImportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  static const MdgImportOptions no_options = { 0 };
  g_autoptr (MdgDocument) document = NULL;
  g_autoptr (MdgImportResult) result = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (options == NULL)
    options = &no_options;
  document = mdg_reader_read (bytes, options->progress, options->progress_data, cancellable, error);
  if (document == NULL)
    return NULL;

  if (document->kind == MDG_DOCUMENT_CSV || document->kind == MDG_DOCUMENT_SPREADSHEET)
    result = import_cells (document, file_name, options, cancellable, error);
  else
    result = import_deck (document, file_name, options, cancellable, error);
  if (result == NULL)
    return NULL;

  result->n_pages = document->n_pages;
  mdg_import_result_get_edition (result)->report = mdg_import_report_serialize (result->report);

  return g_steal_pointer (&result);
}

/**
 * mdg_import_file:
 * @file: a file
 * @options: (nullable): how to read it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a file, as [func@mdg_import_bytes] does. Blocks; any thread may call it.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with an error of #MdgImportError or
 *   #GIOErrorEnum
 */
MdgImportResult *
mdg_import_file (GFile *file,
                 const MdgImportOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *valid_name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = mdg_reader_load_bytes (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  file_name = g_file_get_basename (file);
  valid_name = file_name != NULL ? g_filename_display_name (file_name) : NULL;

  return mdg_import_bytes (bytes, valid_name, options, cancellable, error);
}
