/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet-values.h"

#include "import/sheet/mdg-sheet-questions.h"

#include <string.h>

/* More decimals than this are not printed but computed; the ministry prints two. */
#define MAX_PRINTED_DECIMALS 4
#define USUAL_DECIMALS 2

/* What stands in the cells of a column. */
typedef struct
{
  guint n_filled;
  guint n_numbers;
  guint n_types;
  guint n_months;
} Content;

/**
 * mdg_sheet_values_get_text:
 * @self: a table
 * @row: one of its rows
 * @column: one of its columns
 *
 * Returns: (transfer none): what stands there
 */
const char *
mdg_sheet_values_get_text (const MdgSheetValues *self, const MdgSheetRow *row, guint column)
{
  return mdg_cell_skip_guard (mdg_sheet_get_text (self->document, row->line, column + row->shift));
}

/**
 * mdg_sheet_values_scale:
 * @value: a rate as printed
 * @scale: how it is to be read
 * @scaled: (out): the rate in percent
 *
 * Returns: whether it can be written so
 */
gboolean
mdg_sheet_values_scale (MdgDecimal value, MdgScale scale, MdgDecimal *scaled)
{
  *scaled = value;
  if (scale == MDG_SCALE_RATIO)
    {
      if (value.decimals < 2 && !mdg_decimal_rescale (value, 2, scaled))
        return FALSE;
      scaled->decimals -= 2;
    }
  if (scaled->decimals > MAX_PRINTED_DECIMALS)
    return mdg_cell_round (*scaled, USUAL_DECIMALS, scaled);

  return TRUE;
}

/**
 * mdg_sheet_values_is_rate:
 * @measure: a measure
 *
 * Returns: whether it is one of the two usage rates
 */
gboolean
mdg_sheet_values_is_rate (MdgMeasure measure)
{
  return measure == MDG_MEASURE_USAGE_RATE_ONLINE || measure == MDG_MEASURE_USAGE_RATE_CLAIMS;
}

/**
 * mdg_sheet_values_read:
 * @self: a table
 * @column: one of its columns of figures
 * @row: one of its rows
 * @value: (out caller-allocates): what the cell says, of a rate or a change in percent
 *
 * Returns: whether the cell is a value that fits the measure; if not, @value tells what it is
 */
gboolean
mdg_sheet_values_read (const MdgSheetValues *self,
                       const MdgValueColumn *column,
                       const MdgSheetRow *row,
                       MdgCellValue *value)
{
  mdg_cell_read (mdg_sheet_values_get_text (self, row, column->source->column), value);
  if (value->kind != MDG_CELL_NUMBER)
    return FALSE;

  if (mdg_sheet_values_is_rate (column->measure) || column->measure == MDG_MEASURE_CHANGE_POINTS)
    {
      MdgScale scale = value->is_percent || value->is_points ? MDG_SCALE_PERCENT : column->scale;

      return value->unit == NULL && value->precision == MDG_PRECISION_EXACT &&
             mdg_sheet_values_scale (value->value, scale, &value->value);
    }

  /* Counts and ranks are whole; "1234.0" is how some programs write them. */
  return !value->is_percent && !value->is_points &&
         mdg_decimal_rescale (value->value, 0, &value->value);
}

/* What a column holds is told by so many of its rows, or more where they are empty. A cell further
 * down that does not fit is refused with its place, like any other. */
#define ROWS_THAT_TELL 2048u

static Content *
count_content (const MdgSheetValues *self)
{
  Content *contents = g_new0 (Content, self->table->columns->len);

  for (guint i = 0; i < self->table->columns->len; i++)
    {
      guint column = g_array_index (self->table->columns, MdgSheetColumn, i).column;

      for (guint j = 0; j < self->table->rows->len; j++)
        {
          const MdgSheetRow *row = &g_array_index (self->table->rows, MdgSheetRow, j);
          const char *text = mdg_sheet_values_get_text (self, row, column);
          MdgFacilityType type;
          MdgMonth month;
          MdgCellValue value;

          if (j >= ROWS_THAT_TELL && contents[i].n_filled > 0)
            break;
          mdg_cell_read (text, &value);
          if (value.kind == MDG_CELL_MISSING)
            continue;
          contents[i].n_filled++;
          contents[i].n_numbers += value.kind == MDG_CELL_NUMBER;
          if ((value.kind != MDG_CELL_NUMBER || value.value.digits > 200000) &&
              mdg_cell_read_month (text, &month))
            contents[i].n_months++;
          else if (value.kind == MDG_CELL_TEXT)
            contents[i].n_types += mdg_heading_read_type (text, &type);
        }
    }

  return contents;
}

static void
add_value_column (MdgSheetValues *self, const MdgSheetColumn *source)
{
  MdgValueColumn column = {
    .source = source,
    .measure = source->words.measure,
    .is_measure_told = source->words.role == MDG_COLUMN_VALUES,
    .basis_is_told = source->words.basis_is_told,
    .type = source->words.type,
    .is_small = TRUE,
  };

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      MdgCellValue value;

      mdg_cell_read (mdg_sheet_values_get_text (
                       self, &g_array_index (self->table->rows, MdgSheetRow, i), source->column),
                     &value);
      if (value.kind != MDG_CELL_NUMBER)
        continue;
      column.n_numbers++;
      if (value.is_percent || value.is_points)
        continue;
      column.n_bare++;
      column.is_small &= mdg_decimal_compare (value.value, MDG_DECIMAL (1, 0)) <= 0 &&
                         mdg_decimal_compare (value.value, MDG_DECIMAL (-1, 0)) >= 0;
    }

  g_array_append_val (self->columns, column);
}

static void
sort_out_columns (MdgSheetValues *self)
{
  g_autofree Content *contents = count_content (self);

  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const MdgSheetColumn *source = &g_array_index (self->table->columns, MdgSheetColumn, i);
      MdgColumnRole role = source->words.role;
      const Content *content = &contents[i];

      if (content->n_filled == 0)
        continue;
      if (self->type_column == MDG_NO_COLUMN && content->n_types > 0 &&
          (role == MDG_COLUMN_TYPE || content->n_types == content->n_filled))
        self->type_column = source->column;
      else if (self->month_column == MDG_NO_COLUMN && content->n_months > 0 &&
               (role == MDG_COLUMN_MONTH ||
                (role != MDG_COLUMN_VALUES && content->n_months == content->n_filled)))
        self->month_column = source->column;
      else if (role == MDG_COLUMN_CODE && self->code_column == MDG_NO_COLUMN)
        self->code_column = source->column;
      else if ((role == MDG_COLUMN_VALUES || role == MDG_COLUMN_UNTOLD) && content->n_numbers > 0)
        add_value_column (self, source);
    }
}

static MdgValueColumn *
get_column (const MdgSheetValues *self, guint index)
{
  return &g_array_index (self->columns, MdgValueColumn, index);
}

/* Where columns name only facility types or months, the title says what they hold. */
static void
read_titles (MdgSheetValues *self)
{
  MdgHeading title = { 0 };

  for (guint i = self->table->titles->len + 1; i > 0 && title.role != MDG_COLUMN_VALUES; i--)
    {
      const char *text = i > self->table->titles->len
                           ? self->sheet_name
                           : g_ptr_array_index (self->table->titles, i - 1);

      mdg_heading_read (&text, 1, &title);
    }
  if (title.role != MDG_COLUMN_VALUES)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      MdgValueColumn *column = get_column (self, i);

      if (column->is_measure_told || !column->source->words.is_bare)
        continue;
      column->is_measure_told = TRUE;
      column->measure = title.measure;
      column->basis_is_told = title.basis_is_told;
    }
}

/* Spreadsheets drop zeros at the end, so that a column has the decimals of its longest number. */
static void
count_decimals (MdgSheetValues *self, MdgValueColumn *column)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      MdgCellValue value;

      if (mdg_sheet_values_read (self, column, &g_array_index (self->table->rows, MdgSheetRow, i),
                                 &value))
        column->decimals = MAX (column->decimals, value.value.decimals);
    }
}

static char *
normalize (const char *name)
{
  return mdg_text_normalize (name, strlen (name));
}

/**
 * mdg_sheet_values_new:
 * @document: a document of cells
 * @table: (transfer none): a table of it, which must outlive the result
 * @file_name: (nullable): base name of the file
 * @answers: (nullable): answers to questions
 * @questions: (element-type MdgImportQuestion): takes what neither headings nor titles, names or laws
 *   tell
 *
 * Finds out what the columns of a table hold.
 *
 * Returns: (transfer full): the columns
 */
MdgSheetValues *
mdg_sheet_values_new (const MdgDocument *document,
                      const MdgSheetTable *table,
                      const char *file_name,
                      GHashTable *answers,
                      GPtrArray *questions)
{
  MdgSheetValues *self = g_new0 (MdgSheetValues, 1);
  g_autofree char *plain_name = file_name != NULL ? normalize (file_name) : NULL;

  self->document = document;
  self->table = table;
  self->sheet_name = table->page < document->page_names->len
                       ? normalize (g_ptr_array_index (document->page_names, table->page))
                       : g_strdup ("");
  self->columns = g_array_new (FALSE, FALSE, sizeof (MdgValueColumn));
  self->type_column = self->month_column = self->code_column = MDG_NO_COLUMN;

  sort_out_columns (self);
  read_titles (self);
  mdg_sheet_questions_settle (self, plain_name, answers, questions);
  for (guint i = 0; i < self->columns->len; i++)
    count_decimals (self, get_column (self, i));

  return self;
}

/**
 * mdg_sheet_values_free:
 * @self: (nullable): columns
 *
 * Frees the columns.
 */
void
mdg_sheet_values_free (MdgSheetValues *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_free (self->sheet_name);
  g_free (self);
}
