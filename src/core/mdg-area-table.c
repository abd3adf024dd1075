/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-area-table.h"

#include <glib/gi18n.h>

#include "core/mdg-area-total.h"
#include "core/mdg-format.h"

/* The prefectures, the regions and the nation. */
#define MAX_ROWS (MDG_N_AREAS + MDG_N_REGIONS)

struct _MdgAreaTable
{
  MdgFigures *figures;
  MdgAreaTableOptions options;
  GArray *columns; /* (element-type MdgAreaColumn) */
  MdgAreaRow rows[MAX_ROWS];
  guint n_rows;
  MdgAreaCell *cells; /* row after row */
};

G_DEFINE_BOXED_TYPE (MdgAreaTable, mdg_area_table, mdg_area_table_ref, mdg_area_table_unref)

/* The ministry prints rank, rank before, prefecture, rate and the two counts in this order. */
static const MdgMeasure column_order[] = {
  MDG_MEASURE_RANK,
  MDG_MEASURE_RANK_PREVIOUS,
  MDG_MEASURE_USAGE_RATE_ONLINE,
  MDG_MEASURE_CHANGE_POINTS,
  MDG_MEASURE_DIFFERENCE_POINTS,
  MDG_MEASURE_MNC_COUNT,
  MDG_MEASURE_VERIFICATION_COUNT,
};

static gboolean
is_rank (MdgMeasure measure)
{
  return mdg_measure_get_unit (measure) == MDG_UNIT_RANK;
}

static gboolean
has_own_place (MdgMeasure measure)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_order); i++)
    if (column_order[i] == measure)
      return TRUE;

  return FALSE;
}

static void
add_column (MdgAreaTable *self, MdgMeasure measure, MdgFacilityType type)
{
  const MdgAreaColumn column = { FALSE, measure, type };

  if (self->options.measures & (1u << measure))
    g_array_append_val (self->columns, column);
}

static void
add_columns_of (MdgAreaTable *self, MdgFacilityType type, gboolean with_ranks)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_order); i++)
    if (with_ranks || !is_rank (column_order[i]))
      add_column (self, column_order[i], type);
  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    if (!has_own_place (measure))
      add_column (self, measure, type);
}

/* Ranks of one facility type number the rows, so they stand before the names, as the ministry has
 * it. Those of several belong to their types. */
static void
add_columns (MdgAreaTable *self)
{
  const MdgAreaColumn name = { .is_name = TRUE };
  guint32 types = self->options.facility_types;
  gboolean is_single = types != 0 && (types & (types - 1)) == 0;

  for (MdgFacilityType type = 0; is_single && type < MDG_N_FACILITY_TYPES; type++)
    if (types & (1u << type))
      for (guint i = 0; i < G_N_ELEMENTS (column_order); i++)
        if (is_rank (column_order[i]))
          add_column (self, column_order[i], type);

  g_array_append_val (self->columns, name);

  for (MdgFacilityType type = 0; type < MDG_N_FACILITY_TYPES; type++)
    if (types & (1u << type))
      add_columns_of (self, type, !is_single);
}

static MdgAreaCell
find_cell (MdgAreaTable *self, MdgArea area, const MdgAreaColumn *column)
{
  MdgAreaCell cell = { 0 };

  if (column->is_name)
    return cell;

  cell.observation = mdg_figures_lookup (self->figures, self->options.month, MDG_DAY_NONE, area,
                                         column->facility_type, column->measure);
  if (cell.observation != NULL)
    {
      cell.is_known = TRUE;
      cell.value = cell.observation->value;
      cell.edition = cell.observation->edition;
    }

  return cell;
}

static MdgAreaCell
sum_cells (MdgAreaTable *self, const MdgArea *areas, guint n_areas, const MdgAreaColumn *column)
{
  MdgAreaCell cell = { 0 };

  if (!column->is_name)
    cell.is_known =
      mdg_area_total (self->figures, self->options.month, areas, n_areas, column->facility_type,
                      column->measure, &cell.value, &cell.edition);

  return cell;
}

static MdgAreaCell
make_cell (MdgAreaTable *self, const MdgAreaRow *row, const MdgAreaColumn *column)
{
  /* Of the nation, which is of no region, they are all prefectures. */
  MdgArea areas[MDG_N_PREFECTURES];
  guint n_areas = mdg_region_get_areas (row->region, areas);
  MdgAreaCell cell;

  if (row->area == MDG_AREA_NONE)
    return sum_cells (self, areas, n_areas, column);

  cell = find_cell (self, row->area, column);
  if (cell.is_known || row->area != MDG_AREA_NATIONAL)
    return cell;

  /* What no publication prints of the nation may still follow from all prefectures. */
  return sum_cells (self, areas, n_areas, column);
}

static int
compare_rows (const void *a, const void *b, gpointer data)
{
  MdgAreaTable *self = data;
  const MdgAreaTableOptions *options = &self->options;
  const MdgAreaRow *row_a = a;
  const MdgAreaRow *row_b = b;
  MdgAreaCell cell_a = find_cell (self, row_a->area, &options->order);
  MdgAreaCell cell_b = find_cell (self, row_b->area, &options->order);
  int order = (row_a->area > row_b->area) - (row_a->area < row_b->area);
  int by_value;

  if (options->order.is_name)
    return options->descending ? -order : order;
  /* What is not known stands last, whichever way round. */
  if (!cell_a.is_known || !cell_b.is_known)
    return cell_a.is_known != cell_b.is_known ? cell_b.is_known - cell_a.is_known : order;

  by_value = mdg_decimal_compare (cell_a.value, cell_b.value);
  if (by_value == 0)
    return order;

  return options->descending ? -by_value : by_value;
}

static void
add_prefectures (MdgAreaTable *self, MdgRegion region)
{
  MdgArea areas[MDG_N_PREFECTURES];
  guint n = mdg_region_get_areas (region, areas);
  guint first = self->n_rows;

  for (guint i = 0; i < n; i++)
    self->rows[self->n_rows++] = (MdgAreaRow) { areas[i], mdg_area_get_region (areas[i]) };
  g_sort_array (&self->rows[first], n, sizeof self->rows[0], compare_rows, self);
}

static void
add_rows (MdgAreaTable *self)
{
  if (!self->options.by_region)
    add_prefectures (self, MDG_REGION_NONE);

  for (MdgRegion region = MDG_REGION_NONE + 1; self->options.by_region && region < MDG_N_REGIONS;
       region++)
    {
      self->rows[self->n_rows++] = (MdgAreaRow) { MDG_AREA_NONE, region };
      add_prefectures (self, region);
    }

  self->rows[self->n_rows++] = (MdgAreaRow) { MDG_AREA_NATIONAL, MDG_REGION_NONE };
}

/**
 * mdg_area_table_new:
 * @figures: the figures
 * @options: what the table holds; copied
 *
 * Returns: (transfer full): the table
 */
MdgAreaTable *
mdg_area_table_new (MdgFigures *figures, const MdgAreaTableOptions *options)
{
  MdgAreaTable *self = g_atomic_rc_box_new0 (MdgAreaTable);

  self->figures = mdg_figures_ref (figures);
  self->options = *options;
  self->columns = g_array_new (FALSE, FALSE, sizeof (MdgAreaColumn));
  add_columns (self);
  add_rows (self);

  self->cells = g_new (MdgAreaCell, (gsize) self->n_rows * self->columns->len);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint i = 0; i < self->columns->len; i++)
      self->cells[row * self->columns->len + i] =
        make_cell (self, &self->rows[row], &g_array_index (self->columns, MdgAreaColumn, i));

  return self;
}

/**
 * mdg_area_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
MdgAreaTable *
mdg_area_table_ref (MdgAreaTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
area_table_clear (gpointer data)
{
  MdgAreaTable *self = data;

  mdg_figures_unref (self->figures);
  g_array_unref (self->columns);
  g_free (self->cells);
}

/**
 * mdg_area_table_unref:
 * @self: (transfer full): a table
 */
void
mdg_area_table_unref (MdgAreaTable *self)
{
  g_atomic_rc_box_release_full (self, area_table_clear);
}

/**
 * mdg_area_table_get_figures:
 * @self: a table
 *
 * Returns: (transfer none): the figures it is made of
 */
MdgFigures *
mdg_area_table_get_figures (MdgAreaTable *self)
{
  return self->figures;
}

/**
 * mdg_area_table_get_options:
 * @self: a table
 *
 * Returns: what it holds
 */
const MdgAreaTableOptions *
mdg_area_table_get_options (MdgAreaTable *self)
{
  return &self->options;
}

/**
 * mdg_area_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has, with that of the names
 */
guint
mdg_area_table_get_n_columns (MdgAreaTable *self)
{
  return self->columns->len;
}

/**
 * mdg_area_table_get_column:
 * @self: a table
 * @column: which column
 *
 * Returns: what stands in it
 */
MdgAreaColumn
mdg_area_table_get_column (MdgAreaTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, ((MdgAreaColumn) { .is_name = TRUE }));

  return g_array_index (self->columns, MdgAreaColumn, column);
}

static gboolean
has_several_types (MdgAreaTable *self)
{
  return (self->options.facility_types & (self->options.facility_types - 1)) != 0;
}

/**
 * mdg_area_table_dup_column_title:
 * @self: a table
 * @column: which column
 *
 * Returns: (transfer full): what stands above it: the measure, and the facility type where there
 *   are several
 */
char *
mdg_area_table_dup_column_title (MdgAreaTable *self, guint column)
{
  MdgAreaColumn what = mdg_area_table_get_column (self, column);
  g_autofree char *measure = NULL;

  if (what.is_name)
    return g_strdup (_ ("Prefecture"));

  if (what.measure == MDG_MEASURE_RANK_PREVIOUS)
    {
      g_autofree char *month = mdg_format_month_short (self->options.month - 1);

      /* Translators: the heading of a column with ranks of another month, e.g. "Rank, Sep 2025". */
      measure = g_strdup_printf (_ ("Rank, %s"), month);
    }
  else
    {
      measure = g_strdup (mdg_measure_get_short_label (what.measure));
    }
  if (!has_several_types (self))
    return g_steal_pointer (&measure);

  /* Translators: the heading of a column: the facility type and the measure. */
  return g_strdup_printf (C_ ("column", "%s: %s"), mdg_facility_type_get_label (what.facility_type),
                          measure);
}

/**
 * mdg_area_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, totals included
 */
guint
mdg_area_table_get_n_rows (MdgAreaTable *self)
{
  return self->n_rows;
}

/**
 * mdg_area_table_get_row:
 * @self: a table
 * @row: which row
 *
 * Returns: what it is about
 */
MdgAreaRow
mdg_area_table_get_row (MdgAreaTable *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, ((MdgAreaRow) { MDG_AREA_NONE, MDG_REGION_NONE }));

  return self->rows[row];
}

/**
 * mdg_area_table_dup_row_name:
 * @self: a table
 * @row: which row
 *
 * Returns: (transfer full): how the row is called on screen
 */
char *
mdg_area_table_dup_row_name (MdgAreaTable *self, guint row)
{
  MdgAreaRow what = mdg_area_table_get_row (self, row);
  MdgLanguage language = mdg_language_get ();

  if (what.area != MDG_AREA_NONE)
    return g_strdup (mdg_area_get_label (what.area, language));

  /* Translators: the row that sums up a region, e.g. "Kanto, total". */
  return g_strdup_printf (_ ("%s, total"), mdg_region_get_label (what.region, language));
}

/**
 * mdg_area_table_get_n_known:
 * @self: a table
 *
 * Returns: of how many prefectures at least one value is known
 */
guint
mdg_area_table_get_n_known (MdgAreaTable *self)
{
  guint n_known = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < self->columns->len; i++)
        is_known |= self->cells[row * self->columns->len + i].is_known;
      n_known += is_known && mdg_area_is_prefecture (self->rows[row].area);
    }

  return n_known;
}

/**
 * mdg_area_table_get_cell:
 * @self: a table
 * @row: which row
 * @column: which column
 *
 * Returns: the value; none in the column of the names
 */
MdgAreaCell
mdg_area_table_get_cell (MdgAreaTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->columns->len, ((MdgAreaCell) { 0 }));

  return self->cells[row * self->columns->len + column];
}

/**
 * mdg_area_table_sum:
 * @self: a table
 * @areas: (array length=n_areas): prefectures, each once
 * @n_areas: how many
 * @column: which column
 *
 * Adds up chosen prefectures, as mdg_area_total() does.
 *
 * Returns: the total
 */
MdgAreaCell
mdg_area_table_sum (MdgAreaTable *self, const MdgArea *areas, guint n_areas, guint column)
{
  MdgAreaColumn what = mdg_area_table_get_column (self, column);

  return sum_cells (self, areas, n_areas, &what);
}

/**
 * mdg_area_column_equal:
 * @a: a column
 * @b: another
 *
 * Returns: whether the same stands in both
 */
gboolean
mdg_area_column_equal (const MdgAreaColumn *a, const MdgAreaColumn *b)
{
  return a->is_name == b->is_name &&
         (a->is_name || (a->measure == b->measure && a->facility_type == b->facility_type));
}

/**
 * mdg_area_table_options_init_ministry:
 * @self: (out caller-allocates): the options
 * @month: a month
 * @facility_type: a facility type
 *
 * Sets the form in which the ministry prints the prefectures by facility type (slides 13 to 16 of
 * the deck of 13 November 2025): rank, rank before, prefecture, rate, verifications with the card
 * and all verifications, by rank.
 */
void
mdg_area_table_options_init_ministry (MdgAreaTableOptions *self,
                                      MdgMonth month,
                                      MdgFacilityType facility_type)
{
  *self = (MdgAreaTableOptions) {
    .month = month,
    .measures = 1u << MDG_MEASURE_RANK | 1u << MDG_MEASURE_RANK_PREVIOUS |
                1u << MDG_MEASURE_USAGE_RATE_ONLINE | 1u << MDG_MEASURE_MNC_COUNT |
                1u << MDG_MEASURE_VERIFICATION_COUNT,
    .facility_types = 1u << facility_type,
    .order = { FALSE, MDG_MEASURE_RANK, facility_type },
  };
}
