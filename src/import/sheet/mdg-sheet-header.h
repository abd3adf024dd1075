/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"
#include "core/mdg-vocabulary.h"

G_BEGIN_DECLS

/* What a column is for. */
typedef enum
{
  MDG_COLUMN_UNTOLD, /* the heading does not say */
  MDG_COLUMN_VALUES, /* figures of a measure */
  MDG_COLUMN_AREA,   /* names or codes of areas */
  MDG_COLUMN_CODE,   /* codes of areas */
  MDG_COLUMN_TYPE,   /* facility types */
  MDG_COLUMN_MONTH,  /* months */
  MDG_COLUMN_ASIDE,  /* row numbers, remarks and the like */
} MdgColumnRole;

/**
 * MdgHeading:
 * @role: what the column is for
 * @measure: for %MDG_COLUMN_VALUES the measure; %MDG_MEASURE_USAGE_RATE_ONLINE where the basis of a
 *   rate is not told
 * @basis_is_told: whether the heading says which rate it is
 * @type: the facility type, or %MDG_N_FACILITY_TYPES where none is told
 * @month: the month, or %MDG_MONTH_NONE where none is told
 * @is_of_month_before: whether the figures are of the month before
 * @is_since: whether @month is the one that a change began in
 * @is_bare: whether it names a facility type or a month and nothing else
 *
 * What the heading of a column says.
 */
typedef struct
{
  MdgColumnRole role;
  MdgMeasure measure;
  gboolean basis_is_told;
  MdgFacilityType type;
  MdgMonth month;
  gboolean is_of_month_before;
  gboolean is_since;
  gboolean is_bare;
} MdgHeading;

void mdg_heading_read (const char *const *parts, guint n_parts, MdgHeading *heading);
gboolean mdg_heading_find_month (const char *text, MdgMonth *month);
gboolean mdg_heading_find_type (const char *text, MdgFacilityType *type);
gboolean mdg_heading_is_total (const char *text);
gboolean mdg_heading_read_type (const char *text, MdgFacilityType *type);

G_END_DECLS
