/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-sheet.h"

#include "import/sheet/mdg-area-cell.h"
#include "import/sheet/mdg-cell.h"
#include "import/sheet/mdg-sheet-panels.h"

#include <string.h>

/*
 * Finds tables by what they hold: a column in which areas stand, below a header. What stands above
 * the header are titles. A sheet may hold several tables below each other, and one table may go on
 * beside itself, as on paper.
 */

/* More lines above a table than its titles and header have. */
#define MAX_LINES_ABOVE 24
#define MAX_PARTS 8
/* So far below its total a prefecture is looked for: each may have a row for each of some types. */
#define MAX_LINES_BELOW 256

/* No table of an office is wider; what is further right is not looked at. */
#define MAX_COLUMNS 512

typedef struct
{
  MdgSheetRange range;
  GArray *panels; /* (element-type MdgSheetPanel) */
  GPtrArray *tables;
  guint n_tables;
} Finder;

/**
 * mdg_sheet_get_text:
 * @document: a document of cells
 * @line: index of a line
 * @column: a column, from 0
 *
 * Returns: (transfer none): what stands there, "" for an empty cell
 */
const char *
mdg_sheet_get_text (const MdgDocument *document, guint line, guint column)
{
  const MdgLine *row = mdg_document_get_line (document, line);
  const MdgCell *cells;
  guint low = 0;
  guint high;

  if (row->n_cells == 0)
    return "";

  cells = mdg_document_get_cell (document, row, 0);
  if (column < row->n_cells && cells[column].column == column)
    return cells[column].text;

  high = row->n_cells;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low < row->n_cells && cells[low].column == column ? cells[low].text : "";
}

static const char *
get_text (const Finder *self, guint line, guint column)
{
  return mdg_cell_skip_guard (mdg_sheet_get_text (self->range.document, line, column));
}

static gboolean
read_area (const MdgSheetPanel *panel, const char *text, MdgArea *area)
{
  return panel->is_code ? mdg_area_cell_read_code (text, area) : mdg_area_cell_read (text, area);
}

/* The cells of a line that belong to a panel and are not empty: the first of them from @index on. */
static const MdgCell *
next_cell (const Finder *self, const MdgLine *line, const MdgSheetPanel *panel, guint *index)
{
  while (*index < line->n_cells)
    {
      const MdgCell *cell = mdg_document_get_cell (self->range.document, line, (*index)++);

      if (cell->column >= panel->first && cell->column < panel->end &&
          *mdg_cell_skip_guard (cell->text) != '\0')
        return cell;
    }

  return NULL;
}

static guint
count_filled (const Finder *self, guint line, const MdgSheetPanel *panel)
{
  const MdgLine *row = mdg_document_get_line (self->range.document, line);
  guint index = 0;
  guint n = 0;

  while (next_cell (self, row, panel, &index) != NULL)
    n++;

  return n;
}

static guint
count_numbers (const Finder *self, guint line, const MdgSheetPanel *panel)
{
  const MdgLine *row = mdg_document_get_line (self->range.document, line);
  const MdgCell *cell;
  guint index = 0;
  guint n = 0;

  while ((cell = next_cell (self, row, panel, &index)) != NULL)
    {
      MdgCellValue value;

      mdg_cell_read (cell->text, &value);
      n += cell->column != panel->column && value.kind == MDG_CELL_NUMBER;
    }

  return n;
}

/* Whether a line names at least two columns. */
static gboolean
is_header (const Finder *self, guint line, const MdgSheetPanel *panel)
{
  const MdgLine *row = mdg_document_get_line (self->range.document, line);
  const MdgCell *cell;
  guint index = 0;
  guint n = 0;

  while ((cell = next_cell (self, row, panel, &index)) != NULL && n < 2)
    {
      const char *text = mdg_cell_skip_guard (cell->text);
      MdgHeading heading;

      mdg_heading_read (&text, 1, &heading);
      n += heading.role != MDG_COLUMN_UNTOLD || heading.is_bare;
    }

  return n >= 2;
}

static gboolean
is_note (const char *text)
{
  static const char *const marks[] = { "※", "注", "(注", "*", "出典", "資料", "(出典", "(資料" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      return TRUE;

  return FALSE;
}

/* The parts of a column's heading. Those of upper lines stand above all columns to their right that
 * have none of their own there, up to the column of areas. */
static guint
collect_parts (const Finder *self,
               const GArray *above,
               guint first_header,
               const MdgSheetPanel *panel,
               guint column,
               const char **parts)
{
  gboolean is_below = FALSE;
  guint n = 0;
  const char *reversed[MAX_PARTS];

  for (guint i = above->len; i > first_header && n < MAX_PARTS; i--)
    {
      guint line = g_array_index (above, guint, i - 1);
      const char *text = get_text (self, line, column);
      guint stop = column > panel->column ? panel->column + 1 : panel->first;

      for (guint left = column; *text == '\0' && is_below && left > stop;)
        {
          guint lower = above->len;
          const char *group;

          left--;
          group = get_text (self, line, left);
          if (*group == '\0')
            continue;
          /* A heading with nothing below it stands above its own column only. */
          while (lower > i &&
                 *get_text (self, g_array_index (above, guint, lower - 1), left) == '\0')
            lower--;
          if (lower > i)
            text = group;
          break;
        }
      if (*text == '\0')
        continue;
      is_below = TRUE;
      reversed[n++] = text;
    }
  for (guint i = 0; i < n; i++)
    parts[i] = reversed[n - 1 - i];

  return n;
}

static void
clear_column (gpointer data)
{
  g_free (((MdgSheetColumn *) data)->heading);
}

static void
table_free (gpointer data)
{
  MdgSheetTable *self = data;

  g_ptr_array_unref (self->titles);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

static gboolean
names_type (const char *text)
{
  MdgFacilityType type;

  return !mdg_heading_is_total (text) && mdg_heading_read_type (text, &type);
}

static void
read_columns (Finder *self,
              MdgSheetTable *table,
              const GArray *above,
              guint first_header,
              const MdgSheetPanel *panel)
{
  gboolean beside_types = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint column = panel->first; column < panel->end; column++)
      {
        const char *parts[MAX_PARTS + 1] = { NULL };
        guint n_parts = collect_parts (self, above, first_header, panel, column, parts);
        MdgSheetColumn read = { .column = column };

        if (column == panel->column)
          continue;
        if (pass == 0)
          {
            beside_types |= n_parts > 0 && names_type (parts[n_parts - 1]);
            continue;
          }
        /* "Total" beside facility types is one of them. */
        if (beside_types && n_parts > 0 && mdg_heading_is_total (parts[n_parts - 1]))
          {
            mdg_heading_read (parts, n_parts - 1, &read.words);
            read.words.type = MDG_FACILITY_ALL;
            read.words.is_bare |= n_parts == 1;
          }
        else
          {
            mdg_heading_read (parts, n_parts, &read.words);
          }
        read.heading = g_strjoinv (" ", (char **) parts);
        g_array_append_val (table->columns, read);
      }
}

static MdgSheetTable *
begin_table (Finder *self, const GArray *above, const MdgSheetPanel *panel)
{
  MdgSheetTable *table = g_new0 (MdgSheetTable, 1);
  guint first_header = 0;

  table->page = self->range.page;
  table->number = self->n_tables++;
  table->titles = g_ptr_array_new_with_free_func (g_free);
  table->area_column = panel->column;
  table->columns = g_array_new (FALSE, FALSE, sizeof (MdgSheetColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_array_new (FALSE, FALSE, sizeof (MdgSheetRow));

  /* The first line with several cells begins the header; unless nothing follows, what is alone on
   * its line is a title. */
  while (first_header < above->len &&
         count_filled (self, g_array_index (above, guint, first_header), panel) < 2)
    first_header++;
  for (guint i = 0; i < above->len; i++)
    {
      guint line = g_array_index (above, guint, i);

      if (i >= first_header && is_header (self, line, panel))
        continue;
      for (guint column = 0; column < self->range.n_columns; column++)
        {
          const char *text = get_text (self, line, column);

          if (*text != '\0' && !is_note (text))
            g_ptr_array_add (table->titles, g_strdup (text));
        }
    }

  read_columns (self, table, above, first_header, panel);
  g_ptr_array_add (self->tables, table);

  return table;
}

static void
add_row (MdgSheetTable *table, guint line, guint shift, MdgArea area, gboolean is_inherited)
{
  MdgSheetRow row = { line, shift, area, is_inherited };

  g_array_append_val (table->rows, row);
}

/* The next column that has a heading, from @index on. */
static const MdgSheetColumn *
next_headed (const MdgSheetTable *table, guint *index)
{
  while (*index < table->columns->len)
    {
      const MdgSheetColumn *column = &g_array_index (table->columns, MdgSheetColumn, (*index)++);

      if (*column->heading != '\0')
        return column;
    }

  return NULL;
}

static gboolean
has_same_headings (const MdgSheetTable *a, const MdgSheetTable *b)
{
  guint shift = b->area_column - a->area_column;
  guint index_a = 0;
  guint index_b = 0;

  for (;;)
    {
      const MdgSheetColumn *column_a = next_headed (a, &index_a);
      const MdgSheetColumn *column_b = next_headed (b, &index_b);

      if (column_a == NULL || column_b == NULL)
        return column_a == column_b;
      if (strcmp (column_a->heading, column_b->heading) != 0 ||
          column_a->column + shift != column_b->column)
        return FALSE;
    }
}

static guint64
get_areas (const MdgSheetTable *table)
{
  guint64 areas = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      MdgArea area = g_array_index (table->rows, MdgSheetRow, i).area;

      if (area < MDG_N_AREAS)
        areas |= G_GUINT64_CONSTANT (1) << area;
    }

  return areas;
}

/* A table that goes on beside itself has the same columns, and other areas. */
static void
join_panels (Finder *self, MdgSheetTable *first, MdgSheetTable *next)
{
  guint shift = next->area_column - first->area_column;

  if (!has_same_headings (first, next) || (get_areas (first) & get_areas (next)) != 0)
    return;

  for (guint i = 0; i < next->rows->len; i++)
    {
      const MdgSheetRow *row = &g_array_index (next->rows, MdgSheetRow, i);

      add_row (first, row->line, shift, row->area, row->is_inherited);
    }
  g_array_set_size (next->rows, 0);
}

/* What a region has together follows from its prefectures, where all of them stand in the same table:
 * among @above, which are those of the rows before @line, or below it. */
static gboolean
is_region_total (const Finder *self, const MdgSheetPanel *panel, guint line, guint64 above)
{
  const char *text = get_text (self, line, panel->column);
  MdgArea members[MDG_N_PREFECTURES];
  guint64 missing = 0;
  MdgRegion region;
  guint n;

  /* Long tables have many rows without a name, whose cells are not read for this. */
  if (*text == '\0' || !mdg_area_cell_read_region_total (text, &region) ||
      count_numbers (self, line, panel) == 0)
    return FALSE;

  n = mdg_region_get_areas (region, members);
  for (guint i = 0; i < n; i++)
    missing |= G_GUINT64_CONSTANT (1) << members[i];
  missing &= ~above;
  for (guint i = line + 1; missing != 0 && i < self->range.end_line && i < line + MAX_LINES_BELOW;
       i++)
    {
      MdgArea area;

      if (is_header (self, i, panel))
        break;
      if (read_area (panel, get_text (self, i, panel->column), &area) && area < MDG_N_AREAS)
        missing &= ~(G_GUINT64_CONSTANT (1) << area);
    }

  return missing == 0;
}

/* Goes down the sheet; whatever is above a row with an area and was not one itself may be the header
 * of the table that begins there. */
static void
find_in_panel (Finder *self, const MdgSheetPanel *panel)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  MdgSheetTable *table = NULL;
  MdgArea area_above = MDG_AREA_NONE;
  guint64 areas = 0;
  gboolean is_below_region = FALSE;

  for (guint line = self->range.first_line; line < self->range.end_line; line++)
    {
      const char *text = get_text (self, line, panel->column);
      MdgArea area = MDG_AREA_NONE;
      gboolean has_area = read_area (panel, text, &area);
      gboolean is_total = !has_area && mdg_area_cell_is_total (text);

      /* A heading may name a prefecture; figures stand beside an area. */
      if ((has_area || is_total) && table == NULL && count_numbers (self, line, panel) == 0 &&
          count_filled (self, line, panel) < 2)
        has_area = is_total = FALSE;
      if (has_area || is_total)
        {
          gboolean has_header = table == NULL;

          for (guint i = 0; !has_header && i < above->len; i++)
            has_header = is_header (self, g_array_index (above, guint, i), panel);
          if (has_header)
            {
              table = begin_table (self, above, panel);
              areas = 0;
            }
          add_row (table, line, 0, area, FALSE);
          g_array_set_size (above, 0);
          area_above = area;
          areas |= area < MDG_N_AREAS ? G_GUINT64_CONSTANT (1) << area : 0;
          is_below_region = FALSE;
          continue;
        }

      /* With the rows below it that are its own, as those of its facility types. */
      if (is_region_total (self, panel, line, areas) ||
          (is_below_region && *text == '\0' && count_numbers (self, line, panel) > 0))
        {
          is_below_region = TRUE;
          continue;
        }
      is_below_region = FALSE;
      if (table != NULL && above->len == 0 && *text == '\0' && area_above != MDG_AREA_NONE &&
          count_numbers (self, line, panel) > 0)
        {
          add_row (table, line, 0, area_above, TRUE);
          continue;
        }

      if (count_filled (self, line, panel) == 0)
        continue;
      /* A name that is no prefecture's, or a wrong code: the row is told of, not passed over. */
      if (table != NULL && *text != '\0' && count_numbers (self, line, panel) > 0 &&
          !is_header (self, line, panel))
        add_row (table, line, 0, MDG_AREA_NONE, FALSE);
      if (above->len == MAX_LINES_ABOVE)
        g_array_remove_index (above, 0);
      g_array_append_val (above, line);
    }
}

static void
find_in_page (Finder *self)
{
  guint first_table = self->tables->len;

  self->range.n_columns = 0;
  self->n_tables = 0;
  for (guint i = self->range.first_line; i < self->range.end_line; i++)
    {
      const MdgLine *line = mdg_document_get_line (self->range.document, i);

      if (line->n_cells > 0)
        self->range.n_columns =
          MAX (self->range.n_columns,
               mdg_document_get_cell (self->range.document, line, line->n_cells - 1)->column + 1);
    }
  self->range.n_columns = MIN (self->range.n_columns, MAX_COLUMNS);
  g_array_set_size (self->panels, 0);
  if (self->range.n_columns == 0)
    return;
  mdg_sheet_panels_find (&self->range, self->panels);

  for (guint i = 0; i < self->panels->len; i++)
    find_in_panel (self, &g_array_index (self->panels, MdgSheetPanel, i));

  for (guint i = first_table; i < self->tables->len; i++)
    for (guint j = i + 1; j < self->tables->len; j++)
      {
        MdgSheetTable *first = g_ptr_array_index (self->tables, i);
        MdgSheetTable *next = g_ptr_array_index (self->tables, j);

        if (first->rows->len > 0 && next->rows->len > 0 && next->area_column > first->area_column)
          join_panels (self, first, next);
      }
  for (guint i = self->tables->len; i > first_table; i--)
    if (((MdgSheetTable *) g_ptr_array_index (self->tables, i - 1))->rows->len == 0)
      g_ptr_array_remove_index (self->tables, i - 1);
}

/**
 * mdg_sheet_find_tables:
 * @document: a document of cells
 *
 * Finds the tables of a document in which a column holds areas.
 *
 * Returns: (transfer full) (element-type MdgSheetTable): the tables, in order
 */
GPtrArray *
mdg_sheet_find_tables (const MdgDocument *document)
{
  Finder self = {
    .range = { .document = document },
    .panels = g_array_new (FALSE, FALSE, sizeof (MdgSheetPanel)),
    .tables = g_ptr_array_new_with_free_func (table_free),
  };
  guint n_lines = mdg_document_get_n_lines (document);

  while (self.range.end_line < n_lines)
    {
      self.range.first_line = self.range.end_line;
      self.range.page = mdg_document_get_line (document, self.range.first_line)->page;
      while (self.range.end_line < n_lines &&
             mdg_document_get_line (document, self.range.end_line)->page == self.range.page)
        self.range.end_line++;
      find_in_page (&self);
    }
  g_array_unref (self.panels);

  return self.tables;
}
