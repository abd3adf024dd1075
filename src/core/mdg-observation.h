/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "core/mdg-day.h"
#include "core/mdg-decimal.h"
#include "core/mdg-vocabulary.h"

G_BEGIN_DECLS

#define MDG_PAGE_UNKNOWN (-1)

/**
 * MdgObservation:
 * @month: the month the figure is about
 * @as_of: the day the figure is about, for stocks such as card holders; else %MDG_DAY_NONE
 * @area: the area
 * @facility_type: the facility type
 * @measure: what is measured
 * @quality: what stands behind the value
 * @precision: how the source printed the value
 * @doubt: what was read into the figure by inference
 * @page: slide number in the edition as the edition counts, or %MDG_PAGE_UNKNOWN
 * @edition: index of the edition in the list the observation travels with
 * @value: the value in the measure's unit
 *
 * One figure of one edition.
 */
typedef struct
{
  MdgMonth month;
  MdgArea area;
  guint8 facility_type;
  guint8 measure;
  guint8 quality;
  guint8 precision;
  guint8 doubt;
  gint16 page;
  guint16 edition;
  MdgDay as_of;
  MdgDecimal value;
} MdgObservation;

gboolean mdg_observation_is_sound (const MdgObservation *self, MdgQuality least);
gboolean mdg_observation_get_count (const MdgObservation *self, gint64 *count);
int mdg_observation_compare_key (const MdgObservation *a, const MdgObservation *b);
char *mdg_observation_format_precision (const MdgObservation *self);
gboolean mdg_observation_parse_precision (const char *text, MdgObservation *self);

G_END_DECLS
