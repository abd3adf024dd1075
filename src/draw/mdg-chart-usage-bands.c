/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-rows.h"
#include "draw/mdg-chart-words.h"

typedef struct
{
  MdgChartRows *rows;
  MdgFigures *figures;
  MdgChartTable *table;
  GPtrArray *notes;
  GString *summary;
  int n_rows;
} Builder;

static const MdgObservation *
look_up (Builder *self, MdgMonth month, MdgFacilityType type, MdgMeasure measure)
{
  return mdg_figures_lookup (self->figures, month, MDG_DAY_NONE, MDG_AREA_NATIONAL, type, measure);
}

static void
add_band (Builder *self,
          const MdgObservation *share,
          const char *id,
          const char *name,
          double from,
          MdgChartInk ink,
          MdgChartFill fill,
          int column)
{
  double to = from + mdg_decimal_to_double (share->value);
  g_autofree char *full_id = NULL;
  g_autofree char *month_id = mdg_month_to_string (share->month);
  g_autofree char *value = mdg_format_percent (share->value);
  g_autofree char *text = mdg_chart_words_describe_as (share, name);
  guint point;

  full_id = g_strconcat (month_id, "/", id, NULL);
  point = mdg_chart_scene_add_point (MDG_CHART_SCENE (self->rows), full_id, name, text, NULL,
                                     self->n_rows, column);
  mdg_chart_rows_add_bar (self->rows, from, to, ink, fill, value, point);
  mdg_chart_words_add_row (self->table, self->figures, name, share);
  mdg_chart_words_note_doubts (self->notes, share);
  g_string_append_printf (self->summary, " %s", text);
}

/* The source prints the two ends; what is left of 100 is between them, and is computed here, where
 * one edition gives both. */
static gboolean
get_between (const MdgObservation *under, const MdgObservation *over, MdgObservation *between)
{
  MdgDecimal ends;

  if (under->edition != over->edition || !mdg_decimal_add (under->value, over->value, &ends))
    return FALSE;

  *between = *under;
  between->quality = MDG_QUALITY_DERIVED;

  return mdg_decimal_subtract (MDG_DECIMAL (100, 0), ends, &between->value) &&
         between->value.digits >= 0;
}

static void
add_month (Builder *self, MdgMonth month)
{
  const MdgObservation *under =
    look_up (self, month, MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_UNDER_10);
  const MdgObservation *over =
    look_up (self, month, MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_30_AND_OVER);
  const MdgObservation *counted =
    look_up (self, month, MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_COUNTED);
  g_autofree char *label = mdg_format_month (month);
  g_autofree char *caption = NULL;
  const MdgObservation *first = under != NULL ? under : over;
  const char *doubt;
  MdgObservation between;

  if (first == NULL)
    return;
  doubt = mdg_chart_words_get_doubt (first->doubt);

  if (counted != NULL)
    {
      g_autofree char *count = mdg_format_value_full (counted);

      /* Translators: a number of facilities with its unit. */
      caption = g_strdup_printf (_ ("of %s"), count);
    }
  /* What is inferred of the bars is said beside them. */
  if (doubt != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&caption);

      /* Translators: a number of facilities, and a doubt in two words. */
      caption = g_strdup_printf (C_ ("usage band", "%s (%s)"), plain != NULL ? plain : "", doubt);
    }
  mdg_chart_rows_add_row (self->rows, label, NULL, caption, FALSE);
  if (under != NULL)
    add_band (self, under, "under-10", C_ ("usage band", "Under 10%"), 0, MDG_CHART_INK_OTHER,
              MDG_CHART_FILL_SOLID, 0);
  if (under != NULL && over != NULL && get_between (under, over, &between))
    add_band (self, &between, "between", C_ ("usage band", "10% to under 30%"),
              mdg_decimal_to_double (under->value), MDG_CHART_INK_DIM, MDG_CHART_FILL_HATCHED, 1);
  if (over != NULL)
    add_band (self, over, "30-and-over",
              /* xgettext:no-c-format */
              C_ ("usage band", "30% and over"), 100 - mdg_decimal_to_double (over->value),
              MDG_CHART_INK_ACCENT, MDG_CHART_FILL_SOLID, 2);
  if (counted != NULL)
    mdg_chart_words_add_row (self->table, self->figures, mdg_measure_get_label (counted->measure),
                             counted);
  self->n_rows++;
}

static void
add_unassigned_mark (Builder *self,
                     const MdgObservation *share,
                     MdgChartRowMark kind,
                     const char *name,
                     int column)
{
  g_autofree char *month_id = mdg_month_to_string (share->month);
  g_autofree char *id =
    g_strconcat (month_id, "/", mdg_facility_type_get_id (share->facility_type), NULL);
  /* Translators: a facility type and a usage band. */
  g_autofree char *full_name =
    g_strdup_printf (C_ ("chart point", "%s, %s"), name, C_ ("usage band", "Under 10%"));
  g_autofree char *text = mdg_chart_words_describe_as (share, full_name);
  guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (self->rows), id, name, text, NULL,
                                           self->n_rows, column);

  mdg_chart_rows_add_mark (self->rows, mdg_decimal_to_double (share->value), kind,
                           MDG_CHART_INK_OTHER, point);
  mdg_chart_words_add_row (self->table, self->figures, full_name, share);
  mdg_chart_words_note_doubts (self->notes, share);
}

static gboolean
add_unassigned (Builder *self,
                MdgFacilityType type,
                MdgMonth first,
                MdgMonth last,
                gboolean is_first_row)
{
  const MdgObservation *before = look_up (self, first, type, MDG_MEASURE_FACILITIES_UNDER_10);
  const MdgObservation *after = look_up (self, last, type, MDG_MEASURE_FACILITIES_UNDER_10);
  const char *name = mdg_facility_type_get_label (type);
  g_autofree char *old = before != NULL ? mdg_format_percent (before->value) : NULL;
  g_autofree char *new = after != NULL ? mdg_format_percent (after->value) : NULL;
  g_autofree char *value = NULL;

  /* Which is the first of them is known within an edition only. */
  if (before == NULL || after == NULL || first == last || before->edition != after->edition)
    return FALSE;

  if (is_first_row)
    mdg_chart_rows_add_heading (self->rows, _ ("Under 10%, by facility types that the source does "
                                               "not name; which is which is not known"));
  /* Translators: a share then and now. */
  value = g_strdup_printf (C_ ("usage band", "%s → %s"), old, new);
  mdg_chart_rows_add_row (self->rows, name, value, NULL, FALSE);
  add_unassigned_mark (self, before, MDG_CHART_ROW_RING, name, 0);
  add_unassigned_mark (self, after, MDG_CHART_ROW_DOT, name, 1);
  self->n_rows++;

  return TRUE;
}

static void
add_legend (Builder *self, MdgMonth first, MdgMonth last, gboolean has_unassigned)
{
  MdgChartLegend *legend = mdg_chart_rows_get_legend (self->rows);

  mdg_chart_legend_add_block (legend, MDG_CHART_INK_OTHER, MDG_CHART_FILL_SOLID,
                              C_ ("usage band", "Under 10%"));
  mdg_chart_legend_add_block (legend, MDG_CHART_INK_DIM, MDG_CHART_FILL_HATCHED,
                              _ ("10% to under 30% (derived)"));
  mdg_chart_legend_add_block (legend, MDG_CHART_INK_ACCENT, MDG_CHART_FILL_SOLID,
                              /* xgettext:no-c-format */
                              C_ ("usage band", "30% and over"));
  if (has_unassigned)
    {
      g_autofree char *old = mdg_format_month_short (first);
      g_autofree char *new = mdg_format_month_short (last);

      mdg_chart_legend_add_mark (legend, MDG_CHART_INK_OTHER, MDG_CHART_SHAPE_CIRCLE, 2, old);
      mdg_chart_legend_add_mark (legend, MDG_CHART_INK_OTHER, MDG_CHART_SHAPE_CIRCLE, 0, new);
    }
}

/**
 * mdg_chart_usage_bands_new:
 * @figures: the figures
 *
 * Draws how many facilities have which usage rate, claims basis, in each month that is known. The
 * band between the two that the source prints is what is left of 100, and hatched as derived. The
 * pairs whose facility type the source does not name are rows of their own and are assigned to
 * none. Points have month and band ("2025-09/under-10"), or month and type, as id.
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_usage_bands_new (MdgFigures *figures)
{
  static const MdgMeasure measures[] = { MDG_MEASURE_FACILITIES_UNDER_10,
                                         MDG_MEASURE_FACILITIES_30_AND_OVER,
                                         MDG_MEASURE_FACILITIES_COUNTED };
  g_autoptr (GArray) months = mdg_figures_get_months (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                                                      MDG_MEASURE_FACILITIES_UNDER_10);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Usage Band"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) summary = g_string_new (NULL);
  Builder self = {
    .rows = mdg_chart_rows_new (100, MDG_CHART_ROWS_TRACKED),
    .figures = figures,
    .table = table,
    .notes = notes,
    .summary = summary,
  };
  MdgMonth first = months->len > 0 ? g_array_index (months, MdgMonth, 0) : MDG_MONTH_NONE;
  MdgMonth last =
    months->len > 0 ? g_array_index (months, MdgMonth, months->len - 1) : MDG_MONTH_NONE;
  g_autofree char *first_name = mdg_format_month (first);
  g_autofree char *last_name = mdg_format_month (last);
  g_autofree char *period = first != last
                              ? g_strdup_printf (C_ ("months", "%s and %s"), first_name, last_name)
                              : g_strdup (first_name);
  g_autofree char *subtitle =
    mdg_chart_words_join (mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()),
                          mdg_basis_get_label (MDG_BASIS_CLAIMS), period, NULL);
  g_autofree char *description = NULL;
  gboolean has_unassigned = FALSE;

  for (guint i = 0; i < months->len; i++)
    add_month (&self, g_array_index (months, MdgMonth, i));
  for (MdgFacilityType type = MDG_FACILITY_UNASSIGNED_1; type <= MDG_FACILITY_UNASSIGNED_4; type++)
    has_unassigned |= add_unassigned (&self, type, first, last, !has_unassigned);
  add_legend (&self, first, last, has_unassigned);

  description = g_strdup_printf (_ ("Stacked bars of the share of facilities by their usage rate, "
                                    "claims basis.%s"),
                                 summary->str);
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (self.rows), _ ("Facilities by Usage Rate"), subtitle,
                             description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (self.rows),
                                   mdg_chart_words_define (measures, G_N_ELEMENTS (measures)));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (self.rows), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (self.rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (self.rows);
}
