/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-import.h"

#include "import/mdg-import-output.h"
#include "import/sheet/mdg-area-cell.h"
#include "import/sheet/mdg-proof.h"
#include "import/sheet/mdg-sheet-place.h"
#include "import/sheet/mdg-sheet-values.h"
#include "import/sheet/mdg-table-edition.h"

#include <glib/gi18n.h>
#include <string.h>

/* Enough to see what is wrong; more would hide it. */
#define MAX_SAID 5

/* Cells of a table that are looked at, empty ones too: those of ten years, all types and measures are
 * less than a hundredth of it. */
#define MAX_TABLE_CELLS G_GUINT64_CONSTANT (50000000)

/* A table lacks a few prefectures, or is about a few. */
#define MIN_NEARLY_ALL 40

/* One column of figures on its way to the report. */
typedef struct
{
  MdgReportEntry *entry;
  gboolean is_tainted; /* a cell could not be read, so nothing is proved */
  guint n_said;
  gboolean unit_is_said;
} Output;

typedef struct
{
  const MdgDocument *document;
  MdgImportResult *result;
  GPtrArray *tables;  /* (element-type MdgSheetTable) */
  GPtrArray *values;  /* (element-type MdgSheetValues) */
  GArray *outputs;    /* (element-type Output) */
  GArray *columns;    /* (element-type MdgProofColumn): one for each of @outputs */
  GArray *candidates; /* (element-type MdgCandidate) */
} Importer;

static void
importer_clear (Importer *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    mdg_proof_column_clear (&g_array_index (self->columns, MdgProofColumn, i));
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->outputs);
  g_array_unref (self->columns);
  g_array_unref (self->candidates);
  g_clear_pointer (&self->result, mdg_import_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importer, importer_clear)

static void
say (Output *output, MdgImportMessage *message)
{
  if (output->n_said++ < MAX_SAID)
    mdg_report_entry_take (output->entry, message);
  else
    mdg_import_message_free (message);
}

static Output *
get_output (const Importer *self, guint index)
{
  return &g_array_index (self->outputs, Output, index);
}

/* What a row says besides its figures. */
typedef struct
{
  MdgArea area;
  MdgFacilityType type;
  MdgMonth month;
} RowWords;

/* A row that cannot be told is left out of all columns, so none of them is proved. */
static void
taint_row (Importer *self,
           const MdgSheetValues *values,
           guint first,
           const MdgSheetRow *row,
           guint column,
           MdgMessageCode code)
{
  const MdgLine *line = mdg_document_get_line (self->document, row->line);

  for (guint i = 0; i < values->columns->len; i++)
    {
      Output *output = get_output (self, first + i);

      output->is_tainted = TRUE;
      say (output, mdg_sheet_place_message (code, self->document, line, column + row->shift,
                                            mdg_sheet_values_get_text (values, row, column)));
    }
}

static gboolean
row_has_numbers (const MdgSheetValues *values, const MdgSheetRow *row)
{
  for (guint i = 0; i < values->columns->len; i++)
    {
      MdgCellValue value;

      mdg_cell_read (
        mdg_sheet_values_get_text (
          values, row, g_array_index (values->columns, MdgValueColumn, i).source->column),
        &value);
      if (value.kind == MDG_CELL_NUMBER)
        return TRUE;
    }

  return FALSE;
}

/* Reads what a row is about; a row that is to be left out is told of. */
static gboolean
read_row_words (Importer *self,
                const MdgSheetValues *values,
                guint first,
                const MdgSheetRow *row,
                gboolean totals_are_national,
                RowWords *words)
{
  gboolean has_words =
    values->type_column != MDG_NO_COLUMN || values->month_column != MDG_NO_COLUMN;
  const char *text;
  MdgCellValue value;
  MdgArea area;

  if (row->is_inherited && !has_words)
    return FALSE;

  words->area = row->area;
  if (row->area == MDG_AREA_NONE)
    {
      gboolean is_total;

      text = mdg_sheet_values_get_text (values, row, values->table->area_column);
      is_total = mdg_area_cell_is_total (text);
      if (!is_total || !totals_are_national)
        {
          if (row_has_numbers (values, row))
            say (get_output (self, first),
                 mdg_sheet_place_message (
                   is_total ? MDG_MESSAGE_TOTAL_LEFT_OUT : MDG_MESSAGE_AREA_UNTOLD, self->document,
                   mdg_document_get_line (self->document, row->line),
                   values->table->area_column + row->shift, text));
          return FALSE;
        }
      words->area = MDG_AREA_NATIONAL;
    }

  if (values->code_column != MDG_NO_COLUMN && row->area != MDG_AREA_NONE && !row->is_inherited)
    {
      text = mdg_sheet_values_get_text (values, row, values->code_column);
      mdg_cell_read (text, &value);
      if (value.kind != MDG_CELL_MISSING && value.value.digits != 0 &&
          (!mdg_area_cell_read_code (text, &area) || area != row->area))
        {
          taint_row (self, values, first, row, values->code_column, MDG_MESSAGE_CODE_ODD);
          return FALSE;
        }
    }

  if (values->type_column != MDG_NO_COLUMN)
    {
      text = mdg_sheet_values_get_text (values, row, values->type_column);
      if (!mdg_heading_read_type (text, &words->type))
        {
          taint_row (self, values, first, row, values->type_column, MDG_MESSAGE_CELL_UNREADABLE);
          return FALSE;
        }
    }

  if (values->month_column != MDG_NO_COLUMN)
    {
      text = mdg_sheet_values_get_text (values, row, values->month_column);
      if (!mdg_cell_read_month (text, &words->month))
        {
          mdg_cell_read (text, &value);
          taint_row (self, values, first, row, values->month_column,
                     value.kind == MDG_CELL_AMBIGUOUS ? MDG_MESSAGE_CELL_AMBIGUOUS
                                                      : MDG_MESSAGE_CELL_UNREADABLE);
          return FALSE;
        }
    }

  return TRUE;
}

static void
say_cell (Importer *self, Output *output, const MdgLine *line, guint column, MdgCellValue value)
{
  if (value.note != NULL)
    {
      g_autofree char *note = g_strndup (value.note, value.note_length);

      say (output,
           mdg_sheet_place_message (MDG_MESSAGE_CELL_NOTE, self->document, line, column, note));
    }
  if (value.unit != NULL && !output->unit_is_said)
    {
      g_autofree char *unit = g_strndup (value.unit, value.unit_length);

      output->unit_is_said = TRUE;
      say (output,
           mdg_sheet_place_message (MDG_MESSAGE_CELL_UNIT, self->document, line, column, unit));
    }
}

/* The zeros that a spreadsheet dropped are put back where the counts beside them prove it. */
static void
restore_zeros (const MdgSheetValues *values,
               const MdgValueColumn *column,
               const MdgSheetRow *row,
               MdgDecimal *rate)
{
  MdgCellValue counts[2];
  guint n_counts = 0;
  MdgDecimal padded;
  MdgDecimal computed;

  if (rate->decimals == column->decimals || !mdg_decimal_rescale (*rate, column->decimals, &padded))
    return;

  for (guint i = 0; i < values->columns->len; i++)
    {
      const MdgValueColumn *other = &g_array_index (values->columns, MdgValueColumn, i);

      if (other->is_open || other->type != column->type || other->month != column->month)
        continue;
      if (other->measure == MDG_MEASURE_MNC_COUNT)
        n_counts += mdg_sheet_values_read (values, other, row, &counts[0]);
      else if (other->measure == MDG_MEASURE_VERIFICATION_COUNT)
        n_counts += mdg_sheet_values_read (values, other, row, &counts[1]);
    }
  if (n_counts == 2 &&
      mdg_decimal_percent_ratio (counts[0].value.digits, counts[1].value.digits, column->decimals,
                                 &computed) &&
      mdg_decimal_compare (padded, computed) == 0)
    *rate = padded;
}

static void
read_figure (Importer *self,
             const MdgSheetValues *values,
             const MdgSheetRow *row,
             guint first,
             guint index,
             const RowWords *words)
{
  const MdgValueColumn *column = &g_array_index (values->columns, MdgValueColumn, index);
  Output *output = get_output (self, first + index);
  const MdgLine *line = mdg_document_get_line (self->document, row->line);
  guint place = column->source->column + row->shift;
  MdgCandidate candidate = { .line = row->line, .column = (guint16) (first + index) };
  MdgObservation *observation = &candidate.observation;
  MdgCellValue value;

  if (!mdg_sheet_values_read (values, column, row, &value))
    {
      if (value.kind == MDG_CELL_MISSING)
        return;
      output->is_tainted = TRUE;
      say (output, mdg_sheet_place_message (
                     value.kind == MDG_CELL_AMBIGUOUS ? MDG_MESSAGE_CELL_AMBIGUOUS
                                                      : MDG_MESSAGE_CELL_UNREADABLE,
                     self->document, line, place,
                     mdg_sheet_values_get_text (values, row, column->source->column)));
      return;
    }

  say_cell (self, output, line, place, value);
  if (column->measure == MDG_MEASURE_USAGE_RATE_ONLINE)
    restore_zeros (values, column, row, &value.value);

  observation->area = words->area;
  observation->facility_type =
    (guint8) (column->type != MDG_N_FACILITY_TYPES ? column->type : words->type);
  observation->month = column->month != MDG_MONTH_NONE ? column->month : words->month;
  if (column->month == MDG_MONTH_NONE && column->source->words.is_of_month_before)
    observation->month--;
  observation->measure = (guint8) column->measure;
  observation->quality = MDG_QUALITY_VERIFIED;
  observation->precision = (guint8) value.precision;
  observation->page = MDG_PAGE_UNKNOWN;
  observation->value = value.value;
  g_array_append_val (self->candidates, candidate);
}

static void
say_missing_areas (const MdgSheetTable *table, guint64 areas, Output *output)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_missing = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      if ((areas >> area & 1) != 0)
        continue;
      n_missing++;
      if (missing->len > 0)
        g_string_append_c (missing, ' ');
      g_string_append (missing, mdg_area_get_code (area));
    }
  if (n_missing > 0 && n_missing <= MDG_N_PREFECTURES - MIN_NEARLY_ALL)
    mdg_report_entry_take (output->entry,
                           mdg_import_message_new (MDG_MESSAGE_AREAS_MISSING, missing->str, NULL));
}

static void
add_entries (Importer *self, const MdgSheetValues *values)
{
  for (guint i = 0; i < values->columns->len; i++)
    {
      const MdgValueColumn *column = &g_array_index (values->columns, MdgValueColumn, i);
      MdgProofColumn proof;
      Output output = { 0 };

      output.entry =
        mdg_report_entry_new (MDG_TABLE_COLUMN, self->document->kind == MDG_DOCUMENT_SPREADSHEET
                                                  ? (int) values->table->page + 1
                                                  : MDG_PAGE_UNKNOWN);
      g_set_str (&output.entry->title, column->source->heading);
      output.entry->facility_type = column->type;
      g_ptr_array_add (self->result->report->entries, output.entry);
      g_array_append_val (self->outputs, output);
      mdg_proof_column_init (&proof);
      g_array_append_val (self->columns, proof);

      if (column->is_open)
        {
          output.entry->status = MDG_ENTRY_OPEN;
          continue;
        }
      if (column->is_skipped || column->is_foreign)
        output.entry->status = column->is_skipped ? MDG_ENTRY_LEFT_OUT : MDG_ENTRY_UNKNOWN;
      if (column->is_skipped)
        mdg_report_entry_take (output.entry, mdg_import_message_new (MDG_MESSAGE_SKIPPED, NULL));
      if (column->basis_was_proved)
        mdg_report_entry_take (output.entry, mdg_import_message_new (MDG_MESSAGE_BASIS_TOLD, NULL));
      if (column->scale == MDG_SCALE_RATIO)
        mdg_report_entry_take (output.entry, mdg_import_message_new (MDG_MESSAGE_RATIO_READ, NULL));
    }
}

static void
read_table (Importer *self, const MdgSheetValues *values)
{
  const MdgSheetTable *table = values->table;
  guint first = self->outputs->len;
  guint64 areas = 0;
  gboolean totals_are_national;

  if (values->columns->len == 0 || first + values->columns->len > G_MAXUINT16)
    return;

  add_entries (self, values);
  for (guint i = 0; i < table->rows->len; i++)
    {
      MdgArea area = g_array_index (table->rows, MdgSheetRow, i).area;

      if (area != MDG_AREA_NONE)
        areas |= G_GUINT64_CONSTANT (1) << area;
    }
  /* The total of all prefectures is the nation's, unless the nation has a row of its own. */
  totals_are_national = areas == (G_GUINT64_CONSTANT (1) << MDG_N_AREAS) - 2;
  say_missing_areas (table, areas, get_output (self, first));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MdgSheetRow *row = &g_array_index (table->rows, MdgSheetRow, i);
      RowWords words = { .type = MDG_N_FACILITY_TYPES };

      if (!read_row_words (self, values, first, row, totals_are_national, &words))
        continue;
      for (guint j = 0; j < values->columns->len; j++)
        {
          const MdgValueColumn *column = &g_array_index (values->columns, MdgValueColumn, j);

          if (!column->is_open && !column->is_skipped && !column->is_foreign)
            read_figure (self, values, row, first, j, &words);
        }
    }
}

static void
refuse_twice (Importer *self, const MdgCandidate *first, const MdgCandidate *second)
{
  const MdgLine *line = mdg_document_get_line (self->document, second->line);
  const MdgCandidate *both[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autofree char *place = mdg_sheet_place_format (self->document, line->page, line->number, 0);

      if (i > 0 && both[i]->column == both[0]->column)
        break;
      mdg_proof_column_refuse (&g_array_index (self->columns, MdgProofColumn, both[i]->column),
                               mdg_import_message_new (MDG_MESSAGE_ROW_TWICE, place,
                                                       mdg_area_get_code (second->observation.area),
                                                       NULL));
    }
}

/* One figure that stands twice is taken once, and two figures of one thing not at all. */
static void
drop_repeated (Importer *self)
{
  guint n = self->candidates->len;
  g_autofree MdgCandidateSlot *slots = mdg_candidates_sort (self->candidates);
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (MdgCandidate), n);

  for (guint i = 0, first = 0; i < n; i++)
    {
      const MdgCandidate *candidate =
        &g_array_index (self->candidates, MdgCandidate, slots[i].index);

      if (i > 0 && slots[i].key == slots[first].key)
        {
          const MdgCandidate *other =
            &g_array_index (self->candidates, MdgCandidate, slots[first].index);

          if (mdg_decimal_compare (candidate->observation.value, other->observation.value) != 0)
            refuse_twice (self, other, candidate);
          continue;
        }
      first = i;
      g_array_append_vals (kept, candidate, 1);
    }

  g_array_unref (self->candidates);
  self->candidates = kept;
}

static void
hand_out (Importer *self)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const MdgCandidate *candidate = &g_array_index (self->candidates, MdgCandidate, i);
      Output *output = get_output (self, candidate->column);
      MdgObservation observation = candidate->observation;

      if (output->is_tainted)
        observation.quality = MDG_QUALITY_PRINTED;
      if (g_array_index (self->columns, MdgProofColumn, candidate->column).is_refused)
        {
          g_array_append_val (output->entry->as_printed, observation);
          continue;
        }
      mdg_batch_add (self->result->batch, &observation);
      if (observation.quality == MDG_QUALITY_VERIFIED)
        output->entry->n_verified++;
      else
        output->entry->n_printed++;
    }

  for (guint i = 0; i < self->outputs->len; i++)
    {
      MdgReportEntry *entry = get_output (self, i)->entry;
      MdgProofColumn *column = &g_array_index (self->columns, MdgProofColumn, i);

      mdg_import_output_take (entry, column->messages);
      if (column->is_refused)
        entry->status = MDG_ENTRY_REFUSED;
      else if (entry->n_verified > 0)
        entry->status = entry->n_printed > 0 ? MDG_ENTRY_PARTLY : MDG_ENTRY_VERIFIED;
      else if (entry->n_printed > 0)
        entry->status = MDG_ENTRY_PRINTED;
      else if (entry->status == MDG_ENTRY_MISSING)
        entry->status = MDG_ENTRY_UNKNOWN;
    }
}

static MdgMonth
find_only_month (const Importer *self)
{
  MdgMonth month = MDG_MONTH_NONE;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      MdgMonth other = g_array_index (self->candidates, MdgCandidate, i).observation.month;

      if (month != MDG_MONTH_NONE && month != other)
        return MDG_MONTH_NONE;
      month = other;
    }

  return month;
}

static const char *
find_title (const GPtrArray *tables)
{
  const MdgSheetTable *table = g_ptr_array_index (tables, 0);

  return table->titles->len > 0 ? g_ptr_array_index (table->titles, 0) : NULL;
}

static gboolean
check_size (const MdgSheetTable *table, GError **error)
{
  if ((guint64) table->rows->len * (table->columns->len + 1) <= MAX_TABLE_CELLS)
    return TRUE;

  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
               _ ("A table of %u rows and %u columns is more than any office has. Split it, or "
                  "delete the columns that are not needed."),
               table->rows->len, table->columns->len + 1);
  return FALSE;
}

/**
 * mdg_sheet_import:
 * @document: a document of cells
 * @file_name: (nullable): base name of the file
 * @options: how to read it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads tables with a header row and a column of areas. What neither headings, titles and names nor
 * the laws tell is asked; a column that an open question concerns hands out nothing. Figures are
 * verified where the laws prove them by what the file itself holds.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with an error of #MdgImportError or
 *   %G_IO_ERROR_CANCELLED; %NULL without an error if there is no such table
 */
MdgImportResult *
mdg_sheet_import (const MdgDocument *document,
                  const char *file_name,
                  const MdgImportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Importer) self = {
    .document = document,
    .tables = mdg_sheet_find_tables (document),
    .values = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_sheet_values_free),
    .outputs = g_array_new (FALSE, FALSE, sizeof (Output)),
    .columns = g_array_new (FALSE, FALSE, sizeof (MdgProofColumn)),
    .candidates = g_array_new (FALSE, FALSE, sizeof (MdgCandidate)),
  };
  MdgEdition *edition;

  if (self.tables->len == 0)
    return NULL;

  edition =
    mdg_table_edition_new (document, "table", MDG_MONTH_NONE, find_title (self.tables), file_name);
  self.result = mdg_import_result_new (edition);
  g_set_str (&self.result->report->title, edition->title);

  for (guint i = 0; i < self.tables->len; i++)
    {
      const MdgSheetTable *table = g_ptr_array_index (self.tables, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_size (table, error))
        return NULL;
      g_ptr_array_add (self.values,
                       mdg_sheet_values_new (document, table, file_name, options->answers,
                                             self.result->questions));
    }
  for (guint i = 0; i < self.values->len; i++)
    read_table (&self, g_ptr_array_index (self.values, i));
  if (self.outputs->len == 0)
    return NULL;

  self.result->report->month = find_only_month (&self);
  drop_repeated (&self);
  mdg_proof_run (self.candidates, self.columns);
  hand_out (&self);

  return g_steal_pointer (&self.result);
}
