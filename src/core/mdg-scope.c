/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-scope.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (MdgScope, mdg_scope, mdg_scope_copy, mdg_scope_free)

/**
 * mdg_scope_copy:
 * @self: a scope
 *
 * Copies a scope to the heap; a plain assignment does as well.
 *
 * Returns: (transfer full): the copy
 */
MdgScope *
mdg_scope_copy (const MdgScope *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * mdg_scope_free:
 * @self: (transfer full) (nullable): a scope made by [method@Scope.copy]
 *
 * Frees a scope.
 */
void
mdg_scope_free (MdgScope *self)
{
  g_free (self);
}

/**
 * mdg_scope_equal:
 * @a: a scope
 * @b: another scope
 *
 * Compares two scopes.
 *
 * Returns: whether they are the same
 */
gboolean
mdg_scope_equal (const MdgScope *a, const MdgScope *b)
{
  return a->month == b->month && a->measure == b->measure && a->facility_type == b->facility_type &&
         a->area == b->area;
}

static gboolean
is_valid_area (MdgArea area)
{
  return area < MDG_N_AREAS;
}

/**
 * mdg_scope_to_string:
 * @self: a scope
 *
 * Writes a scope down, for the state file. Without a month, the latest is meant.
 *
 * Returns: (transfer full): such as "month=2025-10 measure=rank facility-type=all area=07"
 */
char *
mdg_scope_to_string (const MdgScope *self)
{
  GString *text = g_string_new (NULL);

  if (self->month != MDG_MONTH_NONE)
    {
      g_autofree char *month = mdg_month_to_string (self->month);

      g_string_append_printf (text, "month=%s ", month);
    }
  if ((guint) self->measure < MDG_N_MEASURES)
    g_string_append_printf (text, "measure=%s ", mdg_measure_get_id (self->measure));
  if ((guint) self->facility_type < MDG_N_FACILITY_TYPES)
    g_string_append_printf (text, "facility-type=%s ",
                            mdg_facility_type_get_id (self->facility_type));
  if (is_valid_area (self->area))
    g_string_append_printf (text, "area=%s ", mdg_area_get_code (self->area));

  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free_and_steal (text);
}

static gboolean
read_part (const char *part, MdgScope *self)
{
  const char *value = strchr (part, '=');

  if (value == NULL)
    return FALSE;
  value++;

  if (g_str_has_prefix (part, "month="))
    return mdg_month_parse (value, &self->month);
  if (g_str_has_prefix (part, "measure="))
    return mdg_measure_from_id (value, &self->measure);
  if (g_str_has_prefix (part, "facility-type="))
    return mdg_facility_type_from_id (value, &self->facility_type);
  if (g_str_has_prefix (part, "area="))
    return mdg_area_from_code (value, &self->area);

  return FALSE;
}

/**
 * mdg_scope_from_string:
 * @text: (nullable): what [method@Scope.to_string] of this or another version wrote, or anything
 * @self: (out caller-allocates): the scope
 *
 * Reads a scope. What is missing or not known here is what a first start shows: the online-basis
 * rate of all facilities of the nation, in the latest month.
 *
 * Returns: whether everything in @text was understood; @self is set in any case
 */
gboolean
mdg_scope_from_string (const char *text, MdgScope *self)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", " ", -1);
  gboolean understood = TRUE;

  *self = (MdgScope) {
    .month = MDG_MONTH_NONE,
    .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
    .facility_type = MDG_FACILITY_ALL,
    .area = MDG_AREA_NATIONAL,
  };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      MdgScope wish = *self;

      if (*parts[i] == '\0')
        continue;
      if (read_part (parts[i], &wish))
        *self = wish;
      else
        understood = FALSE;
    }

  return understood;
}

static gboolean
has_prefectures (MdgFigures *figures, MdgMeasure measure, MdgFacilityType facility_type)
{
  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      if (mdg_figures_lookup_latest (figures, area, facility_type, measure) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The wished facility type, or else the first one for which the measure is known. Figures of an
 * unassigned type are of no type a view could name. */
static gboolean
find_facility_type (MdgFigures *figures,
                    MdgMeasure measure,
                    MdgFacilityType wish,
                    MdgFacilityType *facility_type)
{
  if ((guint) wish <= MDG_FACILITY_PHARMACY && has_prefectures (figures, measure, wish))
    {
      *facility_type = wish;
      return TRUE;
    }

  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      if (has_prefectures (figures, measure, type))
        {
          *facility_type = type;
          return TRUE;
        }
    }

  return FALSE;
}

/* The nearest month with data, the later of two that are as near; the latest if none is wished. */
static MdgMonth
find_month (MdgFigures *figures, const MdgScope *scope)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, scope->facility_type, scope->measure);
  MdgMonth best = g_array_index (months, MdgMonth, months->len - 1);

  if (scope->month == MDG_MONTH_NONE)
    return best;

  for (guint i = months->len; i > 0; i--)
    {
      MdgMonth month = g_array_index (months, MdgMonth, i - 1);

      if (abs ((int) month - (int) scope->month) < abs ((int) best - (int) scope->month))
        best = month;
    }

  return best;
}

/**
 * mdg_scope_resolve:
 * @wish: what is to be looked at
 * @figures: the figures
 * @resolved: (out caller-allocates): the nearest that exists
 *
 * Maps a wish to what @figures have by prefecture. A measure that no prefecture has, as the
 * claims-basis rate, becomes the online-basis rate; a facility type without the measure becomes all
 * facilities, or the first type that has it; a month without data becomes the nearest one with
 * data. What is resolved once stays as it is. Where there is no figure by prefecture at all, only
 * values outside the vocabulary change.
 *
 * Returns: what differs from @wish
 */
MdgScopeChange
mdg_scope_resolve (const MdgScope *wish, MdgFigures *figures, MdgScope *resolved)
{
  MdgScope scope = *wish;
  MdgScopeChange change = MDG_SCOPE_UNCHANGED;
  gboolean found = FALSE;

  if (!is_valid_area (scope.area))
    scope.area = MDG_AREA_NATIONAL;

  if ((guint) scope.measure < MDG_N_MEASURES)
    found = find_facility_type (figures, scope.measure, wish->facility_type, &scope.facility_type);
  if (!found)
    {
      scope.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
      found =
        find_facility_type (figures, scope.measure, wish->facility_type, &scope.facility_type);
    }

  if (found)
    scope.month = find_month (figures, &scope);
  else if ((guint) scope.facility_type > MDG_FACILITY_PHARMACY)
    scope.facility_type = MDG_FACILITY_ALL;

  if (scope.month != wish->month)
    change |= MDG_SCOPE_CHANGED_MONTH;
  if (scope.measure != wish->measure)
    change |= MDG_SCOPE_CHANGED_MEASURE;
  if (scope.facility_type != wish->facility_type)
    change |= MDG_SCOPE_CHANGED_FACILITY_TYPE;
  if (scope.area != wish->area)
    change |= MDG_SCOPE_CHANGED_AREA;

  *resolved = scope;
  return change;
}

/**
 * mdg_scope_list_measures:
 * @figures: the figures
 *
 * Returns: which measures can be looked at, a bit (1 << #MdgMeasure) for each: those known of any
 *   prefecture and any facility type that a view can name
 */
guint32
mdg_scope_list_measures (MdgFigures *figures)
{
  guint32 measures = 0;
  MdgFacilityType type;

  for (MdgMeasure measure = 0; measure < MDG_N_MEASURES; measure++)
    if (find_facility_type (figures, measure, MDG_FACILITY_ALL, &type))
      measures |= 1u << measure;

  return measures;
}
