/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of the field. Each has one id, used in code, file columns, documents and screen. */

typedef enum
{
  MDG_FACILITY_ALL,
  MDG_FACILITY_HOSPITAL,
  MDG_FACILITY_MEDICAL_CLINIC,
  MDG_FACILITY_DENTAL_CLINIC,
  MDG_FACILITY_PHARMACY,
  /* Figures the source prints without saying of which type they are; the number is their order on the page. */
  MDG_FACILITY_UNASSIGNED_1,
  MDG_FACILITY_UNASSIGNED_2,
  MDG_FACILITY_UNASSIGNED_3,
  MDG_FACILITY_UNASSIGNED_4,
  MDG_N_FACILITY_TYPES,
} MdgFacilityType;

typedef enum
{
  MDG_MEASURE_USAGE_RATE_ONLINE,
  MDG_MEASURE_USAGE_RATE_CLAIMS,
  MDG_MEASURE_CHANGE_POINTS,
  MDG_MEASURE_RANK,
  MDG_MEASURE_RANK_PREVIOUS,
  MDG_MEASURE_MNC_COUNT,
  MDG_MEASURE_VERIFICATION_COUNT,
  MDG_MEASURE_INSURANCE_CARD_COUNT,
  MDG_MEASURE_CHECKUP_VIEWS,
  MDG_MEASURE_DRUG_VIEWS,
  MDG_MEASURE_CARE_VIEWS,
  MDG_MEASURE_CARD_HOLDERS,
  MDG_MEASURE_HOLDER_SHARE,
  MDG_MEASURE_REGISTRANTS,
  MDG_MEASURE_REGISTRATION_SHARE,
  MDG_MEASURE_POPULATION,
  MDG_MEASURE_INSURED_AFFECTED,
  MDG_MEASURE_FACILITIES_COUNTED,
  MDG_MEASURE_FACILITIES_UNDER_10,
  MDG_MEASURE_FACILITIES_30_AND_OVER,
  MDG_MEASURE_DIFFERENCE_POINTS,
  MDG_N_MEASURES,
} MdgMeasure;

typedef enum
{
  MDG_UNIT_PERCENT,
  MDG_UNIT_COUNT,
  MDG_UNIT_PERSONS,
  MDG_UNIT_FACILITIES,
  MDG_UNIT_RANK,
  MDG_UNIT_POINTS,
  MDG_N_UNITS,
} MdgUnit;

typedef enum
{
  MDG_BASIS_NONE,
  MDG_BASIS_ONLINE,
  MDG_BASIS_CLAIMS,
  MDG_N_BASES,
} MdgBasis;

typedef enum
{
  MDG_DIRECTION_NONE,
  MDG_DIRECTION_HIGHER_IS_BETTER,
  MDG_DIRECTION_LOWER_IS_BETTER,
} MdgDirection;

/* Ordered: a greater quality wins when several editions give the same figure. */
typedef enum
{
  MDG_QUALITY_SECONDARY,
  MDG_QUALITY_DERIVED,
  MDG_QUALITY_PRINTED,
  MDG_QUALITY_VERIFIED,
  MDG_N_QUALITIES,
} MdgQuality;

/* How the source printed the value. Ordered: a greater precision wins within one edition. */
typedef enum
{
  MDG_PRECISION_APPROXIMATE,
  MDG_PRECISION_ROUNDED_10000,
  MDG_PRECISION_EXACT,
  MDG_N_PRECISIONS,
} MdgPrecision;

/* What is read into a figure by inference; shown wherever the figure is. */
typedef enum
{
  MDG_DOUBT_NONE,
  MDG_DOUBT_DATE_INFERRED,  /* the source does not attach its date note to the figure */
  MDG_DOUBT_MONTH_DISPUTED, /* the source's own note and other decks name different months */
  MDG_DOUBT_TYPE_INFERRED,  /* the source prints no facility type beside the figure */
  MDG_DOUBT_TYPE_UNKNOWN,   /* as above, and nothing tells which it is */
  MDG_DOUBT_BASIS_INFERRED, /* the source names no basis for the rate */
  MDG_DOUBT_UNOFFICIAL,     /* quoted by a page that is neither official nor press */
  MDG_N_DOUBTS,
} MdgDoubt;

const char *mdg_facility_type_get_id (MdgFacilityType type);
const char *mdg_facility_type_get_name_ja (MdgFacilityType type);
const char *mdg_facility_type_get_label (MdgFacilityType type);
gboolean mdg_facility_type_from_id (const char *id, MdgFacilityType *type);
gboolean mdg_facility_type_from_name_ja (const char *name, gssize length, MdgFacilityType *type);
gboolean mdg_facility_type_is_unassigned (MdgFacilityType type);

const char *mdg_measure_get_id (MdgMeasure measure);
gboolean mdg_measure_from_id (const char *id, MdgMeasure *measure);
const char *mdg_measure_get_label (MdgMeasure measure);
const char *mdg_measure_get_short_label (MdgMeasure measure);
const char *mdg_measure_get_definition (MdgMeasure measure);
const char *mdg_measure_get_source (MdgMeasure measure);
MdgUnit mdg_measure_get_unit (MdgMeasure measure);
MdgBasis mdg_measure_get_basis (MdgMeasure measure);
MdgDirection mdg_measure_get_direction (MdgMeasure measure);

const char *mdg_unit_get_id (MdgUnit unit);
const char *mdg_unit_get_label (MdgUnit unit);
const char *mdg_basis_get_id (MdgBasis basis);
const char *mdg_basis_get_label (MdgBasis basis);
const char *mdg_quality_get_id (MdgQuality quality);
gboolean mdg_quality_from_id (const char *id, MdgQuality *quality);
const char *mdg_quality_get_label (MdgQuality quality);
const char *mdg_quality_get_description (MdgQuality quality);
const char *mdg_precision_get_id (MdgPrecision precision);
gboolean mdg_precision_from_id (const char *id, MdgPrecision *precision);
const char *mdg_precision_get_label (MdgPrecision precision);
const char *mdg_doubt_get_id (MdgDoubt doubt);
gboolean mdg_doubt_from_id (const char *id, MdgDoubt *doubt);
const char *mdg_doubt_get_description (MdgDoubt doubt);

G_END_DECLS
