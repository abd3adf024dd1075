/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-area-table.h"

#include <glib/gi18n.h>

#include "core/mdg-area-total.h"
#include "core/mdg-format.h"
#include "export/mdg-export-sources.h"

/* Which rows of a table are written. */
typedef struct
{
  MdgAreaTable *table;
  GArray *rows; /* (element-type guint) */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  mdg_area_table_unref (choice->table);
  g_array_unref (choice->rows);
  g_free (choice);
}

static void
fill_row (guint index, MdgExportRow *cells, gpointer data)
{
  Choice *choice = data;
  guint row = g_array_index (choice->rows, guint, index);

  mdg_export_row_set_total (
    cells, !mdg_area_is_prefecture (mdg_area_table_get_row (choice->table, row).area));
  for (guint i = 0; i < mdg_area_table_get_n_columns (choice->table); i++)
    {
      MdgAreaCell cell = mdg_area_table_get_cell (choice->table, row, i);

      if (mdg_area_table_get_column (choice->table, i).is_name)
        {
          g_autofree char *name = mdg_area_table_dup_row_name (choice->table, row);

          mdg_export_row_add_text (cells, name);
        }
      else if (cell.is_known)
        mdg_export_row_add_number (cells, cell.value);
      else
        mdg_export_row_add_blank (cells);
    }
}

/* In a file a heading stands alone: it says what the number is in full, and its unit. */
static char *
dup_full_title (MdgAreaTable *table, guint column)
{
  MdgAreaColumn what = mdg_area_table_get_column (table, column);
  MdgUnit unit = mdg_measure_get_unit (what.measure);
  guint32 types = mdg_area_table_get_options (table)->facility_types;
  g_autofree char *title = NULL;

  if (what.is_name)
    return mdg_area_table_dup_column_title (table, column);

  if (unit == MDG_UNIT_PERCENT || unit == MDG_UNIT_POINTS)
    /* Translators: the heading of a column and the unit of its numbers. */
    title = g_strdup_printf (C_ ("column", "%s (%s)"), mdg_measure_get_label (what.measure),
                             mdg_unit_get_label (unit));
  else
    title = g_strdup (mdg_measure_get_label (what.measure));
  if ((types & (types - 1)) == 0)
    return g_steal_pointer (&title);

  return g_strdup_printf (C_ ("column", "%s: %s"), mdg_facility_type_get_label (what.facility_type),
                          title);
}

/* Every figure that is written, and every one that a written total was added up from. */
static GPtrArray *
list_used (const Choice *choice)
{
  MdgFigures *figures = mdg_area_table_get_figures (choice->table);
  MdgMonth month = mdg_area_table_get_options (choice->table)->month;
  GPtrArray *used = g_ptr_array_new ();

  for (guint i = 0; i < choice->rows->len; i++)
    for (guint column = 0; column < mdg_area_table_get_n_columns (choice->table); column++)
      {
        guint row = g_array_index (choice->rows, guint, i);
        MdgAreaCell cell = mdg_area_table_get_cell (choice->table, row, column);
        MdgAreaColumn what = mdg_area_table_get_column (choice->table, column);
        MdgArea areas[MDG_N_PREFECTURES];
        guint n_areas =
          mdg_region_get_areas (mdg_area_table_get_row (choice->table, row).region, areas);

        if (cell.observation != NULL)
          g_ptr_array_add (used, (gpointer) cell.observation);
        else if (cell.is_known)
          mdg_area_total_list_parts (figures, month, areas, n_areas, what.facility_type,
                                     what.measure, used);
      }

  return used;
}

static void
add_notes (MdgExportTable *self, GPtrArray *lines, const char *format)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s%s", format, (char *) lines->pdata[i]);

      mdg_export_table_add_note (self, note);
    }
}

static void
add_definitions (MdgExportTable *self, MdgAreaTable *table)
{
  guint32 seen = 0;

  for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
    {
      MdgAreaColumn what = mdg_area_table_get_column (table, i);
      g_autofree char *note = NULL;

      if (what.is_name || seen & (1u << what.measure))
        continue;
      seen |= 1u << what.measure;
      /* Translators: a measure and its definition. */
      note = g_strdup_printf (C_ ("definition", "%s: %s"), mdg_measure_get_label (what.measure),
                              mdg_measure_get_definition (what.measure));
      mdg_export_table_add_note (self, note);
    }
}

static gboolean
has_sums (const Choice *choice)
{
  for (guint i = 0; i < choice->rows->len; i++)
    for (guint column = 0; column < mdg_area_table_get_n_columns (choice->table); column++)
      {
        MdgAreaCell cell =
          mdg_area_table_get_cell (choice->table, g_array_index (choice->rows, guint, i), column);

        if (cell.is_known && cell.observation == NULL)
          return TRUE;
      }

  return FALSE;
}

/* Where columns are of several bases, each says its own, and the title none. */
static MdgBasis
get_basis (MdgAreaTable *table)
{
  MdgBasis common = MDG_BASIS_NONE;

  for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
    {
      MdgAreaColumn what = mdg_area_table_get_column (table, i);
      MdgBasis basis = what.is_name ? MDG_BASIS_NONE : mdg_measure_get_basis (what.measure);

      if (basis != MDG_BASIS_NONE && common != MDG_BASIS_NONE && basis != common)
        return MDG_BASIS_NONE;
      if (basis != MDG_BASIS_NONE)
        common = basis;
    }

  return common;
}

static const char *
get_types_label (guint32 types)
{
  for (MdgFacilityType type = 0; type < MDG_N_FACILITY_TYPES; type++)
    if (types == 1u << type)
      return mdg_facility_type_get_label (type);

  return _ ("by facility type");
}

/**
 * mdg_export_area_table_dup_title:
 * @table: a table of prefectures
 *
 * Returns: (transfer full): a title with facility type, month and the basis, if there is one of all
 *   columns
 */
char *
mdg_export_area_table_dup_title (MdgAreaTable *table)
{
  const MdgAreaTableOptions *options = mdg_area_table_get_options (table);
  MdgBasis basis = get_basis (table);
  g_autofree char *month = mdg_format_month (options->month);
  const char *types = get_types_label (options->facility_types);

  if (basis == MDG_BASIS_NONE)
    /* Translators: the title of a table: the facility type and the month. */
    return g_strdup_printf (_ ("Figures by prefecture, %s, %s"), types, month);

  /* Translators: the title of a table: the facility type, the month and the basis of the rates. */
  return g_strdup_printf (_ ("Figures by prefecture, %s, %s (%s)"), types, month,
                          mdg_basis_get_label (basis));
}

/**
 * mdg_export_area_table_new:
 * @table: a table of prefectures
 * @rows: (nullable) (array length=n_rows): which rows are written, or %NULL for all
 * @n_rows: how many, if @rows is not %NULL
 *
 * Describes a table for the clipboard and for files. Its title has facility type, month and basis;
 * below it stand the sources with their pages, what is to be known of figures that are not printed
 * as they are, how totals are made, and the definitions.
 *
 * Returns: (transfer full): the description
 */
MdgExportTable *
mdg_export_area_table_new (MdgAreaTable *table, const guint *rows, guint n_rows)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *title = mdg_export_area_table_dup_title (table);
  g_autoptr (GPtrArray) used = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) doubts = NULL;
  MdgExportTable *self;

  choice->table = mdg_area_table_ref (table);
  choice->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (rows != NULL)
    g_array_append_vals (choice->rows, rows, n_rows);
  for (guint i = 0; rows == NULL && i < mdg_area_table_get_n_rows (table); i++)
    g_array_append_val (choice->rows, i);

  self = mdg_export_table_new (title, choice->rows->len, fill_row, choice, choice_free);
  for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
    {
      g_autofree char *column = dup_full_title (table, i);

      mdg_export_table_add_column (self, column);
    }

  used = list_used (choice);
  sources = mdg_export_sources_list (mdg_area_table_get_figures (table), used, NULL);
  doubts = mdg_export_sources_list_doubts (used);
  /* Translators: what stands before a publication. */
  add_notes (self, sources, C_ ("before a source", "Source: "));
  add_notes (self, doubts, "");
  if (has_sums (choice))
    mdg_export_table_add_note (self, _ ("Totals of regions are added up from the prefectures; a "
                                        "rate is the ratio of the sums, rounded."));
  add_definitions (self, table);

  return self;
}
