/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-prefectures.h"
#include "draw/mdg-chart-rows.h"
#include "draw/mdg-chart-words.h"

/* Positive where the prefecture has risen. */
static int
get_move (const MdgObservation *rank, const MdgObservation *previous)
{
  return (int) (previous->value.digits - rank->value.digits);
}

/* As printed beside the rank or worked out of what is printed; else the ranks of the month before. */
static void
find_previous (MdgFigures *figures,
               MdgMonth month,
               MdgFacilityType facility_type,
               const MdgObservation *previous[MDG_N_AREAS])
{
  if (mdg_figures_get_areas (figures, month, facility_type, MDG_MEASURE_RANK_PREVIOUS, previous) ==
      0)
    mdg_figures_get_areas (figures, (MdgMonth) (month - 1), facility_type, MDG_MEASURE_RANK,
                           previous);
}

static MdgMonth
find_month (MdgFigures *figures, MdgFacilityType facility_type)
{
  MdgMonth month =
    mdg_chart_prefectures_find_month (figures, MDG_MEASURE_RANK_PREVIOUS, facility_type);

  return month != MDG_MONTH_NONE
           ? month
           : mdg_chart_prefectures_find_month (figures, MDG_MEASURE_RANK, facility_type);
}

static char *
format_move (int move)
{
  if (move > 0)
    /* Translators: so many places up in a list. */
    return g_strdup_printf (C_ ("rank change", "↑%d"), move);
  if (move < 0)
    /* Translators: so many places down in a list. */
    return g_strdup_printf (C_ ("rank change", "↓%d"), -move);

  /* Translators: no place up or down in a list. */
  return g_strdup (C_ ("rank change", "→"));
}

static char *
describe_move (int move)
{
  if (move > 0)
    return g_strdup_printf (ngettext ("%d place up", "%d places up", (gulong) move), move);
  if (move < 0)
    return g_strdup_printf (ngettext ("%d place down", "%d places down", (gulong) -move), -move);

  return g_strdup (_ ("no change"));
}

static void
add_prefecture (MdgChartRows *rows,
                MdgFigures *figures,
                const MdgObservation *rank,
                const MdgObservation *previous,
                guint index,
                gboolean is_selected,
                gboolean is_mover,
                MdgChartTable *table,
                GPtrArray *notes)
{
  const char *name = mdg_area_get_label (rank->area, mdg_language_get ());
  g_autofree char *now = mdg_format_rank ((guint) rank->value.digits);
  g_autofree char *before = mdg_format_rank ((guint) previous->value.digits);
  g_autofree char *move = format_move (get_move (rank, previous));
  g_autofree char *move_words = describe_move (get_move (rank, previous));
  /* Translators: a rank, and its change as an arrow with a number. */
  g_autofree char *value = g_strdup_printf (C_ ("rank change", "%s %s"), now, move);
  g_autofree char *month = mdg_format_month (rank->month);
  /* The change is as good as the worse of the two ranks. */
  const MdgObservation *worse = previous->quality < rank->quality ? previous : rank;
  const MdgObservation *doubted = rank->doubt != MDG_DOUBT_NONE ? rank : previous;
  const char *quality = mdg_quality_get_label (worse->quality);
  const char *doubt = mdg_chart_words_get_doubt (doubted->doubt);
  /* Translators: prefecture, month, rank, rank before, change in words, quality. */
  g_autofree char *text = g_strdup_printf (C_ ("chart point", "%s, %s: %s, %s before, %s. %s."),
                                           name, month, now, before, move_words, quality);
  MdgChartInk ink = is_selected || is_mover ? MDG_CHART_INK_ACCENT : MDG_CHART_INK_ACCENT_SOFT;
  guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), mdg_area_get_code (rank->area),
                                           name, text, NULL, (int) index, 0);
  g_autofree char *source = mdg_chart_words_dup_edition (figures, rank);
  g_autofree char *previous_source = mdg_chart_words_dup_edition (figures, previous);

  mdg_chart_rows_add_row (rows, name, value, NULL, is_selected);
  mdg_chart_rows_add_mark (rows, (double) previous->value.digits, MDG_CHART_ROW_RING, ink,
                           MDG_CHART_NO_POINT);
  mdg_chart_rows_add_mark (rows, (double) rank->value.digits, MDG_CHART_ROW_DOT, ink, point);

  mdg_chart_table_add_row (table, name, month, now, before, move_words, quality,
                           doubt != NULL ? doubt : "", source, previous_source, NULL);
  mdg_chart_words_note_doubts (notes, rank);
  mdg_chart_words_note_doubts (notes, previous);
}

/* Where previous ranks are worked out from rounded rates, some cannot be. */
static char *
dup_left_out (GPtrArray *ranks, const MdgObservation *const previous[MDG_N_AREAS])
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ranks->len; i++)
    {
      const MdgObservation *rank = g_ptr_array_index (ranks, i);

      if (previous[rank->area] != NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, mdg_area_get_label (rank->area, mdg_language_get ()));
    }

  /* Translators: %s is a list of prefectures. */
  return g_strdup_printf (_ ("Left out, since their rates of the month before are too near to each "
                             "other to rank them: %s"),
                          names->str);
}

static MdgChartTable *
make_table (void)
{
  MdgChartTable *table = mdg_chart_table_new ();

  mdg_chart_table_add_column (table, C_ ("chart table", "Area"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Month or Day"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Rank"), MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_column (table, C_ ("chart table", "Previous Rank"), MDG_CHART_COLUMN_NUMBER);
  mdg_chart_table_add_column (table, C_ ("chart table", "Change"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Quality"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Doubt"), MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Source"), MDG_CHART_COLUMN_SOURCE);
  mdg_chart_table_add_column (table, C_ ("chart table", "Source of the Previous Rank"),
                              MDG_CHART_COLUMN_SOURCE);

  return table;
}

/**
 * mdg_chart_rank_change_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest in which previous ranks are known
 * @facility_type: a facility type
 * @selected: a prefecture to emphasise, or %MDG_AREA_NONE
 *
 * Draws, for each prefecture whose rank and previous rank are known, both on one scale, the first
 * at the top. Who has moved furthest is emphasised. Points have the area's code as id ("07").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_rank_change_new (MdgFigures *figures,
                           MdgMonth month,
                           MdgFacilityType facility_type,
                           MdgArea selected)
{
  MdgChartRows *rows = mdg_chart_rows_new (MDG_N_PREFECTURES + 1, MDG_CHART_ROWS_PLAIN);
  MdgMonth shown = month != MDG_MONTH_NONE ? month : find_month (figures, facility_type);
  g_autoptr (GPtrArray) ranks =
    mdg_chart_prefectures_sort (figures, shown, MDG_MEASURE_RANK, facility_type, MDG_REGION_NONE);
  const MdgObservation *previous[MDG_N_AREAS];
  g_autoptr (MdgChartTable) table = make_table ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) description = g_string_new (NULL);
  MdgMeasure measures[] = { MDG_MEASURE_RANK, MDG_MEASURE_RANK_PREVIOUS };
  g_autofree char *month_name = mdg_format_month (shown);
  g_autofree char *subtitle =
    mdg_chart_words_join (mdg_facility_type_get_label (facility_type),
                          mdg_basis_get_label (MDG_BASIS_ONLINE), month_name, NULL);
  const MdgObservation *riser = NULL;
  const MdgObservation *faller = NULL;
  int most_up = 0;
  int most_down = 0;
  guint n_known = 0;
  gboolean is_derived = FALSE;

  find_previous (figures, shown, facility_type, previous);
  for (guint i = 0; i < ranks->len; i++)
    {
      const MdgObservation *rank = g_ptr_array_index (ranks, i);
      int move = previous[rank->area] != NULL ? get_move (rank, previous[rank->area]) : 0;

      n_known += previous[rank->area] != NULL;
      is_derived |= previous[rank->area] != NULL &&
                    previous[rank->area]->measure == MDG_MEASURE_RANK_PREVIOUS &&
                    previous[rank->area]->quality == MDG_QUALITY_DERIVED;
      if (move > most_up)
        {
          most_up = move;
          riser = rank;
        }
      if (move < most_down)
        {
          most_down = move;
          faller = rank;
        }
    }

  for (guint i = 0; i < ranks->len; i++)
    {
      const MdgObservation *rank = g_ptr_array_index (ranks, i);
      int move = previous[rank->area] != NULL ? get_move (rank, previous[rank->area]) : 0;

      if (previous[rank->area] != NULL)
        add_prefecture (rows, figures, rank, previous[rank->area], i, rank->area == selected,
                        move != 0 && (move == most_up || move == most_down), table, notes);
    }

  if (n_known > 0)
    {
      MdgChartLegend *legend = mdg_chart_rows_get_legend (rows);

      mdg_chart_legend_add_mark (legend, MDG_CHART_INK_ACCENT, MDG_CHART_SHAPE_CIRCLE, 2,
                                 C_ ("chart legend", "Rank before"));
      mdg_chart_legend_add_mark (legend, MDG_CHART_INK_ACCENT, MDG_CHART_SHAPE_CIRCLE, 0,
                                 C_ ("chart legend", "Rank now"));
      g_string_append_printf (description,
                              _ ("Rank now and before of %u of 47 prefectures in %s, the first at "
                                 "the top."),
                              n_known, month_name);
      if (riser != NULL)
        {
          g_autofree char *words = describe_move (most_up);

          /* Translators: a prefecture, and "3 places up". */
          g_string_append_printf (description, _ (" Furthest up: %s, %s."),
                                  mdg_area_get_label (riser->area, mdg_language_get ()), words);
        }
      if (faller != NULL)
        {
          g_autofree char *words = describe_move (most_down);

          /* Translators: a prefecture, and "3 places down". */
          g_string_append_printf (description, _ (" Furthest down: %s, %s."),
                                  mdg_area_get_label (faller->area, mdg_language_get ()), words);
        }
    }
  if (is_derived && n_known < ranks->len)
    g_ptr_array_add (notes, dup_left_out (ranks, previous));
  else if (n_known == 0 && ranks->len > 0)
    g_ptr_array_add (notes, g_strdup (_ ("The previous ranks of this month are not known. The "
                                         "ministry prints them for the four facility types, "
                                         "not for all facilities together.")));

  mdg_chart_scene_set_texts (MDG_CHART_SCENE (rows), _ ("Change of Rank"), subtitle,
                             description->str);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (rows),
                                   mdg_chart_words_define (measures, G_N_ELEMENTS (measures)));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (rows), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (rows);
}
