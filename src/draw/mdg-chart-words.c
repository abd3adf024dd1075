/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-scene-private.h"

/*
 * mdg_chart_words_describe:
 * @observation: a figure
 *
 * Returns: (transfer full): the figure in one sentence with its time, basis, quality and doubt,
 *   such as "October 2025: 37.14% (online basis). Verified."
 */
char *
mdg_chart_words_describe (const MdgObservation *observation)
{
  return mdg_chart_words_describe_as (observation, NULL);
}

/*
 * mdg_chart_words_describe_as:
 * @observation: a figure
 * @name: (nullable): what it is about, put before its time
 *
 * Returns: (transfer full): as [func@mdg_chart_words_describe], such as "Hospitals, October 2025:
 *   57.00% (online basis). Derived."
 */
char *
mdg_chart_words_describe_as (const MdgObservation *observation, const char *name)
{
  MdgBasis basis = mdg_measure_get_basis (observation->measure);
  g_autofree char *value = mdg_format_value_full (observation);
  g_autofree char *period = mdg_format_period (observation);
  g_autofree char *named = name != NULL
                             /* Translators: what a figure is about, and its month or day. */
                             ? g_strdup_printf (C_ ("chart point", "%s, %s"), name, period)
                             : g_strdup (period);
  const char *quality = mdg_quality_get_label (observation->quality);
  g_autofree char *text =
    basis == MDG_BASIS_NONE
      /* Translators: month or day, figure, quality, as in "October 2025: 37.14%. Verified." */
      ? g_strdup_printf (C_ ("chart point", "%s: %s. %s."), named, value, quality)
      /* Translators: as before, with the basis of the rate in brackets. */
      : g_strdup_printf (C_ ("chart point", "%s: %s (%s). %s."), named, value,
                         mdg_basis_get_label (basis), quality);

  if (observation->doubt == MDG_DOUBT_NONE)
    return g_steal_pointer (&text);

  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (C_ ("chart point", "%s %s"), text,
                          mdg_doubt_get_description (observation->doubt));
}

/*
 * mdg_chart_words_get_doubt:
 * @doubt: a doubt
 *
 * Returns: (nullable): the doubt in two words, to stand in brackets after a figure
 */
const char *
mdg_chart_words_get_doubt (MdgDoubt doubt)
{
  switch (doubt)
    {
    case MDG_DOUBT_DATE_INFERRED:
      return C_ ("doubt", "date inferred");
    case MDG_DOUBT_MONTH_DISPUTED:
      return C_ ("doubt", "month disputed");
    case MDG_DOUBT_TYPE_INFERRED:
      return C_ ("doubt", "facility type inferred");
    case MDG_DOUBT_TYPE_UNKNOWN:
      return C_ ("doubt", "facility type unknown");
    case MDG_DOUBT_BASIS_INFERRED:
      return C_ ("doubt", "basis inferred");
    case MDG_DOUBT_UNOFFICIAL:
      return C_ ("doubt", "unofficial page");
    case MDG_DOUBT_NONE:
    case MDG_N_DOUBTS:
    default:
      return NULL;
    }
}

/*
 * mdg_chart_words_join:
 * @first: a part
 * @...: further parts, then %NULL
 *
 * Returns: (transfer full): the parts that are not empty, with a dot between them
 */
char *
mdg_chart_words_join (const char *first, ...)
{
  GString *out = g_string_new (first);
  const char *part;
  va_list parts;

  va_start (parts, first);
  while ((part = va_arg (parts, const char *)) != NULL)
    {
      if (*part == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append (out, part);
    }
  va_end (parts);

  return g_string_free_and_steal (out);
}

/*
 * mdg_chart_words_define:
 * @measures: (array length=n_measures): measures
 * @n_measures: how many
 *
 * Returns: (transfer full): a paragraph for each, with its definition and source
 */
char *
mdg_chart_words_define (const MdgMeasure *measures, guint n_measures)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_measures; i++)
    {
      if (i > 0)
        g_string_append (out, "\n\n");
      g_string_append_printf (out, "%s\n%s\n%s", mdg_measure_get_label (measures[i]),
                              mdg_measure_get_definition (measures[i]),
                              mdg_measure_get_source (measures[i]));
    }

  return g_string_free_and_steal (out);
}

static void
add_note_once (GPtrArray *notes, const char *note)
{
  if (!g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
    g_ptr_array_add (notes, g_strdup (note));
}

/*
 * mdg_chart_words_note_doubts:
 * @notes: (element-type utf8): notes so far
 * @observation: a figure
 *
 * Adds what must be said of the figure, unless it has been said: that it is computed or quoted,
 * and its doubt.
 */
void
mdg_chart_words_note_doubts (GPtrArray *notes, const MdgObservation *observation)
{
  if (observation->quality < MDG_QUALITY_PRINTED)
    {
      /* Translators: a quality such as "Derived", and what it means. */
      g_autofree char *note = g_strdup_printf (C_ ("quality note", "%s: %s"),
                                               mdg_quality_get_label (observation->quality),
                                               mdg_quality_get_description (observation->quality));

      add_note_once (notes, note);
    }
  if (observation->doubt != MDG_DOUBT_NONE)
    {
      /* Translators: a doubt as it stands in the chart, such as "date inferred", and what it means. */
      g_autofree char *note = g_strdup_printf (C_ ("quality note", "“%s”: %s"),
                                               mdg_chart_words_get_doubt (observation->doubt),
                                               mdg_doubt_get_description (observation->doubt));

      add_note_once (notes, note);
    }
}

/*
 * mdg_chart_words_take_notes:
 * @scene: a scene
 * @notes: (element-type utf8): notes, in an array that ends with %NULL
 *
 * Puts the notes beneath the chart, if there are any.
 */
void
mdg_chart_words_take_notes (MdgChartScene *scene, GPtrArray *notes)
{
  if (notes->len > 0)
    mdg_chart_scene_take_note (scene, g_strjoinv ("\n", (char **) notes->pdata));
}

/*
 * mdg_chart_words_new_table:
 * @first_title: the title of the first column
 *
 * Returns: (transfer full): a table for [func@mdg_chart_words_add_row]
 */
MdgChartTable *
mdg_chart_words_new_table (const char *first_title)
{
  MdgChartTable *table = mdg_chart_table_new ();

  mdg_chart_table_add_column (table, first_title, MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Month or Day"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Figure"), MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_column (table, C_ ("chart table", "Quality"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Doubt"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Source"), MDG_CHART_COLUMN_SOURCE);

  return table;
}

/*
 * mdg_chart_words_dup_edition:
 * @figures: where the figure is from
 * @observation: a figure
 *
 * Returns: (transfer full): its publication, and the page where that is known
 */
char *
mdg_chart_words_dup_edition (MdgFigures *figures, const MdgObservation *observation)
{
  MdgEdition *edition = mdg_figures_get_edition (figures, observation->edition);

  if (observation->page <= 0)
    return g_strdup (edition->title);

  /* Translators: a publication and a page of it. */
  return g_strdup_printf (_ ("%s, page %d"), edition->title, observation->page);
}

/*
 * mdg_chart_words_add_source:
 * @sources: sources so far, or an empty string
 * @more: a source, or several as this function puts them
 *
 * Adds what is not there yet.
 */
void
mdg_chart_words_add_source (GString *sources, const char *more)
{
  /* Translators: between the sources of figures. No publication has it in its title. */
  const char *separator = C_ ("between sources", "; ");
  g_auto (GStrv) known = g_strsplit (sources->str, separator, -1);
  g_auto (GStrv) parts = g_strsplit (more, separator, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_strv_contains ((const char *const *) known, parts[i]))
      g_string_append_printf (sources, "%s%s", sources->len > 0 ? separator : "", parts[i]);
}

/*
 * mdg_chart_words_add_row:
 * @table: a table
 * @figures: where the figure is from
 * @first: the first cell
 * @observation: a figure
 *
 * Adds a row about a figure.
 */
void
mdg_chart_words_add_row (MdgChartTable *table,
                         MdgFigures *figures,
                         const char *first,
                         const MdgObservation *observation)
{
  g_autofree char *period = mdg_format_period (observation);
  g_autofree char *value = mdg_format_value_full (observation);
  g_autofree char *source = mdg_chart_words_dup_edition (figures, observation);

  mdg_chart_table_add_row (
    table, first, period, value, mdg_quality_get_label (observation->quality),
    observation->doubt == MDG_DOUBT_NONE ? "" : mdg_chart_words_get_doubt (observation->doubt),
    source, NULL);
}

/**
 * mdg_chart_words_dup_source:
 * @table: the table of a chart
 *
 * Tells where the figures of a chart are from: each source of the table once, in its order.
 *
 * Returns: (transfer full): a line for the foot of a picture; that no source is known, if none is
 */
char *
mdg_chart_words_dup_source (MdgChartTable *table)
{
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint column = 0; column < mdg_chart_table_get_n_columns (table); column++)
    if (mdg_chart_table_get_kind (table, column) == MDG_CHART_COLUMN_SOURCE)
      for (guint row = 0; row < mdg_chart_table_get_n_rows (table); row++)
        mdg_chart_words_add_source (sources, mdg_chart_table_get_cell (table, row, column));

  /* Translators: %s are publications. */
  return sources->len > 0 ? g_strdup_printf (_ ("Source: %s"), sources->str)
                          : g_strdup (_ ("No figure, and so no source"));
}
