/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/mdg-area-table-row.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "model/mdg-provenance.h"

#define UNKNOWN "–"

struct _MdgAreaTableRow
{
  GObject parent_instance;

  MdgAreaTable *table;
  guint index;
};

G_DEFINE_FINAL_TYPE (MdgAreaTableRow, mdg_area_table_row, G_TYPE_OBJECT)

static const struct
{
  MdgAreaTableMark mark;
  const char *sign;
  const char *meaning;
} marks[] = {
  { MDG_AREA_TABLE_MARK_WORKED_OUT, "*", N_ ("* worked out from other figures") },
  { MDG_AREA_TABLE_MARK_SECONDARY, "‡", N_ ("‡ from a press report or another page") },
  { MDG_AREA_TABLE_MARK_DOUBT, "†", N_ ("† something was read into it by inference") },
};

static void
mdg_area_table_row_finalize (GObject *object)
{
  MdgAreaTableRow *self = MDG_AREA_TABLE_ROW (object);

  g_clear_pointer (&self->table, mdg_area_table_unref);

  G_OBJECT_CLASS (mdg_area_table_row_parent_class)->finalize (object);
}

static void
mdg_area_table_row_class_init (MdgAreaTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mdg_area_table_row_finalize;
}

static void
mdg_area_table_row_init (MdgAreaTableRow *self)
{
}

/**
 * mdg_area_table_row_new:
 * @table: a table
 * @index: which of its rows
 *
 * Returns: (transfer full): the row
 */
MdgAreaTableRow *
mdg_area_table_row_new (MdgAreaTable *table, guint index)
{
  MdgAreaTableRow *self = g_object_new (MDG_TYPE_AREA_TABLE_ROW, NULL);

  self->table = mdg_area_table_ref (table);
  self->index = index;

  return self;
}

/**
 * mdg_area_table_row_get_table:
 * @self: a row
 *
 * Returns: (transfer none): its table
 */
MdgAreaTable *
mdg_area_table_row_get_table (MdgAreaTableRow *self)
{
  g_return_val_if_fail (MDG_IS_AREA_TABLE_ROW (self), NULL);

  return self->table;
}

/**
 * mdg_area_table_row_get_index:
 * @self: a row
 *
 * Returns: which row of its table it is
 */
guint
mdg_area_table_row_get_index (MdgAreaTableRow *self)
{
  g_return_val_if_fail (MDG_IS_AREA_TABLE_ROW (self), 0);

  return self->index;
}

/**
 * mdg_area_table_row_get_area:
 * @self: a row
 *
 * Returns: the prefecture or the nation, or %MDG_AREA_NONE for the total of a region
 */
MdgArea
mdg_area_table_row_get_area (MdgAreaTableRow *self)
{
  g_return_val_if_fail (MDG_IS_AREA_TABLE_ROW (self), MDG_AREA_NONE);

  return mdg_area_table_get_row (self->table, self->index).area;
}

/**
 * mdg_area_table_row_is_total:
 * @self: a row
 *
 * Returns: whether it is about a region or the nation
 */
gboolean
mdg_area_table_row_is_total (MdgAreaTableRow *self)
{
  return !mdg_area_is_prefecture (mdg_area_table_row_get_area (self));
}

/**
 * mdg_area_table_row_dup_text:
 * @self: a row
 * @column: a column of its table
 *
 * Returns: (transfer full): what the cell says on screen
 */
char *
mdg_area_table_row_dup_text (MdgAreaTableRow *self, guint column)
{
  MdgAreaColumn what;

  g_return_val_if_fail (MDG_IS_AREA_TABLE_ROW (self), NULL);

  what = mdg_area_table_get_column (self->table, column);
  if (what.is_name)
    return mdg_area_table_dup_row_name (self->table, self->index);

  return mdg_area_table_format_cell (what,
                                     mdg_area_table_get_cell (self->table, self->index, column));
}

/**
 * mdg_area_table_row_describe:
 * @self: a row
 * @column: a column of its table
 *
 * Says what stands behind a cell: its source, or how it was worked out, or why it is empty.
 *
 * Returns: (transfer full) (nullable): the text; %NULL in the column of the names
 */
char *
mdg_area_table_row_describe (MdgAreaTableRow *self, guint column)
{
  MdgAreaCell cell;

  g_return_val_if_fail (MDG_IS_AREA_TABLE_ROW (self), NULL);

  cell = mdg_area_table_get_cell (self->table, self->index, column);
  if (mdg_area_table_get_column (self->table, column).is_name)
    return NULL;
  if (cell.observation != NULL)
    return mdg_provenance_describe (mdg_area_table_get_figures (self->table), cell.observation);
  if (cell.is_known)
    return g_strdup_printf (
      /* Translators: how the total of a region was made; %s is a publication. */
      _ ("Added up from the prefectures; a rate is the ratio of the sums.\n%s"),
      mdg_figures_get_edition (mdg_area_table_get_figures (self->table), cell.edition)->title);
  if (mdg_area_table_row_is_total (self))
    return g_strdup (_ ("This cannot be added up from the prefectures."));

  return g_strdup (_ ("No publication that is stored gives this figure."));
}

/**
 * mdg_area_table_format_cell:
 * @column: a column, not that of the names
 * @cell: a value of it
 *
 * Returns: (transfer full): the value as it is shown, with its marks; ranks of the month before
 *   stand in brackets, as the ministry prints them
 */
char *
mdg_area_table_format_cell (MdgAreaColumn column, MdgAreaCell cell)
{
  g_autofree char *value = NULL;
  GString *text;

  if (!cell.is_known)
    return g_strdup (UNKNOWN);

  if (mdg_measure_get_unit (column.measure) == MDG_UNIT_PERCENT)
    value = mdg_format_percent (cell.value);
  else
    value = mdg_format_value (column.measure, cell.value);

  text = g_string_new (NULL);
  /* Before the number, so that digits stand below digits. */
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (mdg_area_table_get_marks (cell) & marks[i].mark)
      g_string_append (text, marks[i].sign);
  g_string_append_printf (text, column.measure == MDG_MEASURE_RANK_PREVIOUS ? "(%s)" : "%s", value);

  return g_string_free_and_steal (text);
}

/**
 * mdg_area_table_get_marks:
 * @cell: a value
 *
 * Returns: what is to be known of it
 */
MdgAreaTableMark
mdg_area_table_get_marks (MdgAreaCell cell)
{
  MdgAreaTableMark set = 0;

  if (!cell.is_known)
    return set;
  if (cell.observation == NULL || cell.observation->quality == MDG_QUALITY_DERIVED)
    set |= MDG_AREA_TABLE_MARK_WORKED_OUT;
  if (cell.observation != NULL && cell.observation->quality == MDG_QUALITY_SECONDARY)
    set |= MDG_AREA_TABLE_MARK_SECONDARY;
  if (cell.observation != NULL && cell.observation->doubt != MDG_DOUBT_NONE)
    set |= MDG_AREA_TABLE_MARK_DOUBT;

  return set;
}

/**
 * mdg_area_table_explain_marks:
 * @set: marks that are seen
 *
 * Returns: (transfer full): what they mean; empty if there is none
 */
char *
mdg_area_table_explain_marks (MdgAreaTableMark set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (set & marks[i].mark)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "   " : "", _ (marks[i].meaning));

  return g_string_free_and_steal (text);
}
