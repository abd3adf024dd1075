/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-tidy-import.h"

#include "core/mdg-observation-order.h"
#include "core/mdg-tidy.h"
#include "import/sheet/mdg-area-cell.h"
#include "import/sheet/mdg-cell.h"
#include "import/mdg-import-error.h"
#include "import/mdg-import-output.h"
#include "import/sheet/mdg-proof.h"
#include "import/sheet/mdg-sheet-place.h"
#include "import/sheet/mdg-table-edition.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * This program's own export. It names the editions its figures come from, but it is a file like any
 * other: whoever made it may have altered it. So its figures come in as one edition, this file, and
 * what they claim to be is only the most they can be:
 *
 * - "verified" is kept where the laws prove the figure by what the file itself holds of the same
 *   edition, and is "printed" elsewhere; "secondary" stays so. No figure gains quality by a way
 *   through a file, so it never goes in front of the figure it was made from but by its digest
 *   against another edition without a date, and then it has the same value.
 * - Derived figures are left out: they are computed again from those they were derived from.
 * - Of several editions' figures of one thing, which an export can hold on demand, the shown one
 *   stands first and is taken. Where the rows were sorted anew and equal claims differ, nothing tells
 *   which one was shown, and none is taken.
 * - The laws are tried edition by edition, as they were when the figures first came in: figures of
 *   different publications need not fit each other. Where one is broken, all of that edition is
 *   refused.
 * - Slides are those of other files, so they are not kept.
 */

/* Rows between two looks at the cancellable. */
#define ROWS_PER_LOOK 8192

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

typedef struct
{
  const MdgDocument *document;
  GArray *candidates; /* (element-type MdgCandidate) */
  GArray *claims;     /* (element-type guint8): the quality each claims */
  GArray *columns;    /* (element-type MdgProofColumn): one for each edition named */
  GPtrArray *ids;     /* (element-type utf8): the editions named */
  GHashTable *index;  /* id to its place in @ids, plus one */
  GPtrArray *messages;
  guint n_said;
  guint n_derived;
  guint n_superseded;
  gboolean is_sorted;
  /* The last month read, since it stays the same for many rows. */
  const char *last_month_text;
  MdgMonth last_month;
} Reader;

static gboolean
is_header (const MdgDocument *document, const MdgLine *line)
{
  g_autoptr (GString) joined = NULL;

  if (line->n_cells < MDG_N_TIDY_COLUMNS)
    return FALSE;

  joined = g_string_new (NULL);
  for (guint i = 0; i < line->n_cells; i++)
    {
      const char *text = mdg_cell_skip_guard (mdg_document_get_cell (document, line, i)->text);

      if (*text == '\0')
        continue;
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "," : "", text);
    }

  return strcmp (joined->str, MDG_TIDY_HEADER) == 0;
}

/**
 * mdg_tidy_import_find:
 * @document: a document of cells
 * @header: (out): index of the line with the header
 *
 * Looks for the header of this program's own export, which is the first line that is not empty of
 * any sheet.
 *
 * Returns: whether there is one
 */
gboolean
mdg_tidy_import_find (const MdgDocument *document, guint *header)
{
  guint page = G_MAXUINT;

  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      if (line->n_cells == 0 || line->page == page)
        continue;
      page = line->page;
      if (is_header (document, line))
        {
          *header = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_month (Reader *self, const char *text, MdgMonth *month)
{
  /* A figure of a day may have no month of its own in the file, but never does in an export. */
  if (self->last_month_text == NULL || strcmp (self->last_month_text, text) != 0)
    {
      if (!mdg_cell_read_month (text, &self->last_month))
        {
          self->last_month_text = NULL;
          return FALSE;
        }
      self->last_month_text = text;
    }

  *month = self->last_month;
  return TRUE;
}

static gboolean
read_area (const char *text, MdgArea *area)
{
  if (text[0] == '0' && text[1] == '\0')
    {
      *area = MDG_AREA_NATIONAL;
      return TRUE;
    }

  return mdg_area_cell_read_code (text, area);
}

static gboolean
read_value (const char *text, MdgObservation *observation)
{
  MdgCellValue value;

  mdg_cell_read (text, &value);
  if (value.kind != MDG_CELL_NUMBER || value.precision != MDG_PRECISION_EXACT)
    return FALSE;

  /* The column "precision" says how it was printed. */
  observation->value = value.value;
  return TRUE;
}

/* Reads one cell; the columns that follow from others must agree with them. */
static gboolean
read_cell (Reader *self, guint column, const char *text, MdgObservation *out)
{
  MdgFacilityType type;
  MdgMeasure measure;
  MdgQuality quality;

  switch (column)
    {
    case MDG_TIDY_COLUMN_MONTH:
      return read_month (self, text, &out->month);

    case MDG_TIDY_COLUMN_AS_OF:
      return *text == '\0' || mdg_day_parse (text, &out->as_of);

    case MDG_TIDY_COLUMN_AREA:
      return read_area (text, &out->area);

    case MDG_TIDY_COLUMN_AREA_NAME:
      return strcmp (text, mdg_area_get_name (out->area)) == 0;

    case MDG_TIDY_COLUMN_FACILITY_TYPE:
      if (!mdg_facility_type_from_id (text, &type))
        return FALSE;
      out->facility_type = (guint8) type;
      return TRUE;

    case MDG_TIDY_COLUMN_MEASURE:
      if (!mdg_measure_from_id (text, &measure))
        return FALSE;
      out->measure = (guint8) measure;
      return TRUE;

    case MDG_TIDY_COLUMN_VALUE:
      return read_value (text, out);

    case MDG_TIDY_COLUMN_UNIT:
      return strcmp (text, mdg_unit_get_id (mdg_measure_get_unit (out->measure))) == 0;

    case MDG_TIDY_COLUMN_BASIS:
      return strcmp (text, mdg_basis_get_id (mdg_measure_get_basis (out->measure))) == 0;

    case MDG_TIDY_COLUMN_QUALITY:
      if (!mdg_quality_from_id (text, &quality))
        return FALSE;
      out->quality = (guint8) quality;
      return TRUE;

    case MDG_TIDY_COLUMN_PRECISION:
      if (strcmp (text, "exact") == 0)
        {
          out->precision = MDG_PRECISION_EXACT;
          return TRUE;
        }
      return mdg_observation_parse_precision (text, out);

    case MDG_TIDY_COLUMN_EDITION:
      return *text != '\0';

    default:
      return TRUE;
    }
}

static guint
find_edition (Reader *self, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id));

  if (place == 0)
    {
      MdgProofColumn column;

      mdg_proof_column_init (&column);
      g_array_append_val (self->columns, column);
      g_ptr_array_add (self->ids, (char *) id);
      place = self->ids->len;
      g_hash_table_insert (self->index, (char *) id, GUINT_TO_POINTER (place));
    }

  return place - 1;
}

static void
say_unreadable (Reader *self, const MdgLine *line, guint column, const char *text)
{
  if (self->n_said++ < MAX_SAID)
    g_ptr_array_add (self->messages, mdg_sheet_place_message (MDG_MESSAGE_CELL_UNREADABLE,
                                                              self->document, line, column, text));
}

/* Reads a row, unless it is empty. */
static void
read_row (Reader *self, const MdgLine *line)
{
  const char *fields[MDG_N_TIDY_COLUMNS];
  MdgCandidate candidate = { .observation = { .page = MDG_PAGE_UNKNOWN }, .line = line->number };
  MdgObservation *observation = &candidate.observation;
  gboolean is_empty = TRUE;
  guint place;

  for (guint i = 0; i < MDG_N_TIDY_COLUMNS; i++)
    fields[i] = "";
  for (guint i = 0; i < line->n_cells; i++)
    {
      const MdgCell *cell = mdg_document_get_cell (self->document, line, i);
      const char *text = mdg_cell_skip_guard (cell->text);

      if (*text == '\0')
        continue;
      is_empty = FALSE;
      if (cell->column >= MDG_N_TIDY_COLUMNS)
        {
          say_unreadable (self, line, cell->column, text);
          return;
        }
      fields[cell->column] = text;
    }
  if (is_empty)
    return;

  for (guint i = 0; i < MDG_N_TIDY_COLUMNS; i++)
    if (!read_cell (self, i, fields[i], observation))
      {
        say_unreadable (self, line, i, fields[i]);
        return;
      }
  if (observation->quality == MDG_QUALITY_DERIVED)
    {
      self->n_derived++;
      return;
    }

  place = find_edition (self, fields[MDG_TIDY_COLUMN_EDITION]);
  if (place >= G_MAXUINT16)
    {
      say_unreadable (self, line, MDG_TIDY_COLUMN_EDITION, fields[MDG_TIDY_COLUMN_EDITION]);
      return;
    }
  candidate.column = observation->edition = (guint16) place;

  if (self->candidates->len > 0)
    self->is_sorted &=
      mdg_observation_get_key (
        &g_array_index (self->candidates, MdgCandidate, self->candidates->len - 1).observation) <=
      mdg_observation_get_key (observation);
  g_array_append_val (self->candidates, candidate);
  g_array_append_vals (self->claims, &observation->quality, 1);
}

/* One edition gives a figure once. */
static void
refuse_twice (Reader *self, const MdgCandidate *first, const MdgCandidate *second)
{
  if (first->column == second->column &&
      mdg_decimal_compare (first->observation.value, second->observation.value) != 0)
    mdg_proof_column_refuse (&g_array_index (self->columns, MdgProofColumn, first->column),
                             mdg_import_message_new (MDG_MESSAGE_AREA_TWICE,
                                                     mdg_area_get_code (second->observation.area),
                                                     NULL));
}

/* Chooses among the figures of one key the one that was shown when the file was written: that with
 * the best claim, of equal ones the first. Returns its index, or G_MAXUINT if that cannot be told. */
static guint
choose (Reader *self, const MdgCandidateSlot *slots, guint n)
{
  guint best = slots[0].index;
  gboolean is_told = TRUE;

  for (guint i = 1; i < n; i++)
    {
      guint other = slots[i].index;
      guint8 best_claim = g_array_index (self->claims, guint8, best);
      guint8 claim = g_array_index (self->claims, guint8, other);
      const MdgCandidate *candidate = &g_array_index (self->candidates, MdgCandidate, other);

      refuse_twice (self, &g_array_index (self->candidates, MdgCandidate, best), candidate);
      if (claim > best_claim)
        {
          best = other;
          is_told = TRUE;
        }
      else if (claim == best_claim && !self->is_sorted &&
               mdg_decimal_compare (
                 candidate->observation.value,
                 g_array_index (self->candidates, MdgCandidate, best).observation.value) != 0)
        {
          is_told = FALSE;
        }
    }
  self->n_superseded += is_told ? n - 1 : n;

  return is_told ? best : G_MAXUINT;
}

static void
say_number (GPtrArray *messages, MdgMessageCode code, guint n)
{
  g_autofree char *number = NULL;

  if (n == 0)
    return;

  number = mdg_import_output_number (n);
  g_ptr_array_add (messages, mdg_import_message_new (code, number, NULL));
}

static void
hand_out (const Reader *self, MdgImportResult *result, guint index, guint *n_unproved)
{
  const MdgCandidate *candidate = &g_array_index (self->candidates, MdgCandidate, index);
  MdgReportEntry *entry = g_ptr_array_index (result->report->entries, candidate->column);
  MdgObservation observation = candidate->observation;

  observation.edition = 0;
  if (g_array_index (self->columns, MdgProofColumn, candidate->column).is_refused)
    {
      /* Accepting what is refused makes it printed, which a quoted figure must not become. */
      if (observation.quality != MDG_QUALITY_SECONDARY)
        g_array_append_val (entry->as_printed, observation);
      return;
    }

  mdg_batch_add (result->batch, &observation);
  if (observation.quality == MDG_QUALITY_VERIFIED)
    entry->n_verified++;
  else
    entry->n_printed++;
  if (observation.quality != g_array_index (self->claims, guint8, index))
    n_unproved[candidate->column]++;
}

static void
finish_entry (MdgReportEntry *entry, MdgProofColumn *column, guint n_unproved)
{
  say_number (entry->messages, MDG_MESSAGE_CLAIMS_UNPROVED, n_unproved);
  mdg_import_output_take (entry, column->messages);
  if (column->is_refused)
    mdg_import_output_refuse (entry);
  else if (entry->n_verified > 0)
    entry->status = entry->n_printed > 0 ? MDG_ENTRY_PARTLY : MDG_ENTRY_VERIFIED;
  else
    entry->status = MDG_ENTRY_PRINTED;
}

static void
finish_report (Reader *self, MdgImportResult *result)
{
  g_autofree MdgCandidateSlot *slots = mdg_candidates_sort (self->candidates);
  g_autofree guint *chosen = g_new (guint, self->candidates->len + 1);
  g_autofree guint *n_unproved = g_new0 (guint, self->ids->len + 1);
  guint n_chosen = 0;

  for (guint i = 0, n; i < self->candidates->len; i += n)
    {
      guint index;

      for (n = 1; i + n < self->candidates->len && slots[i + n].key == slots[i].key;)
        n++;
      index = choose (self, slots + i, n);
      if (index != G_MAXUINT)
        chosen[n_chosen++] = index;
    }

  mdg_proof_run (self->candidates, self->columns);

  for (guint i = 0; i < self->ids->len; i++)
    {
      MdgReportEntry *entry = mdg_report_entry_new (MDG_TABLE_TIDY, MDG_PAGE_UNKNOWN);

      g_set_str (&entry->title, g_ptr_array_index (self->ids, i));
      g_ptr_array_add (result->report->entries, entry);
    }
  for (guint i = 0; i < n_chosen; i++)
    hand_out (self, result, chosen[i], n_unproved);
  for (guint i = 0; i < self->ids->len; i++)
    finish_entry (g_ptr_array_index (result->report->entries, i),
                  &g_array_index (self->columns, MdgProofColumn, i), n_unproved[i]);

  say_number (self->messages, MDG_MESSAGE_DERIVED_LEFT_OUT, self->n_derived);
  say_number (self->messages, MDG_MESSAGE_SUPERSEDED_LEFT_OUT, self->n_superseded);
  mdg_import_output_take (g_ptr_array_index (result->report->entries, 0), self->messages);
}

static MdgMonth
find_only_month (const Reader *self)
{
  MdgMonth month = g_array_index (self->candidates, MdgCandidate, 0).observation.month;

  for (guint i = 1; i < self->candidates->len; i++)
    if (g_array_index (self->candidates, MdgCandidate, i).observation.month != month)
      return MDG_MONTH_NONE;

  return month;
}

static void
reader_clear (Reader *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    mdg_proof_column_clear (&g_array_index (self->columns, MdgProofColumn, i));
  g_array_unref (self->columns);
  g_array_unref (self->candidates);
  g_array_unref (self->claims);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->messages);
  g_hash_table_unref (self->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/**
 * mdg_tidy_import:
 * @document: a document of cells
 * @header: index of the line with the header, as [func@mdg_tidy_import_find] gives it
 * @file_name: (nullable): base name of the file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads this program's own export, as it was written or after a spreadsheet kept it. What the file
 * says of its figures is the most they can be: see the top of the source.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with an error of #MdgImportError or
 *   %G_IO_ERROR_CANCELLED
 */
MdgImportResult *
mdg_tidy_import (const MdgDocument *document,
                 guint header,
                 const char *file_name,
                 GCancellable *cancellable,
                 GError **error)
{
  guint n_lines = mdg_document_get_n_lines (document);
  guint page = mdg_document_get_line (document, header)->page;
  MdgImportResult *result;
  MdgMonth month;
  g_auto (Reader) self = {
    .document = document,
    .candidates = g_array_sized_new (FALSE, FALSE, sizeof (MdgCandidate), n_lines - header),
    .claims = g_array_sized_new (FALSE, FALSE, sizeof (guint8), n_lines - header),
    .columns = g_array_new (FALSE, FALSE, sizeof (MdgProofColumn)),
    .ids = g_ptr_array_new (),
    .index = g_hash_table_new (g_str_hash, g_str_equal),
    .messages = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free),
    .is_sorted = TRUE,
  };

  for (guint i = header + 1; i < n_lines; i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      if (i % ROWS_PER_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (line->page != page)
        break;
      read_row (&self, line);
    }

  if (self.candidates->len == 0)
    {
      g_autofree char *first = self.messages->len > 0
                                 ? mdg_import_message_render (g_ptr_array_index (self.messages, 0))
                                 : g_strdup ("");

      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE,
                   _ ("The file begins as an export of this program does, but holds no figure that "
                      "can be taken. Export the figures again. %s"),
                   first);
      return NULL;
    }

  month = find_only_month (&self);
  result = mdg_import_result_new (mdg_table_edition_new (document, "tidy", month, NULL, file_name));
  result->report->month = month;
  g_set_str (&result->report->title, mdg_import_result_get_edition (result)->title);
  finish_report (&self, result);

  return result;
}
