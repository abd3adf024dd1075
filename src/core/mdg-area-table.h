/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgAreaColumn:
 * @is_name: whether it names the row; the rest then says nothing
 * @measure: what is measured
 * @facility_type: of which facility type
 *
 * What stands in a column of a table of areas.
 */
typedef struct
{
  gboolean is_name;
  MdgMeasure measure;
  MdgFacilityType facility_type;
} MdgAreaColumn;

/**
 * MdgAreaTableOptions:
 * @month: of which month
 * @measures: which measures, a bit (1 << #MdgMeasure) for each
 * @facility_types: of which facility types, a bit (1 << #MdgFacilityType) for each
 * @by_region: whether the prefectures stand below the total of their region
 * @order: by which column they are ordered; by area code where there is no such column
 * @descending: whether the greatest stands first
 *
 * What a table of areas holds.
 */
typedef struct
{
  MdgMonth month;
  guint32 measures;
  guint32 facility_types;
  gboolean by_region;
  MdgAreaColumn order;
  gboolean descending;
} MdgAreaTableOptions;

/**
 * MdgAreaRow:
 * @area: a prefecture or the nation, or %MDG_AREA_NONE for the total of a region
 * @region: the region of the prefecture or of the total
 *
 * What a row of a table of areas is about.
 */
typedef struct
{
  MdgArea area;
  MdgRegion region;
} MdgAreaRow;

/**
 * MdgAreaCell:
 * @is_known: whether there is a value
 * @value: the value
 * @observation: (nullable): the figure it is, owned by the figures of the table; %NULL where it is
 *   added up from several or not known
 * @edition: the edition it is from, or that what was added up is from
 *
 * One value of a table of areas.
 */
typedef struct
{
  gboolean is_known;
  MdgDecimal value;
  const MdgObservation *observation;
  guint16 edition;
} MdgAreaCell;

/**
 * MdgAreaTable:
 *
 * The prefectures of one month as rows, chosen measures of chosen facility types as columns, the
 * totals of the regions among them if wanted, and the nation below. Totals obey the laws: counts
 * are summed, a rate is the ratio of the sums, and what cannot be added up has none. Immutable and
 * reference counted; it keeps its figures alive.
 */
typedef struct _MdgAreaTable MdgAreaTable;

#define MDG_TYPE_AREA_TABLE (mdg_area_table_get_type ())
GType mdg_area_table_get_type (void);
MdgAreaTable *mdg_area_table_new (MdgFigures *figures, const MdgAreaTableOptions *options);
MdgAreaTable *mdg_area_table_ref (MdgAreaTable *self);
void mdg_area_table_unref (MdgAreaTable *self);

MdgFigures *mdg_area_table_get_figures (MdgAreaTable *self);
const MdgAreaTableOptions *mdg_area_table_get_options (MdgAreaTable *self);
guint mdg_area_table_get_n_columns (MdgAreaTable *self);
MdgAreaColumn mdg_area_table_get_column (MdgAreaTable *self, guint column);
char *mdg_area_table_dup_column_title (MdgAreaTable *self, guint column);
guint mdg_area_table_get_n_rows (MdgAreaTable *self);
MdgAreaRow mdg_area_table_get_row (MdgAreaTable *self, guint row);
char *mdg_area_table_dup_row_name (MdgAreaTable *self, guint row);
guint mdg_area_table_get_n_known (MdgAreaTable *self);
MdgAreaCell mdg_area_table_get_cell (MdgAreaTable *self, guint row, guint column);
MdgAreaCell mdg_area_table_sum (MdgAreaTable *self,
                                const MdgArea *areas,
                                guint n_areas,
                                guint column);

gboolean mdg_area_column_equal (const MdgAreaColumn *a, const MdgAreaColumn *b);
void mdg_area_table_options_init_ministry (MdgAreaTableOptions *self,
                                           MdgMonth month,
                                           MdgFacilityType facility_type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgAreaTable, mdg_area_table_unref)

G_END_DECLS
